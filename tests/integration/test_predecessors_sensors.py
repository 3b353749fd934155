"""Examples esp32_bme280 and stemma: the location of the configuration file, degrees Fahrenheit, and routes behind a token."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

import world
from conftest import Programs, must_have_read
from harness.clients import direct
from harness.readers import Series, values
from harness.services import Server
from wire import asked, request

HOUR = 14
STILL = ("--port", "0", "--pace", "0", "--hour", str(HOUR))
TOKEN = {"Authorization": "Bearer let-it-rain"}


def page(server: Server) -> dict[Series, float]:
    with direct.open(server.url(), timeout=10) as response:
        return values(response.read())


def reading(found: dict[Series, float], name: str, **labels: str) -> float:
    return found[f"prometheus_express_{name}", frozenset(labels.items())]


def test_degrees_are_those_of_fahrenheit(serve: Callable[..., Server]) -> None:
    server = serve("esp32_bme280", *STILL)
    must_have_read(server, "esp32_bme280")
    shown = reading(page(server), "sensor_temperature_fahrenheit", sensor="bme280", location="server room")
    assert shown == pytest.approx(world.celsius(HOUR) * 9 / 5 + 32, abs=0.005 + 0.0015)


@pytest.mark.parametrize("name", ["esp32_bme280", "stemma"])
def test_the_location_is_that_of_the_file(name: str, serve: Callable[..., Server], tmp_path: Path) -> None:
    file = tmp_path / "device.json"
    file.write_text(json.dumps({"location": 'Łódź "north"', "token": "x"}))
    found = page(serve(name, *STILL, "--config", str(file)))
    assert {dict(labels)["location"] for _, labels in found} == {'Łódź "north"'}


@pytest.mark.parametrize("name", ["esp32_bme280", "stemma"])
@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (None, "cannot read"),
        ("[]", "holds no JSON object"),
        ("{", "holds no JSON object"),
        ("{}", "the configuration has no text `location`"),
        ('{"location": 5, "token": "x"}', "the configuration has no text `location`"),
        ('{"location": "123456789012345678901234567890123", "token": "x"}', "the location is longer than 32 bytes, or not UTF-8"),
    ],
)
def test_a_wrong_file_is_named(name: str, text: "str | None", problem: str, program: Programs, tmp_path: Path) -> None:
    file = tmp_path / "device.json"
    if text is not None:
        file.write_text(text)
    done = subprocess.run([program(name), *STILL, "--config", file], capture_output=True, text=True, timeout=20)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"{name}: ") and problem in done.stderr


def test_soil_and_air_are_those_of_the_hour(serve: Callable[..., Server]) -> None:
    server = serve("stemma", *STILL)
    must_have_read(server, "stemma")
    found, place = page(server), {"location": "greenhouse"}
    assert reading(found, "sensor_moisture_counts", sensor="stemma", **place) == round(world.moisture(HOUR))
    assert reading(found, "sensor_humidity_ratio", sensor="bme280", **place) == pytest.approx(world.humidity(HOUR), abs=0.00013)
    for sensor in ("stemma", "bme280"):
        shown = reading(found, "sensor_temperature_celsius", sensor=sensor, **place)
        assert shown == pytest.approx(world.celsius(HOUR), abs=0.007)


def test_memory_is_that_of_the_process(serve: Callable[..., Server]) -> None:
    server = serve("stemma", *STILL)
    shown = reading(page(server), "system_memory_alloc_bytes", location="greenhouse")
    status = Path(f"/proc/{server.process.pid}/status").read_text()
    resident = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS:")) * 1024
    assert shown == pytest.approx(resident, rel=0.2)


def test_routes_of_the_device_need_its_token(serve: Callable[..., Server]) -> None:
    server = serve("stemma", *STILL)
    for method, path in (("GET", "/boot"), ("PUT", "/boot"), ("GET", "/config")):
        for fields in ({}, {"Authorization": "Bearer let-it-shine"}):
            answer = asked(server.port, request(method, path, b"x" if method == "PUT" else b"", **fields))
            assert (answer.status, answer.fields["www-authenticate"]) == (401, "Bearer")
    shown = asked(server.port, request("GET", "/config", **TOKEN))
    assert (shown.status, json.loads(shown.body)) == (200, {"location": "greenhouse"}), "all but the token"
    assert asked(server.port, request("GET", "/boot", **TOKEN)).body == b"wait for the network\n"
    assert asked(server.port, request("PUT", "/boot", b"water\n", **TOKEN)).status == 200
    assert asked(server.port, request("GET", "/boot", **TOKEN)).body == b"water\n"
    assert asked(server.port, request("PUT", "/boot", b"x" * 513, **TOKEN)).status == 413
    assert asked(server.port, request("GET", "/boot", **TOKEN)).body == b"water\n"
