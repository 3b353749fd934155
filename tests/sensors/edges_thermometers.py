"""The least and the largest codes, every setting, every flag and every failure of thermometers on I2C, with what they mean
in exact fractions; from the makers' datasheets, and nothing of it from the device descriptions."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction as F
from typing import Any

from exact_simple import Sample, reg16, sample, signed

BROWN_OUT = {"again": {"brown_out": True}}
ABSENT = {"kind": "absent"}
C = "temperature_celsius"


def corners(bits: int) -> list[int]:
    """Codes around every place where a bit is lost, a sign is wrong or a sum runs over, as unsigned numbers."""
    near = {one + by for one in (0, *(1 << bit for bit in range(bits + 1))) for by in (-1, 0, 1)}
    return sorted({code % (1 << bits) for code in near | {-one for one in near}})


def edge(name: str, made: Sample, error: str | list[str] | None = None, **more: Any) -> Sample:
    """`error`: the reason that is given for what is not published; where nothing is, one of several."""
    made = {**made, "id": name, **more}
    errors = [error] if isinstance(error, str) else error or []
    if errors and made["expect"]["status"] == "error":
        made["expect"] = {"any_of": [{"status": "error", "error": one, "channels": {}} for one in errors]}
    elif errors:
        made["reason"] = errors[0]
    return made


def written(reg: str, value: str, mask: str | None = None) -> list[Sample]:
    return [{"reg": reg, "any_of": [value], **({"mask": mask} if mask else {})}]


def waits(*microseconds: float) -> dict[str, Any]:
    """Of a vector: how often the driver waits, and how long each time at least."""
    return {"waits": True, "least_waits": list(microseconds)}


def tmp102() -> Iterator[Sample]:
    def part(word: int, value: F | None, config: str = "60A0", extended: bool = False, writes: Any = None) -> Sample:
        model = reg16(["0x01"], _00=f"{word:04X}", _01=config)
        return sample("ti,tmp102", model, {C: value}, {"extended_mode": extended}, writes)

    for code in {*corners(12), 0xC90, 0x7D0}:  # -55 and 125 too
        yield edge(f"normal {code:03X}", part(code << 4, F(signed(code, 12), 16)))
    on, off = written("0x01", "0010", "0010"), written("0x01", "0000", "0010")
    for code in {*corners(13), 0x1C90, 0x0960}:  # -55 and 150 too
        yield edge(f"extended {code:04X}", part(code << 3 | 1, F(signed(code, 13), 16), extended=True, writes=on))
    warm = part(0x0960 << 3 | 1, F(150), extended=True, writes=on)
    yield edge("extended, but the part has lost it", warm, **BROWN_OUT)
    yield edge("extended from the second sample on", {**warm, "config": {}}, again={"config": {"extended_mode": True}})
    yield edge("normal from the second sample on", part(0x1900, F(25), extended=True, writes=off), again={"config": {"extended_mode": False}})
    yield edge("normal, but the part is in extended mode", part(0x0960 << 3 | 1, F(150), "60B0", writes=off))
    yield edge("waits for a conversion", part(0x1900, F(25)), **waits(35_000))
    yield edge("waits for one in the other mode", part(0x1901, F(50), writes=on), again={"config": {"extended_mode": True}}, **waits(35_000))
    yield edge("runs and is no thermostat", part(0x1900, F(25), "E3A0", extended=True, writes=written("0x01", "6000", "7F00")))
    yield edge("all ones", part(0xFFFF, None), "no_data")
    yield edge("absent", sample("ti,tmp102", ABSENT, {C: None}), "nack")


def tmp105() -> Iterator[Sample]:
    for bits in (9, 10, 11, 12):
        config, write = {"resolution_bits": bits}, written("0x01", f"{(bits - 9) << 5:02X}", "67")  # but the fault queue
        for code in corners(bits):
            model = reg16(["0x01"], _00=f"{code << (16 - bits):04X}", _01="00")
            good = sample("ti,tmp105", model, {C: F(signed(code, bits), 1 << (bits - 8))}, config, write)
            yield edge(f"{bits} bits {code:03X}", good)
        yield edge(f"{bits} bits again", good, **BROWN_OUT, **waits({9: 27_500, 10: 55_000, 11: 110_000, 12: 220_000}[bits]))
        yield edge(f"{bits} bits from the second sample on", {**good, "config": {"resolution_bits": 10}}, again={"config": config})
    for word, value in ((0x7D00, 125), (0xC900, -55), (0x1990, F(409, 16))):
        model = reg16(["0x01"], _00=f"{word:04X}", _01="01")
        yield edge(f"{word:04X}, off before", sample("ti,tmp105", model, {C: F(value)}, writes=written("0x01", "60", "67")))
    yield edge("all ones", sample("ti,tmp105", reg16([], _00="FFFF", _01="FF"), {C: None}), "no_data")
    yield edge("absent", sample("ti,tmp105", ABSENT, {C: None}), "nack")


def lm75() -> Iterator[Sample]:
    for code in range(512):
        for undefined in (0, 0x55, 0x7F):
            model = reg16(["0x01"], _00=f"{code << 7 | undefined:04X}", _01="00")
            yield edge(f"{code:03X} {undefined:02X}", sample("national,lm75", model, {C: F(signed(code, 9), 2)}))
    off = sample("national,lm75", reg16(["0x01"], _00="1980", _01="01"), {C: F("25.5")}, writes=written("0x01", "00", "E7"))
    yield edge("off before, waits for a conversion", off, **waits(300_000))
    yield edge("absent", sample("national,lm75", ABSENT, {C: None}), "nack")


def tmp117() -> Iterator[Sample]:
    def part(code: int = 0x0C80, config: str = "2220", identity: str = "0117", known: bool = True, **more: Any) -> Sample:
        model = {**reg16([], _00=f"{code:04X}", _01=config, _0F=identity), **more}
        return sample("ti,tmp117", model, {C: F(signed(code, 16), 128) if known else None})

    for code in {*corners(16), 0xE480, 0x4B00} - {0x8000}:  # -55 and 150 too
        yield edge(f"{code:04X}", part(code))
    for config in ("2000", "3220", "6220", "A220", "E220", "FFFF"):  # alerts and a busy EEPROM do not matter
        yield edge(f"ready by {config}", part(config=config))
    for identity in ("0117", "1117", "2117", "F117"):
        yield edge(f"identity {identity}", part(identity=identity))
    for identity in ("0116", "0017", "1171", "0000", "FFFF"):
        yield edge(f"identity {identity}", part(identity=identity, known=False), "wrong_id")
        yield edge(f"identity {identity} ignored", {**part(identity=identity), "config": {"identify": False}})
    for busy in (1, 5, 25):
        yield edge(f"ready after {busy} looks", part(sequence={"0x01": ["0220"] * busy + ["2220"]}))
    yield edge("never ready", part(config="0220", known=False), "timeout")
    yield edge("never ready, with alerts", part(config="C220", known=False), "timeout")
    yield edge("no conversion yet", part(0x8000, config="0220", known=False), "no_data")
    yield edge("no conversion yet, but ready", part(0x8000, known=False), "no_data")
    yield edge("after a brown-out", part(), **BROWN_OUT)
    for at, averages in enumerate((1, 8, 32, 64)):
        write = written("0x01", f"{0x0C00 | at << 5:04X}", "0C60")
        chosen = {**part(), "config": {"averages": averages}, "expect_writes": write}
        yield edge(f"{averages} averages", chosen, **waits(1500, 2000, 15_500 * averages))
    late = {"again": {"config": {"averages": 64}}, "expect_writes": written("0x01", "0C60", "0C60")}
    yield edge("64 averages from the second sample on", {**part(), **late})
    yield edge("absent", sample("ti,tmp117", ABSENT, {C: None}), "nack")


def mcp9808() -> Iterator[Sample]:
    def part(word: int = 0x0190, maker: str = "0054", device: str = "0400", known: bool = True) -> Sample:
        model = reg16(["0x01", "0x08"], _01="0000", _05=f"{word:04X}", _06=maker, _07=device, _08="03")
        return sample("microchip,mcp9808", model, {C: F(signed(word % 8192, 13), 16) if known else None}, writes=written("0x08", "03"))

    for code in {*corners(13), 0x1D80, 0x07D0}:  # -40 and 125 too
        for alerts in (0, 1, 2, 4, 7):
            yield edge(f"{code:04X} alerts {alerts}", part(alerts << 13 | code))
    for device in ("0400", "0401", "04FF"):
        yield edge(f"device {device}", part(device=device))
    for maker, device in (("0055", "0400"), ("5400", "0400"), ("FFFF", "FFFF"), ("0000", "0000"), ("0054", "0500"), ("0054", "0004")):
        wrong = {**part(maker=maker, device=device, known=False), "expect_writes": []}
        yield edge(f"{maker} {device}", wrong, "wrong_id")
        yield edge(f"{maker} {device} ignored", {**part(maker=maker, device=device), "config": {"identify": False}})
    for steps, (resolution, time) in enumerate(((0.5, 30_000), (0.25, 65_000), (0.125, 130_000), (0.0625, 250_000))):
        config = {"resolution_celsius": resolution}
        chosen = {**part(0x1D80), "expect_writes": written("0x08", f"{steps:02X}")}
        yield edge(f"in steps of {resolution}", {**chosen, "config": config}, **waits(time))
        yield edge(f"in steps of {resolution} after a brown-out", {**chosen, "config": config}, **BROWN_OUT)
        yield edge(f"in steps of {resolution} from the second sample on", chosen, again={"config": config})
    yield edge("absent", sample("microchip,mcp9808", ABSENT, {C: None}), "nack")


PARTS = {part.__name__: part for part in (tmp102, tmp105, lm75, tmp117, mcp9808)}
