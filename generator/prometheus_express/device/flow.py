"""Follows the steps of a device: which fields hold what the part has said, on every path to the step that is being read.

A field that is used elsewhere would be a number of a part that has not answered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

from ..expression.term import Term
from ..problems.position import Span
from ..problems.problem import Note, Problem
from .model import Channel, Layout, Register

SKIPPED = ("in `identify`, which a sensor can leave out", "read it in `prepare` too")
SPOILED = ("in a `part`, which may have failed", "use it in that part, or read it outside of it")
NOT_ALWAYS = ("on some paths only", "read it before the `if`, or in `then` and in `else`")


@dataclass(frozen=True)
class State:
    """`known`: the fields that were read. `answered`: whether the part was read for this sample; `settled`: whether it was, or the
    sample has failed."""

    known: frozenset[str] = frozenset()
    answered: bool = False
    settled: bool = False


class Flow:
    def __init__(self, registers: Mapping[str, Register], values: Mapping[str, Term]) -> None:
        self.registers, self.values = registers, values
        self.state = State()
        self.problems: list[Problem] = []
        self.lost: dict[str, tuple[str, str]] = {}  # why a field that a step reads is not known any more

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        """Around its steps; what `identify` reads is not known behind it."""
        if name == "measure":
            self.state = State(self.state.known)
        before = self.state
        yield
        if name == "identify":
            self.lose(before.known, SKIPPED)
            self.state = before

    def read(self, layout: Layout) -> None:
        names = frozenset(field.name.value for field in layout.fields)
        self.state = State(self.state.known | names, True, True)

    def answer(self) -> None:
        """The part was read, and what it said is not kept."""
        self.state = State(self.state.known, True, True)

    def join(self, other: State) -> None:
        """Behind an `if`, where one branch ended as now, and the other in `other`."""
        now = self.state
        answered, settled = now.answered and other.answered, now.settled and other.settled
        self.state = State(now.known & other.known, answered, settled)
        self.lost.update(dict.fromkeys((now.known | other.known) - self.state.known, NOT_ALWAYS))

    @contextmanager
    def part(self) -> Iterator[None]:
        """Around the steps of a part, any of which can fail."""
        before = self.state
        yield
        settled = self.state.settled
        self.lose(before.known, SPOILED)
        self.state = replace(before, settled=settled)

    def lose(self, kept: frozenset[str], why: tuple[str, str]) -> None:
        self.lost.update(dict.fromkeys(self.state.known - kept, why))

    def used(self, term: Term, span: Span) -> None:
        """A name in a formula that is evaluated now."""
        self.need(term.name, term, span)

    def need(self, name: str, term: Term, span: Span, *notes: Note) -> None:
        for field in sorted(fields_of(term, self.values) - self.state.known):
            register = next((one.name.value for one in self.registers.values() if _has(one.layout, field)), None)
            where, fix = self.lost.get(field, ("", f"add `read: {register}` before" if register else "receive it before"))
            subject = f"`{field}` is used" if name == field else f"`{name}` needs `{field}`"
            message = f"{subject}, and it is read {where}" if where else f"{subject}, and no step before reads it"
            self.problems.append(Problem("unread-field", message, span, fix, notes))

    def published(self, channel: Channel, *notes: Note) -> None:
        for key, term in (("value", channel.value), ("when", channel.when), ("enabled", channel.enabled)):
            if term is not None:
                self.need(channel.kind.value, term, channel.span(key), *notes)
        if not self.state.answered:
            message = f"`{channel.kind}` is published where nothing was read for the sample, so for an absent part too"
            fix = "read something of the part before, on every path through `measure`"
            self.problems.append(Problem("channel-without-reading", message, channel.span("value"), fix, notes))

    def ended(self, measure: Span) -> None:
        """At the end of a sample."""
        if not self.state.settled:
            message = "a sample can end without anything that was read, and an absent part would be up"
            fix = "read something on every path through `measure`"
            self.problems.append(Problem("sample-without-reading", message, measure, fix))


def _has(layout: Layout, name: str) -> bool:
    return any(field.name.value == name for field in layout.fields)


def fields_of(term: Term, values: Mapping[str, Term]) -> frozenset[str]:
    """The fields that a formula uses, by itself or through values."""
    found: set[str] = set()
    looked_at: set[str] = set()
    waiting = [term]
    while waiting:
        one = waiting.pop()
        waiting += one.operands
        if one.operator == "field":
            found.add(one.name)
        elif one.operator == "value" and one.name not in looked_at:
            looked_at.add(one.name)
            waiting.append(values[one.name])
    return frozenset(found)
