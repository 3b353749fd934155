"""What the memory of parts with calibration registers means, read bit by bit and evaluated exactly, as their datasheets say
it; nothing here is taken from the device descriptions."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction as F
from typing import Optional

from exact_simple import percent, signed

Channels = dict[str, Optional[F]]


class Image:
    """Bytes by their address; what is not described is 0."""

    def __init__(self, memory: Mapping[int, bytes]) -> None:
        self.bytes = {start + at: byte for start, data in memory.items() for at, byte in enumerate(data)}

    def u8(self, at: int) -> int:
        return self.bytes.get(at, 0)

    def s8(self, at: int) -> int:
        return signed(self.u8(at), 8)

    def u16(self, at: int) -> int:
        """The lower byte first."""
        return self.u8(at) | self.u8(at + 1) << 8

    def s16(self, at: int) -> int:
        return signed(self.u16(at), 16)

    def big(self, at: int, bits: int, skip: int = 0) -> int:
        """`bits` bits after the first `skip` of them, the highest first."""
        size = (skip + bits + 7) // 8
        number = int.from_bytes(bytes(self.u8(at + step) for step in range(size)), "big")
        return number >> (8 * size - skip - bits) & ((1 << bits) - 1)


def _pressure(v: F, raw: int, p: Mapping[int, int], scales: tuple[int, int], tenth: F) -> Optional[F]:
    """`tenth`: what the part adds for the third power."""
    q = (v * v * p[6] / scales[0] + 2 * v * p[5]) / 4 + 65536 * p[4]
    d = (1 + (p[3] * v * v / scales[1] + p[2] * v) / 524288 / 32768) * p[1]
    if d == 0:
        return None
    x = (1048576 - raw - q / 4096) * 6250 / d
    return x + (p[9] * x * x / 2**31 + x * p[8] / 32768 + (x / 256) ** 3 * tenth + p[7]) / 16


def bme280(image: Image, humid: bool = True) -> Channels:
    raw_p, raw_t, raw_h = image.big(0xF7, 20), image.big(0xFA, 20), image.big(0xFD, 16)
    t1, t2, t3 = image.u16(0x88), image.s16(0x8A), image.s16(0x8C)
    p = {1: image.u16(0x8E)} | {number: image.s16(0x8C + 2 * number) for number in range(2, 10)}
    fine = (F(raw_t, 16384) - F(t1, 1024)) * t2 + (F(raw_t, 131072) - F(t1, 8192)) ** 2 * t3
    whole = int(fine)
    pressure = _pressure(F(whole, 2) - 64000, raw_p, p, (32768, 524288), F(0))
    good = raw_t != 0x80000
    found: Channels = {
        "temperature_celsius": fine / 5120 if good else None,
        "pressure_pascals": pressure if good and raw_p != 0x80000 else None,
    }
    if humid:
        h1, h2, h3, h6 = image.u8(0xA1), image.s16(0xE1), image.u8(0xE3), image.s8(0xE7)
        h4 = signed(image.u8(0xE4) << 4 | image.u8(0xE5) & 15, 12)
        h5 = signed(image.u8(0xE6) << 4 | image.u8(0xE5) >> 4, 12)
        h = whole - 76800
        z = (raw_h - 64 * h4 - F(h5 * h, 16384)) * h2 / 65536 * (1 + F(h6 * h, 2**26) * (1 + F(h3 * h, 2**26)))
        found["relative_humidity_ratio"] = percent(z * (1 - h1 * z / 524288)) if good and raw_h != 0x8000 else None
    return found


def bmp280(image: Image) -> Channels:
    return bme280(image, humid=False)


K1 = {5: F(-1), 13: F(-1), 7: F("-0.8"), 10: F("-0.2"), 11: F("-0.5")}
K2 = {4: F("0.1"), 5: F("0.7"), 7: F("-0.8"), 8: F("-0.1")}


def bme680(image: Image) -> Channels:
    raw_p, raw_t, raw_h = image.big(0x1F, 20), image.big(0x22, 20), image.big(0x25, 16)
    t1, t2, t3 = image.u16(0xE9), image.s16(0x8A), image.s8(0x8C)
    t = (F(raw_t, 16384) - F(t1, 1024)) * t2 + 16 * t3 * (F(raw_t, 131072) - F(t1, 8192)) ** 2
    c = t / 5120
    p = {1: image.u16(0x8E), 2: image.s16(0x90), 3: image.s8(0x92), 4: image.s16(0x94), 5: image.s16(0x96), 6: image.s8(0x99)}
    p |= {7: 128 * image.s8(0x98), 8: image.s16(0x9C), 9: image.s16(0x9E)}
    pressure = _pressure(t / 2 - 64000, raw_p, p, (131072, 16384), F(image.u8(0xA0), 131072))
    h2 = image.u8(0xE1) << 4 | image.u8(0xE2) >> 4
    h1 = image.u8(0xE3) << 4 | image.u8(0xE2) & 15
    h3, h4, h5, h6, h7 = image.s8(0xE4), image.s8(0xE5), image.s8(0xE6), image.u8(0xE7), image.s8(0xE8)
    z = (raw_h - 16 * h1 - c * h3 / 2) * h2 / 262144 * (1 + h4 * c / 16384 + h5 * c * c / 1048576)
    humidity = percent(z + (F(h6, 16384) + h7 * c / 2097152) * z * z)
    pair = image.big(0x2A if image.u8(0xF0) == 0 else 0x2C, 16)
    code, valid, stable, which = pair >> 6, pair >> 5 & 1, pair >> 4 & 1, pair & 15
    if image.u8(0xF0) == 0:
        s = (1340 + 5 * signed(image.u8(0x04) >> 4, 4)) * (1 + K1.get(which, F(0)) / 100)
        gas = 1 / ((1 + K2.get(which, F(0)) / 100) * F("1.25e-7") * 2**which * ((code - 512) / s + 1))
    else:
        gas = F(10**6 * (262144 >> which), 4096 + 3 * (code - 512))
    good = raw_t != 0x80000
    return {
        "temperature_celsius": c if good else None,
        "pressure_pascals": pressure if good and raw_p != 0x80000 else None,
        "relative_humidity_ratio": humidity if good and raw_h != 0x8000 else None,
        "gas_resistance_ohms": gas if valid and stable else None,
    }


def bme680_heater(image: Image, target: F, ambient: F) -> list[str]:
    """The codes that 0x5A may have: the maker's integer form may differ by one."""
    g1, g2, g3 = image.s8(0xED), image.s16(0xEB), image.s8(0xEE)
    x = (F(g1, 16) + 49) * (1 + (F(g2, 32768) * F("0.0005") + F("0.00235")) * min(target, F(400))) + F(g3, 1024) * ambient
    value, range_ = image.s8(0x00), image.u8(0x02) >> 4 & 3
    code = int(F("3.4") * (x * 4 / (4 + range_) / (1 + F("0.002") * value) - 25))
    return [f"{code + by:02X}" for by in (-1, 0, 1) if 0 <= code + by <= 255]


SCALES = (524288, 1572864, 3670016, 7864320, 253952, 516096, 1040384, 2088960)
WIDTHS = {"c0": 12, "c1": 12, "c00": 20, "c10": 20, "c01": 16, "c11": 16, "c20": 16, "c21": 16, "c30": 16}


def dps310(image: Image, pressure_samples: int = 8, temperature_samples: int = 8) -> Channels:
    c, skip = {}, 0
    for name, width in WIDTHS.items():
        c[name], skip = signed(image.big(0x10, width, skip), width), skip + width
    raw_p, raw_t = image.big(0x00, 24), image.big(0x03, 24)
    p = F(signed(raw_p, 24), SCALES[pressure_samples.bit_length() - 1])
    t = F(signed(raw_t, 24), SCALES[temperature_samples.bit_length() - 1])
    pressure = c["c00"] + p * (c["c10"] + p * (c["c20"] + p * c["c30"])) + t * c["c01"] + t * p * (c["c11"] + p * c["c21"])
    good = raw_t != 0x800000
    return {
        "temperature_celsius": F(c["c0"], 2) + c["c1"] * t if good else None,
        "pressure_pascals": F(pressure) if good and raw_p != 0x800000 else None,
    }
