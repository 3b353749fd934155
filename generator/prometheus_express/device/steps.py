"""Reads the steps of a device: what goes over the bus, and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Union

from . import model
from .layout import LayoutReader
from .model import Bytes, Channel, Field, Layout, Patience, Publish, Register, Step
from ..lower.registers import misplaced_little
from ..expression.syntax import Number, parse
from ..expression.term import Kind, Term
from .typing import Scope
from ..document.nodes import Entry, Mapping, Node, Scalar, Sequence
from ..problems.proposals import listed, nearest
from ..document.structure import as_integer


@dataclass
class StepLayouts:
    layouts: dict[int, Layout]  # by the identity of its node
    turns: dict[str, int]  # of fields read in a loop


def layouts_in_turns(root: Mapping, registers: dict[str, Register], reader: LayoutReader) -> StepLayouts:
    """The layouts that stand in steps, read before any formula, and which fields are read in a loop."""
    found = StepLayouts({}, {})
    inputs = {entry.key.text: _inputs(entry) for entry in _entries(root.get("channels"))}

    def visit(node: Optional[Node], turns: int) -> None:
        if isinstance(node, Sequence):
            for item in node.items:
                visit(item, turns)
        if not isinstance(node, Mapping):
            return
        inside = turns
        each = node.get("each")
        if isinstance(each, Scalar):
            inside = inputs.get(each.text, 0)
        fields: tuple[Field, ...] = ()
        receive, read = node.get("receive"), node.get("read")
        if isinstance(receive, Sequence):
            found.layouts[id(receive)] = reader.read(receive)
            fields = found.layouts[id(receive)].fields
        elif isinstance(read, Scalar) and read.text in registers:
            fields = registers[read.text].layout.fields
        if inside:
            found.turns.update((field.name.value, inside) for field in fields)
        for key in ("exchange", "repeat", "then", "else", "part", "do"):
            visit(node.get(key), inside)

    for section in ("start", "identify", "prepare", "measure"):
        visit(root.get(section), 0)
    return found


def _entries(node: Optional[Node]) -> tuple[Entry, ...]:
    return node.entries if isinstance(node, Mapping) else ()


def _inputs(entry: Entry) -> int:
    node = entry.value.get("inputs") if isinstance(entry.value, Mapping) else None
    return len(node.items) if isinstance(node, Sequence) else 0


class StepReader:
    def __init__(
        self, scope: Scope, registers: dict[str, Register], layouts: dict[int, Layout], channels: tuple[Channel, ...]
    ) -> None:
        self.scope, self.registers, self.layouts, self.channels = scope, registers, layouts, channels
        self.publishes = False
        self.failure = "no_data"
        self.repeats = 0

    def section(self, node: Optional[Node], name: str) -> tuple[Step, ...]:
        self.failure = "wrong_id" if name == "identify" else "no_data"
        return self.steps(node)

    def steps(self, node: Optional[Node]) -> tuple[Step, ...]:
        items = node.items if isinstance(node, Sequence) else ()
        return tuple(step for item in items if isinstance(item, Mapping) for step in self.step(item))

    def step(self, node: Mapping) -> tuple[Step, ...]:
        verb = node.entries[0].key.text
        for entry in node.entries:
            if entry.key.text in VERBS:
                verb = entry.key.text
        method = getattr(self, "step_" + verb)
        step = method(node, node.get(verb))
        return (step,) if step is not None else ()

    def step_read(self, node: Mapping, value: Scalar) -> Optional[Step]:
        register = self.register(value)
        return model.Read(register, self.patience(node)) if register else None

    def step_write(self, node: Mapping, value: Mapping) -> Step:
        return model.Write(self.writes(value, False), False)

    def step_modify(self, node: Mapping, value: Mapping) -> Step:
        return model.Write(self.writes(value, True), True)

    def step_send(self, node: Mapping, value: Sequence) -> Step:
        return model.Exchange(self.bytes(value), None)

    def step_receive(self, node: Mapping, value: Sequence) -> Step:
        return model.Exchange(None, self.layouts[id(value)], self.patience(node))

    def step_exchange(self, node: Mapping, value: Mapping) -> Step:
        send, receive = value.get("send"), value.get("receive")
        assert isinstance(send, Sequence)
        return model.Exchange(self.bytes(send), self.layouts[id(receive)], self.patience(node))

    def step_wait(self, node: Mapping, value: Scalar) -> Step:
        return model.Wait(self.scope.term(value, Kind.INTEGER))

    def step_repeat(self, node: Mapping, value: Sequence) -> Step:
        every, times, until = self.microseconds(node.get("every")), self.integer(node.get("times")), node.get("until")
        assert isinstance(until, Scalar)
        if self.repeats:  # a driver counts one loop at a time
            self.scope.problem("nested-repeat", "a `repeat` stands in another one", value.span, "ask for both in one condition")
        self.repeats += 1
        steps = self.steps(value)
        self.repeats -= 1
        return model.Repeat(steps, self.scope.term(until, Kind.TRUTH), every, times, self.word(node, "otherwise", "timeout"))

    def step_check(self, node: Mapping, value: Scalar) -> Step:
        return model.Require(self.scope.term(value, Kind.TRUTH), self.word(node, "otherwise", self.failure))

    def step_if(self, node: Mapping, value: Scalar) -> Step:
        return model.Choose(self.scope.term(value, Kind.TRUTH), self.steps(node.get("then")), self.steps(node.get("else")))

    def step_part(self, node: Mapping, value: Sequence) -> Step:
        return model.Part(self.steps(value))

    def step_each(self, node: Mapping, value: Scalar) -> Optional[Step]:
        channel = next((one for one in self.channels if one.kind.value == value.text and one.turns), None)
        if channel is None:
            fix = "name a channel that has `inputs`"
            self.scope.problem("each-without-inputs", f"`{value.text}` is no channel with inputs", value.span, fix)
            return None
        self.scope.turn = (channel.label_name, len(channel.labels))
        steps = self.steps(node.get("do"))
        self.scope.turn = None
        return model.Each(len(channel.labels), steps)

    def step_publish(self, node: Mapping, value: Sequence) -> Step:
        self.publishes = True
        chosen: list[Channel] = []
        for item in value.items:
            assert isinstance(item, Scalar)
            kind, _, label = item.text.partition(".")
            found = [one for one in self.channels if one.kind.value == kind and (not label or label in one.labels)]
            if not found:
                names = [one.kind.value for one in self.channels]
                meant = nearest(item.text, names)
                fix = f"did you mean `{meant}`?" if meant else f"write {listed(names or ['channels'])}"
                self.scope.problem("unknown-channel", f"there is no channel `{item.text}`", item.span, fix)
            chosen += found
        return Publish(tuple(chosen))

    def publish_all(self) -> Step:
        return Publish(self.channels)

    def register(self, name: Scalar) -> Optional[Register]:
        if name.text in self.registers:
            return self.registers[name.text]
        meant = nearest(name.text, self.registers)
        fix = f"did you mean `{meant}`?" if meant else "describe it under `registers`"
        self.scope.problem("unknown-register", f"there is no register `{name.text}`", name.span, fix)
        return None

    def writes(self, node: Mapping, modify: bool) -> tuple[tuple[Register, tuple[tuple[Optional[Field], Term], ...]], ...]:
        found = []
        for entry in node.entries:
            register = self.register(entry.key)
            if register and isinstance(entry.value, Mapping):
                values = tuple(self.field_values(register, entry.value))
                little = misplaced_little(register, values, modify)
                if little:
                    message = f"`{little.name}` comes lowest byte first, and the rest of `{register.name}` would not be as wanted"
                    self.scope.problem("partial-little-endian", message, entry.key.span, "write the whole register, all of it `le`")
                found.append((register, values))
            elif register and isinstance(entry.value, Scalar):
                whole: Optional[Field] = None
                found.append((register, ((whole, self.fitting(entry.value, 8 * register.layout.bytes)),)))
        return tuple(found)

    def field_values(self, register: Register, node: Mapping) -> list[tuple[Optional[Field], Term]]:
        values: list[tuple[Optional[Field], Term]] = []
        for entry in node.entries:
            field = next((one for one in register.layout.fields if one.name.value == entry.key.text), None)
            if field is None:
                names = [one.name.value for one in register.layout.fields]
                meant = nearest(entry.key.text, names)
                fix = f"did you mean `{meant}`?" if meant else f"write {listed(names or ['reserved'])}"
                message = f"the register `{register.name}` has no field `{entry.key.text}`"
                self.scope.problem("unknown-field", message, entry.key.span, fix)
            elif isinstance(entry.value, Scalar):
                values.append((field, self.fitting(entry.value, field.bits)))
        return values

    def fitting(self, node: Scalar, bits: int) -> Term:
        """A whole number that fits the bits: nothing is cut off unseen."""
        term = self.scope.term(node, Kind.INTEGER, Kind.TRUTH)
        if term.range and (term.range.low < -(2 ** (bits - 1)) or term.range.high >= 2**bits):
            values = f"goes from {term.range.low} to {term.range.high}" if term.constant is None else f"is {term.constant}"
            message = f"`{node.text}` {values}, which {bits} bits cannot hold"
            self.scope.problem("value-too-wide", message, node.span, f"cut it with `u{min(bits, 32)}(…)`, or bound it")
        return term

    def bytes(self, node: Sequence) -> Bytes:
        items: list[Optional[tuple[Term, int, bool]]] = []
        for item in node.items:
            if isinstance(item, Scalar) and item.text == "crc":
                items.append(None)
            elif isinstance(item, Scalar):
                items.append((self.fitting(item, 8), 1, False))
            elif isinstance(item, Mapping):
                for entry in item.entries:
                    assert isinstance(entry.value, Scalar)
                    width = 2 if entry.key.text.startswith("u16") else 1
                    items.append((self.fitting(entry.value, 8 * width), width, entry.key.text.endswith("le")))
        return Bytes(tuple(items))

    def patience(self, node: Mapping) -> Optional[Patience]:
        value = node.get("until_ready")
        if not isinstance(value, Mapping):
            return None
        return Patience(self.microseconds(value.get("every")), self.integer(value.get("times")))

    @staticmethod
    def microseconds(node: Optional[Node]) -> int:
        assert isinstance(node, Scalar)
        tree: Union[object, Number] = parse(node.text)
        assert isinstance(tree, Number)
        return int(tree.value)

    @staticmethod
    def integer(node: Optional[Node]) -> int:
        assert isinstance(node, Scalar)
        return as_integer(node)

    @staticmethod
    def word(node: Mapping, key: str, default: str) -> str:
        value = node.get(key)
        return value.text if isinstance(value, Scalar) else default


VERBS = frozenset(name[5:] for name in vars(StepReader) if name.startswith("step_"))
