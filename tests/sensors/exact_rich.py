"""The same for parts with calibration, settings in their formulas, and flags."""

from __future__ import annotations

from fractions import Fraction as F

from exact_simple import Maker, Random, Sample, percent, reg16, sample, signed, word


def little(value: int, size: int = 2) -> bytes:
    return (value % (1 << 8 * size)).to_bytes(size, "little")


def near(r: Random, value: int, part: float = 0.05) -> int:
    """Calibration of a part is near that of another."""
    return value + round(value * r.uniform(-part, part))


def bme280(r: Random, spi: bool = False, humid: bool = True) -> Sample:
    t1, t2, t3 = near(r, 27504), near(r, 26435), r.randrange(-2000, 200)
    p1, p2, p3 = near(r, 36477), near(r, -10685), near(r, 3024)
    p4, p5, p6 = near(r, 2855), near(r, 140), r.randrange(-20, 20)
    p7, p8, p9 = near(r, 15500), near(r, -14600), near(r, 6000)
    h1, h2, h3, h4, h5, h6 = 75, near(r, 362), r.randrange(3), near(r, 313), r.randrange(-60, 60), r.randrange(-30, 60)
    T, P, H = r.randrange(380000, 640000), r.randrange(250000, 500000), r.randrange(15000, 45000)
    skip = r.choice(["", "", "", "P", "H", "T"])
    T, P, H = (0x80000 if skip == "T" else T, 0x80000 if skip == "P" else P, 0x8000 if skip == "H" else H)
    x1 = (F(T, 16384) - F(t1, 1024)) * t2
    x2 = (F(T, 131072) - F(t1, 8192)) ** 2 * t3
    tf = int(x1 + x2)
    v = F(tf, 2) - 64000
    q = (v * v * p6 / 32768 + 2 * v * p5) / 4 + 65536 * p4
    d = (1 + (p3 * v * v / 524288 + p2 * v) / 524288 / 32768) * p1
    p = (1048576 - P - q / 4096) * 6250 / d
    pressure = p + (p9 * p * p / 2**31 + p * p8 / 32768 + p7) / 16
    h = tf - 76800
    z = (H - 64 * h4 - F(h5 * h, 16384)) * h2 / 65536 * (1 + F(h6 * h, 2**26) * (1 + F(h3 * h, 2**26)))
    humidity = percent(z * (1 - h1 * z / 524288))
    calibration = b"".join(little(one) for one in (t1, t2, t3, p1, p2, p3, p4, p5, p6, p7, p8, p9))
    e1 = little(h2) + bytes([h3, h4 >> 4 & 0xFF, (h4 & 15) | (h5 & 15) << 4, h5 >> 4 & 0xFF]) + little(h6, 1)
    mem = {"0xD0": "60" if humid else "58", "0x88": calibration.hex(), "0xF7": f"{P << 4:06X}{T << 4:06X}{H:04X}"}
    if humid:
        mem |= {"0xA1": f"{h1:02X}", "0xE1": e1.hex()}
    model = {"kind": "spireg" if spi else "reg8", "mem": mem, "rw": ["0xF2", "0xF4"], "write_style": "pairs"}
    channels: dict[str, F | None] = {
        "temperature_celsius": None if skip == "T" else (x1 + x2) / 5120,
        "pressure_pascals": None if skip in ("T", "P") else pressure,
    }
    if humid:
        channels["relative_humidity_ratio"] = None if skip in ("T", "H") else humidity
    return sample(f"bosch,{'bme280' if humid else 'bmp280'}{'-spi' if spi else ''}", model, channels)


