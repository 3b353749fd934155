"""What a generated driver calls things in C++, and which names it keeps for itself."""

from __future__ import annotations

import re

from .cpp import CAPITALS, why_reserved

# What sensors/driver.hpp and cpp/templates/device.hpp.j2 declare beside what a description names.
TYPES = frozenset(("Driver", "Failure", "Readings", "Real", "Settings", "Want"))
READINGS = "readings_"
BUFFER = "buffer_"
TURN = "turn_"
MEMBERS = frozenset((BUFFER, TURN))  # beside which no field's variable can stand
FUNCTIONS = frozenset(
    """begin begins channels fail failure finish go in microseconds no_rescue note out position publish published
    repeat_again run set set_repeats set_rescue set_tries settings transfer transfer_when_ready transferred turn value
    wait waited want""".split()
)
SETTING_NAMES = frozenset(("identify",))


def driver_type(stem: str) -> str:
    """`bosch_bme680` → `BoschBme680`"""
    return _joined(stem)


def choices_type(setting: str) -> str:
    """The enum of a setting's choices: `repeatability` → `Repeatability`"""
    return _joined(setting)


def field_member(field: str) -> str:
    return field + "_"


def field_variable(field: str) -> str:
    """Of a field that is used only where it is read."""
    taken = field in FUNCTIONS or field in CAPITALS or field == "px" or why_reserved(field)
    return field_member(field) if taken else field


def channel_function(kind: str, label: str = "") -> str:
    """`voltage`; `voltage_battery_1` of the label `battery 1`, where it has a formula of its own."""
    word = re.sub("[^A-Za-z0-9]+", "_", label).strip("_")
    return f"{kind}_{word}" if word else kind


def _joined(name: str) -> str:
    return "".join(word[0].upper() + word[1:] for word in name.split("_"))
