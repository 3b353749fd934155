"""The edges of bme280, bmp280, bme680 and dps310: extremes of codes and calibration, every setting, flag and failure."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from fractions import Fraction as F
from typing import Any, Optional

import image_parts
from exact_simple import Sample, sample
from image_parts import Channels, Image

Memory = dict[int, bytes]
OVERSAMPLING = {0: 0, 1: 1, 2: 2, 4: 3, 8: 4, 16: 5}  # to the code
SKIPPED = {"temperature": 0x80000, "pressure": 0x80000, "humidity": 0x8000}

# Calibration of parts as they are sold.
BME280: Memory = {
    0xD0: b"\x60", 0x88: bytes.fromhex("706B436718FC7D8E43D6D00B270B8C00F9FF8C3CF8C67017004B"),
    0xE1: bytes.fromhex("7201001329031E"), 0xF7: bytes.fromhex("655AC07EED007649"),
}  # fmt: skip
BME680: Memory = {
    0xD0: b"\x61", 0xF0: b"\x00", 0x1D: bytes.fromhex("80005130E077EC205F1800000080350000"),
    0x8A: bytes.fromhex("97670300C088D4D75800DC2536FF181E0000FCFD73F21E"),
    0xE1: bytes.fromhex("3EFA31002D14789C5B66AFE8E212"), 0x00: bytes.fromhex("32001600F3"),
}  # fmt: skip
DPS310: Memory = {
    0x00: bytes.fromhex("D12DC924151D"), 0x08: b"\xF0", 0x0D: b"\x10",
    0x10: bytes.fromhex("0E1EDD13CA5F2152F9C604D1DB47005BFB3A"), 0x28: b"\x80",
}  # fmt: skip


def made(part: str, memory: Memory, channels: Channels, config: Optional[Sample] = None, **more: Any) -> Sample:
    """`more`: keys of the model and of the vector."""
    vector = {key: more.pop(key) for key in ("waits", "least_waits", "expect", "expect_writes") if key in more}
    spi = part.endswith("-spi")
    mem = {f"0x{start:02X}": data.hex() for start, data in memory.items()}
    model = {"kind": "spireg" if spi else "reg8", "mem": mem, "rw": [], "write_style": "pairs"} | more
    return sample(part, model, channels, config) | {"address": None if spi else "0x76"} | vector


def failing(part: str, memory: Memory, error: str, config: Optional[Sample] = None, **more: Any) -> Sample:
    expect = {"status": "error", "error": error, "channels": {}}
    return made(part, memory, {}, config, expect=expect, **more)


def wrote(**registers: int) -> list[Sample]:
    """`F4=0x25`; a list of values where several are right."""
    return [{"reg": f"0x{name}", "any_of": [f"{value:02X}"]} for name, value in registers.items()]


def bosch_data(t: int, p: int, h: Optional[int] = None) -> bytes:
    return (p << 28 | t << 4).to_bytes(6, "big") + (b"" if h is None else h.to_bytes(2, "big"))


def calibrations(starts: dict[int, int], known: Memory, r: random.Random) -> Iterator[tuple[str, Memory]]:
    """Images of all the bytes that a part's calibration has: `starts` is where they begin to how many they are."""
    for name, byte in (("zeros", b"\0"), ("ones", b"\xff"), ("highest", b"\xff\x7f"), ("lowest", b"\x00\x80")):
        yield name, known | {start: (byte * count)[:count] for start, count in starts.items()}
    for number in range(20):
        yield f"random {number}", known | {start: r.randbytes(count) for start, count in starts.items()}


