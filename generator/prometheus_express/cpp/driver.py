"""Rows of a generated driver's header and source: each string stands in them as it is."""

from __future__ import annotations

from collections.abc import Iterator

from ..ir import Channel, Driver, Field, Kind, Setting, Table, Value
from ..names.cpp import choice_enumerator
from ..names.driver import READINGS, choices_type, driver_type, field_member
from .expression import Speller, channel_name
from .program import block_rows, field_bits, field_type
from .spelled import decimal
from .text import WIDTH, Row, comment, quoted


def driver_scope(driver: Driver) -> str:
    """The driver's class, as applications reach it."""
    return f"px::devices::{driver_type(driver.stem)}"


def driver_rows(driver: Driver, version: str) -> Row:
    """`version`: the namespace within that of all drivers, which no other text of a driver has."""
    speller, type_ = Speller(driver), driver_type(driver.stem)
    return {
        "banner": [
            f"// {driver.name}: {driver.title}. Generated from its description; do not edit.",
        ],
        "file": driver.stem,
        "guard": f"PROMETHEUS_EXPRESS_DEVICES_{driver.stem}_{version}".upper(),
        "version": version,
        "type": type_,
        "enums": [_enum(setting) for setting in driver.settings if setting.choices and not setting.is_truth],
        "settings": [_setting(setting) for setting in driver.settings],
        "identify": driver.identifies,
        "channels": _channels(driver),
        "functions": [_function(channel) for channel in driver.channels],
        "values": [_value(value, speller) for value in driver.values],
        "fields": [_field(field) for field in sorted(driver.fields, key=field_bits, reverse=True) if field.kept],
        "readings": READINGS,
        "buffer": driver.program.buffer,
        "measure": driver.program.measure,
        "has_turns": driver.program.turns,
        "tables": [_table(table) for table in driver.tables],
        "blocks": block_rows(driver),
        "by_number": list(_by_number(driver)),
        "formulas": [_formula(channel, speller) for channel in driver.channels],
        "setters": [_setter(setting) for setting in driver.settings],
    }


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
        "comment": comment("; ".join(parts) + ".", WIDTH - 4),
        "name": channel_name(channel),
        "parameter": "std::uint8_t turn" if channel.turns else "",
    }


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
    return {"name": value.name, "type": type_, "template": value.floating, "outside": value.outside, "parameter": parameter, "body": body}


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
