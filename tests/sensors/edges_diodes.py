"""The same for thermometers that have remote diodes or a thermocouple."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction as F

from edges_thermometers import ABSENT, BROWN_OUT, corners, edge, waits, written
from exact_simple import Sample, sample, signed


def channels(**values: F | None) -> dict[str, F | None]:
    return {f'temperature_celsius{{channel="{name}"}}': value for name, value in values.items()}


def emc1413() -> Iterator[Sample]:
    places = (("0x00", "0x29"), ("0x01", "0x10"), ("0x23", "0x24"))

    def part(codes: tuple[int, int, int] = (0x1E8, 0x190, 0x2D0), wide: bool = False, faults: int = 0, rest: int = 0, **mem: str) -> Sample:
        """`codes` in eighths of a degree; `rest` in the bits that mean nothing; `mem`: other registers."""
        data = {"0x02": "00", "0x03": "00", "0x1B": f"{faults:02X}", "0xFD": "21", "0xFE": "5D", "0xFF": "04"}
        for code, (high, low) in zip(codes, places):
            data |= {high: f"{code >> 3:02X}", low: f"{(code & 7) << 5 | rest:02X}"}
        data |= {f"0x{name[1:]}": value for name, value in mem.items()}
        value = [F(code, 8) - (64 if wide else 0) for code in codes]
        made = channels(internal=value[0], external1=None if faults & 2 else value[1], external2=None if faults & 4 else value[2])
        # The standard range ends at 127.875, and all ones are none of a part: a line that says so is trusted in nothing.
        if any(code > 2046 and rest > 30 or code > 1023 and not wide for code in codes):
            made = dict.fromkeys(made)
        model = {"kind": "reg8", "autoincrement": False, "mem": data, "rw": ["0x03"]}
        return sample("microchip,emc1413", model, made, {"extended_range": wide})

    def nothing(made: Sample) -> Sample:
        return {**made, "expect": {"status": "error", "channels": {}}}

    for wide in (False, True):
        for code in {*corners(11), 64 * 8, 64 * 8 - 1}:
            for codes in ((code, 0x190, 0x7FF), (0x7FF, code, 0), (0, 0x7FF, code)):
                yield edge(f"{wide} {codes}", part(codes, wide), None if wide else "out_of_range")
                yield edge(f"{wide} {codes}, ones at the end", part(codes, wide, rest=31), "out_of_range")
        for faults in range(8):
            yield edge(f"{wide} faults {faults}", part(wide=wide, faults=faults, _02="04"), "fault" if faults & 6 else None)
        yield edge(f"{wide} faulty diodes read 0", part((0x1E8, 0, 0), wide, faults=6, _02="04"), "fault")
        yield edge(f"{wide} bits that mean nothing", part(wide=wide, rest=31, _02="80"))
        # In standby, without correction of resistance and averages, with one diode, in the other range.
        other = {**part(wide=wide, _03="FB" if wide else "FF"), "expect_writes": written("0x03", "04" if wide else "00")}
        yield edge(f"{wide} other bits before", other)
        yield edge(f"{wide} after a brown-out", part(wide=wide), **BROWN_OUT)
        later = {**part(wide=wide), "config": {"extended_range": not wide}, "again": {"config": {"extended_range": wide}}}
        yield edge(f"{wide} from the second sample on", later)
    yield edge("waits for a conversion", part(), **waits(250_000))
    yield edge("waits for one in the other range", part(wide=True), **waits(250_000))
    fixed = part(wide=True, _03="04")
    yield edge("the range is that of the part", {**fixed, "config": {}, "model": {**fixed["model"], "rw": []}})
    for product, maker in (("20", "5D"), ("25", "5D"), ("21", "5C"), ("FF", "FF"), ("00", "00")):
        yield edge(f"{product} {maker}", nothing(part(_FD=product, _FE=maker)), "wrong_id")
        yield edge(f"{product} {maker} ignored", {**part(_FD=product, _FE=maker), "config": {"identify": False}})
    yield edge("revision 01", part(_FF="01"))
    yield edge("absent", nothing(sample("microchip,emc1413", ABSENT, {})), "nack")


def tmp421() -> Iterator[Sample]:
    def part(local: int = 0x190, remote: int = 0x1E8, wide: bool = False, flags: tuple[int, int] = (0, 0), **mem: str) -> Sample:
        data = {"0x08": "00", "0x09": "00", "0x0A": "1C", "0x0B": "07", "0xFE": "55", "0xFF": "21"}
        for at, code in enumerate((local, remote)):
            data |= {f"0x{at:02X}": f"{code >> 4:02X}", f"0x{at + 16:02X}": f"{(code & 15) << 4 | flags[at]:02X}"}
        data |= {f"0x{name[1:]}": value for name, value in mem.items()}
        value = [F(code, 16) - 64 if wide else F(signed(code, 12), 16) for code in (local, remote)]
        made = channels(local=None if flags[0] & 2 else value[0], remote1=None if flags[1] & 3 else value[1])
        model = {"kind": "reg8", "autoincrement": "msb+lsb", "mem": data, "rw": ["0x09", "0x0A", "0x0B"]}
        return sample("ti,tmp421", model, made, {"extended_range": wide})

    def nothing(made: Sample) -> Sample:
        return {**made, "expect": {"status": "error", "channels": {}}}

    for wide in (False, True):
        write = written("0x09", "04" if wide else "00", "44")
        for code in corners(12):
            yield edge(f"{wide} local {code:03X}", part(local=code, wide=wide))
            yield edge(f"{wide} remote {code:03X}", part(remote=code, wide=wide))
        for local in range(16):
            for remote in range(16):
                made = part(wide=wide, flags=(local, remote))
                yield edge(f"{wide} flags {local:X}{remote:X}", made, "fault" if local & 2 or remote & 3 else None)
        yield edge(f"{wide} an open diode reads 0", part(remote=0, wide=wide, flags=(0, 1)), "fault")
        yield edge(f"{wide} off before", {**part(wide=wide, _09="40"), "expect_writes": write})
        yield edge(f"{wide} in the other range before", {**part(wide=wide, _09="00" if wide else "04"), "expect_writes": write})
        yield edge(f"{wide} after a brown-out", part(wide=wide), **BROWN_OUT)
        later = {**part(wide=wide), "config": {"extended_range": not wide}, "again": {"config": {"extended_range": wide}}}
        yield edge(f"{wide} from the second sample on", {**later, "expect_writes": write})
        yield edge(f"{wide} busy", part(wide=wide, _08="80"))
    yield edge("waits for both conversions", part(), **waits(230_000))
    yield edge("waits for both in the other range", part(wide=True), **waits(230_000))
    for maker, device in (("55", "22"), ("55", "23"), ("54", "21"), ("FF", "FF"), ("00", "00")):
        yield edge(f"{maker} {device}", nothing(part(_FE=maker, _FF=device)), "wrong_id")
        yield edge(f"{maker} {device} ignored", {**part(_FE=maker, _FF=device), "config": {"identify": False}})
    yield edge("absent", nothing(sample("ti,tmp421", ABSENT, {})), "nack")


def max31855() -> Iterator[Sample]:
    def part(thermocouple: int = 0x190, internal: int = 0x180, low: int = 0, high: int = 0) -> Sample:
        """`low` is bits 3 to 0, `high` bits 17 and 16."""
        word = thermocouple << 18 | high << 16 | internal << 4 | low
        broken = low & 7 or high & 1
        value = channels(thermocouple=None if broken else F(signed(thermocouple, 14), 4), internal=F(signed(internal, 12), 16))
        made = sample("maxim,max31855", {"kind": "stream", "miso": f"{word:08X}"}, value)
        return {**made, "expect": {"status": "error", "channels": {}}} if low & 8 or high & 2 else made

    def nothing() -> Sample:
        """Zeros at both ends at once: a line that is held low says so, a part does not."""
        return {**part(0, 0), "expect": {"status": "error", "channels": {}}}

    for code in {*corners(14), 0x1900, 0x1C20, -1080 % (1 << 14)}:  # 1600, 1800 and -270 too
        yield edge(f"thermocouple {code:04X}", part(thermocouple=code))
    for code in {*corners(12), 0x7F0, 0xC90}:  # 127 and -55 too
        yield edge(f"internal {code:03X}", part(internal=code))
    for low in range(16):
        for high in range(4):
            yield edge(f"flags {high}{low:X}", part(low=low, high=high), "fault" if low or high else None)
            yield edge(f"flags {high}{low:X} of 0", part(0, 0, low, high) if low or high else nothing(), "fault")
    for level in ("FF", "00"):
        yield edge(f"held {level}", {**nothing(), "model": {"kind": "stuck", "miso": level}}, "fault")
    for thermocouple, internal in ((1, 0), (0, 1), (-1 % (1 << 14), 0), (0, -1 % (1 << 12))):  # next to it
        yield edge(f"{thermocouple} {internal}", part(thermocouple, internal))
    yield edge("after a brown-out", part(), **BROWN_OUT, **waits(100_000))


def max6675() -> Iterator[Sample]:
    def part(word: int, value: F | None, kind: str = "stream", digits: int = 4) -> Sample:
        return sample("maxim,max6675", {"kind": kind, "miso": f"{word:0{digits}X}"}, {"temperature_celsius": value})

    for code in range(1 << 12):
        yield edge(f"{code:03X}", part(code << 3 | code & 1, F(code, 4)))
    for bits in (0x8000, 0x0004, 0x0002, 0x8006, 0x7FFC, 0xFFFF):
        for state in (0, 1):
            yield edge(f"flags {bits:04X} {state}", part(bits | state, None), "fault")
    yield edge("held high", part(0xFF, None, "stuck", 2), "fault")
    yield edge("held low", part(0x00, F(0), "stuck", 2))
    yield edge("after a brown-out", part(0x0320, F(25)), **BROWN_OUT, **waits(220_000))


PARTS = {part.__name__: part for part in (emc1413, tmp421, max31855, max6675)}
