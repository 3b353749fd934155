"""Rows of the generated `Sensors`: each string stands in it as it is."""

from __future__ import annotations

import math

from ..ir import Bus, Feed, Firmware, Health, Label, OnStale, Sensors, Setting, Slot, ValueKind
from ..names.cpp import member
from .conversions import conversion_names, conversion_rows
from .driver import driver_scope, setting_value
from .enums import Enums
from .expression import channel_name
from .spelled import floating
from .text import Row, comment, quoted


def sensor_rows(firmware: Firmware, sensors: Sensors) -> Row:
    fresh, enums, names = iter(range(1 << 16)), Enums(firmware), conversion_names(sensors)
    rows = [
        _slot(firmware, enums, names, number, slot, [next(fresh) if feed.max_age else -1 for feed in slot.feeds])
        for number, slot in enumerate(sensors.slots)
    ]
    expiries = [expiry for row in rows for expiry in row["expiries"]]
    return {
        "banner": [f"// Sensors of {firmware.application}, generated with {firmware.application}.hpp. Do not edit."],
        "application": firmware.application,
        "conversions": conversion_rows(sensors),
        "frequencies": [_frequency(bus) for bus in sensors.buses if bus.frequency is not None],
        "parameters": ", ".join(f"px::bus::{'Spi' if bus.spi else 'I2c'}& {bus.name}" for bus in sensors.buses),
        "lines": [{"name": f"{bus.name}_line_", "bus": bus.name} for bus in sensors.buses],
        "initializers": ", ".join(f"{bus.name}_line_({bus.name})" for bus in sensors.buses),
        "slots": rows,
        "freshness": len(expiries),
        "expiries": expiries,
        "max_ages": ", ".join(f"{{{expiry['max_age']}}}" for expiry in expiries),
        "health": _health(firmware, enums, sensors),
    }


def _frequency(bus: Bus) -> Row:
    kind = "the fastest clock on" if bus.spi else "the clock of"
    digits = len(str(bus.frequency))
    spaced = f"{bus.frequency:,}".replace(",", "'") if digits > 4 else str(bus.frequency)
    return {"comment": f"/// Hertz: {kind} `{bus.name}`, for what sets up the bus.", "name": f"{bus.name}_frequency", "hertz": spaced}


def _health(firmware: Firmware, enums: Enums, sensors: Sensors) -> list[Row]:
    """One row when there are health metrics, else none."""
    health = sensors.health
    if health is None:
        return []
    return [
        {
            "up": member(health.up),
            "reads": member(health.reads),
            "errors": member(health.errors),
            "age": member(health.age),
            "failure_type": health.failure_set,
            "sensor_type": enums.type(_sensor_label(firmware, health)),
            "count": len(sensors.slots),
        }
    ]


def _sensor_label(firmware: Firmware, health: Health) -> Label:
    return next(family.labels[0] for family in firmware.families if family.key == health.up)


def _slot(firmware: Firmware, enums: Enums, names: list[str], number: int, slot: Slot, fresh: list[int]) -> Row:
    driver, bus = slot.driver, slot.bus
    type_ = driver_scope(driver)
    where = f"chip select {slot.number}" if bus.spi else f"0x{slot.number:02X}"
    settings = _settings(slot, type_)
    assert firmware.sensors
    health = firmware.sensors.health
    return {
        "comment": comment(f"{driver.name} at {where} on {bus.name}: {driver.title}.", 108),
        "member": member(slot.name),
        "type": type_,
        "name": quoted(slot.name),
        "device": quoted(driver.name),
        "settings": f"{type_}::Settings{{{', '.join(settings)}}}" if settings else "",
        "target": f"{slot.number}, {driver.mode}, {slot.frequency}" if bus.spi else where,
        "line": f"{bus.name}_line_",
        "every": slot.every,
        "enumerator": enums.value(_sensor_label(firmware, health).set, slot.name) if health else "",
        "number": number,
        "feeds": [_feed(feed, place, names, enums) for feed, place in zip(slot.feeds, fresh)],
        "has_feeds": bool(slot.feeds),
        "expiries": [
            {"place": place, "max_age": feed.max_age, "call": f"{_series(feed, enums)}.{_stale_call(feed)}"}
            for feed, place in zip(slot.feeds, fresh)
            if feed.max_age
        ],
    }


def _settings(slot: Slot, type_: str) -> list[str]:
    """Initialisers of those that the schema chooses, in the order of the driver."""
    chosen = dict(slot.settings)

    def written(setting: Setting) -> str:
        return f".{setting.name} = {setting_value(setting, chosen[setting.name], type_ + '::')}"

    settings = [written(setting) for setting in slot.driver.settings if setting.name in chosen]
    return settings if slot.identify or not slot.driver.identifies else [*settings, ".identify = false"]


def _series(feed: Feed, enums: Enums) -> str:
    """How the series is reached: `metrics.temperature.labels(Sensor::bme680).feed()`"""
    labels = ", ".join(enums.value(set_, value) for set_, value in feed.labels)
    return f"metrics.{member(feed.family)}" + (f".labels({labels})" if feed.labels else "") + ".feed()"


def _stale_call(feed: Feed) -> str:
    return "make_absent()" if feed.on_stale is OnStale.OMIT else f"set(std::numeric_limits<{_type(feed)}>::quiet_NaN())"


def _type(feed: Feed) -> str:
    """What the reading is calculated in."""
    return f"std::int{feed.conversion.bits}_t" if feed.conversion else str(feed.value.kind.value)


def _value(feed: Feed, names: list[str]) -> str:
    """What the series is set to."""
    turn, type_ = str(feed.turn) if feed.channel.turns else "", _type(feed)
    if feed.conversion:
        return f"{names[feed.conversion.number]}({', '.join(filter(None, ('readings', turn)))})"
    value = f"readings.{channel_name(feed.channel)}<{type_}>({turn})"
    value += f" * {floating(feed.scale, type_)}" if feed.scale != 1 else ""
    return value + (f" + {floating(feed.offset, type_)}" if feed.offset else "")


def _feed(feed: Feed, place: int, names: list[str], enums: Enums) -> Row:
    real, conditions = feed.conversion is None, []
    if feed.low is not None:
        conditions.append(f"value >= {floating(feed.low, _type(feed))}" if real else f"value >= {math.ceil(feed.low)}")
    if feed.high is not None:
        conditions.append(f"value <= {floating(feed.high, _type(feed))}" if real else f"value <= {math.floor(feed.high)}")
    if real and not conditions:
        conditions.append("px::sensors::is_finite(value)")
    call = "set(value)"
    if feed.value.kind is ValueKind.DECIMAL:
        call = "set_scaled(value)"
    elif feed.conversion:
        call = f"set(static_cast<std::{feed.value.kind.value}_t>(value))"
    return {
        "bit": f"{1 << feed.number:#x}",
        "type": _type(feed),
        "value": _value(feed, names),
        "condition": " && ".join(conditions),
        "set": f"{_series(feed, enums)}.{call};",
        "renew": f"freshness_[{place}].renew(now);" if place >= 0 else "",
    }