def _bmx280(part: str, humid: bool, spi: str = "") -> Iterator[tuple[str, Sample]]:
    device = f"bosch,{part}{spi}"
    oracle: Callable[[Image], Channels] = image_parts.bme280 if humid else image_parts.bmp280
    known = BME280 if humid else BME280 | {0xD0: b"\x58", 0xF7: BME280[0xF7][:6]}

    def read(memory: Memory, config: Optional[Sample] = None, **more: Any) -> Sample:
        return made(device, memory, oracle(Image(memory)), config, **more)

    def data(t: int, p: int, h: int) -> Memory:
        return known | {0xF7: bosch_data(t, p, h if humid else None)}

    codes = (0, 1, 0x7FFFF, 0x80000, 0x80001, 0xFFFFE, 0xFFFFF)
    for t in codes:
        yield f"T {t:05X}", read(data(t, 0x655AC, 0x7649))
        yield f"P {t:05X}", read(data(0x7EED0, t, 0x7649))
        yield f"H {t >> 4:04X}", read(data(0x7EED0, 0x655AC, t >> 4))
    yield "all skipped", failing(device, data(0x80000, 0x80000, 0x8000), "no_data")
    for name, byte in (("ones", b"\xff"), ("zeros", b"\0")):
        yield f"burst of {name}", failing(device, known | {0xF7: byte * 8}, "no_data")
    for name, memory in calibrations({0x88: 26, 0xE1: 7} if humid else {0x88: 24}, known, random.Random(part)):
        yield f"calibration {name}", read(memory)

    kinds = ("temperature", "pressure", "humidity")[: 3 if humid else 2]
    for kind in kinds:
        for factor, code in OVERSAMPLING.items():
            raw = {"temperature": 0x7EED0, "pressure": 0x655AC, "humidity": 0x7649} | ({kind: SKIPPED[kind]} if factor == 0 else {})
            factors = {one: factor if one == kind else 1 for one in kinds}
            chosen = {one: code if one == kind else 1 for one in kinds}
            time = 1250 + sum(2300 * one for one in factors.values()) + sum(575 for one in kinds[1:] if factors[one])
            writes = wrote(F4=chosen["temperature"] << 5 | chosen["pressure"] << 2 | 1) + (wrote(F2=chosen["humidity"]) if humid else [])
            config = {f"{kind}_oversampling": factor}
            memory = data(raw["temperature"], raw["pressure"], raw["humidity"])
            yield f"{kind} x{factor}", read(memory, config, expect_writes=writes, waits=True, least_waits=[2000, time])
    for code, coefficient in enumerate((0, 2, 4, 8, 16)):
        yield f"filter {coefficient}", read(known, {"filter_coefficient": coefficient}, expect_writes=wrote(F5=code << 2))
    off = {f"{kind}_oversampling": 0 for kind in kinds}
    yield "nothing measured", failing(device, data(0x80000, 0x80000, 0x8000), "no_data", off)

    yield "reset and default", read(known, expect_writes=wrote(E0=0xB6, F4=0x25))
    yield "copying for a while", read(known, sequence={"0xF3": ["01", "01", "00", "08", "08", "08", "00"]})
    yield "other bits of the status", read(known | {0xF3: b"\xf6"})
    yield "copying for ever", failing(device, known | {0xF3: b"\x01"}, "timeout")
    yield "measuring for ever", failing(device, known | {0xF3: b"\x08"}, "timeout")
    for id_ in (0x00, 0x55, 0x58 if humid else 0x60, 0x61, 0xFF):
        yield f"id {id_:02X}", failing(device, known | {0xD0: bytes([id_])}, "wrong_id")
        yield f"id {id_:02X} unasked", read(known | {0xD0: bytes([id_])}, {"identify": False})
    if not humid:
        for id_ in (0x56, 0x57):
            yield f"id {id_:02X} of samples", read(known | {0xD0: bytes([id_])})


def _field(t: int, p: int, h: int, gas: int, flags: int, range_: int, variant: int = 0, status: int = 0x80) -> bytes:
    pair = (gas << 6 | flags << 4 | range_).to_bytes(2, "big")
    return bytes([status, 0]) + bosch_data(t, p, h) + bytes(3) + (pair + bytes(2) if variant == 0 else bytes(2) + pair)


def over_spi(found: Iterator[tuple[str, Sample]]) -> Iterator[tuple[str, Sample]]:
    """The same on SPI, with 7 bits of address and a register that chooses the half."""
    for name, one in found:
        model = one["model"] | {"kind": "spireg", "page": "0x73"}
        yield name, one | {"device": one["device"] + "-spi", "bus": "spi", "address": None, "model": model}