def bme680(r: Random) -> Sample:
    t1, t2, t3, p1, p2, p3 = near(r, 26203), near(r, 26519), r.randrange(-5, 6), near(r, 34880), near(r, -10284), 88
    p4, p5, p6, p7, p8, p9, p10 = near(r, 9500), near(r, -201), 30, r.randrange(20, 45), near(r, -772), near(r, -3213), 30
    h1, h2, h3, h4, h5, h6, h7 = near(r, 783), near(r, 1000), 0, 45, 20, 120, -100
    g1, g2, g3, heat_range, heat_value, error = r.randrange(-60, 0), near(r, -5969), 18, r.randrange(4), r.randrange(-40, 60), r.randrange(-8, 8)
    T, P, H = r.randrange(420000, 560000), r.randrange(280000, 420000), r.randrange(14000, 28000)
    variant, G, gas_range = r.randrange(2), r.randrange(1024), r.randrange(16)
    valid, stable = r.choice([(1, 1), (1, 1), (1, 0), (0, 1)])
    t = (F(T, 16384) - F(t1, 1024)) * t2 + 16 * t3 * (F(T, 131072) - F(t1, 8192)) ** 2
    c = t / 5120
    v = t / 2 - 64000
    q = (v * v * p6 / 131072 + 2 * v * p5) / 4 + 65536 * p4
    d = (1 + (p3 * v * v / 16384 + p2 * v) / 524288 / 32768) * p1
    p = (1048576 - P - q / 4096) * 6250 / d
    pressure = p + (p9 * p * p / 2**31 + p * p8 / 32768 + (p / 256) ** 3 * p10 / 131072 + 128 * p7) / 16
    z = (H - 16 * h1 - c * h3 / 2) * h2 / 262144 * (1 + h4 * c / 16384 + h5 * c * c / 1048576)
    humidity = percent(z + (F(h6, 16384) + h7 * c / 2097152) * z * z)
    if variant == 0:
        k1 = {5: F(-1), 13: F(-1), 7: F("-0.8"), 10: F("-0.2"), 11: F("-0.5")}.get(gas_range, F(0))
        k2 = {4: F("0.1"), 5: F("0.7"), 7: F("-0.8"), 8: F("-0.1")}.get(gas_range, F(0))
        s = (1340 + 5 * error) * (1 + k1 / 100)
        gas = 1 / ((1 + k2 / 100) * F("1.25e-7") * 2**gas_range * ((G - 512) / s + 1))
    else:
        gas = F(10**6 * (262144 >> gas_range), 4096 + 3 * (G - 512))
    pair = f"{G << 6 | valid << 5 | stable << 4 | gas_range:04X}"
    field = f"8000{P << 4:06X}{T << 4:06X}{H:04X}000000" + (pair + "0000" if variant == 0 else "0000" + pair)
    low = b"".join([little(t2), little(t3, 1), b"\0", little(p1), little(p2), little(p3, 1), b"\0", little(p4), little(p5)])
    low += b"".join([little(p7, 1), little(p6, 1), b"\0\0", little(p8), little(p9), little(p10, 1)])
    high = bytes([h2 >> 4, (h2 & 15) << 4 | (h1 & 15), h1 >> 4]) + b"".join(little(one, 1) for one in (h3, h4, h5, h6, h7))
    high += little(t1) + little(g2) + little(g1, 1) + little(g3, 1)
    heater = f"{heat_value & 0xFF:02X}00{heat_range << 4:02X}00{(error & 15) << 4:02X}"
    target, time, ambient = r.randrange(0, 500), r.randrange(4033), F(r.randrange(-4000, 8501), 100)
    x = (F(g1, 16) + 49) * (1 + (F(g2, 32768) * F("0.0005") + F("0.00235")) * min(target, 400)) + F(g3, 1024) * ambient
    code = int(F("3.4") * (x * 4 / (4 + heat_range) / (1 + F("0.002") * heat_value) - 25))
    wait, factor = time, 0
    while wait > 63:
        wait, factor = wait // 4, factor + 1
    on = 0xFF if time >= 4032 else wait + 64 * factor
    over = {"temperature_oversampling": r.choice([1, 2, 4, 8, 16]), "pressure_oversampling": 4, "humidity_oversampling": 2}
    config = {"heater_celsius": target, "heater_milliseconds": time, "ambient_celsius": float(ambient)} | over
    meas = over["temperature_oversampling"].bit_length() << 5 | 3 << 2 | 1
    writes = [
        {"reg": "0x5A", "any_of": [f"{min(max(code + by, 0), 255):02X}" for by in (-1, 0, 1)]},
        {"reg": "0x64", "any_of": [f"{on:02X}"]},
        {"reg": "0x71", "mask": "30", "any_of": ["20" if variant else "10"]},
        {"reg": "0x74", "any_of": [f"{meas:02X}"]},
        {"reg": "0x72", "any_of": ["02"]},
    ]
    mem = {"0xD0": "61", "0xF0": f"{variant:02X}", "0x1D": field, "0x8A": low.hex(), "0xE1": high.hex(), "0x00": heater}
    model = {"kind": "reg8", "mem": mem, "rw": ["0x71"], "write_style": "pairs"}
    channels: dict[str, F | None] = {
        "temperature_celsius": c, "pressure_pascals": pressure, "relative_humidity_ratio": humidity,
        "gas_resistance_ohms": gas if valid and stable else None,
    }  # fmt: skip
    return sample("bosch,bme680", model, channels, config, writes)


