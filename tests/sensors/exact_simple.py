"""Random samples of parts with simple formulas, with what they mean as exact fractions; from the makers' datasheets, in a
way of its own: nothing here is taken from the device descriptions."""

from __future__ import annotations

import random
from collections.abc import Callable
from fractions import Fraction as F
from typing import Any

Random = random.Random
Sample = dict[str, Any]
Maker = Callable[[Random], Sample]


def crc8(data: bytes, initial: int) -> int:
    """By long division of the message by x^8 + x^5 + x^4 + 1."""
    rest = 0
    bits = "".join(f"{byte:08b}" for byte in data)
    padded = int(bits, 2) << 8
    padded ^= initial << (len(bits))
    for at in range(len(bits) + 7, 7, -1):
        if padded >> at & 1:
            padded ^= 0x131 << (at - 8)
    rest = padded & 0xFF
    return rest


def words(*codes: int, initial: int = 0xFF) -> str:
    data = b"".join(code.to_bytes(2, "big") + bytes([crc8(code.to_bytes(2, "big"), initial)]) for code in codes)
    return data.hex()


# What a working part can report, by the channel's kind or name: the measuring ranges of the datasheets, and what parts go on
# measuring beyond them. Of the others every code is a reading.
SILICON = (-60, F(155))
AIR = {"temperature": SILICON, "pressure": (1000, F(125_000))}
WORKING: dict[str, dict[str, tuple[int | F, F]]] = {
    "adafruit,seesaw-soil": {"temperature": (0, F(150))},
    "bosch,bme280": AIR, "bosch,bme680": AIR, "bosch,bmp280": AIR,
    "infineon,dps310": {"temperature": SILICON, "pressure": (1000, F(140_000))},
    "maxim,max31855": {"thermocouple": (-270, F(1800)), "internal": (-55, F("127.9375"))},
    "microchip,emc1413": {"temperature": (-64, F("191.875"))},
    "microchip,mcp9808": {"temperature": SILICON},
    "national,lm75": {"temperature": (-60, F("127.5"))},
    "sensirion,scd41": {"co2": (0, F(40_000))},
    "sensirion,sgp30": {"eco2": (400, F(60_000)), "tvoc": (0, F(60_000))},
    "ti,ina219": {"shunt_voltage": (F("-0.32"), F("0.32")), "bus_voltage": (0, F(32))},
    "ti,tmp102": {"temperature": SILICON},
    "ti,tmp105": {"temperature": (-60, F("127.9375"))},
    "ti,tmp117": {"temperature": SILICON},
    "ti,tmp421": {"temperature": (-64, F("191.9375"))},
    "vishay,veml7700": {"illuminance": (0, F(150_000))},
}  # fmt: skip


def beyond(device: str, name: str, value: F) -> bool:
    ranges = WORKING.get(device.removesuffix("-spi"), {})
    return any(name.startswith(what) or f'"{what}"' in name for what, (low, high) in ranges.items() if not low <= value <= high)


def sample(
    device: str, model: Sample, channels: dict[str, F | None], config: Sample | None = None, writes: list[Sample] | None = None
) -> Sample:
    """A channel that is None must not be published, nor one that no working part reports."""
    impossible = {name for name, value in channels.items() if value is not None and beyond(device, name, value)}
    reason = {"error": "out_of_range"} if impossible and impossible == set(channels) else {}
    channels = {name: None if name in impossible else value for name, value in channels.items()}
    good = {name: float(value) for name, value in channels.items() if value is not None}
    absent = [name for name, value in channels.items() if value is None]
    status = "ok" if not absent else "partial" if good else "error"
    bus = "spi" if model["kind"] in ("stream", "spireg", "mcp3008", "max1111", "stuck") else "i2c"
    return {
        "device": device, "bus": bus, "address": None if bus == "spi" else "0x50", "config": config or {}, "model": model,
        "expect": {"status": status, "channels": good, "absent": absent, **reason}, "expect_writes": writes or [],
        "exact": {name: value for name, value in channels.items() if value is not None},
    }  # fmt: skip


def commands(**responses: str) -> Sample:
    return {"kind": "cmd", "responses": [{"write": name.strip("_"), "read": hex_} for name, hex_ in responses.items()]}