def _bme680() -> Iterator[tuple[str, Sample]]:
    def read(memory: Memory, config: Optional[Sample] = None, **more: Any) -> Sample:
        return made("bosch,bme680", memory, image_parts.bme680(Image(memory)), config, **more)

    def data(t: int = 0x77EC2, p: int = 0x5130E, h: int = 0x5F18, gas: int = 512, flags: int = 3, range_: int = 5, variant: int = 0) -> Memory:
        return BME680 | {0xF0: bytes([variant]), 0x1D: _field(t, p, h, gas, flags, range_, variant)}

    for code in (0, 1, 0x7FFFF, 0x80000, 0x80001, 0xFFFFE, 0xFFFFF):
        yield f"T {code:05X}", read(data(t=code))
        yield f"P {code:05X}", read(data(p=code))
        yield f"H {code >> 4:04X}", read(data(h=code >> 4))
    yield "all skipped", failing("bosch,bme680", data(0x80000, 0x80000, 0x8000, flags=0), "no_data")
    yield "burst of ones", failing("bosch,bme680", BME680 | {0x1D: b"\xff" * 17}, "no_data")
    for variant in (0, 1):
        for range_ in range(16):
            for gas in (0, 511, 512, 1023):
                yield f"gas {variant} {range_} {gas}", read(data(gas=gas, range_=range_, variant=variant))
        for flags in range(4):
            yield f"gas {variant} flags {flags}", read(data(flags=flags, variant=variant))
    for error in range(16):
        yield f"range error {error}", read(data(gas=700) | {0x00: bytes([0x32, 0, 0x16, 0, error << 4 | 15])})
    starts = {0x8A: 23, 0xE1: 14, 0x00: 5}
    for name, memory in calibrations(starts, BME680, random.Random("bme680")):
        yield f"calibration {name}", read(memory)

    kinds = ("temperature", "pressure", "humidity")
    for kind in kinds:
        for factor, code in OVERSAMPLING.items():
            factors = {"temperature": 2, "pressure": 16, "humidity": 1} | {kind: factor}
            t, p, h = (OVERSAMPLING[factors[one]] for one in kinds)
            time = 1963 * sum(factors.values()) + 477 * 9 + 1000 + 150_000
            writes = wrote(**{"74": t << 5 | p << 2 | 1, "72": h, "64": 0x65})
            raw = {kind[0]: SKIPPED[kind]} if factor == 0 else {}
            yield f"{kind} x{factor}", read(
                data(**raw), {f"{kind}_oversampling": factor}, expect_writes=writes, waits=True, least_waits=[10_000, time]
            )
    for code, coefficient in enumerate((0, 1, 3, 7, 15, 31, 63, 127)):
        yield f"filter {coefficient}", read(data(), {"filter_coefficient": coefficient}, expect_writes=wrote(**{"75": code << 2}))
    for time, code in (
        (0, 0), (1, 1), (63, 0x3F), (64, 0x50), (67, 0x50), (68, 0x51), (150, 0x65), (255, 0x7F), (256, 0x90), (1023, 0xBF),
        (1024, 0xD0), (4031, 0xFE), (4032, 0xFF),
    ):  # fmt: skip
        writes = wrote(**{"64": code, "71": 0x10, "70": 0})
        waits = [10_000, 1963 * 19 + 477 * 9 + 1000 + 1000 * time]
        yield f"heated {time} ms", read(data(), {"heater_milliseconds": time}, expect_writes=writes, waits=True, least_waits=waits)
    for target in (0, 1, 200, 320, 399, 400, 401, 500):
        for ambient in (-40, 0, 25, 85):
            for value, range_ in ((0x32, 1), (0x80, 0), (0x7F, 3), (0, 2)):
                memory = data(variant=1) | {0x00: bytes([value, 0, range_ << 4 | 0xCF, 0, 0])}
                codes = image_parts.bme680_heater(Image(memory), F(target), F(ambient))
                writes = [{"reg": "0x5A", "any_of": codes}, *wrote(**{"71": 0x20})]
                config = {"heater_celsius": target, "ambient_celsius": ambient}
                if codes:
                    yield f"heater {target} {ambient} {value} {range_}", read(memory, config, expect_writes=writes)
    held = data(variant=1) | {0x70: b"\xff\xcf"}  # bits without a meaning of theirs are kept
    yield "kept bits", read(held, expect_writes=wrote(**{"70": 0xF7, "71": 0xE0}))
    late = [_field(0, 0, 0, 0, 0, 0, status=0x60).hex()] * 5
    yield "ready at the last look", read(data(), sequence={"0x1D": [*late, data()[0x1D].hex()]})
    yield "never ready", failing("bosch,bme680", data() | {0x1D: b"\x7f" + data()[0x1D][1:]}, "no_data")
    for id_ in (0x00, 0x58, 0x60, 0xFF):
        yield f"id {id_:02X}", failing("bosch,bme680", BME680 | {0xD0: bytes([id_])}, "wrong_id")
    yield "id unasked", read(data() | {0xD0: b"\x60"}, {"identify": False})