def dps310(r: Random) -> Sample:
    bits = {"c0": 12, "c1": 12, "c00": 20, "c10": 20, "c01": 16, "c11": 16, "c20": 16, "c21": 16, "c30": 16}
    usual = {"c0": 209, "c1": -260, "c00": 79500, "c10": -54000, "c01": -2600, "c11": 1300, "c20": -9600, "c21": 100, "c30": -900}
    c = {name: near(r, usual[name], 0.2) for name in bits}
    packed = 0
    for name, width in bits.items():
        packed = packed << width | c[name] % (1 << width)
    scale = [524288, 1572864, 3670016, 7864320, 253952, 516096, 1040384, 2088960]
    pressure_code, temperature_code, source = r.randrange(8), r.randrange(8), r.randrange(2)
    P = round(r.uniform(-1, 1) * min(scale[pressure_code], 8388607))
    T = round(r.uniform(-1, 1) * min(scale[temperature_code], 8388607))
    p, t = F(P, scale[pressure_code]), F(T, scale[temperature_code])
    pressure = c["c00"] + p * (c["c10"] + p * (c["c20"] + p * c["c30"])) + t * c["c01"] + t * p * (c["c11"] + p * c["c21"])
    mem = {
        "0x00": f"{P & 0xFFFFFF:06X}{T & 0xFFFFFF:06X}", "0x08": "F0", "0x0D": "10", "0x10": f"{packed:036X}",
        "0x28": "80" if source else "00",
    }  # fmt: skip
    shift = (pressure_code > 3) << 2 | (temperature_code > 3) << 3
    writes = [
        {"reg": "0x06", "mask": "0F", "any_of": [f"{pressure_code:02X}"]},
        {"reg": "0x07", "mask": "8F", "any_of": [f"{source << 7 | temperature_code:02X}"]},
        {"reg": "0x09", "mask": "0C", "any_of": [f"{shift:02X}"]},
        {"reg": "0x08", "any_of": ["F7"]},
    ]
    config = {"pressure_oversampling": 1 << pressure_code, "temperature_oversampling": 1 << temperature_code}
    channels: dict[str, F | None] = {"temperature_celsius": F(c["c0"], 2) + c["c1"] * t, "pressure_pascals": F(pressure)}
    return sample("infineon,dps310", {"kind": "reg8", "mem": mem, "rw": ["0x08"]}, channels, config, writes)


def emc1413(r: Random) -> Sample:
    wide, faults = r.random() < 0.5, r.choice([0, 0, 2, 4, 6])
    values = [(r.randrange(256 if wide else 140), r.randrange(8)) for _ in range(3)]
    places = [("0x00", "0x29"), ("0x01", "0x10"), ("0x23", "0x24")]
    mem = {"0xFD": "21", "0xFE": "5D", "0x1B": f"{faults:02X}", "0x03": "00"}
    channels: dict[str, F | None] = {}
    # Its standard range ends at 127.875: of a sample with more, nothing is trusted.
    impossible = not wide and max(high for high, _ in values) > 127
    for name, bit, (high, low), place in zip(("internal", "external1", "external2"), (0, 2, 4), values, places):
        rest = r.randrange(31)
        mem |= {place[0]: f"{high:02X}", place[1]: f"{low << 5 | rest:02X}"}
        value = high + F(low, 8) - (64 if wide else 0)
        channels[f'temperature_celsius{{channel="{name}"}}'] = None if faults & bit or impossible else value
    model = {"kind": "reg8", "autoincrement": False, "mem": mem, "rw": ["0x03"]}
    return sample("microchip,emc1413", model, channels, {"extended_range": wide})


def tmp421(r: Random) -> Sample:
    wide = r.random() < 0.5
    mem, channels = {"0xFE": "55", "0xFF": "21", "0x09": "00"}, {}
    for name, at, allowed in (("local", 0, [0, 0, 2]), ("remote1", 1, [0, 0, 1, 2])):
        code, flags = r.randrange(1 << 12), r.choice(allowed)
        mem |= {f"0x{at:02X}": f"{code >> 4:02X}", f"0x{at + 16:02X}": f"{(code & 15) << 4 | flags:02X}"}
        value = F(code, 16) - 64 if wide else F(signed(code, 12), 16)
        channels[f'temperature_celsius{{channel="{name}"}}'] = None if flags else value
    model = {"kind": "reg8", "autoincrement": "msb+lsb", "mem": mem, "rw": ["0x09"]}
    return sample("ti,tmp421", model, channels, {"extended_range": wide})


def lsm303(r: Random) -> Sample:
    gain = r.randrange(1, 8)
    xy = [0, 1100, 855, 670, 450, 400, 330, 230][gain]
    z = [0, 980, 760, 600, 400, 355, 295, 205][gain]
    raw = {axis: r.choice([r.randrange(-2048, 2048)] * 5 + [-4096]) for axis in "xzy"}
    data = "".join(f"{raw[axis] & 0xFFFF:04X}" for axis in "xzy")
    mem = {"0x03": data, "0x09": "01", "0x0A": "483433"}
    channels: dict[str, F | None] = {
        f'magnetic_flux_density_teslas{{axis="{axis}"}}': None if raw[axis] == -4096 else F(raw[axis], z if axis == "z" else xy) / 10000
        for axis in "xyz"
    }
    writes = [{"reg": "0x01", "any_of": [f"{gain << 5:02X}"]}, {"reg": "0x00", "any_of": ["90"]}, {"reg": "0x02", "any_of": ["00"]}]
    return sample("st,lsm303dlhc-magn", {"kind": "reg8", "mem": mem, "rw": []}, channels, {"gain_code": gain}, writes)


