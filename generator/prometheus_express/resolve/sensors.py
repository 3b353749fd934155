"""Reads buses and sensors, with the descriptions of their devices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Optional

from ..device.duration import longest_sample
from ..device.evaluate import Known
from ..device.library import Described
from ..device.model import Channel, Device
from ..device.part_names import meant_part, of_maker
from ..device.settings import choice_index, why_not
from ..document.nodes import Entry, Mapping, Node, Scalar
from ..document.quantities import parse_duration, parse_frequency
from ..document.structure import as_integer
from ..kinds.sensor import OnStale
from ..model.sensor import Bus, Sensor
from ..names.text import Text
from ..problems.position import Span
from ..problems.problem import Note, Problem
from ..problems.proposals import listed, nearest

LONGEST = 2**31 - 1  # milliseconds: what a clock of 32 bits can tell apart
STANDARD_MODE, FASTEST = 100_000, 1_000_000_000  # hertz: an I2C bus where nothing is written; the limit of a schema
STALE_AFTER = 5  # readings that are missing, where no max_age is written


@dataclass(frozen=True)
class Source:
    """A channel of a sensor, and the turn in which it is measured."""

    sensor: Sensor
    channel: Channel
    turn: int

    @property
    def label(self) -> str:
        """The channel's own label; empty where it has none."""
        return self.channel.labels[self.turn] if self.channel.labels else ""


@dataclass(frozen=True)
class Reading:
    """A series of a metric, by the values of its labels, and what it is read from."""

    labels: tuple[str, ...]
    written: Scalar
    source: Source


