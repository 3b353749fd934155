"""Sensors to IR: one driver for each part and kind of bus, and what each sensor feeds."""

from __future__ import annotations

from fractions import Fraction
from typing import Optional

from .. import ir
from ..kinds.metric import Initial
from ..kinds.sensor import OnStale
from ..kinds.value import ValueKind
from ..model.application import Model
from ..model.metric import Metric
from ..model.sensor import AGE, ERRORS, EVERY_FAILURE, READS, UP, Binding, Bus, Sensor
from .conversions import Wanted, make_conversion
from .drivers import make_driver, setting_value

_Part = tuple[str, bool]  # the name of a device, and whether it is on SPI
_Conversions = dict[tuple[_Part, Wanted], ir.Conversion]


def lower_sensors(model: Model) -> Optional[ir.Sensors]:
    if not model.sensors:
        return None
    drivers = _drivers(model)
    conversions = _conversions(model, drivers)
    used = {sensor.bus.name.value for sensor in model.sensors}
    return ir.Sensors(
        buses=tuple(_bus(bus) for bus in model.buses if bus.name.value in used),
        slots=tuple(_slot(model, sensor, drivers[_part(sensor)], conversions) for sensor in model.sensors),
        drivers=tuple(drivers.values()),
        conversions=tuple(conversions.values()),
        health=ir.Health(UP, READS, ERRORS, AGE, EVERY_FAILURE) if model.sensor_health else None,
    )


def _part(sensor: Sensor) -> _Part:
    return sensor.device.name.value, sensor.bus.spi


def _bus(bus: Bus) -> ir.Bus:
    return ir.Bus(bus.name.value, bus.spi, bus.frequency)


def _clock(sensor: Sensor) -> int:
    """SPI: the fastest clock that both the part and its bus stand."""
    of_part, of_bus = sensor.device.spi, sensor.bus.frequency
    if not sensor.bus.spi or of_part is None:
        return 0
    return of_part.frequency if of_bus is None else min(of_part.frequency, of_bus)


def _drivers(model: Model) -> dict[_Part, ir.Driver]:
    devices = {_part(sensor): sensor.device for sensor in model.sensors}
    return {part: make_driver(device, part[1]) for part, device in devices.items()}


def _conversions(model: Model, drivers: dict[_Part, ir.Driver]) -> _Conversions:
    """Those that any of a part's sensors needs, a part after the other."""
    devices = {_part(sensor): sensor.device for sensor in model.sensors}
    wanted: dict[_Part, dict[Wanted, None]] = {part: {} for part in drivers}
    for metric in model.metrics:
        for binding in metric.bindings:
            conversion = _wanted(metric, binding)
            if conversion:
                wanted[_part(binding.sensor)][conversion] = None
    each = ((part, conversion) for part, conversions in wanted.items() for conversion in conversions)
    return {
        (part, conversion): make_conversion(devices[part], drivers[part], number, conversion)
        for number, (part, conversion) in enumerate(each)
    }


def _wanted(metric: Metric, binding: Binding) -> Optional[Wanted]:
    """The conversion for a binding; None where its value is calculated in floating point."""
    if metric.value.is_floating:
        return None
    places = metric.value.places if metric.value.kind is ValueKind.DECIMAL else 0
    bits = 64 if metric.value.storage in (ValueKind.INT64, ValueKind.UINT64) else 32
    return Wanted(binding.sensor.device.number(binding.channel), binding.scale, binding.offset, places, bits)


def _slot(model: Model, sensor: Sensor, driver: ir.Driver, conversions: _Conversions) -> ir.Slot:
    feeds = tuple(
        _feed(metric, binding, driver, conversions)
        for metric in model.metrics
        for binding in metric.bindings
        if binding.sensor.name.value == sensor.name.value
    )
    settings = tuple((name, setting_value(sensor.device.setting(name), written)) for name, written in sensor.settings)
    return ir.Slot(
        name=sensor.name.value,
        driver=driver,
        bus=_bus(sensor.bus),
        number=sensor.number,
        frequency=_clock(sensor),
        every=sensor.every,
        max_age=sensor.max_age,
        settings=settings,
        identify=sensor.identify,
        feeds=feeds,
    )


def _feed(metric: Metric, binding: Binding, driver: ir.Driver, conversions: _Conversions) -> ir.Feed:
    wanted, number = _wanted(metric, binding), binding.sensor.device.number(binding.channel)
    steps = 10**wanted.places if wanted else 1
    low, high = binding.range or (None, None)
    if metric.value.kind in (ValueKind.UINT32, ValueKind.UINT64) and low is None:
        low = Fraction(0)
    forgets = binding.on_stale is OnStale.NAN or (binding.on_stale is OnStale.OMIT and metric.initial is Initial.ABSENT)
    return ir.Feed(
        family=metric.name.value,
        labels=tuple((label.enum.value, value) for label, value in zip(metric.labels, binding.labels)),
        channel=next(channel for channel in driver.channels if channel.number == number),
        turn=binding.turn,
        value=metric.value,
        conversion=conversions[_part(binding.sensor), wanted] if wanted else None,
        scale=binding.scale,
        offset=binding.offset,
        low=None if low is None else low * steps,
        high=None if high is None else high * steps,
        max_age=binding.sensor.max_age if forgets else None,
        on_stale=binding.on_stale,
    )