def word(r: Random) -> int:
    return r.choice([0, 1, 0x7FFF, 0x8000, 0xFFFE, 0xFFFF]) if r.random() < 0.1 else r.randrange(65536)


def signed(code: int, bits: int) -> int:
    return code - (1 << bits) if code >> (bits - 1) else code


def percent(value: F) -> F:
    return min(max(value, F(0)), F(100)) / 100


def sht31(r: Random) -> Sample:
    t, h, chosen = word(r), word(r), r.choice(["low", "medium", "high"])
    command = {"low": "2416", "medium": "240B", "high": "2400"}[chosen]
    model = commands(**{command: words(t, h)})
    channels = {"temperature_celsius": F(-45) + F(175 * t, 65535), "relative_humidity_ratio": F(h, 65535)}
    return sample("sensirion,sht31", model, channels, {"repeatability": chosen})


def sht4x(r: Random) -> Sample:
    t, h = word(r), word(r)
    channels = {"temperature_celsius": F(-45) + F(175 * t, 65535), "relative_humidity_ratio": percent(F(-6) + F(125 * h, 65535))}
    return sample("sensirion,sht4x", commands(FD=words(t, h)), channels)


def si7021(r: Random) -> Sample:
    t, h = max(1, word(r)), max(1, word(r))
    model = commands(FCC9="15FFB5B5FFAC", E7="3A", F3=words(t, initial=0), F5=words(h, initial=0))
    channels = {
        "temperature_celsius": F("175.72") * t / 65536 - F("46.85"), "relative_humidity_ratio": percent(F(125 * h, 65536) - 6)
    }  # fmt: skip
    return sample("silabs,si7021", model, channels)


def aht20(r: Random) -> Sample:
    h, t = r.randrange(1 << 20), r.randrange(1 << 20)
    data = bytes([0x18]) + (h << 20 | t).to_bytes(5, "big")
    model = commands(AC3300=(data + bytes([crc8(data, 0xFF)])).hex())
    model |= {"status_read": r.choice(["18", "10"]), "busy_reads": r.randrange(3)}
    return sample("aosong,aht20", model, {"temperature_celsius": F(200 * t, 1 << 20) - 50, "relative_humidity_ratio": F(h, 1 << 20)})


def scd41(r: Random) -> Sample:
    c, t, h = r.randrange(1, 40001), word(r), word(r)
    model = commands(_3682=words(1, 2, 3), E4B8=words(r.choice([1, 0x8006, 0x0400])), EC05=words(c, t, h))
    channels = {"co2_ppm": F(c), "temperature_celsius": F(-45) + F(175 * t, 65535), "relative_humidity_ratio": F(h, 65535)}
    return sample("sensirion,scd41", model, channels)


def sgp30(r: Random) -> Sample:
    c, t = r.randrange(400, 60001), r.randrange(60001)
    return sample("sensirion,sgp30", commands(_202F=words(0x22), _2008=words(c, t)), {"eco2_ppm": F(c), "tvoc_ppb": F(t)})


def sgp40(r: Random) -> Sample:
    ticks, rh, t = word(r), F(r.randrange(10001), 10000), F(r.randrange(-4500, 13001), 100)
    arguments = words(int(rh * 65535 + F(1, 2)), int((t + 45) * 65535 / 175 + F(1, 2)))
    model = commands(_202F=words(0x3220)) | {"prefix_responses": [{"write_prefix": "260F", "read": words(ticks)}]}
    config = {"compensation_temperature_celsius": float(t), "compensation_relative_humidity_ratio": float(rh)}
    writes = [{"bytes": "260F" + arguments.upper()}]
    return sample("sensirion,sgp40", model, {"voc_raw_ticks": F(ticks)}, config, writes)


def seesaw(r: Random) -> Sample:
    code, moisture = r.randrange(150 << 16), r.randrange(4096)
    model = commands(_0001=r.choice(["55", "84", "89", "46"]), _0004=f"{code | r.randrange(4) << 30:08X}", _0F10=f"{moisture:04X}")
    model |= {"gap": "separate"}
    return sample("adafruit,seesaw-soil", model, {"moisture_capacitance_counts": F(moisture), "temperature_celsius": F(code, 65536)})


