"""Rows of a generated driver's header and source: each string stands in them as it is."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from .cpp_header_rows import WIDTH, Row
from .cpp_text import comment, quoted
from .device_cpp import SETTINGS, Speller, decimal, member
from .device_driver import Driver, Scaling
from .device_exact import fits_after_rounding, scale_of
from .device_model import Channel, Field, Setting
from .device_program_rows import block_rows, field_type
from .device_terms import Kind, Term, known, needs_real
from .naming import choice_enumerator


def driver_rows(driver: Driver) -> Row:
    device = driver.device
    speller = Speller(device)
    return {
        "banner": [
            f"// {device.name}: {device.title}. Generated from its description; do not edit.",
        ],
        "application": driver.application,
        "file": driver.file,
        "type": driver.type,
        "enums": [_enum(setting) for setting in device.settings if setting.choices and not setting.is_truth],
        "settings": [_setting(setting) for setting in device.settings],
        "chosen_settings": [SETTINGS] if device.settings else [],
        "identify": bool(device.identify),
        "channels": _channels(driver),
        "functions": [_function(channel) for channel in device.channels],
        "scalings": [_scaling(driver, scaling) for scaling in driver.scalings],
        "values": [_value(driver, name, term, speller) for name, term in device.values.items()],
        "fields": [_field(driver, name, field) for name, field in device.fields.items()],
        "buffer": driver.program.buffer,
        "measure": driver.program.measure,
        "has_turns": driver.program.turns,
        "tables": list(_tables(driver)),
        "blocks": block_rows(driver),
        "by_number": list(_by_number(driver)),
        "formulas": [_formula(channel, speller) for channel in device.channels],
        "setters": [_setter(setting) for setting in device.settings],
        "set_indent": " " * len(f"bool {driver.type}::set("),
    }


def type_name(setting: Setting) -> str:
    return "".join(word[0].upper() + word[1:] for word in setting.name.value.split("_"))


def _enum(setting: Setting) -> Row:
    return {
        "type": type_name(setting),
        "enumerators": ", ".join(choice_enumerator(choice) for choice in setting.choices),
    }


def setting_value(setting: Setting, written: str, scope: str = "") -> str:
    """A setting's value in C++, of a text that fits it; `scope` names the driver's class, from outside of it."""
    if setting.is_truth:
        return written
    if setting.choices:
        same = [choice for choice in setting.choices if choice == written]
        same = same or [choice for choice in setting.choices if Fraction(choice) == Fraction(written)]
        return f"{scope}{type_name(setting)}::{choice_enumerator(same[0])}"
    count = Fraction(written) * 10**setting.decimals
    return f"px::Decimal<{setting.decimals}>::scaled({count})" if setting.decimals else str(count)


def _setting(setting: Setting) -> Row:
    unit = f", in {setting.unit}" if setting.unit else ""
    bounds = "" if setting.choices else f", {decimal(setting.minimum)} to {decimal(setting.maximum)}"
    if setting.is_truth:
        type_ = "bool"
    elif setting.choices:
        type_ = type_name(setting)
    else:
        type_ = f"px::Decimal<{setting.decimals}>" if setting.decimals else "std::int32_t"
    return {
        "comment": comment(f"{setting.help}{unit}{bounds}.", WIDTH - 4),
        "declaration": f"{type_} {setting.name} = {setting_value(setting, setting.default)};",
    }


def _channels(driver: Driver) -> Row:
    rows = [
        f"{{{quoted(channel.metric)}, {quoted(channel.label_name)}, {quoted(label)}}}"
        for channel in driver.device.channels
        for label in (channel.labels or ("",))
    ]
    return {"count": len(rows), "rows": rows}


def _function(channel: Channel) -> Row:
    parts = [f"{channel.kind}, in {channel.unit}"]
    if channel.labels and not channel.turns:
        parts.append(f"{channel.label_name} {channel.labels[0]}")
    if channel.range:
        parts.append(f"{decimal(channel.range[0])} to {decimal(channel.range[1])}")
    if channel.resolution:
        parts.append(f"in steps of {decimal(channel.resolution)}")
    return {
        "comment": comment("; ".join(parts) + ".", WIDTH - 2),
        "name": channel.function,
        "parameter": "std::uint8_t turn" if channel.turns else "",
    }


def _scaling(driver: Driver, scaling: Scaling) -> Row:
    channel = scaling.channel
    argument, parameter = ("turn", "std::uint8_t turn") if channel.turns else ("", "")
    quotient = driver.exact(scaling)
    if quotient:
        body, note = _exact_body(driver, scaling.bits, *quotient), "without floating point"
    else:
        value = f"{channel.function}<float>({argument})"
        if scaling.factor != 1:
            value += f" * float({decimal(scaling.factor)})"
        if scaling.offset:
            value += f" + float({decimal(scaling.offset)})"
        body, note = f"px::sensors::scaled({value}, float({10**scaling.places}))", "by way of a float"
    convert = "" if scaling.factor == 1 else f" times {decimal(scaling.factor)}"
    convert += f" plus {decimal(scaling.offset)}" if scaling.offset else ""
    return {
        "comment": comment(f"{channel.kind}{convert}, in units of 10^-{scaling.places}, {note}.", WIDTH - 2),
        "name": scaling.function,
        "type": f"std::int{scaling.bits}_t",
        "parameter": parameter,
        "body": body,
    }


def _exact_body(driver: Driver, bits: int, numerator: Term, denominator: int) -> str:
    speller = Speller(driver.device, "float")
    small = fits_after_rounding(numerator, denominator, 32)
    if denominator == 1:
        wide = not known(numerator).fits(32)
        text = speller.text(numerator) if wide else speller.integer(numerator, "std::int32_t")
    else:
        type_ = "std::int32_t" if small else "std::int64_t"
        value = speller.integer(numerator, type_)
        text, wide = f"px::sensors::rounded_quotient<{type_}>({value}, {denominator})", not small
    return f"px::sensors::saturated({text})" if wide and bits == 32 else text


def _formula(channel: Channel, speller: Speller) -> Row:
    return {**_function(channel), "body": speller.real_number(channel.value).text}


def _value(driver: Driver, name: str, term: Term, speller: Speller) -> Row:
    if term.kind is Kind.REAL:
        type_, body = "Real", speller.real_number(term).text
    elif term.kind is Kind.TRUTH:
        type_, body = "bool", speller.text(term)
    else:
        type_ = "std::int32_t" if known(term).fits(32) else "std::int64_t"
        body = speller.integer(term, type_)
    template = needs_real(term, driver.device.values)
    parameter = "std::uint8_t turn" if term.in_turn else ""
    return {"name": name, "type": type_, "template": template, "parameter": parameter, "body": body}


def _field(driver: Driver, name: str, field: Field) -> str:
    type_ = field_type(field)
    turns = driver.device.fields_in_turns.get(name)
    return f"std::array<{type_}, {turns}> {member(name)}{{}};" if turns else f"{type_} {member(name)} = 0;"


def _tables(driver: Driver) -> Iterator[Row]:
    lists = dict(driver.device.tables)
    lists.update((f"{one.name}_choices", one.numbers) for one in driver.device.settings if one.numbers)
    for name, numbers in lists.items():
        yield _table(name, numbers)
        scale = scale_of(numbers)
        if scale > 1 and max(abs(number) for number in numbers) * scale < 2**31:
            yield _table(f"{name}_times_{scale}", tuple(number * scale for number in numbers))


def _table(name: str, numbers: tuple[Fraction, ...]) -> Row:
    texts = ", ".join(decimal(number) for number in numbers)
    if any(number.denominator != 1 for number in numbers):
        texts = ", ".join(f"Real({decimal(number)})" for number in numbers)
        return {"real": True, "type": "Real", "name": name, "numbers": texts}
    low, high = min(numbers), max(numbers)
    fitting = [bits for bits in (8, 16, 32) if low >= 0 and high < 2**bits]
    signed = [bits for bits in (8, 16, 32, 64) if low >= -(2 ** (bits - 1)) and high < 2 ** (bits - 1)]
    use_unsigned = bool(fitting) and fitting[0] < 32 and fitting[0] <= signed[0]
    type_ = f"std::uint{fitting[0]}_t" if use_unsigned else f"std::int{signed[0]}_t"
    return {"real": False, "type": type_, "name": name, "numbers": texts}


def _by_number(driver: Driver) -> Iterator[Row]:
    number = 0
    for channel in driver.device.channels:
        for turn in range(max(1, len(channel.labels))):
            yield {"number": number, "call": f"{channel.function}<Real>({turn if channel.turns else ''})"}
            number += 1


def _setter(setting: Setting) -> Row:
    name = setting.name.value
    row = {"name": name, "choices": "", "type": "", "target": "", "decimals": setting.decimals, "low": "", "high": ""}
    if setting.choices:
        row["choices"] = ", ".join(quoted(choice) for choice in setting.choices)
        row["type"] = "bool" if setting.is_truth else type_name(setting)
        return row
    row["target"] = f"settings.{name}.count" if setting.decimals else f"settings.{name}"
    row["low"], row["high"] = (str(int(bound * 10**setting.decimals)) for bound in (setting.minimum, setting.maximum))
    return row