class SensorReader:
    def __init__(self, described: Described) -> None:
        document = described.document
        self.described = described
        self.problems: list[Problem] = []
        self.buses = {entry.key.text: self.described_bus(entry) for entry in entries(document.root, "buses")}
        self.taken: dict[tuple[str, int], Span] = {}
        self.written = frozenset(_written_places(document.root))
        self.sensors: dict[str, Sensor] = {}
        for entry in entries(document.root, "sensors"):
            sensor = self.sensor(entry)
            if sensor:
                self.sensors[entry.key.text] = sensor

    def problem(self, slug: str, message: str, span: Span, fix: str, *notes: Note) -> None:
        self.problems.append(Problem(slug, message, span, fix, notes))

    def sensor(self, entry: Entry) -> Optional[Sensor]:
        node = entry.value
        assert isinstance(node, Mapping)
        device = self.device(scalar(node.get("device")))
        bus = self.bus(scalar(node.get("bus")))
        if device is None or bus is None:
            return None
        if (device.spi if bus.spi else device.i2c) is None:
            kind = "spi" if bus.spi else "i2c"
            message = f"`{device.name}` cannot be on `{bus.name}`, an {kind} bus"
            self.problem("bus-of-other-type", message, node.get("bus").span, f"name an {_other(kind)} bus")  # type: ignore[union-attr]
            return None
        number = self.number(entry, node, device, bus)
        every, settings = self.duration(node, "every"), self.settings(node, device)
        pause = max(every, longest_sample(Known(device, dict(settings))))
        stale = node.get("on_stale")
        identify = node.get("identify")
        return Sensor(
            name=Text(entry.key.text, entry.key.span),
            device=device,
            bus=bus,
            number=number,
            every=every,
            max_age=self.duration(node, "max_age") if node.get("max_age") else min(STALE_AFTER * pause, LONGEST),
            on_stale=OnStale(stale.text) if isinstance(stale, Scalar) else OnStale.OMIT,
            settings=settings,
            identify=not (isinstance(identify, Scalar) and identify.text == "false"),
            labels=tuple((_text(one.key), _text(scalar(one.value))) for one in entries(node, "labels")),
            spans=tuple((part.key.text, part.key.span if part.key.text == "settings" else part.value.span) for part in node.entries),
        )

    def device(self, name: Scalar) -> Optional[Device]:
        described = self.described
        if name.text in described.devices:
            return described.devices[name.text]
        if name.text.startswith("."):
            fix = "write the path of a device description as seen from this file"
            self.problem("unknown-device", f"there is no file `{name.text}`", name.span, fix)
        else:
            meant, others = meant_part(name.text, described.library), of_maker(name.text, described.library)
            own = "describe it in a file of your own, `device: ./my_sensor.yaml`"
            fix = f"did you mean `{meant}`?" if meant else f"{own}, or take {listed(others)}" if others else own
            self.problem("unknown-device", f"the library has no device `{name.text}`", name.span, fix)
        return None

    def described_bus(self, entry: Entry) -> Bus:
        node = entry.value
        assert isinstance(node, Mapping)
        spi, frequency = scalar(node.get("type")).text == "spi", node.get("frequency")
        hertz = parse_frequency(frequency.text) if isinstance(frequency, Scalar) else None if spi else STANDARD_MODE
        if frequency is not None and hertz is not None and not 1 <= hertz <= FASTEST:
            text = scalar(frequency).text
            self.problem("out-of-range", f"`frequency` cannot be {text}", frequency.span, "write a frequency from 1Hz to 1000MHz")
        return Bus(Text(entry.key.text, entry.key.span), spi, hertz)

    def bus(self, name: Scalar) -> Optional[Bus]:
        if name.text not in self.buses:
            meant = nearest(name.text, self.buses) or next(iter(self.buses), None)
            fix = f"did you mean `{meant}`?" if meant else f"add `buses: {{{name.text}: {{type: i2c}}}}`"
            self.problem("unknown-bus", f"there is no bus `{name.text}`", name.span, fix)
        return self.buses.get(name.text)

    def number(self, entry: Entry, node: Mapping, device: Device, bus: Bus) -> int:
        key, other = ("select", "address") if bus.spi else ("address", "select")
        foreign, written = node.entry(other), node.get(key)
        if foreign:
            message = f"on `{bus.name}`, a part has no `{other}`"
            self.problem("key-of-other-bus", message, foreign.key.span, f"write `{key}`")
        choices = device.i2c.addresses if device.i2c and not bus.spi else ()
        number = as_integer(written) if isinstance(written, Scalar) else choices[0] if choices else 0
        if choices and number not in choices and isinstance(written, Scalar):
            message, halved = f"`{device.name}` cannot have the address {written.text}", number >> 1
            fix = f"did you mean 0x{halved:02X}? {written.text} is that with the bit for reading and writing"
            fix = fix if halved in choices else f"write {_listed_addresses(choices)}"
            self.problem("unknown-address", message, written.span, fix)
        span = written.span if written else entry.key.span
        first = self.taken.setdefault((bus.name.value, number), span)
        if first is not span:
            text = f"the chip select {number}" if bus.spi else f"the address 0x{number:02X}"
            message, note = f"{text} on `{bus.name}` is taken", Note("it is used here already", first)
            self.problem("address-taken", message, span, self.free_place(device, bus, choices), note)
        return number

    def free_place(self, device: Device, bus: Bus, addresses: tuple[int, ...]) -> str:
        """What to write where the place of a part is taken."""
        taken = {number for name, number in (*self.taken, *self.written) if name == bus.name.value}
        if bus.spi:
            return f"write `select: {min(set(range(256)) - taken, default=0)}`"
        free = [address for address in addresses if address not in taken]
        if free:
            return f"write `address: {_listed_addresses(free)[1:]}"
        return f"put it on another bus: no address that `{device.name}` can have is free on `{bus.name}`"

    def duration(self, node: Mapping, key: str) -> int:
        written = scalar(node.get(key))
        milliseconds = parse_duration(written.text)
        if not 1 <= milliseconds <= LONGEST:
            self.problem("out-of-range", f"`{key}` cannot be {written.text}", written.span, "write a time from 1ms to 596h")
        return min(max(milliseconds, 1), LONGEST)

    def settings(self, node: Mapping, device: Device) -> tuple[tuple[str, str], ...]:
        known = {setting.name.value: setting for setting in device.settings}
        chosen: list[tuple[str, str]] = []
        for entry in entries(node, "settings"):
            name, value = entry.key.text, scalar(entry.value)
            setting = known.get(name)
            if setting is None:
                meant = nearest(name, known)
                has = f"it has {listed(list(known))}" if known else "delete it"
                fix = f"did you mean `{meant}`?" if meant else has
                self.problem("unknown-setting", f"`{device.name}` has no setting `{name}`", entry.key.span, fix)
                continue
            wrong = why_not(setting, value.text)
            if wrong:
                fix = f"write a number from {float(setting.minimum):.10g} to {float(setting.maximum):.10g}"
                fix = f"write {listed(setting.choices)}" if setting.choices else fix
                self.problem("unfit-setting", f"`{value.text}` for `{name}` {wrong}", value.span, fix)
                continue
            place = choice_index(setting, value.text) if setting.choices else None
            chosen.append((name, value.text if place is None else setting.choices[place]))
        return tuple(chosen)


def _written_places(root: Mapping) -> Iterator[tuple[str, int]]:
    """The bus and number of each sensor that names them."""
    for entry in entries(root, "sensors"):
        assert isinstance(entry.value, Mapping)
        number = entry.value.get("address") or entry.value.get("select")
        if isinstance(number, Scalar):
            yield scalar(entry.value.get("bus")).text, as_integer(number)


def _listed_addresses(addresses: Iterable[int]) -> str:
    return listed([f"0x{address:02X}" for address in addresses])


def _text(written: Scalar) -> Text:
    return Text(written.text, written.span)


def _other(kind: str) -> str:
    return "spi" if kind == "i2c" else "i2c"


def entries(node: Mapping, key: str) -> tuple[Entry, ...]:
    value = node.get(key)
    return value.entries if isinstance(value, Mapping) else ()


def scalar(node: Optional[Node]) -> Scalar:
    assert isinstance(node, Scalar)
    return node
