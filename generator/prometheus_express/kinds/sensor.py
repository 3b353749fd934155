"""What can go wrong with a sensor, and what becomes of a reading that is too old."""

from __future__ import annotations

from enum import Enum

# Why a sample gave no value, in the order of runtime/include/prometheus_express/sensors/failure.hpp, behind its `none`. A
# description can name all but the last, which is the bus's own.
FAILURES = ("nack", "wrong_id", "crc", "timeout", "no_data", "fault", "out_of_range", "bus")


class OnStale(Enum):
    """What a series shows when its reading is older than its `max_age`."""

    OMIT = "omit"
    NAN = "nan"
    HOLD = "hold"
