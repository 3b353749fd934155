"""Example weather_station: what its page says is what the simulated air is like at that hour."""

import time
from collections.abc import Callable

import pytest

import world
from conftest import must_have_read
from harness.clients import direct
from harness.readers import Series, values
from harness.services import Server

HOURS = (0, 4, 7, 13, 16, 22)


def page(server: Server) -> dict[Series, float]:
    with direct.open(server.url(), timeout=10) as response:
        return values(response.read())


def reading(found: dict[Series, float], name: str, sensor: str) -> float:
    return found[f"prom_express_{name}", frozenset({("sensor", sensor)})]


@pytest.mark.parametrize("hour", HOURS)
def test_the_page_has_the_air_of_the_hour(hour: int, serve: Callable[..., Server]) -> None:
    """As near as the sensors' steps and the page's decimals are."""
    server = serve("weather_station", "--port", "0", "--pace", "0", "--hour", str(hour))
    must_have_read(server, "weather_station")
    found = page(server)
    for sensor in ("bme680", "si7021"):
        assert reading(found, "temperature_celsius", sensor) == pytest.approx(world.celsius(hour), abs=0.005 + 0.0027)
        assert reading(found, "humidity_ratio", sensor) == pytest.approx(world.humidity(hour), abs=0.00005 + 0.00008)
    assert reading(found, "pressure_pascals", "bme680") == pytest.approx(world.pascals(hour), abs=0.05 + 0.18)
    assert reading(found, "gas_ohms", "bme680") == pytest.approx(world.gas_ohms(hour), rel=0.0008)


def test_the_page_follows_the_day(serve: Callable[..., Server]) -> None:
    """An hour a second: from seven to twelve, every page lies between the air that was there when it could have been measured."""
    pace = 3600
    before_start = time.monotonic()
    server = serve("weather_station", "--port", "0", "--pace", str(pace), "--hour", "7")
    started = time.monotonic()
    must_have_read(server, "weather_station")
    seen = []
    while (now := time.monotonic()) - started < 12:
        found = page(server)
        latest = 7 + (time.monotonic() - before_start) * pace / 3600
        age = max(reading(found, "sensor_last_success_age_seconds", sensor) for sensor in ("bme680", "si7021"))
        # The age is in whole seconds, a sample takes 0.3 s, and the parts are set anew once a second.
        earliest = 7 + (now - started - age - 2.5) * pace / 3600
        range_of = [world.celsius(hour / 100) for hour in range(int(max(earliest, 7) * 100), int(latest * 100) + 2)]
        for sensor in ("bme680", "si7021"):
            shown = reading(found, "temperature_celsius", sensor)
            assert min(range_of) - 0.01 <= shown <= max(range_of) + 0.01, (sensor, now - started)
        seen.append(reading(found, "temperature_celsius", "bme680"))
        time.sleep(0.5)
    assert len(set(seen)) >= 3, "new readings kept coming"
    assert max(seen) - min(seen) > 3, "the morning's warmth has been seen"
