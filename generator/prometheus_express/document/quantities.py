"""Numbers with a unit, parsed exactly; their form is the schema's `size`, `duration` and `frequency`."""

from __future__ import annotations

import re

SIZES = {"B": 1, "KiB": 1024, "MiB": 1024 * 1024}  # in bytes
DURATIONS = {"ms": 1, "s": 1000, "min": 60_000, "h": 3_600_000}  # in milliseconds
FREQUENCIES = {"Hz": 1, "kHz": 1000, "MHz": 1_000_000}  # in hertz


def parse_size(text: str) -> int:
    return _parse(text, SIZES)


def parse_duration(text: str) -> int:
    return _parse(text, DURATIONS)


def parse_frequency(text: str) -> int:
    return _parse(text, FREQUENCIES)


def _parse(text: str, units: dict[str, int]) -> int:
    match = re.fullmatch("([0-9]+)([A-Za-z]+)", text, re.ASCII)
    if not match or match.group(2) not in units:
        raise ValueError(text)
    return int(match.group(1)) * units[match.group(2)]
