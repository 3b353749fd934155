"""The steps of a device to the program of its driver."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

from ..device import model
from ..device.model import Bytes, Device, FieldValues, Layout, Patience, Register, Step
from ..expression.term import Term
from ..ir import program as ir
from .blocks import Blocks
from .noted import noted, register_name
from .registers import data_statements, number
from .simplify import negated


def make_program(device: Device, spi: bool) -> ir.Program:
    builder = _Builder(device, spi)
    builder.section(ir.Section.START, device.start)
    if device.identify:
        known = builder.reserve()
        with builder.of_step(ir.Step("identify", words="unless it is switched off")):
            builder.add(ir.SkipIdentification(known))
            builder.steps(device.identify)
        builder.place(known)
    builder.page = None
    builder.section(ir.Section.PREPARE, device.prepare)
    measure = builder.reserve()
    builder.place(measure)
    builder.page = None
    builder.section(ir.Section.MEASURE, device.measure)
    builder.add(ir.Finish())
    blocks = tuple(builder.blocks)
    statements = [statement for block in blocks for statement in block.statements]
    sizes = [max(one.out, one.into) for one in statements if isinstance(one, ir.Transfer)]
    program = ir.Program(blocks, 0, max(sizes, default=1), any(isinstance(one, ir.Turn) for one in statements))
    return replace(program, measure=program.number(measure))


def kept_field(device: Device, name: str) -> ir.Field:
    """A field as the driver keeps it."""
    read = device.fields[name]
    return ir.Field(name, read.bits, read.signed, read.little, read.first, device.fields_in_turns.get(name, 0))


class _Builder(Blocks):
    def __init__(self, device: Device, spi: bool) -> None:
        super().__init__(device)
        self.spi = device.spi if spi else None
        self.in_turn = False
        self.rescue: Optional[ir.Label] = None
        self.page: Optional[int] = None  # the half of the registers that is known to be reached

    def section(self, section: ir.Section, steps: tuple[Step, ...]) -> None:
        self.coming = section if steps else None
        self.steps(steps)

    def steps(self, steps: tuple[Step, ...]) -> None:
        for step in steps:
            with self.of_step(noted(step)):
                self.lower(step)

    def lower(self, step: Step) -> None:
        if isinstance(step, model.Read):
            self.read(step)
        elif isinstance(step, model.Write):
            self.write(step)
        elif isinstance(step, model.Exchange):
            self.exchange(step)
        elif isinstance(step, model.Wait):
            self.pause(step.microseconds)
        elif isinstance(step, model.Repeat):
            self.repeat(step)
        elif isinstance(step, model.Require):
            self.add(ir.FailIf(negated(step.condition), step.otherwise))
        elif isinstance(step, model.Choose):
            self.choose(step)
        elif isinstance(step, model.Part):
            self.part(step)
        elif isinstance(step, model.Each):
            self.each(step)
        else:
            self.publish(step)

    def read(self, step: model.Read) -> None:
        base = self.fetch(step.register, step.patience)
        self.decode(step.register.layout, base)

    def fetch(self, register: Register, patience: Optional[Patience]) -> int:
        """Reads a register into the buffer; where its first byte stands."""
        if self.spi:
            self.turn_page(register)
            at = register.at & 0x7F if self.spi.page else register.at
            self.add(ir.Put(0, number(at | self.spi.read_flag), 1))
            self.transfer(1, 1 + register.layout.bytes, patience)
            return 1
        width = register.pointer_bytes
        pointer: ir.Preparation = ir.Put(0, number(register.at), width)
        self.write_and_read([pointer], width, register.layout.bytes, patience)
        return 0

    def write_and_read(self, puts: list[ir.Preparation], out: int, into: int, patience: Optional[Patience]) -> None:
        gap = self.device.i2c.gap if self.device.i2c and not self.spi else 0
        if gap and out and into:
            self.add(*puts)
            self.transfer(out, 0, None)
            self.pause(number(gap))
            self.transfer(0, into, patience)
            return
        if patience:
            self.set_tries(patience)
        self.add(*puts)
        self.transfer(out, into, patience, prepared=True)

    def set_tries(self, patience: Patience) -> None:
        first = self.reserve()
        self.add(ir.SetCount("tries", patience.times, first))
        self.place(first)

    def transfer(self, out: int, into: int, patience: Optional[Patience], prepared: bool = False) -> None:
        if patience and not prepared:
            self.set_tries(patience)
        done = self.reserve()
        self.add(ir.Transfer(out, into, done, patience.every if patience else 0))
        self.place(done)

    def turn_page(self, register: Register) -> None:
        if not self.spi or not self.spi.page:
            return
        at, lower, upper = self.spi.page
        half = register.at >> 7
        if self.page != half:
            self.page = half
            self.add(ir.Put(0, number(at & 0x7F), 1), ir.Put(1, number(upper if half else lower), 1))
            self.transfer(2, 0, None)

    def decode(self, layout: Layout, base: int) -> None:
        for check in layout.checks:
            self.add(ir.CheckSum(base + check.at - check.count, check.count))
        names = [field.name.value for field in layout.fields]
        self.add(*(ir.Store(kept_field(self.device, name), base) for name in names if name in self.device.fields))

    def write(self, step: model.Write) -> None:
        pairs = self.spi.pairs if self.spi else self.device.i2c is not None and self.device.i2c.pairs
        if pairs and not step.modify and len({register.at >> 7 for register, _ in step.values}) == 1:
            self.turn_page(step.values[0][0])
            at = 0
            for register, values in step.values:
                at = self.put(register, values, at, None)
            self.transfer(at, 0, None)
            return
        for register, values in step.values:
            with self.of_step(ir.Step("modify" if step.modify else "write", (register_name(register),))):
                self.turn_page(register)
                base = self.fetch(register, None) if step.modify else None
                self.transfer(self.put(register, values, 0, base), 0, None)

    def put(self, register: Register, values: FieldValues, at: int, base: Optional[int]) -> int:
        """Number and data of a register at byte `at` of the buffer; where they end. `base`: where its old data stand."""
        pointer, width = register.at, 1 if self.spi else register.pointer_bytes
        if self.spi:
            pointer = (pointer & 0x7F if self.spi.page else pointer) & ~self.spi.read_flag
        self.add(*data_statements(register, values, at + width, base), ir.Put(at, number(pointer), width))
        return at + width + register.layout.bytes

    def exchange(self, step: model.Exchange) -> None:
        puts, out = self.puts(step.send or Bytes(()))
        into = step.receive.bytes if step.receive else 0
        self.write_and_read(puts, out, into, step.patience)
        if step.receive:
            self.decode(step.receive, 0)

    def puts(self, send: Bytes) -> tuple[list[ir.Preparation], int]:
        found: list[ir.Preparation] = []
        at = last = 0
        for item in send.items:
            if item is None:
                found.append(ir.PutChecksum(at, at - last, last))
                at += 1
                continue
            term, last, little = item
            found.append(ir.Put(at, term, last, little))
            at += last
        return found, at

    def pause(self, microseconds: Term) -> None:
        label = self.reserve()
        self.add(ir.Pause(microseconds, label))
        self.place(label)

    def repeat(self, step: model.Repeat) -> None:
        self.page = None
        self.add(ir.SetCount("repeats", step.times - 1))
        first, done = self.here(), self.reserve()
        self.steps(step.steps)
        self.add(ir.Jump(done, step.until), ir.RepeatAfter(step.every, first, done, step.otherwise))
        self.place(done)
        self.page = None

    def choose(self, step: model.Choose) -> None:
        other, end = self.reserve(), self.reserve()
        self.page = None
        self.add(ir.Jump(other, negated(step.condition)))
        self.steps(step.then)
        if step.otherwise:
            self.add(ir.Jump(end))
        self.place(other)
        self.page = None
        self.steps(step.otherwise)
        self.place(end)
        self.page = None

    def part(self, step: model.Part) -> None:
        outer, end = self.rescue, self.reserve()
        self.rescue = end
        self.add(ir.Rescue(end))
        self.steps(step.steps)
        self.place(end)
        self.rescue, self.page = outer, None
        self.add(ir.Rescue(outer))

    def each(self, step: model.Each) -> None:
        self.page = None
        self.add(ir.Turn())
        first = self.here()
        self.in_turn = True
        self.steps(step.steps)
        self.in_turn = False
        self.add(ir.Turn(step.turns, first))

    def publish(self, step: model.Publish) -> None:
        self.add(*(ir.Emit(self.device.number(channel), self.in_turn) for channel in step.channels))
