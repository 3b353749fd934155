"""A part that is described outside of the library, in a file beside the schema, is as good as one of the library's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from comparison import differences, replay


def crc8(data: bytes) -> int:
    """x^8 + x^2 + x + 1 from 0, by its definition."""
    rest = int.from_bytes(data, "big") << 8
    for at in range(8 * len(data) + 7, 7, -1):
        if rest >> at & 1:
            rest ^= 0x107 << (at - 8)
    return rest


def meter(state: str = "80", pulses: int = 4_000_000_000, pressure: int = -17, spoil: int = 0) -> dict[str, Any]:
    words = pulses.to_bytes(4, "big"), ((pressure & 0xFFF) << 4).to_bytes(2, "big")
    counters = words[0] + bytes([crc8(words[0])]) + words[1] + bytes([crc8(words[1]) ^ spoil])
    replies = {"0100": "AC07", "0200": "0055", "0300": state, "0400": counters.hex()}
    responses = [{"write": write, "read": read} for write, read in replies.items()]
    return {"kind": "cmd", "gap": "separate", "responses": responses}


def vector(name: str, model: dict[str, Any], expect: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": name, "device": "acme,gas-meter", "bus": "i2c", "address": "0x2A", "model": model, "expect": expect, **more}


def test_own_part_is_read_with_settings_flags_and_checksums(tmp_path: Path) -> None:
    both = {"volume_cubic_meters": 40_000_000.0, "pressure_pascals": 101325.0 - 17000}
    leaking = {"status": "partial", "channels": {"volume_cubic_meters": 40_000_000.0}, "absent": ["pressure_pascals"]}
    vectors = [
        vector("plain", meter(), {"status": "ok", "channels": both}, expect_writes=[{"bytes": "02008455"}]),
        vector(
            "settings", meter(pulses=5), {"status": "ok", "channels": {"volume_cubic_meters": 0.00125}},
            config={"litres_per_pulse": 0.25, "damping": "much"}, expect_writes=[{"bytes": "02009055"}],
        ),
        vector("leak", meter(state="C0"), leaking),
        vector("crc", meter(spoil=1), {"status": "error", "error": "crc", "channels": {}}),
        vector("busy", meter(state="00"), {"status": "error", "error": "timeout", "channels": {}}),
    ]  # fmt: skip
    results = replay(vectors, tmp_path)
    assert {one["id"]: differences(one, results[one["id"]]) for one in vectors} == {one["id"]: [] for one in vectors}


def test_what_a_part_cannot_report_is_withheld(tmp_path: Path) -> None:
    """To the last code at both ends, where the value fits 32 bits, and where it does not."""

    def expect(pressure: int | None, cubic_meters: float | None) -> dict[str, Any]:
        good = {"pressure_pascals": pressure, "volume_cubic_meters": cubic_meters}
        known = {name: value for name, value in good.items() if value is not None}
        status = "ok" if len(known) == 2 else "partial" if known else "error"
        error = {} if known else {"error": "out_of_range"}
        return {"status": status, "channels": known, "absent": sorted(set(good) - set(known)), **error}

    hundred = {"config": {"litres_per_pulse": 100}}
    vectors = [
        vector("least", meter(pulses=0, pressure=-101), expect(325, 0)),
        vector("less", meter(pulses=0, pressure=-102), expect(None, 0)),
        vector("most", meter(pulses=1_000_000_000, pressure=1898), expect(1_999_325, 100_000_000), **hundred),
        vector("more", meter(pulses=1_000_000_000, pressure=1899), expect(None, 100_000_000), **hundred),
        vector("much more", meter(pulses=1_000_000_100, pressure=1898), expect(1_999_325, None), **hundred),
        vector("nothing", meter(pulses=4_000_000_000, pressure=2047), expect(None, None), **hundred),
    ]
    results = replay(vectors, tmp_path)
    assert {one["id"]: differences(one, results[one["id"]]) for one in vectors} == {one["id"]: [] for one in vectors}
    assert {results[one]["error"] for one in ("less", "more", "much more", "nothing")} == {"out_of_range"}
