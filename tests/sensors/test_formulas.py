"""Every driver publishes what exact rational arithmetic makes of random raw codes, settings and calibration."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import exact_rich
import exact_simple
import pytest
from comparison import differences, replay
from prometheus_express.device.library import device_file, known_devices, load_device

MAKERS = exact_simple.MAKERS | exact_rich.MAKERS
SAMPLES = 200


def resolutions() -> dict[str, float]:
    """The resolution of each channel, as the descriptions say it: `maker,part channel` to the step."""
    found = {}
    for name in known_devices():
        device = load_device(device_file(name, Path())).product
        assert device is not None
        for channel in device.channels:
            if channel.resolution:
                found[f"{name.replace('/', ',')} {channel.kind}_{channel.unit}"] = float(channel.resolution)
    return found


RESOLUTIONS = resolutions()


@pytest.fixture(scope="module")
def samples() -> list[dict[str, Any]]:
    made = []
    for name, make in MAKERS.items():
        r = random.Random(name)
        made += [{"id": f"{name} {number}", **make(r)} for number in range(SAMPLES)]
    return made


def limits(vector: dict[str, Any], arithmetic: str) -> dict[str, float]:
    """Of a double, the last digits; of a float, the channel's resolution, or a hundred thousandth where it has none."""
    device = vector["device"].removesuffix("-spi")
    found = {}
    for name, exact in vector["exact"].items():
        size = abs(float(exact))
        resolution = RESOLUTIONS.get(f"{device} {name.split('{')[0]}", 1e-5 * size)
        # Beyond its range, a value may need more than the 24 bits of a float.
        found[name] = 1e-9 * size + 1e-12 if arithmetic == "double" else max(resolution, 5e-7 * size)
    return found


@pytest.mark.parametrize("arithmetic", ["double", "float"])
def test_every_value_is_that_of_exact_arithmetic(samples: list[dict[str, Any]], tmp_path: Path, arithmetic: str) -> None:
    vectors = [{key: value for key, value in one.items() if key != "exact"} for one in samples]
    results = replay(vectors, tmp_path, *(["float"] if arithmetic == "float" else []))
    wrong = {
        one["id"]: found
        for one, vector in zip(samples, vectors)
        if (found := differences(vector | {"tolerance": limits(one, arithmetic)}, results[one["id"]]))
    }
    assert wrong == {}
