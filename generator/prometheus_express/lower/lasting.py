"""Which fields a driver keeps: those that outlive the block of its program that reads them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from ..expression.term import Term
from ..ir.program import Block, Change, FailIf, Field, Jump, Pause, Program, Put, Statement, Store


def with_passing_fields(program: Program, formulas: Iterable[Term]) -> Program:
    """The program, in which fields that are used only where they are read are not kept; what nothing uses there is not even
    decoded. `formulas`: what can be asked for at any time, which everything in it must outlast."""
    stored = {one.field.name for block in program.blocks for one in block.statements if isinstance(one, Store)}
    lasting = {name for formula in formulas for name in fields_of(formula)}
    lasting |= {name for block in program.blocks for name in _from_elsewhere(block)}
    passing = stored - lasting
    return replace(program, blocks=tuple(_passing(block, passing) for block in program.blocks))


def kept_fields(program: Program, fields: Iterable[Field]) -> tuple[Field, ...]:
    """The fields, as the program stores them."""
    stored = {one.field.name: one.field for block in program.blocks for one in block.statements if isinstance(one, Store)}
    return tuple(stored.get(field.name, field) for field in fields)


def fields_of(term: Term) -> Iterator[str]:
    return named(term, "field")


def named(term: Term, operator: str) -> Iterator[str]:
    """The fields, or the values, that the term names itself; what a value in it uses is the value's."""
    seen: set[int] = set()
    terms = [term]
    while terms:
        one = terms.pop()
        if id(one) not in seen:
            seen.add(id(one))
            terms += one.operands
            if one.operator == operator:
                yield one.name


def _from_elsewhere(block: Block) -> Iterator[str]:
    """The fields that the block uses before it reads them."""
    here: set[str] = set()
    for statement in block.statements:
        yield from (name for name in _used(statement) if name not in here)
        if isinstance(statement, Store):
            here.add(statement.field.name)


def _used(statement: Statement) -> Iterator[str]:
    if isinstance(statement, (Put, Change)):
        yield from fields_of(statement.term)
    elif isinstance(statement, Pause):
        yield from fields_of(statement.microseconds)
    elif isinstance(statement, (FailIf, Jump)) and statement.condition:
        yield from fields_of(statement.condition)


def _passing(block: Block, passing: Collection[str]) -> Block:
    used = {name for statement in block.statements for name in _used(statement)}
    made = Block(block.labels)
    for number, statement in enumerate(block.statements):
        made.notes += [replace(note, at=len(made.statements)) for note in block.notes if note.at == number]
        if isinstance(statement, Store) and statement.field.name in passing:
            if statement.field.name not in used:
                continue
            statement = replace(statement, field=replace(statement.field, turns=0, kept=False))
        made.statements.append(statement)
    return made
