"""The edges of si7021, seesaw soil, sht31, sht4x and aht20: codes, checksums, commands, flags and failures."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction as F
from typing import Any

from edges_commands import WORDS, Channels, Edges, Part, Replies, late_and_never, spoiled
from exact_simple import Sample, crc8, percent, words


def _sht() -> Edges:
    def humidity(code: int, four: bool) -> F:
        return percent(F(-6) + F(125 * code, 65535)) if four else F(code, 65535)

    def values(t: int, h: int, four: bool) -> Channels:
        return {"temperature_celsius": F(-45) + F(175 * t, 65535), "relative_humidity_ratio": humidity(h, four)}

    three = ("sht31", "0x44", {"high": ("2400", 15500), "medium": ("240B", 6500), "low": ("2416", 4500)}, "30A2", [1000, 1500])
    fourth = ("sht4x", "0x44", {"high": ("FD", 8300), "medium": ("F6", 4500), "low": ("E0", 1600)}, "94", [1000])
    for name, address, modes, reset, before in (three, fourth):
        four, frame = name == "sht4x", words(0x6667, 0x5EB9)
        part = Part(f"sensirion,{name}", address, {modes["high"][0]: frame}, [*before, modes["high"][1]])
        good = values(0x6667, 0x5EB9, four)
        for code in WORDS + ((0x0C49, 0x0C4A, 0xD916, 0xD917) if four else ()):  # around 0 and 100 %
            yield f"{name} T {code:04X}", part.read({modes["high"][0]: words(code, 0x5EB9)}, values(code, 0x5EB9, four))
            yield f"{name} H {code:04X}", part.read({modes["high"][0]: words(0x6667, code)}, values(0x6667, code, four))
        for mode, (command, time) in modes.items():
            writes = [{"bytes": command}, {"bytes": reset}]
            one = Part(part.device, address, {command: frame}, [*before, time])
            yield f"{name} {mode}", one.waits(good, {"repeatability": mode}, expect_writes=writes)
        for at, wrong in spoiled(frame):
            yield f"{name} byte {at}", part.fails({modes["high"][0]: wrong}, "crc")
        for key, edge in late_and_never(part, [modes["high"][0]], good):
            yield f"{name} {key}", edge
        yield f"{name} line low", part.fails({modes["high"][0]: "00" * 6}, "crc")
        yield f"{name} line high", part.fails({modes["high"][0]: "FF" * 6}, "crc")


def _si7021() -> Edges:
    def t(code: int) -> F:
        return F("175.72") * code / 65536 - F("46.85")

    def h(code: int) -> F:
        return percent(F(125 * code, 65536) - 6)

    def frame(code: int) -> str:
        return words(code, initial=0)

    both: Channels = {"temperature_celsius": t(0x6590), "relative_humidity_ratio": h(0x7530)}
    only_h: Channels = both | {"temperature_celsius": None}
    only_t: Channels = both | {"relative_humidity_ratio": None}
    replies = {"FA0F": "122134B656C17837", "FCC9": "15FFB5B5FFAC", "E7": "3A", "F3": frame(0x6590), "F5": frame(0x7530)}
    part = Part("silabs,si7021", "0x40", replies, [15000, 22800, 10800])
    yield "waits and reset", part.waits(both, expect_writes=[{"bytes": "FE"}])
    for code in WORDS[1:] + (0x0C49, 0x0C4A, 0x4443, 0x4444, 0xD916, 0xD917, 0xD918):
        yield f"T {code:04X}", part.read({"F3": frame(code)}, both | {"temperature_celsius": t(code)})
        yield f"H {code:04X}", part.read({"F5": frame(code)}, both | {"relative_humidity_ratio": h(code)})
    for at, wrong in spoiled(replies["F3"]):
        yield f"T byte {at}", part.read({"F3": wrong}, only_h)
    for at, wrong in spoiled(replies["F5"]):
        yield f"H byte {at}", part.read({"F5": wrong}, only_t)
    yield "both checksums", part.fails({"F3": "659000", "F5": "753000"}, "crc")
    for at, wrong in [*spoiled(replies["FCC9"])][:3]:
        yield f"identity byte {at}", part.fails({"FCC9": wrong}, "crc")
    for model in (0x00, 0xFF, 0x0D, 0x14, 0x32):
        identity = bytes([model, 0xFF])
        reply = (identity + bytes([crc8(identity, 0)]) + bytes.fromhex("B5FFAC")).hex()
        yield f"identity {model:02X}", part.fails({"FCC9": reply}, "wrong_id")
        yield f"identity {model:02X} unasked", part.read({"FCC9": reply}, both, {"identify": False})
    yield "zeros for the temperature", part.read({"F3": "000000"}, only_h)
    yield "zeros for the humidity", part.read({"F5": "000000"}, only_t)
    yield "line low", part.fails({"F3": "000000", "F5": "000000"}, "no_data", {"identify": False})
    yield "line high", part.fails({"F3": "FFFFFF", "F5": "FFFFFF"}, "crc")
    for count in (1, 5, 14):
        yield f"not ready {count} times", part.read({}, both, nack_reads=count, nack_for=["F3", "F5"])
    yield "temperature never ready", part.read({}, only_h, nack_reads=-1, nack_for=["F3"])
    yield "humidity never ready", part.read({}, only_t, nack_reads=-1, nack_for=["F5"])
    yield "never ready", part.fails({}, "timeout", nack_reads=-1, nack_for=["F3", "F5"])


def _seesaw() -> Edges:
    good: Channels = {"moisture_capacitance_counts": F(500), "temperature_celsius": F(25)}
    dry: Channels = good | {"moisture_capacitance_counts": None}
    hot: Channels = good | {"temperature_celsius": None}
    replies = {"0001": "55", "0002": "0FDA0000", "0004": "00190000", "0F10": "01F4"}
    part = Part("adafruit,seesaw-soil", "0x36", replies, [500_000, 1000, 1000, 3000])

    def read(changed: Replies, channels: Channels, **more: Any) -> Sample:
        return part.read(changed, channels, gap="separate", **more)

    yield "waits and reset", part.waits(good, gap="separate", expect_writes=[{"bytes": "007FFF"}])
    for moisture in (0, 1, 200, 2000, 4094, 4095):
        yield f"moisture {moisture}", read({"0F10": f"{moisture:04X}"}, good | {"moisture_capacitance_counts": F(moisture)})
    for moisture in (4096, 0x7FFF, 0x8000, 0xFFFF):
        yield f"moisture {moisture}", read({"0F10": f"{moisture:04X}"}, dry)
    for count in (1, 2, 3):
        sequence = {"0F10": ["FFFF"] * count + ["01F4"]}
        yield f"still measuring {count} times", read({}, good, sequence=sequence)
    for code in (0, 1, 0x8000, 0x960000, 0x40000000 | 25 << 16, 0x80000000 | 25 << 16, 0xC0000000 | 25 << 16):
        yield f"temperature {code:08X}", read({"0004": f"{code:08X}"}, good | {"temperature_celsius": F(code & 0x3FFFFFFF, 65536)})
    for code in (0x960001, 0x00970000, 0x3FFF0000, 0xFFFF0000, 0xFFFFFFFF):
        yield f"temperature {code:08X}", read({"0004": f"{code:08X}"}, hot)
    yield "nothing plausible", part.fails({"0004": "FFFFFFFF", "0F10": "FFFF"}, "out_of_range", gap="separate")
    for id_ in (0x55, *range(0x84, 0x8A), 0x46):
        yield f"id {id_:02X}", read({"0001": f"{id_:02X}"}, good)
    for id_ in (0x00, 0x45, 0x47, 0x54, 0x56, 0x83, 0x8A, 0xFF):
        yield f"id {id_:02X}", part.fails({"0001": f"{id_:02X}"}, "wrong_id", gap="separate")
        yield f"id {id_:02X} unasked", part.read({"0001": f"{id_:02X}"}, good, {"identify": False}, gap="separate")


def _aht20() -> Edges:
    def frame(h: int, t: int, status: int = 0x18) -> str:
        data = bytes([status]) + (h << 20 | t).to_bytes(5, "big")
        return (data + bytes([crc8(data, 0xFF)])).hex()

    def values(h: int, t: int) -> Channels:
        return {"temperature_celsius": F(200 * t, 1 << 20) - 50, "relative_humidity_ratio": F(h, 1 << 20)}

    good = values(0x927C0, 0x61A80)
    part = Part("aosong,aht20", "0x38", {"71": "18", "AC3300": frame(0x927C0, 0x61A80)}, [100_000, 80_000])
    for code in (0, 1, 0x0FFFF, 0x10000, 0x7FFFF, 0x80000, 0x80001, 0xF0000, 0xFFFFF):
        yield f"H {code:05X}", part.read({"AC3300": frame(code, 0x61A80)}, values(code, 0x61A80), status_read="18")
        yield f"T {code:05X}", part.read({"AC3300": frame(0x927C0, code)}, values(0x927C0, code), status_read="18")
    for status in (0x08, 0x18, 0x1C):
        calibrated = {"status_read": f"{status:02X}", "unwanted": ["BE0800"]}
        yield f"status {status:02X}", part.waits(good, **calibrated)
    for status in (0x00, 0x10, 0x14):
        writes = {"status_read": f"{status:02X}", "expect_writes": [{"bytes": "BE0800"}], "least_waits": [100_000, 10_000, 80_000]}
        yield f"status {status:02X}", part.waits(good, **writes)
    for at, wrong in spoiled(part.replies["AC3300"]):
        yield f"byte {at}", part.fails({"AC3300": wrong}, "crc", status_read="18")
    for count in (1, 2, 5, 10):
        yield f"busy {count} times", part.read({}, good, status_read="18", busy_reads=count)
    yield "busy for ever", part.fails({}, "timeout", status_read="98")
    yield "line high", part.fails({"AC3300": "FF" * 7}, "timeout", status_read="FF")
    yield "line low", part.fails({"AC3300": "00" * 7}, "crc", status_read="00")


def vectors() -> Iterator[Sample]:
    for part, found in {"sht": _sht(), "si7021": _si7021(), "seesaw": _seesaw(), "aht20": _aht20()}.items():
        for name, one in found:
            yield one | {"id": f"{part} {name}"}
