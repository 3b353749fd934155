"""The two sensors of a Linux board, built by the commands of their page, on a simulated /dev/i2c-1; and their Prometheus."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from harness import presets
from harness.clients import direct
from harness.readers import values
from harness.services import Server, server
from harness.source_tree import ROOT
from harness.waiting import wait_until

EXAMPLE = ROOT / "examples" / "two_sensors"
PAGE = (EXAMPLE / "README.md").read_text(encoding="utf-8")
SAMPLES = json.loads((ROOT / "tests" / "sensors" / "vectors" / "samples.json").read_text())["vectors"]
PARTS = {"sht31": "sht31-001", "bme280": "bme280-001"}
MEASURED = {name: next(sample for sample in SAMPLES if sample["id"] == PARTS[name]) for name in PARTS}
MODELS = {sample["address"]: sample["model"] for sample in MEASURED.values()}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("two_sensors")
    [commands] = re.findall(r"^## Build and run\n\n((?:    .*\n)+)", PAGE, re.MULTILINE)
    *build, start = (line.strip() for line in commands.splitlines())
    for command in build:
        assert command.startswith("cmake "), "which ends"
        words = command.replace("build/two_sensors", str(folder / "build")).split()
        done = subprocess.run(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        assert done.returncode == 0, done.stdout
    program, *options = start.replace("build/two_sensors", str(folder / "build"), 1).replace("0.0.0.0", "127.0.0.1").split()
    (folder / "devices.json").write_text(json.dumps({"/dev/i2c-1": {"parts": MODELS}}))
    library = presets.build("host", "simulated_devices") / "tests" / "libsimulated_devices.so"
    settings = (f"LD_PRELOAD={library}", f"SIMULATED_DEVICES={folder / 'devices.json'}")
    with server(Path("/usr/bin/env"), folder, *settings, program, *options, "--port", "0") as started:
        yield started


def read(house: Server) -> bytes:
    with direct.open(house.url(), timeout=10) as answer:
        return bytes(answer.read())


def test_the_page_is_the_one_shown(house: Server) -> None:
    shown = re.search(r"```console\n\$ .*\n((?:.*\n)*?)…\n```", PAGE)
    assert shown

    def lines() -> list[str]:
        return [line for line in read(house).decode().splitlines() if not line.startswith("#")]

    wanted = shown[1].splitlines()
    assert len(wanted) == 7
    wait_until(lambda: lines()[: len(wanted)] == wanted, "the page of README.md", show=lambda: "\n".join(lines()))
    assert house.errors == ""


def test_the_page_shows_what_the_parts_measured() -> None:
    """The samples' own figures, and none of this project's."""
    channels = {"temperature_celsius": "temperature_celsius", "humidity_ratio": "relative_humidity_ratio",
                "pressure_pascals": "pressure_pascals"}  # fmt: skip
    checked = 0
    for name, room, value in re.findall(r'^home_(\w+)\{.*room="(\w+)"\} ([\d.]+)$', PAGE, re.MULTILINE):
        if name in channels:
            sample = MEASURED[{"attic": "sht31", "cellar": "bme280"}[room]]
            near = sample["tolerance"][channels[name]] + 0.5 * 10 ** -len(value.partition(".")[2])  # half of the last digit
            assert float(value) == pytest.approx(sample["expect"]["channels"][channels[name]], abs=near)
            checked += 1
    assert checked == 5


@pytest.mark.parametrize("name", ["metrics.yaml", "prometheus.yml"])
def test_what_is_shown_of_a_file_stands_in_it(name: str) -> None:
    shown = [block for block in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL) if block in (EXAMPLE / name).read_text()]
    assert len(shown) == 1


def test_prometheus_takes_the_configuration() -> None:
    done = subprocess.run(["promtool", "check", "config", EXAMPLE / "prometheus.yml"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "3 rules found" in done.stdout


def test_alerts_fire_in_their_trouble_and_not_before(tmp_path: Path) -> None:
    shutil.copy(EXAMPLE / "alerts.yml", tmp_path)
    shutil.copy(Path(__file__).with_name("two_sensors_alerts.yml"), tmp_path)
    done = subprocess.run(["promtool", "test", "rules", tmp_path / "two_sensors_alerts.yml"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_alerts_ask_for_what_is_on_the_page(house: Server) -> None:
    expressions = re.findall(r"^ *expr: (.*)$", (EXAMPLE / "alerts.yml").read_text(), re.MULTILINE)
    asked = {name for text in expressions for name in re.findall(r"home_\w+", text)}
    assert asked == {"home_sensor_up", "home_temperature_celsius"}
    assert asked <= {name for name, _ in values(read(house))}


def test_alerts_of_the_page_are_those_of_the_file() -> None:
    rules = re.findall(r"- alert: (\w+)\n *expr: (.*)\n", (EXAMPLE / "alerts.yml").read_text())
    shown = {name: text for name, text in re.findall(r"^\| `(\w+)` \| (.*) \|$", PAGE, re.MULTILINE)}
    assert list(shown) == [name for name, _ in rules]
    assert all(f"`{expression}`" in shown[name] for name, expression in rules)


def test_the_target_is_the_port_that_is_served_by_default() -> None:
    """The schema names none."""
    assert "port:" not in (EXAMPLE / "metrics.yaml").read_text()
    default = re.search(r'"port": \{[^}]*"default": (\d+)', (ROOT / "schema" / "metrics.schema.json").read_text(), re.DOTALL)
    target = re.search(r"targets: \[\"[\w.]+:(\d+)\"\]", (EXAMPLE / "prometheus.yml").read_text())
    assert default and target and target[1] == default[1]
