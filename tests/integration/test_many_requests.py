"""A million requests leave neither a descriptor nor a byte behind. tests/soak makes ten million."""

from collections.abc import Callable

from many_requests import leaves_nothing
from services import Server


def test_a_million_requests_leave_nothing_behind(serve: Callable[..., Server]) -> None:
    leaves_nothing(serve("weather_station"), 1_000_000)
