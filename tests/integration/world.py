"""The day that simulated sensors measure, from the words about it in examples/bench/day.hpp: everything goes from one end to the
other between four in the morning and four in the afternoon, along a cosine."""

import math


def warmth(hour: float) -> float:
    return (1 - math.cos(2 * math.pi * (hour - 4) / 24)) / 2


def between(cold: float, warm: float, hour: float) -> float:
    return cold + (warm - cold) * warmth(hour)


def celsius(hour: float) -> float:
    return between(12, 24, hour)


def humidity(hour: float) -> float:
    return between(0.75, 0.45, hour)


def pascals(hour: float) -> float:
    return between(101500, 101000, hour)


def gas_ohms(hour: float) -> float:
    return between(80000, 100000, hour)


def lux(hour: float) -> float:
    return between(10, 20010, hour)


def moisture(hour: float) -> float:
    return between(700, 400, hour)


def volts(hour: float) -> float:
    return between(3.6, 3.0, hour)


def amperes(hour: float) -> float:
    return between(0.1, 0.5, hour)


def oven_celsius(hour: float) -> float:
    return between(150, 250, hour)
