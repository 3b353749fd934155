"""Reads the steps of a device: what goes over the bus, and when."""

from __future__ import annotations

from collections.abc import Callable
from typing import Optional

from ..document.nodes import Mapping, Node, Scalar, Sequence
from ..document.structure import as_integer
from ..expression.syntax import Number, parse
from ..expression.term import Kind
from ..problems.problem import Note
from ..problems.proposals import listed, nearest
from . import model
from .flow import Flow
from .model import Channel, Layout, Patience, Publish, Register, Step
from .sent import SentReader
from .times import tells_time, with_unit
from .typing import Scope


class StepReader:
    def __init__(
        self, scope: Scope, registers: dict[str, Register], layouts: dict[int, Layout], channels: tuple[Channel, ...]
    ) -> None:
        self.scope, self.layouts, self.channels = scope, layouts, channels
        self.sent = SentReader(scope, registers)
        self.flow = Flow(registers, scope.values)
        self.publishes = False
        self.failure = "no_data"
        self.repeats = 0

    def section(self, node: Optional[Node], name: str) -> tuple[Step, ...]:
        self.failure = "wrong_id" if name == "identify" else "no_data"
        self.scope.used_now = self.flow.used
        with self.flow.section(name):
            return self.steps(node)

    def steps(self, node: Optional[Node]) -> tuple[Step, ...]:
        items = node.items if isinstance(node, Sequence) else ()
        return tuple(step for item in items if isinstance(item, Mapping) for step in self.step(item))

    def step(self, node: Mapping) -> tuple[Step, ...]:
        verb = next(entry.key.text for entry in node.entries if entry.key.text in VERBS)
        step = VERBS[verb](self, node)
        return (step,) if step is not None else ()

    def read(self, node: Mapping) -> Optional[Step]:
        register = self.sent.register(_scalar(node, "read"))
        if register is None:
            return None
        self.flow.read(register.layout)
        return model.Read(register, self.patience(node))

    def write(self, node: Mapping) -> Step:
        return model.Write(self.sent.writes(_mapping(node, "write"), False), False)

    def modify(self, node: Mapping) -> Step:
        self.flow.answer()
        return model.Write(self.sent.writes(_mapping(node, "modify"), True), True)

    def send(self, node: Mapping) -> Step:
        return model.Exchange(self.sent.bytes(_sequence(node, "send")), None)

    def receive(self, node: Mapping) -> Step:
        layout = self.layouts[id(node.get("receive"))]
        self.flow.read(layout)
        return model.Exchange(None, layout, self.patience(node))

    def exchange(self, node: Mapping) -> Step:
        both = _mapping(node, "exchange")
        layout = self.layouts[id(both.get("receive"))]
        send = self.sent.bytes(_sequence(both, "send"))
        self.flow.read(layout)
        return model.Exchange(send, layout, self.patience(node))

    def wait(self, node: Mapping) -> Step:
        written = _scalar(node, "wait")
        wait = model.Wait(self.scope.term(written, Kind.INTEGER))
        if not tells_time(written.text, self.scope):
            fix = f"write for example `{with_unit(written.text)}`"
            self.scope.problem("wait-without-unit", f"nothing says in which unit of time `{written.text}` is", written.span, fix)
        return wait

    def repeat(self, node: Mapping) -> Step:
        every, times, steps = _microseconds(node, "every"), _integer(node, "times"), node.get("repeat")
        if self.repeats and steps:  # a driver counts one loop at a time
            self.scope.problem("nested-repeat", "a `repeat` stands in another one", steps.span, "ask for both in one condition")
        self.repeats += 1
        repeated = self.steps(steps)
        self.repeats -= 1
        until = self.scope.term(_scalar(node, "until"), Kind.TRUTH)
        return model.Repeat(repeated, until, every, times, _word(node, "otherwise", "timeout"))

    def check(self, node: Mapping) -> Step:
        return model.Require(self.scope.term(_scalar(node, "check"), Kind.TRUTH), _word(node, "otherwise", self.failure))

    def choose(self, node: Mapping) -> Step:
        condition = self.scope.term(_scalar(node, "if"), Kind.TRUTH)
        before = self.flow.state
        then, after_then = self.steps(node.get("then")), self.flow.state
        self.flow.state = before
        otherwise = self.steps(node.get("else"))
        self.flow.join(after_then)
        return model.Choose(condition, then, otherwise)

    def part(self, node: Mapping) -> Step:
        with self.flow.part():
            return model.Part(self.steps(node.get("part")))

    def each(self, node: Mapping) -> Optional[Step]:
        value = _scalar(node, "each")
        channel = next((one for one in self.channels if one.kind.value == value.text and one.turns), None)
        if channel is None:
            fix = "name a channel that has `inputs`"
            self.scope.problem("each-without-inputs", f"`{value.text}` is no channel with inputs", value.span, fix)
            return None
        self.scope.turn = (channel.label_name, len(channel.labels))
        steps = self.steps(node.get("do"))
        self.scope.turn = None
        return model.Each(len(channel.labels), steps)

    def publish(self, node: Mapping) -> Step:
        self.publishes = True
        chosen: list[Channel] = []
        for item in _sequence(node, "publish").items:
            assert isinstance(item, Scalar)
            kind, _, label = item.text.partition(".")
            found = [one for one in self.channels if one.kind.value == kind and (not label or label in one.labels)]
            if not found:
                names = [one.kind.value for one in self.channels]
                meant = nearest(item.text, names)
                fix = f"did you mean `{meant}`?" if meant else f"write {listed(names or ['channels'])}"
                self.scope.problem("unknown-channel", f"there is no channel `{item.text}`", item.span, fix)
            chosen += found
            for channel in found:
                self.flow.published(channel, Note("it is published here", item.span))
        return Publish(tuple(chosen))

    def publish_all(self) -> Step:
        """At the end of `measure`, where no step publishes."""
        for channel in self.channels:
            self.flow.published(channel)
        return Publish(self.channels)

    @staticmethod
    def patience(node: Mapping) -> Optional[Patience]:
        value = node.get("until_ready")
        return Patience(_microseconds(value, "every"), _integer(value, "times")) if isinstance(value, Mapping) else None


# Each step is called by its key.
VERBS: dict[str, Callable[[StepReader, Mapping], Optional[Step]]] = {
    "read": StepReader.read,
    "write": StepReader.write,
    "modify": StepReader.modify,
    "send": StepReader.send,
    "receive": StepReader.receive,
    "exchange": StepReader.exchange,
    "wait": StepReader.wait,
    "repeat": StepReader.repeat,
    "check": StepReader.check,
    "if": StepReader.choose,
    "part": StepReader.part,
    "each": StepReader.each,
    "publish": StepReader.publish,
}


def _scalar(node: Mapping, key: str) -> Scalar:
    value = node.get(key)
    assert isinstance(value, Scalar)
    return value


def _mapping(node: Mapping, key: str) -> Mapping:
    value = node.get(key)
    assert isinstance(value, Mapping)
    return value


def _sequence(node: Mapping, key: str) -> Sequence:
    value = node.get(key)
    assert isinstance(value, Sequence)
    return value


def _microseconds(node: Mapping, key: str) -> int:
    tree = parse(_scalar(node, key).text)
    assert isinstance(tree, Number)
    return int(tree.value)


def _integer(node: Mapping, key: str) -> int:
    return as_integer(_scalar(node, key))


def _word(node: Mapping, key: str, default: str) -> str:
    value = node.get(key)
    return value.text if isinstance(value, Scalar) else default
