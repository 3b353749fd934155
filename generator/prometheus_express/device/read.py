"""Reads a device from nodes that fit the device language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Optional

from ..document.nodes import Document, Entry, Mapping, Node, Scalar, Sequence
from ..document.quantities import parse_frequency
from ..document.structure import as_integer
from ..expression.syntax import MICROSECONDS, parse
from ..names.text import Text
from ..problems.position import Span
from ..problems.problem import Outcome, Problem
from .channels import read_channels
from .demands import check_defaults, read_demands
from .layout import LayoutReader
from .model import Device, I2c, Register, Spi
from .names import check_names
from .settings import read_settings
from .step_layouts import SECTIONS, layouts_in_turns
from .steps import StepReader
from .typing import Scope


def read_device(document: Document) -> Outcome[Device]:
    """The device of a document that fits, and what is wrong with its names, types and formulas."""
    root = document.root
    problems: list[Problem] = []
    layouts = LayoutReader(problems, root.get("crc") is not None)
    settings = read_settings(entries(root, "settings"), problems)
    registers = {entry.key.text: _register(entry, layouts) for entry in entries(root, "registers")}
    step_layouts = layouts_in_turns(root, registers, layouts)
    scope = Scope(settings, fields=layouts.fields, problems=problems)
    scope.in_turns.update(step_layouts.turns)
    _read_tables(root, scope)
    scope.formulas = {entry.key.text: entry.value for entry in entries(root, "values") if isinstance(entry.value, Scalar)}
    _one_meaning(root, scope)
    for entry in entries(root, "values"):
        scope.value(entry.key.text)
    demands = tuple(read_demands(root, scope))
    channels = read_channels(root, scope)
    formulas = [(what, entry) for key, what in (("tables", "a table"), ("values", "a value")) for entry in entries(root, key)]
    problems += check_names(layouts.fields.values(), settings.values(), formulas, channels)
    reader = StepReader(scope, registers, step_layouts.layouts, channels)
    sections = {name: reader.section(root.get(name), name) for name in SECTIONS}
    if not reader.publishes:
        sections["measure"] += (reader.publish_all(),)
    else:
        reader.flow.ended(key_span(root, "measure"))
    crc, i2c, spi = root.get("crc"), root.get("i2c"), root.get("spi")
    if isinstance(spi, Mapping):
        problems += _out_of_reach_over_spi(registers.values())
    if i2c is None and spi is None:
        fix = "add `i2c: {addresses: […]}` or `spi: {mode: 0, max_frequency: 1MHz}`"
        problems.append(Problem("device-without-bus", "the device is on no bus", root.span, fix))
    if not problems:  # or they would follow from those
        problems += reader.flow.problems
    device = Device(
        source=document.file,
        name=text(root.get("device")),
        title=text(root.get("title")).value,
        notes=_sentences(root.get("notes")),
        i2c=_i2c(i2c) if isinstance(i2c, Mapping) else None,
        spi=_spi(spi) if isinstance(spi, Mapping) else None,
        crc=(number(crc, "polynomial"), number(crc, "initial")) if isinstance(crc, Mapping) else None,
        settings=tuple(settings.values()),
        tables=scope.tables,
        fields={name: field for name, field in layouts.fields.items() if name in scope.used},
        fields_in_turns=scope.in_turns,
        values=scope.values,
        demands=demands,
        channels=channels,
        start=sections["start"],
        identify=sections["identify"],
        prepare=sections["prepare"],
        measure=sections["measure"],
    )
    if not problems:
        problems += check_defaults(device)
    return Outcome(None if problems else device, tuple(problems))


def entries(node: Optional[Node], key: str) -> Iterator[Entry]:
    value = node.get(key) if isinstance(node, Mapping) else None
    return iter(value.entries if isinstance(value, Mapping) else ())


def text(node: Optional[Node]) -> Text:
    assert isinstance(node, Scalar)
    return Text(node.text, node.span)


def key_span(node: Mapping, key: str) -> Span:
    entry = node.entry(key)
    return entry.key.span if entry else node.span


def number(node: Mapping, key: str, default: int = 0) -> int:
    value = node.get(key)
    return as_integer(value) if isinstance(value, Scalar) else default


def _sentences(node: Optional[Node]) -> tuple[str, ...]:
    return tuple(text(item).value for item in node.items) if isinstance(node, Sequence) else ()


def pause(node: Optional[Node]) -> int:
    """Microseconds of a duration."""
    if node is None:
        return 0
    tree = parse(text(node).value)
    return int(getattr(tree, "value"))


def _register(entry: Entry, layouts: LayoutReader) -> Register:
    node = entry.value
    assert isinstance(node, Mapping)
    pointer_bytes, at = number(node, "pointer_bits", 8) // 8, text(node.get("at"))
    if number(node, "at") >= 1 << 8 * pointer_bytes:
        message = f"the register `{entry.key.text}` is at {at}, which 8 bits cannot hold"
        layouts.problems.append(Problem("register-out-of-reach", message, at.span, "add `pointer_bits: 16`"))
    return Register(text(entry.key), number(node, "at"), pointer_bytes, layouts.read(node.get("fields")))


def _out_of_reach_over_spi(registers: Iterable[Register]) -> Iterator[Problem]:
    for register in registers:
        if register.pointer_bytes > 1:
            message = f"the register `{register.name}` has a number of 16 bits, and over SPI it is sent as 8"
            fix = "describe the part on I2C alone, or write and read it with `exchange`"
            yield Problem("register-out-of-reach", message, register.name.span, fix)


def _i2c(node: Mapping) -> I2c:
    addresses, writes = node.get("addresses"), node.get("writes")
    assert isinstance(addresses, Sequence)
    numbers = tuple(as_integer(item) for item in addresses.items if isinstance(item, Scalar))
    return I2c(numbers, isinstance(writes, Scalar) and writes.text == "pairs", pause(node.get("gap")))


def _spi(node: Mapping) -> Spi:
    page, writes = node.get("page"), node.get("writes")
    return Spi(
        mode=number(node, "mode"),
        frequency=parse_frequency(text(node.get("max_frequency")).value),
        pairs=isinstance(writes, Scalar) and writes.text == "pairs",
        read_flag=number(node, "read_flag"),
        page=(number(page, "at"), number(page, "lower"), number(page, "upper")) if isinstance(page, Mapping) else None,
    )


def _read_tables(root: Mapping, scope: Scope) -> None:
    for entry in entries(root, "tables"):
        node, name = entry.value, entry.key.text
        if isinstance(node, Sequence):
            scope.tables[name] = tuple(table_number(item) for item in node.items)
        elif isinstance(node, Mapping):
            written = {one.key.text: one.value for one in node.entries}
            setting = next((one for one in scope.settings.values() if set(one.choices) == set(written)), None)
            if setting is None:
                fix = "write a number for each choice of one setting"
                scope.problem("table-without-setting", f"no setting has the choices of the table `{name}`", entry.key.span, fix)
                continue
            scope.tables[name] = tuple(table_number(written[choice]) for choice in setting.choices)
            scope.table_settings[name] = setting.name.value


def table_number(node: Node) -> Fraction:
    written = text(node).value
    negative = written.startswith("-")
    unit = next((name for name in ("us", "ms", "s") if written.endswith(name)), "")
    digits = written[: len(written) - len(unit)].lstrip("-")
    value = Fraction(int(digits, 16)) if digits.startswith("0x") else Fraction(digits)
    return (-value if negative else value) * MICROSECONDS.get(unit, 1)


def _one_meaning(root: Mapping, scope: Scope) -> None:
    """A name that formulas use stands for one thing only."""
    seen: dict[str, str] = {name: "a field" for name in scope.fields}
    for section, called in (("settings", "a setting"), ("tables", "a table"), ("values", "a value")):
        for entry in entries(root, section):
            name = entry.key.text
            if name in seen:
                fix = "give one of them another name"
                scope.problem("duplicate-meaning", f"`{name}` is {seen[name]} already", entry.key.span, fix)
            seen.setdefault(name, called)
