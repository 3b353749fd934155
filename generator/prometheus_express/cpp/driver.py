"""Rows of a generated driver's header and source: each string stands in them as it is."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ..ir import Channel, Conversion, Driver, Field, Firmware, Kind, Quotient, Setting, Table, Value
from ..names.cpp import choice_enumerator
from ..names.driver import CHOSEN_SETTINGS, choices_type, driver_type, field_member
from .expression import Speller, channel_name, is_wide
from .program import block_rows, field_bits, field_type
from .spelled import decimal
from .text import WIDTH, Row, comment, quoted


def driver_file(firmware: Firmware, driver: Driver) -> str:
    return f"{firmware.application}_{driver.stem}"


def driver_rows(firmware: Firmware, driver: Driver) -> Row:
    speller, type_ = Speller(driver), driver_type(driver.stem)
    return {
        "banner": [
            f"// {driver.name}: {driver.title}. Generated from its description; do not edit.",
        ],
        "application": firmware.application,
        "file": driver_file(firmware, driver),
        "type": type_,
        "enums": [_enum(setting) for setting in driver.settings if setting.choices and not setting.is_truth],
        "settings": [_setting(setting) for setting in driver.settings],
        "chosen_settings": [CHOSEN_SETTINGS] if driver.settings else [],
        "identify": driver.identifies,
        "channels": _channels(driver),
        "functions": [_function(channel) for channel in driver.channels],
        "conversions": [_conversion(driver, *pair) for pair in zip(driver.conversions, conversion_names(driver))],
        "values": [_value(value, speller) for value in driver.values],
        "fields": [_field(field) for field in sorted(driver.fields, key=field_bits, reverse=True) if field.kept],
        "buffer": driver.program.buffer,
        "measure": driver.program.measure,
        "has_turns": driver.program.turns,
        "tables": [_table(table) for table in driver.tables],
        "blocks": block_rows(driver),
        "by_number": list(_by_number(driver)),
        "formulas": [_formula(channel, speller) for channel in driver.channels],
        "setters": [_setter(setting) for setting in driver.settings],
        "set_indent": " " * len(f"bool {type_}::set("),
    }


def conversion_names(driver: Driver) -> list[str]:
    """The functions of conversions: `temperature_e2`, in units of 10^-2. They are told apart by their numbers, and where these are
    too close for a name, counted."""
    names: list[str] = []
    for conversion in driver.conversions:
        name = channel_name(conversion.channel) + f"_e{conversion.places}" + ("_wide" if conversion.bits == 64 else "")
        if conversion.factor != 1 or conversion.offset:
            name += f"_by_{_word(conversion.factor)}" + (f"_from_{_word(conversion.offset)}" if conversion.offset else "")
        same = sum(other == name or other.startswith(f"{name}_no_") for other in names)
        names.append(f"{name}_no_{same + 1}" if same else name)
    return names


def _word(number: Fraction) -> str:
    return f"{float(number):g}".replace("-", "minus_").replace(".", "_").replace("+", "")


def setting_value(setting: Setting, value: int, scope: str = "") -> str:
    """A setting's value in C++; `scope` names the driver's class, from outside of it."""
    if setting.is_truth:
        return "true" if value else "false"
    if setting.choices:
        return f"{scope}{choices_type(setting.name)}::{choice_enumerator(setting.choices[value])}"
    return f"px::Decimal<{setting.decimals}>::scaled({value})" if setting.decimals else str(value)


def _enum(setting: Setting) -> Row:
    return {"type": choices_type(setting.name), "enumerators": ", ".join(map(choice_enumerator, setting.choices))}


def _setting(setting: Setting) -> Row:
    unit = f", in {setting.unit}" if setting.unit else ""
    bounds = "" if setting.choices else f", {decimal(setting.minimum)} to {decimal(setting.maximum)}"
    if setting.is_truth:
        type_ = "bool"
    elif setting.choices:
        type_ = choices_type(setting.name)
    else:
        type_ = f"px::Decimal<{setting.decimals}>" if setting.decimals else "std::int32_t"
    return {
        "comment": comment(f"{setting.help}{unit}{bounds}.", WIDTH - 4),
        "declaration": f"{type_} {setting.name} = {setting_value(setting, setting.default)};",
    }


def _channels(driver: Driver) -> Row:
    rows = [
        f"{{{quoted(f'{channel.kind}_{channel.unit}')}, {quoted(channel.label_name)}, {quoted(label)}}}"
        for channel in driver.channels
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
        "name": channel_name(channel),
        "parameter": "std::uint8_t turn" if channel.turns else "",
    }


def _conversion(driver: Driver, conversion: Conversion, name: str) -> Row:
    channel = conversion.channel
    argument, parameter = ("turn", "std::uint8_t turn") if channel.turns else ("", "")
    if conversion.exact:
        body, note = _exact_body(driver, conversion.bits, conversion.exact), "without floating point"
    else:
        value = f"{channel_name(channel)}<float>({argument})"
        if conversion.factor != 1:
            value += f" * float({decimal(conversion.factor)})"
        if conversion.offset:
            value += f" + float({decimal(conversion.offset)})"
        body, note = f"px::sensors::scaled({value}, float({10**conversion.places}))", "by way of a float"
    convert = "" if conversion.factor == 1 else f" times {decimal(conversion.factor)}"
    convert += f" plus {decimal(conversion.offset)}" if conversion.offset else ""
    return {
        "comment": comment(f"{channel.kind}{convert}, in units of 10^-{conversion.places}, {note}.", WIDTH - 2),
        "name": name,
        "type": f"std::int{conversion.bits}_t",
        "parameter": parameter,
        "body": body,
    }


def _exact_body(driver: Driver, bits: int, exact: Quotient) -> str:
    speller = Speller(driver, "float")
    if exact.denominator == 1:
        wide = is_wide(exact.numerator)
        text = speller.text(exact.numerator) if wide else speller.integer(exact.numerator, "std::int32_t")
    else:
        type_, wide = f"std::int{exact.bits}_t", exact.bits == 64
        value = speller.integer(exact.numerator, type_)
        text = f"px::sensors::rounded_quotient<{type_}>({value}, {exact.denominator})"
    return f"px::sensors::saturated({text})" if wide and bits == 32 else text


def _formula(channel: Channel, speller: Speller) -> Row:
    return {**_function(channel), "body": speller.real_number(channel.value).text}


def _value(value: Value, speller: Speller) -> Row:
    term = value.term
    if term.kind is Kind.REAL:
        type_, body = "Real", speller.real_number(term).text
    elif term.kind is Kind.TRUTH:
        type_, body = "bool", speller.text(term)
    else:
        type_ = "std::int64_t" if value.wide else "std::int32_t"
        body = speller.integer(term, type_)
    parameter = "std::uint8_t turn" if term.in_turn else ""
    return {"name": value.name, "type": type_, "template": value.floating, "parameter": parameter, "body": body}


def _field(field: Field) -> str:
    type_, name = field_type(field), field_member(field.name)
    return f"std::array<{type_}, {field.turns}> {name}{{}};" if field.turns else f"{type_} {name} = 0;"


def _table(table: Table) -> Row:
    numbers = table.numbers
    if not table.is_whole:
        texts = ", ".join(f"Real({decimal(number)})" for number in numbers)
        return {"real": True, "type": "Real", "name": table.name, "numbers": texts}
    low, high = min(numbers), max(numbers)
    fitting = [bits for bits in (8, 16, 32) if low >= 0 and high < 2**bits]
    signed = [bits for bits in (8, 16, 32, 64) if low >= -(2 ** (bits - 1)) and high < 2 ** (bits - 1)]
    use_unsigned = bool(fitting) and fitting[0] < 32 and fitting[0] <= signed[0]
    type_ = f"std::uint{fitting[0]}_t" if use_unsigned else f"std::int{signed[0]}_t"
    return {"real": False, "type": type_, "name": table.name, "numbers": ", ".join(map(decimal, numbers))}


def _by_number(driver: Driver) -> Iterator[Row]:
    for channel in driver.channels:
        for turn in range(channel.series):
            call = f"{channel_name(channel)}<Real>({turn if channel.turns else ''})"
            yield {"number": channel.number + turn, "call": call}


def _setter(setting: Setting) -> Row:
    name = setting.name
    row = {"name": name, "choices": "", "type": "", "target": "", "decimals": setting.decimals, "low": "", "high": ""}
    if setting.choices:
        row["choices"] = ", ".join(quoted(choice) for choice in setting.choices)
        row["type"] = "bool" if setting.is_truth else choices_type(name)
        return row
    row["target"] = f"settings.{name}.count" if setting.decimals else f"settings.{name}"
    row["low"], row["high"] = (str(int(bound * 10**setting.decimals)) for bound in (setting.minimum, setting.maximum))
    return row