def ina219(r: Random) -> Sample:
    shunt, bus, power, current = word(r), r.randrange(8001), word(r), word(r)
    overflow = r.random() < 0.2
    ohms, lsb = F(r.randrange(100, 100000), 100000), F(r.randrange(20000, 2000000), 10**9)
    calibration = min(int(F("0.04096") / (lsb * ohms)), 0xFFFE)
    model = reg16([], _01=f"{shunt:04X}", _02=f"{bus << 3 | 2 | overflow:04X}", _03=f"{power:04X}", _04=f"{current:04X}")
    channels: dict[str, F | None] = {
        "shunt_voltage_volts": F(signed(shunt, 16), 100000), "bus_voltage_volts": bus * F("0.004"),
        "current_amperes": None if overflow else signed(current, 16) * lsb,
        "power_watts": None if overflow else power * 20 * lsb,
    }  # fmt: skip
    writes = [{"reg": "0x05", "any_of": [f"{calibration:04X}"]}]
    return sample("ti,ina219", model, channels, {"shunt_ohms": float(ohms), "current_lsb_amperes": float(lsb)}, writes)


def ads1115(r: Random) -> Sample:
    scales = ["6.144", "4.096", "2.048", "1.024", "0.512", "0.256"]
    pga = r.randrange(6)
    codes = [word(r) for _ in range(4)]
    select = {str(4 + at): {"0x00": f"{code:04X}"} for at, code in enumerate(codes)}
    model = reg16(["0x01"], _00="0000", _01="8583") | {
        "read_or": {"0x01": "8000"}, "select": {"reg": "0x01", "shift": 12, "mask": 7, "values": select}
    }  # fmt: skip
    channels: dict[str, F | None] = {
        f'voltage_volts{{channel="{at}"}}': None if code in (0x7FFF, 0x8000) else signed(code, 16) * F(scales[pga]) / 32768
        for at, code in enumerate(codes)
    }
    writes = [{"reg": "0x01", "mask": "FF00", "any_of": [f"{0xC1 | at << 4 | pga << 1:02X}00"]} for at in range(4)]
    return sample("ti,ads1115", model, channels, {"full_scale_volts": float(scales[pga])}, writes)


def bh1750(r: Random) -> Sample:
    code, mtreg = word(r), r.randrange(31, 255)
    mode, command = r.choice([("high_resolution", "20"), ("high_resolution_2", "21"), ("low_resolution", "23")])
    lux = code / F("1.2") * F(69, mtreg) / (2 if command == "21" else 1)
    model = {"kind": "cmd", "responses": [{"write": command, "read": f"{code:04X}"}]}
    writes = [{"bytes": f"{0x40 | mtreg >> 5:02X}"}, {"bytes": f"{0x60 | mtreg & 31:02X}"}]
    channels: dict[str, F | None] = {"illuminance_lux": None if code == 0xFFFF else lux}
    return sample("rohm,bh1750", model, channels, {"mode": mode, "mtreg": mtreg}, writes)


def veml7700(r: Random) -> Sample:
    code, corrected = word(r), r.random() < 0.5
    gain, gain_code = r.choice([("0.125", 2), ("0.25", 3), ("1", 0), ("2", 1)])
    time, time_code = r.choice([(25, 12), (50, 8), (100, 0), (200, 1), (400, 2), (800, 3)])
    x = code * F("0.0042") * F(800, time) * 2 / F(gain)
    if corrected and x > 1000:
        x = F("6.0135e-13") * x**4 - F("9.3924e-9") * x**3 + F("8.1488e-5") * x**2 + F("1.0023") * x
    model = reg16(["0x00"], _00="0100", _04=little(code).hex()) | {"byte_order": "little"}
    writes = [{"reg": "0x00", "mask": "CFFF", "any_of": [little(gain_code << 11 | time_code << 6).hex()]}]  # but the persistence
    config = {"gain": float(gain), "integration_milliseconds": time, "nonlinearity_correction": corrected}
    channels: dict[str, F | None] = {"illuminance_lux": None if code == 0xFFFF else x}
    return sample("vishay,veml7700", model, channels, config, writes)


MAKERS: dict[str, Maker] = {
    "bme280": bme280,
    "bme280_spi": lambda r: bme280(r, spi=True),
    "bmp280": lambda r: bme280(r, humid=False),
} | {maker.__name__: maker for maker in (bme680, dps310, emc1413, tmp421, lsm303, ina219, ads1115, bh1750, veml7700)}
