"""What notes say of the steps of a description."""

from __future__ import annotations

from ..device import model
from ..device.model import Bytes, Layout, Register, Step
from ..ir import program as ir


def register_name(register: Register) -> ir.RegisterName:
    return ir.RegisterName(register.name.value, register.at)


def noted(step: Step) -> ir.Step:
    """The step as notes name it."""
    if isinstance(step, model.Read):
        return ir.Step("read", (register_name(step.register),))
    if isinstance(step, model.Write):
        return ir.Step("modify" if step.modify else "write", tuple(register_name(register) for register, _ in step.values))
    if isinstance(step, model.Exchange):
        return _exchange(step)
    if isinstance(step, model.Wait):
        known = step.microseconds.constant
        return ir.Step("wait", words="" if known is None else _time(int(known)))
    if isinstance(step, model.Repeat):
        return ir.Step("repeat", words=f"at most {step.times} times, every {_time(step.every)}")
    if isinstance(step, model.Require):
        return ir.Step("check")
    if isinstance(step, model.Choose):
        return ir.Step("if")
    if isinstance(step, model.Part):
        return ir.Step("part")
    if isinstance(step, model.Each):
        return ir.Step("each", words=f"{step.turns} turns")
    return ir.Step("publish", words=", ".join(dict.fromkeys(channel.kind.value for channel in step.channels)))


def _exchange(step: model.Exchange) -> ir.Step:
    fields = _fields(step.receive) if step.receive else ""
    if step.receive and step.send:
        return ir.Step("exchange", words=fields)
    return ir.Step("receive", words=fields) if step.receive else ir.Step("send", words=_bytes(step.send or Bytes(())))


def _fields(layout: Layout) -> str:
    return ", ".join(field.name.value for field in layout.fields)


def _bytes(send: Bytes) -> str:
    """The numbers that are sent, where all are known."""
    numbers = [item[0].constant for item in send.items if item]
    if any(number is None for number in numbers):
        return ""
    widths = [item[1] for item in send.items if item]
    return ", ".join(f"0x{int(number or 0):0{2 * width}X}" for number, width in zip(numbers, widths))


def _time(microseconds: int) -> str:
    return f"{microseconds // 1000} ms" if microseconds % 1000 == 0 else f"{microseconds} us"
