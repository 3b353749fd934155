"""The sensors of an application once every decision is made: drivers, samplers, and what each feeds."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Optional

from ..names import cpp as naming
from .drivers import Driver, Scaling, make_driver
from ..model.metric import Initial, Metric, Model, ValueKind
from ..model.sensor import AGE, ERRORS, HEALTH, READS, UP, Binding, Sensor

DEFAULT_FREQUENCY = 100_000


@dataclass(frozen=True)
class Feed:
    """One series: how it is reached in `Metrics`, and what it is set to."""

    series: str  # metrics.temperature.labels(Sensor::bme680)
    channel: int  # its bit in published()
    value: str  # the driver's call
    value_type: str  # what the call returns
    setter: str  # set or set_scaled
    low: Optional[Fraction]
    high: Optional[Fraction]
    max_age: Optional[int]
    stale: str  # the call when it has become too old
    floating: bool


@dataclass(frozen=True)
class Slot:
    """One sensor: its member, its driver, and the series that it feeds."""

    member: str
    sensor: Sensor
    driver: Driver
    feeds: tuple[Feed, ...]


@dataclass(frozen=True)
class SensorUnit:
    application: str
    buses: tuple[tuple[str, bool], ...]  # those that sensors are on, in the schema's order: name, whether SPI
    slots: tuple[Slot, ...]
    drivers: tuple[Driver, ...]
    health: dict[str, str]  # members of Metrics by the metric's name; empty when switched off


def lower_sensors(model: Model) -> Optional[SensorUnit]:
    if not model.sensors:
        return None
    drivers = _drivers(model)
    members = {metric.name.value: naming.member(metric.name.value) for metric in model.metrics}
    names = {sensor.bus.name.value for sensor in model.sensors}
    used = [(bus.name.value, bus.spi) for bus in model.buses if bus.name.value in names]
    slots = tuple(
        Slot(
            naming.member(sensor.name.value),
            sensor,
            drivers[(sensor.device.name.value, sensor.bus.spi)],
            tuple(
                _feed(metric, binding)
                for metric in model.metrics
                for binding in metric.bindings
                if binding.sensor.name.value == sensor.name.value
            ),
        )
        for sensor in model.sensors
    )
    has_health = any(metric.name.value == UP for metric in model.metrics if not metric.bindings)
    health = {name: members[name] for name in HEALTH} if has_health else {}
    return SensorUnit(model.application.value, tuple(used), slots, tuple(drivers.values()), health)


def _drivers(model: Model) -> dict[tuple[str, bool], Driver]:
    """One driver for each device and kind of bus, with the scalings that any of its sensors needs."""
    scalings: dict[tuple[str, bool], dict[str, Scaling]] = {}
    for sensor in model.sensors:
        scalings.setdefault((sensor.device.name.value, sensor.bus.spi), {})
    for metric in model.metrics:
        for binding in metric.bindings:
            scaling = _scaling(metric, binding)
            if scaling:
                key = (binding.sensor.device.name.value, binding.sensor.bus.spi)
                scalings[key].setdefault(scaling.function, scaling)
    devices = {sensor.device.name.value: sensor.device for sensor in model.sensors}
    return {
        (name, spi): make_driver(model.application.value, devices[name], spi, tuple(wanted.values()))
        for (name, spi), wanted in scalings.items()
    }


def _scaling(metric: Metric, binding: Binding) -> Optional[Scaling]:
    if metric.value.is_floating:
        return None
    places = metric.value.places if metric.value.kind is ValueKind.DECIMAL else 0
    bits = 64 if metric.value.storage.endswith("64") else 32
    return Scaling(binding.channel, binding.scale, binding.offset, places, bits)


def _feed(metric: Metric, binding: Binding) -> Feed:
    scaling, channel = _scaling(metric, binding), binding.channel
    turn = str(binding.turn) if channel.turns else ""
    number = binding.turn + sum(
        max(1, len(one.labels)) for one in binding.sensor.device.channels[: binding.sensor.device.channels.index(channel)]
    )
    series = f"metrics.{naming.member(metric.name.value)}"
    if metric.labels:
        pairs = zip(metric.labels, binding.labels)
        series += f".labels({', '.join(f'{label.enum}::{naming.enumerator(value)}' for label, value in pairs)})"
    member, scale = naming.member(binding.sensor.name.value), 1
    if scaling:
        scale = 10**scaling.places
        value, type_ = f"{member}.{scaling.function}({turn})", f"std::int{scaling.bits}_t"
    else:
        type_ = str(metric.value.kind.value)
        value = f"{member}.{channel.function}<{type_}>({turn})"
        value += f" * {type_}({float(binding.scale)!r})" if binding.scale != 1 else ""
        value += f" + {type_}({float(binding.offset)!r})" if binding.offset else ""
    low, high = binding.range or (None, None)
    if metric.value.kind in (ValueKind.UINT32, ValueKind.UINT64) and low is None:
        low = Fraction(0)
    stale = {
        "omit": "make_absent()" if metric.initial is Initial.ABSENT else "",
        "nan": "set(std::numeric_limits<{0}>::quiet_NaN())".format(type_),
        "hold": "",
    }[binding.on_stale]
    setter = "set_scaled" if metric.value.kind is ValueKind.DECIMAL else "set"
    return Feed(
        series=series,
        channel=number,
        value=value,
        value_type=type_,
        setter=setter if scaling is None or setter == "set_scaled" else f"set_{metric.value.kind.value}",
        low=None if low is None else low * scale,
        high=None if high is None else high * scale,
        max_age=binding.sensor.max_age if stale else None,
        stale=stale,
        floating=scaling is None,
    )


__all__ = ["AGE", "ERRORS", "READS", "UP", "Feed", "SensorUnit", "Slot", "lower_sensors"]
