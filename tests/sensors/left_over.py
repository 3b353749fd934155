"""What a program before ours may have left in a part that kept its power, and what the part reads as long as it is so; from the
makers' datasheets, and nothing of it from the device descriptions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from edges_image import BME280, BME680, DPS310
from exact_simple import Sample, words

States = Iterator[tuple[str, Sample]]

# Parts of which nothing can be left over, and why.
NOTHING = {
    "aosong/aht20": "it has no configuration; whether it is calibrated is asked for every sample",
    "maxim/max31855": "it cannot be written",
    "maxim/max6675": "it cannot be written",
    "microchip/mcp3008": "every conversion has its own configuration",
    "sensirion/sgp40": "every measurement has its own compensation, and switches the heater on",
}


def on(reg: str, mask: str, *values: str, **otherwise: str) -> Sample:
    """As long as the bits of the mask have none of the values, registers read otherwise: `on("0x01", "01", "00", _00="19")`."""
    return {"reg": reg, "mask": mask, "values": list(values), "otherwise": {f"0x{name[1:]}": value for name, value in otherwise.items()}}


def registers(device: str, model: Sample, *depends: Sample) -> States:
    """Each bit on which a reading depends, as it is after power-up and inverted, and all of them at once."""
    spi = model["kind"] == "spireg"
    vector = {"device": device, "bus": "spi" if spi else "i2c", "address": None if spi else "0x40", "config": {}}
    model = model | {"depends": list(depends), "rw": sorted({one["reg"] for one in depends})}
    yield "as after power-up", vector | {"model": model}
    all_of_it: dict[str, int] = {}
    for one in depends:
        reg, mask, size = one["reg"], int(one["mask"], 16), len(one["mask"])
        right = int(model["mem"].get(reg, "0"), 16) & ~mask | int(one["values"][0], 16)
        for bit in (1 << at for at in range(4 * size) if mask >> at & 1):
            left = {reg: f"{right ^ bit:0{size}X}"}
            yield f"{reg} {left[reg]}", vector | {"model": model | {"left_over": left}}
        all_of_it[reg] = all_of_it.get(reg, right) ^ mask
    sizes = {one["reg"]: len(one["mask"]) for one in depends}
    left = {reg: f"{value:0{sizes[reg]}X}" for reg, value in all_of_it.items()}
    yield "everything", vector | {"model": model | {"left_over": left}}


def words16(device: str, depends: list[Sample], mem: Mapping[str, str], **more: Any) -> States:
    return registers(device, {"kind": "reg16", "mem": dict(mem)} | more, *depends)


def image(device: str, depends: list[Sample], mem: Mapping[int, bytes], **more: Any) -> States:
    model = {"kind": "reg8", "mem": {f"0x{at:02X}": data.hex() for at, data in mem.items()}} | more
    return registers(device, model, *depends)


def commands(device: str, replies: Mapping[str, str], **states: Sample) -> States:
    """`states`: what holds until all of the commands under `until` have been written."""
    responses = [{"write": command, "read": reply} for command, reply in replies.items() if not command.endswith("*")]
    prefixes = [{"write_prefix": command[:-1], "read": reply} for command, reply in replies.items() if command.endswith("*")]
    model = {"kind": "cmd", "responses": responses, "prefix_responses": prefixes}
    vector = {"device": device, "bus": "i2c", "address": "0x40", "config": {}}
    yield "as after power-up", vector | {"model": model}
    for name, state in states.items():
        yield name, vector | {"model": model | {"left_over": [state]}}
    yield "everything", vector | {"model": model | {"left_over": list(states.values())}}


def until(*ends: str, deaf: bool = False, **replies: str) -> Sample:
    return {"until": list(ends), "deaf": deaf, "responses": [{"write": one.strip("_"), "read": reply} for one, reply in replies.items()]}


def _bosch(part: str, spi: bool = False) -> States:
    humid = part == "bme280"
    known = BME280 if humid else BME280 | {0xD0: b"\x58", 0xF7: BME280[0xF7][:6]}
    low = "800000800000" + ("8000" if humid else "")
    depends = [on("0xF4", "FC", "24", _F7=low), on("0xF5", "1C", "00", _F7="755AC07EED007649")]
    depends += [on("0xF2", "07", "01", _FD="8000")] if humid else []
    # With three wires, nothing comes on the fourth.
    depends += [on("0xF5", "01", "00", _D0="FF", _F7="FF" * 8)] if spi else []
    reset = {"reg": "0xE0", "mask": "FF", "values": ["B6"]}
    kind = {"kind": "spireg"} if spi else {}
    return image(f"bosch,{part}{'-spi' if spi else ''}", depends, known, write_style="pairs", reset=reset, **kind)


def _bme680(spi: bool = False) -> States:
    other = "80006130E077EC205F1800000080350000"
    skipped = "80008000008000008000000000800000"
    depends = [
        on("0x70", "08", "00", _1D=skipped), on("0x71", "1F", "10", _1D=other), on("0x72", "07", "01", _25="8000"),
        on("0x74", "FC", "54", _1F="800000800000"), on("0x75", "1C", "00", _1D=other), on("0x50", "FF", "00", _2A="4035"),
    ]  # fmt: skip
    depends += [on("0x75", "01", "00", _D0="FF")] if spi else []
    more: Sample = {"kind": "spireg", "page": "0x73"} if spi else {}
    reset = {"reg": "0xE0", "mask": "FF", "values": ["B6"]}
    return image(f"bosch,bme680{'-spi' if spi else ''}", depends, BME680, write_style="pairs", reset=reset, **more)


def _dps310() -> States:
    other = "D22DC925151D"
    depends = [
        on("0x06", "0F", "03", _00=other), on("0x07", "8F", "83", _03=other[6:]), on("0x08", "07", "07", _08="C0"),
        on("0x09", "0F", "00", _00=other),
    ]  # fmt: skip
    return image("infineon,dps310", depends, DPS310, write_mask={"0x08": "07"}, reset={"reg": "0x0C", "mask": "0F", "values": ["09"]})


def _emc1413() -> States:
    mem = {0x00: b"\x2d", 0x01: b"\x19", 0x23: b"\x1e", 0x04: b"\x06", 0xFD: b"\x21\x5d"}
    mem |= {0x25: b"\x08", 0x26: b"\x08", 0x27: b"\x12", 0x28: b"\x12", 0x29: b"\x20"}
    depends = [
        on("0x03", "40", "00", _00="19", _01="19"), on("0x03", "10", "00", _01="1B"), on("0x03", "08", "00", _23="20"),
        on("0x03", "04", "00", _00="6E", _01="5A", _23="5F"), on("0x03", "02", "00", _29="40"), on("0x03", "01", "00", _23="00"),
        on("0x04", "0F", "06", _00="19"), on("0x25", "0F", "08", _01="1C"), on("0x26", "0F", "08", _23="21"),
        on("0x27", "3F", "12", _01="17"), on("0x28", "3F", "12", _23="1C"),
    ]  # fmt: skip
    return image("microchip,emc1413", depends, mem, autoincrement=False)


def _tmp421() -> States:
    mem = {0x00: b"\x2d", 0x01: b"\x19", 0x0A: b"\x1c", 0x0B: b"\x07", 0xFE: b"\x55\x21"}
    depends = [
        on("0x09", "40", "00", _00="19", _01="19"), on("0x09", "04", "00", _00="6E", _01="5A"),
        on("0x0A", "1C", "1C", _00="00", _01="00"), on("0x0B", "07", "07", _00="2C"), on("0x21", "FF", "00", _01="1B"),
    ]  # fmt: skip
    return image("ti,tmp421", depends, mem, autoincrement="msb+lsb")


def _lsm303() -> States:
    mem = {0x00: b"\x10", 0x01: b"\x20", 0x02: b"\x03", 0x03: bytes.fromhex("00C80190FED4"), 0x09: b"\x01", 0x0A: bytes.fromhex("483433")}
    data = "006400C8FF6A"
    depends = [on("0x00", "1C", "10", _09="00"), on("0x01", "E0", "20", _03=data), on("0x02", "03", "00", _03=data)]
    return image("st,lsm303dlhc-magn", depends, mem)


def _ads1115() -> States:
    mem = {"0x00": "1000", "0x01": "8583"}
    depends = [on("0x01", "0E00", "0200", _00="2000"), on("0x01", "0100", "0100", _00="3000")]
    return words16("ti,ads1115", depends, mem, read_or={"0x01": "8000"})


def _max1111() -> States:
    vector = {"device": "maxim,max1111", "bus": "spi", "address": None, "config": {}}
    for off in (False, True):
        model = {"kind": "max1111", "codes": [10, 20, 30, 40], "powered_down": off}
        yield "everything" if off else "as after power-up", vector | {"model": model}


TMP117 = [
    on("0x01", "0C00", "0C00", _00="0B80"), on("0x01", "0060", "0020", _00="0B80"), on("0x07", "FFFF", "0000", _00="0B80")
]  # fmt: skip
GOOD, OTHER = words(0x6667, 0x5EB9), words(0x7667, 0x3EB9)
SEESAW = {"0001": "55", "0004": "00190000", "0F10": "01F4"}
SCD41 = {"3682": words(1, 2, 3), "E4B8": words(0x8006), "EC05": words(500, 0x6667, 0x5EB9)}
SI7021 = {"FCC9": "15FFB5B5FFAC", "E7": "3A", "F3": words(0x6590, initial=0), "F5": words(0x7530, initial=0)}
WARM = {"_E7": "3E", "F3": words(0x6690, initial=0), "F5": words(0x7030, initial=0)}

PARTS = {
    "adafruit/seesaw-soil": lambda: commands("adafruit,seesaw-soil", SEESAW, changed=until("007FFF", _0F10="0FFF", _0004="00200000")),
    "bosch/bme280": lambda: _bosch("bme280"),
    "bosch/bme280 on spi": lambda: _bosch("bme280", True),
    "bosch/bme680": _bme680,
    "bosch/bme680 on spi": lambda: _bme680(True),
    "bosch/bmp280": lambda: _bosch("bmp280"),
    "bosch/bmp280 on spi": lambda: _bosch("bmp280", True),
    "infineon/dps310": _dps310,
    "maxim/max1111": _max1111,
    "microchip/emc1413": _emc1413,
    "microchip/mcp9808": lambda: words16(
        "microchip,mcp9808", [on("0x01", "0100", "0000", _05="0190"), on("0x08", "03", "03", _05="02C8")],
        {"0x01": "0000", "0x05": "02D1", "0x06": "0054", "0x07": "0400", "0x08": "03"},
    ),
    "national/lm75": lambda: words16("national,lm75", [on("0x01", "E1", "00", _00="1900")], {"0x00": "2D00", "0x01": "00"}),
    "rohm/bh1750": lambda: commands(
        "rohm,bh1750", {"20": "8000"}, off=until("01", _20="4000"), less_sensitive=until("42", "65", _20="2000")
    ),
    "sensirion/scd41": lambda: commands(
        "sensirion,scd41", SCD41, measuring=until("3F86", deaf=True), compensated=until("3646", EC05=words(700, 0x5667, 0x6EB9))
    ),
    "sensirion/sgp30": lambda: commands(
        "sensirion,sgp30", {"202F": words(0x0022), "2008": words(450, 12)}, with_a_baseline=until("2003", _2008=words(600, 99))
    ),
    "sensirion/sht31": lambda: commands("sensirion,sht31", {"2400": GOOD}, periodic=until("3093", deaf=True), heated=until("30A2", _2400=OTHER)),
    "sensirion/sht4x": lambda: commands("sensirion,sht4x", {"FD": GOOD}, heated=until("94", FD=OTHER)),
    # A reset brings the resolution back, but not the heater.
    "silabs/si7021": lambda: commands("silabs,si7021", SI7021, heated=until("E63A", **WARM), coarse=until("FE", F3=words(0x6500, initial=0))),
    "st/lsm303dlhc-magn": _lsm303,
    "ti/ads1115": _ads1115,
    "ti/ina219": lambda: words16(
        "ti,ina219", [on("0x00", "3FFF", "399B", _01="0100", _02="1F42", _03="0100"), on("0x05", "FFFE", "1000", _03="0000", _04="0000")],
        {"0x00": "399F", "0x01": "03E8", "0x02": "5DC2", "0x03": "0258", "0x04": "03E8", "0x05": "0000"},
    ),
    "ti/tmp102": lambda: words16(
        "ti,tmp102", [on("0x01", "0100", "0000", _00="1900"), on("0x01", "0010", "0000", _00="1701")], {"0x00": "2D00", "0x01": "60A0"}
    ),
    "ti/tmp105": lambda: words16(
        "ti,tmp105", [on("0x01", "01", "00", _00="1900"), on("0x01", "60", "60", _00="2D00")], {"0x00": "2D70", "0x01": "00"}
    ),
    "ti/tmp117": lambda: words16(
        "ti,tmp117", TMP117, {"0x00": "0C80", "0x01": "0220", "0x0F": "0117"}, read_or={"0x01": "2000"},
        reset={"reg": "0x01", "mask": "0002", "values": ["0002"]},
    ),
    "ti/tmp421": _tmp421,
    "vishay/veml7700": lambda: words16(
        "vishay,veml7700", [on("0x00", "C11B", "0010", _04="1000"), on("0x03", "0100", "0000", _04="2000")],
        {"0x00": "0100", "0x03": "0000", "0x04": "E803"}, byte_order="little",
    ),
}  # fmt: skip
