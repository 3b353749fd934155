"""The edges of scd41, sgp30, sgp40, bh1750 and veml7700: codes, checksums, settings, flags and failures."""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction as F
from typing import Any

from edges_commands import WORDS, Channels, Edges, Part, late_and_never, spoiled
from exact_simple import Sample, sample, words


def _scd41() -> Edges:
    def values(c: int, t: int, h: int) -> Channels:
        co2 = F(c) if c else None
        return {"co2_ppm": co2, "temperature_celsius": F(-45) + F(175 * t, 65535), "relative_humidity_ratio": F(h, 65535)}

    good = values(500, 0x6667, 0x5EB9)
    replies = {"3682": words(0xF896, 0x9F07, 0x3BBE), "E4B8": words(0x8006), "EC05": words(500, 0x6667, 0x5EB9)}
    part = Part("sensirion,scd41", "0x62", replies, [500_000, 20_000, 1000, 5_000_000, 1000, 1000])
    yield "waits and start", part.waits(good, expect_writes=[{"bytes": "3F86"}, {"bytes": "21B1"}, {"bytes": "EC05"}])
    for co2 in (0, 1, 400, 5000, 40000):
        yield f"CO2 {co2}", part.read({"EC05": words(co2, 0x6667, 0x5EB9)}, values(co2, 0x6667, 0x5EB9))
    for code in WORDS:
        yield f"T {code:04X}", part.read({"EC05": words(500, code, 0x5EB9)}, values(500, code, 0x5EB9))
        yield f"H {code:04X}", part.read({"EC05": words(500, 0x6667, code)}, values(500, 0x6667, code))
    for bit in range(11):
        yield f"ready bit {bit}", part.read({"E4B8": words(1 << bit)}, good)
    for word in (0x0000, 0x0800, 0x8000, 0xF800):
        yield f"ready word {word:04X}", part.fails({"E4B8": words(word)}, "no_data")
    yield "ready later", part.read({}, good, sequence={"E4B8": [words(0x8000)] * 5 + [words(0x8006)]})
    for command, reply in replies.items():
        for at, wrong in spoiled(reply):
            yield f"{command} byte {at}", part.fails({command: wrong}, "crc")
    for config, sent in (
        ({}, ""), ({"altitude_meters": 3000}, "2427" + words(3000)), ({"temperature_offset_celsius": 20}, "241D" + words(7490)),
        ({"temperature_offset_celsius": 0}, "241D" + words(0)), ({"ambient_pressure_pascals": 98765}, "E000" + words(987)),
    ):  # fmt: skip
        writes = [{"bytes": sent.upper()}] if sent else []
        yield f"settings {config}", part.read({}, good, config, expect_writes=writes, unwanted=[] if sent else ["2427000081", "241D05DAFA"])
    yield "serial number unasked", part.read({"3682": "00" * 9}, good, {"identify": False})
    yield from late_and_never(part, ["3682", "E4B8", "EC05"], good)


def _sgp30() -> Edges:
    def values(eco2: int, tvoc: int) -> Channels:
        return {"eco2_ppm": F(eco2), "tvoc_ppb": F(tvoc)}

    good = values(450, 12)
    part = Part("sensirion,sgp30", "0x58", {"202F": words(0x0022), "2008": words(450, 12)}, [10_000, 10_000, 10_000, 12_000])
    yield "waits and start", part.waits(good, expect_writes=[{"bytes": "2003"}, {"bytes": "2008"}])
    for eco2, tvoc in ((400, 0), (401, 1), (60000, 60000), (0x7FFF, 0x8000), (0x8001, 0x7FFF)):
        yield f"{eco2} ppm {tvoc} ppb", part.read({"2008": words(eco2, tvoc)}, values(eco2, tvoc))
    for version in (0x0000, 0x0020, 0x0022, 0x0FFF):
        yield f"feature set {version:04X}", part.read({"202F": words(version)}, good)
    for version in (0x1022, 0x3220, 0x8022, 0xF000):
        yield f"feature set {version:04X}", part.fails({"202F": words(version)}, "wrong_id")
        yield f"feature set {version:04X} unasked", part.read({"202F": words(version)}, good, {"identify": False})
    for command, reply in part.replies.items():
        for at, wrong in spoiled(reply):
            yield f"{command} byte {at}", part.fails({command: wrong}, "crc")
    yield from late_and_never(part, ["202F", "2008"], good)
    for t in (-45, -20, 0, 25, 60, 130):
        for h in ("0", "0.123456", "0.5", "1"):
            grams = 216.7 * float(h) * 6.112 * math.exp(17.62 * t / (243.12 + t)) / (273.15 + t)
            near = [min(max(math.floor(grams * 256) + by, 1), 0xFFFF) for by in (0, 1)]  # in 1/256 g/m3; 0 switches it off
            writes = [{"bytes": "2061", "any_of": ["2061" + words(code).upper() for code in near]}]
            config = {"compensation_temperature_celsius": t, "compensation_relative_humidity_ratio": float(h)}
            yield f"humidity {t} {h}", part.read({}, good, config, expect_writes=writes)


