"""Rows of a driver's program: a case for each block."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NoReturn

from ..ir import Channel, Driver, Field
from ..ir.program import (
    Block,
    Change,
    CheckSum,
    Emit,
    FailIf,
    Finish,
    Jump,
    Pause,
    Program,
    Put,
    PutChecksum,
    RepeatAfter,
    Rescue,
    Section,
    SetCount,
    SkipIdentification,
    Statement,
    Store,
    Transfer,
    Turn,
)
from ..names.driver import BUFFER, READINGS, TURN, field_member, field_variable
from .expression import Speller, channel_name
from .notes import noted
from .spelled import SHIFT, floating, hexadecimal
from .text import Row, in_comment


def block_rows(driver: Driver) -> list[Row]:
    program, speller = driver.program, Speller(driver, "float", TURN, f"{READINGS}.")
    rows = []
    for number, block in enumerate(program.blocks):
        above, beside, lines = _with_notes(block, program, speller)
        if not block.ends:
            lines.append("[[fallthrough]];" if number + 1 < len(program.blocks) else "return;")
        scoped = any(isinstance(one, Store) and not one.field.kept for one in block.statements)
        rows.append({"number": number, "above": above, "beside": beside, "lines": lines, "scoped": scoped})
    return rows


def _with_notes(block: Block, program: Program, speller: Speller) -> tuple[list[str], str, list[str]]:
    """The lines of comment above a case, the comment beside it, and what it does, with further comments."""
    above, beside, lines = [], "", []
    for number in range(len(block.statements) + 1):
        for note in block.notes:
            if note.at != number:
                continue
            if number or (beside and isinstance(note.about, Section)):
                lines.append(f"// {noted(note)}")
            elif isinstance(note.about, Section):
                above.append(f"// {noted(note)}")
            else:
                beside = f"  // {noted(note)}"
        for statement in block.statements[number : number + 1]:
            lines += _lines(statement, program, speller)
    return above, beside, lines


def _lines(statement: Statement, program: Program, speller: Speller) -> Iterator[str]:
    if isinstance(statement, Put):
        yield _put(statement, speller)
    elif isinstance(statement, Change):
        yield _change(statement, speller)
    elif isinstance(statement, PutChecksum):
        yield f"{BUFFER}[{statement.at}] = {_crc(statement.first, statement.count, speller)};"
    elif isinstance(statement, Transfer):
        name, more = ("transfer_when_ready", f", {statement.every}") if statement.every else ("transfer", "")
        yield f"{name}({BUFFER}.data(), {statement.out}, {statement.into}, {program.number(statement.next)}{more});"
        yield "return;"
    elif isinstance(statement, Pause):
        time = speller.integer(statement.microseconds, "std::uint32_t")
        yield f"wait({time}, {program.number(statement.next)});"
        yield "return;"
    elif isinstance(statement, SetCount):
        first = "" if statement.first is None else f", {program.number(statement.first)}"
        yield f"set_{statement.what}({statement.count}{first});"
    elif isinstance(statement, RepeatAfter):
        yield from _repeat(statement, program)
    elif isinstance(statement, CheckSum):
        end = statement.first + statement.count
        yield f"if ({_crc(statement.first, statement.count, speller)} != {BUFFER}[{end}]) {{"
        yield "  return fail(px::sensors::Failure::crc);"
        yield "}"
    elif isinstance(statement, Store):
        yield _store(statement, speller)
    elif isinstance(statement, FailIf):
        yield f"if ({speller.text(statement.condition)}) {{"
        yield f"  return fail(px::sensors::Failure::{statement.failure});"
        yield "}"
    elif isinstance(statement, Jump):
        yield from _jump(statement, program, speller)
    elif isinstance(statement, SkipIdentification):
        yield from ("if (!settings.identify) {", f"  return go({program.number(statement.target)});", "}")
    elif isinstance(statement, Turn) and not statement.turns:
        yield f"{TURN} = 0;"
    elif isinstance(statement, Turn):
        yield f"if (++{TURN} < {statement.turns}) {{"
        yield f"  return go({program.number(statement.target)});"
        yield "}"
    elif isinstance(statement, Rescue):
        yield f"set_rescue({'no_rescue' if statement.target is None else program.number(statement.target)});"
    elif isinstance(statement, Emit):
        yield from _emit(statement, speller)
    elif isinstance(statement, Finish):
        yield "return finish();"
    else:
        _not_spelled(statement)


def _not_spelled(statement: NoReturn) -> NoReturn:  # a type checker sees that no statement comes here
    raise AssertionError(statement)


def _put(statement: Put, speller: Speller) -> str:
    term, what = statement.term, _what(statement.what)
    if statement.width == 1:
        if term.constant is not None:
            return f"{BUFFER}[{statement.at}] = {hexadecimal(int(term.constant) & 0xFF)};{what}"
        return f"{BUFFER}[{statement.at}] = {speller.integer(term, 'std::uint8_t')};{what}"
    value = hexadecimal(int(term.constant)) if term.constant is not None else speller.integer(term, "std::uint32_t")
    name = "put_little" if statement.little else "put"
    return f"px::sensors::{name}({_from(statement.at)}, {value}, {statement.width});{what}"


def _what(what: str) -> str:
    return f"  // {in_comment(what)}" if what else ""


def _from(byte: int) -> str:
    """The buffer from a byte on."""
    return f"{BUFFER}.data() + {byte}" if byte else f"{BUFFER}.data()"


def _change(statement: Change, speller: Speller) -> str:
    byte, term = f"{BUFFER}[{statement.to}]", statement.term
    old = f"{BUFFER}[{statement.at}]"
    kept = old if statement.keep == 0xFF else f"({old} & {hexadecimal(statement.keep)})" if statement.keep else ""
    if term.constant is None:
        value = f"{kept} | {speller.spell(term).inside(SHIFT + 1)}" if kept else speller.text(term)
    elif term.constant:
        value = f"{kept} | {hexadecimal(int(term.constant))}" if kept else hexadecimal(int(term.constant))
    else:
        value = kept.strip("()") or hexadecimal(0)
    plain = value == old or (not kept and term.constant is not None)
    return f"{byte} = {value if plain else f'static_cast<std::uint8_t>({value})'};{_what(statement.what)}"


def _crc(first: int, count: int, speller: Speller) -> str:
    polynomial, initial = speller.driver.crc
    return f"px::crc8({{{_from(first)}, {count}}}, {hexadecimal(polynomial)}, {hexadecimal(initial)})"


def _repeat(statement: RepeatAfter, program: Program) -> Iterator[str]:
    yield "if (!repeat_again()) {"
    if statement.otherwise == "continue":
        yield f"  return go({program.number(statement.done)});"
    else:
        yield f"  return fail(px::sensors::Failure::{statement.otherwise});"
    yield "}"
    yield f"wait({statement.microseconds}, {program.number(statement.first)});"
    yield "return;"


def _store(statement: Store, speller: Speller) -> str:
    field, base = statement.field, statement.base
    type_ = field_type(field)
    target = f"{READINGS}.{field_member(field.name)}" if field.kept else f"const {type_} {field_variable(field.name)}"
    if field.turns:
        target += f"[{TURN}]"
    byte = base + field.first // 8
    if field.little:
        name = "signed_little" if field.signed else "little"
        call = f"px::sensors::{name}({_from(byte)}, {field.bits // 8})"
    elif field.bits == 8 and field.first % 8 == 0:
        return f"{target} = " + (f"static_cast<std::int8_t>({BUFFER}[{byte}]);" if field.signed else f"{BUFFER}[{byte}];")
    else:
        name = "signed_bits" if field.signed else "bits"
        call = f"px::sensors::{name}({_from(base)}, {field.first}, {field.bits})"
    same = type_ == ("std::int32_t" if field.signed else "std::uint32_t")
    return f"{target} = {call};" if same else f"{target} = static_cast<{type_}>({call});"


def field_type(field: Field) -> str:
    """What holds a field. In C++ all but the last are, or become, signed when something is calculated with them."""
    signed = field.signed or 16 < field.bits < 32
    return f"std::{'' if signed else 'u'}int{field_bits(field)}_t"


def field_bits(field: Field) -> int:
    """Of what holds a field."""
    return next(size for size in (8, 16, 32) if field.bits <= size)


def _jump(statement: Jump, program: Program, speller: Speller) -> Iterator[str]:
    target = program.number(statement.target)
    if statement.condition is None:
        yield f"return go({target});"
        return
    yield f"if ({speller.text(statement.condition)}) {{"
    yield f"  return go({target});"
    yield "}"


def _emit(statement: Emit, speller: Speller) -> Iterator[str]:
    channel, lead = next(one for one in speller.driver.channels if one.number == statement.channel), ""
    number, turn = str(channel.number), speller.turn
    if channel.turns and statement.in_turn:
        number = f"static_cast<std::uint8_t>({channel.number} + {TURN})" if channel.number else TURN
    elif channel.turns:
        yield f"for (std::uint8_t turn = 0; turn < {len(channel.labels)}; ++turn) {{"
        number, lead, turn = (f"static_cast<std::uint8_t>({number} + turn)" if channel.number else "turn"), "  ", "turn"
    inner = Speller(speller.driver, speller.real, turn, speller.of)
    name = channel.kind if channel.turns else ".".join((channel.kind, *channel.labels))
    lines = [f"publish({number});  // {in_comment(name)}"]
    good = inner.text(channel.when) if channel.when else ""
    for condition, otherwise in ((_in_range(channel, inner), "out_of_range"), (good, channel.otherwise)):
        if condition:
            lines = [
                f"if ({condition}) {{",
                *(f"  {line}" for line in lines),
                "} else {",
                f"  note(px::sensors::Failure::{otherwise});",
                "}",
            ]
    if channel.enabled:
        lines = [f"if ({inner.text(channel.enabled)}) {{", *(f"  {line}" for line in lines), "}"]
    yield from (lead + line for line in lines)
    if lead:
        yield "}"


def _in_range(channel: Channel, speller: Speller) -> str:
    """The condition for a value to be one that the part can report; empty where every one is."""
    plausible = channel.plausible
    if plausible is None:
        return ""
    if plausible.condition:
        return speller.text(plausible.condition)
    turn = speller.turn if channel.turns else ""
    limits = ", ".join(floating(end, speller.real) for end in (plausible.low, plausible.high))
    return f"px::sensors::within({speller.of}{channel_name(channel)}<{speller.real}>({turn}), {limits})"
