"""Rows of the generated `Sensors`: each string stands in it as it is."""

from __future__ import annotations

import math

from .header import Row
from .text import comment, quoted
from .expression import decimal
from .driver import setting_value
from ..names.cpp import enumerator
from ..lower.sensors import AGE, ERRORS, READS, UP, Feed, SensorUnit, Slot
from ..model.sensor import EVERY_FAILURE, EVERY_SENSOR


def sensor_rows(unit: SensorUnit) -> Row:
    fresh = iter(range(1 << 16))
    slots = [_slot(slot, unit, [next(fresh) if feed.max_age else -1 for feed in slot.feeds]) for slot in unit.slots]
    expiries = [expiry for slot in slots for expiry in slot["expiries"]]
    kinds = {name: "Spi" if spi else "I2c" for name, spi in unit.buses}
    return {
        "banner": [f"// Sensors of {unit.application}, generated with {unit.application}.hpp. Do not edit."],
        "application": unit.application,
        "files": [driver.file for driver in unit.drivers],
        "parameters": ", ".join(f"px::bus::{kind}& {name}" for name, kind in kinds.items()),
        "lines": [{"name": f"{name}_line_", "bus": name} for name in kinds],
        "initializers": ", ".join(f"{name}_line_({name})" for name in kinds),
        "slots": slots,
        "freshness": len(expiries),
        "expiries": expiries,
        "max_ages": ", ".join(f"{{{expiry['max_age']}}}" for expiry in expiries),
        "health": _health(unit),
        "sensor_type": EVERY_SENSOR,
    }


def _health(unit: SensorUnit) -> list[Row]:
    """One row when there are health metrics, else none."""
    if not unit.health:
        return []
    return [
        {
            "up": unit.health[UP],
            "reads": unit.health[READS],
            "errors": unit.health[ERRORS],
            "age": unit.health[AGE],
            "failure_type": EVERY_FAILURE,
            "sensor_type": EVERY_SENSOR,
            "count": len(unit.slots),
        }
    ]


def _slot(slot: Slot, unit: SensorUnit, fresh: list[int]) -> Row:
    sensor, driver = slot.sensor, slot.driver
    where = f"chip select {sensor.number}" if sensor.bus.spi else f"0x{sensor.number:02X}"
    spi = driver.device.spi
    target = f"{sensor.number}, {spi.mode}, {spi.frequency}" if sensor.bus.spi and spi else f"0x{sensor.number:02X}"
    chosen = dict(sensor.settings)
    settings = [
        f".{setting.name} = {setting_value(setting, chosen[setting.name.value], driver.type + '::')}"
        for setting in driver.device.settings
        if setting.name.value in chosen
    ]
    if not sensor.identify and driver.device.identify:
        settings.append(".identify = false")
    number = list(unit.slots).index(slot)
    return {
        "comment": comment(f"{driver.device.name} at {where} on {sensor.bus.name}: {driver.device.title}.", 108),
        "member": slot.member,
        "type": driver.type,
        "name": quoted(sensor.name.value),
        "device": quoted(driver.device.name.value),
        "settings": f"{driver.type}::Settings{{{', '.join(settings)}}}" if settings else "",
        "target": target,
        "line": f"{sensor.bus.name}_line_",
        "every": sensor.every,
        "enumerator": f"{EVERY_SENSOR}::{enumerator(sensor.name.value)}",
        "number": number,
        "feeds": [_feed(feed, slot, place) for feed, place in zip(slot.feeds, fresh)],
        "has_feeds": bool(slot.feeds),
        "expiries": [
            {"place": place, "max_age": feed.max_age, "call": f"{feed.series}.{feed.stale}"}
            for feed, place in zip(slot.feeds, fresh)
            if feed.max_age
        ],
    }


def _feed(feed: Feed, slot: Slot, place: int) -> Row:
    conditions = []
    if feed.low is not None:
        low = f"{feed.value_type}({decimal(feed.low)})" if feed.floating else str(math.ceil(feed.low))
        conditions.append(f"value >= {low}")
    if feed.high is not None:
        high = f"{feed.value_type}({decimal(feed.high)})" if feed.floating else str(math.floor(feed.high))
        conditions.append(f"value <= {high}")
    if feed.floating and not conditions:
        conditions.append("px::sensors::is_finite(value)")
    setter = feed.setter
    argument = "value"
    if setter.startswith("set_") and setter != "set_scaled":
        argument, setter = f"static_cast<std::{setter[4:]}_t>(value)", "set"
    return {
        "bit": f"{1 << feed.channel:#x}",
        "type": feed.value_type,
        "value": feed.value,
        "condition": " && ".join(conditions),
        "set": f"{feed.series}.{setter}({argument});",
        "renew": f"freshness_[{place}].renew(now);" if place >= 0 else "",
        "enumerator": f"{EVERY_SENSOR}::{enumerator(slot.sensor.name.value)}",
    }
