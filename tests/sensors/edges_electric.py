"""The same for converters, a power monitor and a magnetometer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction as F
from typing import Any

from edges_thermometers import ABSENT, BROWN_OUT, corners, edge, waits, written
from exact_simple import Sample, reg16, sample, signed


def nothing(device: str, model: Sample) -> Sample:
    return {**sample(device, model, {}), "expect": {"status": "error", "channels": {}}}


def ina219() -> Iterator[Sample]:
    def part(
        shunt: int = 0x03E8, bus: int = 0x5DC0, power: int = 0x0258, current: int = 0x03E8,
        ohms: str = "0.1", lsb: str = "0.0001", ready: int = 2, overflow: int = 0, **more: Any,
    ) -> Sample:  # fmt: skip
        step, calibration = F(lsb), int(F("0.04096") / (F(lsb) * F(ohms)))
        known = not overflow and 0 < calibration < 65536
        model = reg16(
            ["0x00", "0x05"], _00="399F", _01=f"{shunt:04X}", _02=f"{bus & 0xFFF8 | ready | overflow:04X}", _03=f"{power:04X}",
            _04=f"{current:04X}", _05="0000",
        )  # fmt: skip
        value: dict[str, F | None] = {
            "shunt_voltage_volts": F(signed(shunt, 16), 100000), "bus_voltage_volts": F((bus >> 3) * 4, 1000),
            "current_amperes": signed(current, 16) * step if known else None,
            "power_watts": power * 20 * step if known else None,
        }  # fmt: skip
        # The lowest bit of the calibration is not kept.
        writes = [{"reg": "0x05", "mask": "FFFE", "any_of": [f"{calibration & 0xFFFE:04X}"]}] if known else []
        config = {"shunt_ohms": float(ohms), "current_lsb_amperes": float(lsb)}
        return sample("ti,ina219", {**model, **more}, value, config, [*writes, *written("0x00", "399B")])

    for code in {*corners(16), 0x8300, 0x7D00}:  # -0.32 and 0.32 V too
        yield edge(f"shunt {code:04X}", part(shunt=code))
        yield edge(f"current {code:04X}", part(current=code))
        yield edge(f"power {code:04X}", part(power=code))
    for code in {*corners(13), 8000, 4000}:  # 32 and 16 V too
        yield edge(f"bus {code:04X}", part(bus=code << 3))
    yield edge("overflow", part(overflow=1), "out_of_range")
    yield edge("overflow of everything", part(0x7D00, 8000 << 3, 0xFFFF, 0x7FFF, overflow=1), "out_of_range")
    shunts = {"0.1": ["0.0001", "0.00005", "0.001"], "0.01": ["0.001", "0.0005"], "0.002": ["0.01"], "1": ["0.00001"], "0.00075": ["0.025"]}
    for ohms, steps in shunts.items():
        for lsb in steps:
            yield edge(f"{ohms} ohms, {lsb} A", part(ohms=ohms, lsb=lsb))
            yield edge(f"{ohms} ohms, {lsb} A, least", part(0x8300, 0, 0xFFFF, 0x8000, ohms, lsb))
    yield edge("largest calibration", part(ohms="0.1", lsb="0.00000626"))
    yield edge("calibration beyond 16 bits", part(ohms="0.1", lsb="0.00000625"), "out_of_range")
    yield edge("calibration of nothing", part(ohms="100", lsb="0.001"), "out_of_range")
    for late in (1, 5, 15):
        yield edge(f"ready after {late} looks", part(sequence={"0x02": ["5DC0"] * late + ["5DC2"]}))
    yield edge("never ready", {**nothing("ti,ina219", part(ready=0)["model"])}, "timeout")
    yield edge("all ones", nothing("ti,ina219", reg16([], **{f"_{at:02X}": "FFFF" for at in range(6)})), "no_data")
    yield edge("after a brown-out", part(), **BROWN_OUT, **waits(2 * 532))
    other = part(ohms="0.01", lsb="0.001")
    yield edge("another shunt from the second sample on", {**other, "config": {}}, again={"config": other["config"]})
    yield edge("absent", nothing("ti,ina219", ABSENT), "nack")


def ads1115() -> Iterator[Sample]:
    scales = ["6.144", "4.096", "2.048", "1.024", "0.512", "0.256"]

    def part(codes: list[int], pga: int = 1, rate: int = 4, **more: Any) -> Sample:
        select = {str(4 + at): {"0x00": f"{code:04X}"} for at, code in enumerate(codes)}
        model = reg16(["0x01"], _00="0000", _01="8583", _02="8000", _03="7FFF")
        model |= {"read_or": {"0x01": "8000"}, "select": {"reg": "0x01", "shift": 12, "mask": 7, "values": select}, **more}
        value: dict[str, F | None] = {
            f'voltage_volts{{channel="{at}"}}': None if code in (0x7FFF, 0x8000) else signed(code, 16) * F(scales[pga]) / 32768
            for at, code in enumerate(codes)
        }
        writes = [one for at in range(4) for one in written("0x01", f"{0xC1 | at << 4 | pga << 1:02X}{rate << 5 | 3:02X}")]
        config = {"full_scale_volts": float(scales[pga]), "samples_per_second": (8, 16, 32, 64, 128, 250, 475, 860)[rate]}
        return sample("ti,ads1115", model, value, config, writes)

    plain = [100, 200, 300, 400]
    for pga in range(6):
        for code in sorted(set(corners(16)) - {0x7FFF, 0x8000}):
            yield edge(f"{scales[pga]} V {code:04X}", part([code, 0, 0x7FFE, code], pga))
        yield edge(f"{scales[pga]} V after a brown-out", part(plain, pga), **BROWN_OUT)
        later = {"config": {"full_scale_volts": 0.512}, "again": {"config": {"full_scale_volts": float(scales[pga])}}}
        yield edge(f"{scales[pga]} V from the second sample on", {**part(plain, pga), **later})
    for clipped in range(1, 16):
        for code in (0x7FFF, 0x8000):
            codes = [code if clipped >> at & 1 else plain[at] for at in range(4)]
            yield edge(f"clipped {code:04X} {clipped:04b}", part(codes), "out_of_range")
    for rate, hertz in enumerate((8, 16, 32, 64, 128, 250, 475, 860)):
        yield edge(f"{hertz} Hz", part(plain, rate=rate), **waits(*[int(1_100_000 / hertz)] * 4))
    yield edge("defaults", {**part(plain), "config": {}})
    slow = ["0583"] * 3 + ["8583"]
    yield edge("slow first input", {**part(plain, read_or={}, sequence={"0x01": slow})})
    silent = {**part(plain)["model"], "read_or": {}, "read_and": {"0x01": "7FFF"}}
    yield edge("never ready", nothing("ti,ads1115", silent), "timeout")
    yield edge("all ones", nothing("ti,ads1115", reg16([], _00="FFFF", _01="FFFF")), "no_data")
    yield edge("absent", nothing("ti,ads1115", ABSENT), "nack")


def lsm303dlhc() -> Iterator[Sample]:
    gains = {1: (1100, 980), 2: (855, 760), 3: (670, 600), 4: (450, 400), 5: (400, 355), 6: (330, 295), 7: (230, 205)}

    def part(x: int = 200, y: int = -300, z: int = 400, gain: int = 1, rate: int = 4, identity: str = "483433", **more: Any) -> Sample:
        value = {
            f'magnetic_flux_density_teslas{{axis="{axis}"}}': F(raw, gains[gain][axis == "z"]) / 10000 if -2048 <= raw <= 2047 else None
            for axis, raw in (("x", x), ("y", y), ("z", z))
        }
        data = "".join(f"{raw & 0xFFFF:04X}" for raw in (x, z, y))
        mem = {"0x00": "10", "0x01": "20", "0x02": "03", "0x03": data, "0x09": "01", "0x0A": identity, "0x31": "0000"}
        model = {"kind": "reg8", "mem": mem, "rw": ["0x00", "0x01", "0x02"], **more}
        writes = [*written("0x00", f"{0x80 | rate << 2:02X}"), *written("0x01", f"{gain << 5:02X}"), *written("0x02", "00")]
        return sample("st,lsm303dlhc-magn", model, value, {"gain_code": gain}, writes)

    codes = sorted({signed(code, 12) for code in corners(12)})
    for gain in gains:
        for at, code in enumerate(codes):
            yield edge(f"gain {gain} {code}", part(code, codes[-1 - at], codes[at - 5], gain))
        for over in range(1, 8):
            axes = [-4096 if over >> axis & 1 else 100 * axis - 50 for axis in range(3)]
            yield edge(f"gain {gain} overflow {over:03b}", part(*axes, gain=gain), "out_of_range")
        yield edge(f"gain {gain} after a brown-out", part(gain=gain), **BROWN_OUT)
        later = {"config": {"gain_code": 3}, "again": {"config": {"gain_code": gain}}}
        yield edge(f"gain {gain} from the second sample on", {**part(gain=gain), **later})
    for code in (2048, -2049, 0x7FFF, -0x8000, -4097, -4095):  # none of 12 bits
        yield edge(f"{code} is no code", part(x=code), "out_of_range")
    for rate, hertz in enumerate((0.75, 1.5, 3, 7.5, 15, 30, 75, 220)):
        yield edge(f"{hertz} Hz", {**part(rate=rate), "config": {"samples_per_second": hertz}}, **waits(1_000_000 / hertz))
    for late in (1, 9):
        yield edge(f"ready after {late} looks", part(sequence={"0x09": ["00"] * late + ["01"]}))
    yield edge("locked", part(sequence={"0x09": ["03"]}))
    for never in ("00", "02", "FE"):
        silent = part(sequence={"0x09": [never]})["model"]
        yield edge(f"never ready {never}", nothing("st,lsm303dlhc-magn", silent), ["timeout", "no_data"])
    for identity in ("493433", "483533", "483432", "FFFFFF", "000000"):
        yield edge(identity, nothing("st,lsm303dlhc-magn", part(identity=identity)["model"]), "wrong_id")
        yield edge(f"{identity} ignored", {**part(identity=identity), "config": {"identify": False}})
    yield edge("absent", nothing("st,lsm303dlhc-magn", ABSENT), "nack")


def converter(device: str, inputs: int, bits: int, default: str, framing: list[str]) -> Callable[[], Iterator[Sample]]:
    def part(codes: list[int], reference: str | None = None, **more: Any) -> Sample:
        value: dict[str, F | None] = {
            f'voltage_volts{{channel="{at}"}}': code * F(reference or default) / (1 << bits) for at, code in enumerate(codes)
        }
        config = {"reference_volts": float(reference)} if reference else {}
        return {**sample(device, {"kind": device.split(",")[1], "codes": codes}, value, config), **more}

    def edges() -> Iterator[Sample]:
        for code in range(1 << bits):
            yield edge(f"{code:03X}", part([(code + 37 * at * at) % (1 << bits) for at in range(inputs)]))
        for at in range(inputs):  # every input by itself
            yield edge(f"input {at}", part([(1 << bits) - 1 if one == at else 0 for one in range(inputs)]))
        for reference in ("0.0001", "0.5", "1", "1.024", "2.5", "3.3", "4.096", "4.9875", "5", "5.5", "100"):
            yield edge(f"{reference} V", part([(1 << bits) - 1 - at for at in range(inputs)], reference))
            later = {"config": {}, "again": {"config": {"reference_volts": float(reference)}}}
            yield edge(f"{reference} V from the second sample on", part(list(range(inputs)), reference, **later))
        for frame in framing:
            yield edge(f"framing {frame}", nothing(device, {"kind": "stream", "miso": frame}), ["no_data", "fault"])
        yield edge("held high", nothing(device, {"kind": "stuck", "miso": "FF"}), ["no_data", "fault"])
        zeros = part([0] * inputs)
        yield edge("held low", {**zeros, "model": {"kind": "stuck", "miso": "00"}})
        yield edge("after a brown-out", part(list(range(1, inputs + 1))), **BROWN_OUT)

    return edges


PARTS: dict[str, Callable[[], Iterator[Sample]]] = {part.__name__: part for part in (ina219, ads1115, lsm303dlhc)} | {
    "mcp3008": converter("microchip,mcp3008", 8, 10, "3.3", ["000400", "0004FF", "000500", "FFFFFF"]),
    "max1111": converter("maxim,max1111", 4, 8, "2.048", ["008000", "004000", "00C000", "000020", "000001", "00003F", "FFFFFF"]),
}