def reg16(rw: list[str], **registers: str) -> Sample:
    return {"kind": "reg16", "mem": {f"0x{name[1:]}": value for name, value in registers.items()}, "rw": rw}


def tmp102(r: Random) -> Sample:
    extended = r.random() < 0.5
    code = r.randrange(1 << (13 if extended else 12))
    raw = code << 3 | 1 if extended else code << 4
    writes = [{"reg": "0x01", "mask": "0010", "any_of": ["0010" if extended else "0000"]}]
    value = F(signed(code, 13 if extended else 12), 16)
    model = reg16(["0x01"], _00=f"{raw:04X}", _01="60A0")
    return sample("ti,tmp102", model, {"temperature_celsius": value}, {"extended_mode": extended}, writes)


def tmp105(r: Random) -> Sample:
    bits = r.choice([9, 10, 11, 12])
    code = r.randrange(1 << bits)
    writes = [{"reg": "0x01", "mask": "60", "any_of": [f"{(bits - 9) << 5:02X}"]}]
    model = reg16(["0x01"], _00=f"{code << (16 - bits):04X}", _01="00")
    return sample("ti,tmp105", model, {"temperature_celsius": F(signed(code, bits), 1 << (bits - 8))}, {"resolution_bits": bits}, writes)


def lm75(r: Random) -> Sample:
    code = r.randrange(512)
    model = reg16(["0x01"], _00=f"{code << 7 | r.randrange(128):04X}", _01="00")
    return sample("national,lm75", model, {"temperature_celsius": F(signed(code, 9), 2)})


def tmp117(r: Random) -> Sample:
    code = r.choice([value for value in (word(r), 1) if value != 0x8000])
    model = reg16([], _00=f"{code:04X}", _01="2220", _0F=r.choice(["0117", "2117", "1117"]))
    return sample("ti,tmp117", model, {"temperature_celsius": F(signed(code, 16), 128)})


def mcp9808(r: Random) -> Sample:
    code = r.randrange(1 << 13)
    model = reg16(["0x01", "0x08"], _05=f"{code | r.randrange(8) << 13:04X}", _06="0054", _07=f"04{r.randrange(256):02X}", _08="03")
    return sample("microchip,mcp9808", model, {"temperature_celsius": F(signed(code, 13), 16)})


def max31855(r: Random) -> Sample:
    t, i, faults = r.randrange(1 << 14), r.randrange(1 << 12), r.choice([0, 0, 0, 1, 2, 4])
    raw = t << 18 | bool(faults) << 16 | i << 4 | faults
    name = 'temperature_celsius{channel="%s"}'
    channels = {name % "thermocouple": None if faults else F(signed(t, 14), 4), name % "internal": F(signed(i, 12), 16)}
    return sample("maxim,max31855", {"kind": "stream", "miso": f"{raw:08X}"}, channels)


def max6675(r: Random) -> Sample:
    code, state = r.randrange(1 << 12), r.randrange(2)
    return sample("maxim,max6675", {"kind": "stream", "miso": f"{code << 3 | state:04X}"}, {"temperature_celsius": F(code, 4)})


def converter(device: str, inputs: int, bits: int) -> Maker:
    def make(r: Random) -> Sample:
        codes, reference = [r.randrange(1 << bits) for _ in range(inputs)], F(r.randrange(1, 1_000_001), 10000)
        channels: dict[str, F | None] = {
            f'voltage_volts{{channel="{at}"}}': code * reference / (1 << bits) for at, code in enumerate(codes)
        }
        model = {"kind": device.split(",")[1], "codes": codes}
        return sample(device, model, channels, {"reference_volts": float(reference)})

    return make


MAKERS: dict[str, Maker] = {
    maker.__name__: maker
    for maker in (sht31, sht4x, si7021, aht20, scd41, sgp30, sgp40, seesaw, tmp102, tmp105, lm75, tmp117, mcp9808, max31855, max6675)
} | {"mcp3008": converter("microchip,mcp3008", 8, 10), "max1111": converter("maxim,max1111", 4, 8)}