def _dps310() -> Iterator[tuple[str, Sample]]:
    def read(memory: Memory, config: Optional[Sample] = None, **more: Any) -> Sample:
        factors = [(config or {}).get(f"{kind}_oversampling", 8) for kind in ("pressure", "temperature")]
        return made("infineon,dps310", memory, image_parts.dps310(Image(memory), *factors), config, **more)

    def data(p: int, t: int) -> Memory:
        return DPS310 | {0x00: p.to_bytes(3, "big") + t.to_bytes(3, "big")}

    for code in (0, 1, 0x7FFFFF, 0x800000, 0x800001, 0xFFFFFE, 0xFFFFFF):
        yield f"P {code:06X}", read(data(code, 0x24151D))
        yield f"T {code:06X}", read(data(0xD12DC9, code))
    yield "nothing measured yet", failing("infineon,dps310", data(0x800000, 0x800000), "no_data")
    for name, memory in calibrations({0x10: 18}, DPS310, random.Random("dps310")):
        yield f"coefficients {name}", read(memory)
    for at in range(18):
        yield f"coefficient byte {at}", read(DPS310 | {0x10: bytes(at) + b"\x80" + bytes(17 - at)})
    for pressure in range(8):
        for temperature in range(8):
            for source in (0, 0x80):
                config = {"pressure_oversampling": 1 << pressure, "temperature_oversampling": 1 << temperature}
                shifts = (pressure > 3) << 2 | (temperature > 3) << 3
                # 4 Hz, where both fit into a quarter of a second: 2 ms and 1.6 ms a sample.
                rate = 0x20 if 4000 + 1600 * (2**pressure + 2**temperature) <= 250_000 else 0x10
                writes = wrote(**{"06": rate | pressure, "07": source | rate | temperature, "09": shifts, "08": 0xF7})
                memory = DPS310 | {0x28: bytes([source | 0x7F])}
                yield f"samples {1 << pressure} {1 << temperature} {source}", read(memory, config, expect_writes=writes, rw=["0x08"])
    cure = [{"reg": f"0x{at}", "any_of": [value]} for at, value in (("0C", "09"), ("0E", "A5"), ("0F", "96"), ("62", "02"), ("0E", "00"), ("0F", "00"))]
    default = wrote(**{"06": 0x23, "07": 0xA3, "09": 0})
    yield "reset, cure and default", read(DPS310, expect_writes=cure + default, waits=True, least_waits=[40_000])
    yield "ready after a while", read(DPS310, sequence={"0x08": ["00", "40", "80", "C0", "C0", "C0", "D0", "E0", "F0"]})
    for name, ready in (("coefficients", "40"), ("sensor", "80"), ("pressure", "E0"), ("temperature", "D0"), ("nothing", "00")):
        yield f"{name} never ready", failing("infineon,dps310", DPS310 | {0x08: bytes.fromhex(ready)}, "timeout")
    for id_ in (0x00, 0x58, 0x60, 0xFF):
        yield f"id {id_:02X}", failing("infineon,dps310", DPS310 | {0x0D: bytes([id_])}, "wrong_id")
    yield "id unasked", read(DPS310 | {0x0D: b"\xff"}, {"identify": False})


def vectors() -> Iterator[Sample]:
    parts = {
        "bme280": _bmx280("bme280", True), "bme280-spi": _bmx280("bme280", True, "-spi"), "bmp280": _bmx280("bmp280", False),
        "bmp280-spi": _bmx280("bmp280", False, "-spi"),
        "bme680": _bme680(), "bme680-spi": over_spi(_bme680()), "dps310": _dps310(),
    }  # fmt: skip
    for part, found in parts.items():
        for name, one in found:
            yield one | {"id": f"{part} {name}"}