def _sgp40() -> Edges:
    def values(ticks: int) -> Channels:
        return {"voc_raw_ticks": F(ticks)}

    part = Part("sensirion,sgp40", "0x59", {"202F": words(0x3220), "260F*": words(30000)}, [10_000, 30_000])
    yield "waits and default", part.waits(values(30000), expect_writes=[{"bytes": "260F8000A2666693"}])
    for code in WORDS:
        yield f"ticks {code:04X}", part.read({"260F*": words(code)}, values(code))
    for t in ("-45", "-44.99", "0", "25", "85.5", "130"):
        for h in ("0", "0.000008", "0.123456", "0.5", "0.99", "1"):
            arguments = words(int(F(h) * 65535 + F(1, 2)), int((F(t) + 45) * 65535 / 175 + F(1, 2)))
            config = {"compensation_temperature_celsius": float(t), "compensation_relative_humidity_ratio": float(h)}
            yield f"compensation {t} {h}", part.read({}, values(30000), config, expect_writes=[{"bytes": "260F" + arguments.upper()}])
    for version in (0x0022, 0x3120, 0x3320, 0x2032):
        yield f"feature set {version:04X}", part.fails({"202F": words(version)}, "wrong_id")
        yield f"feature set {version:04X} unasked", part.read({"202F": words(version)}, values(30000), {"identify": False})
    for command, reply in part.replies.items():
        for at, wrong in spoiled(reply):
            yield f"{command} byte {at}", part.fails({command: wrong}, "crc")
    yield from late_and_never(part, ["202F"], values(30000))
    for count in (1, 5, 10):
        yield f"measures {count} times longer", part.read({}, values(30000), nack_reads=count, nack_for=["260F"])
    yield "measures for ever", part.fails({}, "timeout", nack_reads=-1, nack_for=["260F"])


def _bh1750() -> Edges:
    modes = {"high_resolution": ("20", 180_000, 1), "high_resolution_2": ("21", 180_000, 2), "low_resolution": ("23", 24_000, 1)}
    for mode, (command, time, parts) in modes.items():
        for code in (0, 1, 0x7FFF, 0x8000, 0xFFFE, 0xFFFF):
            for mtreg in (31, 32, 63, 64, 69, 127, 128, 254):
                lux = code / F("1.2") * F(69, mtreg) / parts
                writes = [{"bytes": one} for one in ("01", f"{0x40 | mtreg >> 5:02X}", f"{0x60 | mtreg & 31:02X}", command)]
                part = Part("rohm,bh1750", "0x23", {command: f"{code:04X}"}, [math.ceil(F(time * mtreg, 69))])
                config = {"mode": mode, "mtreg": mtreg}
                if code == 0xFFFF:
                    yield f"{mode} {mtreg} saturated", part.fails({}, "out_of_range", config, expect_writes=writes)
                else:
                    yield f"{mode} {mtreg} {code:04X}", part.waits({"illuminance_lux": lux}, config, expect_writes=writes)
    yield "default", Part("rohm,bh1750", "0x5C", {"20": "8000"}, [180_000]).waits({"illuminance_lux": 0x8000 / F("1.2")})


def _veml7700() -> Edges:
    gains = {"0.125": 2, "0.25": 3, "1": 0, "2": 1}
    times = {25: 0xC, 50: 8, 100: 0, 200: 1, 400: 2, 800: 3}

    def read(code: int, channels: Channels, config: Sample, word: int, **more: Any) -> Sample:
        model = {"kind": "reg16", "byte_order": "little", "rw": ["0x00"]}
        mem = {"0x00": "0100", "0x04": code.to_bytes(2, "little").hex(), "0x07": "81C4"}
        writes = [{"reg": "0x00", "mask": "CFFF", "any_of": [word.to_bytes(2, "little").hex()]}]  # but the persistence
        return sample("vishay,veml7700", model | {"mem": mem}, channels, config, writes) | {"address": "0x10"} | more

    def corrected(x: F) -> F:
        return F("6.0135e-13") * x**4 - F("9.3924e-9") * x**3 + F("8.1488e-5") * x**2 + F("1.0023") * x

    for gain, gain_code in gains.items():
        for time, time_code in times.items():
            word, config = gain_code << 11 | time_code << 6, {"gain": float(gain), "integration_milliseconds": time}
            step = F("0.0042") * F(800, time) * (2 / F(gain))
            waits = {"waits": True, "least_waits": [2500 + 1000 * time]}
            for code in (0, 1, 0x00FF, 0x0100, 0x7FFF, 0x8000, 0xFFFE):
                yield f"{gain} {time} {code:04X}", read(code, {"illuminance_lux": code * step}, config, word, **waits)
                if code * step > 1000:
                    curved = config | {"nonlinearity_correction": True}
                    yield f"{gain} {time} {code:04X} curved", read(code, {"illuminance_lux": corrected(code * step)}, curved, word)
            yield f"{gain} {time} saturated", read(
                0xFFFF, {}, config, word, expect={"status": "error", "error": "out_of_range", "channels": {}}
            )
    yield "default", read(1000, {"illuminance_lux": F("537.6")}, {}, 0x1000)


def vectors() -> Iterator[Sample]:
    parts = {"scd41": _scd41(), "sgp30": _sgp30(), "sgp40": _sgp40(), "bh1750": _bh1750(), "veml7700": _veml7700()}
    for part, found in parts.items():
        for name, one in found:
            yield one | {"id": f"{part} {name}"}
