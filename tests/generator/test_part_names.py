"""Which part of the library is proposed for a name that it does not have."""

import pytest
from prometheus_express.device.library import known_devices
from prometheus_express.device.part_names import meant_part, of_maker


@pytest.mark.parametrize(
    "written, meant",
    [
        ("sensirion/sht3x", "sensirion/sht31"), ("sensirion/sht45", "sensirion/sht4x"), ("sensirion/scd4x", "sensirion/scd41"),
        ("bosch/bmp28x", "bosch/bmp280"), ("national/lm75b", "national/lm75"), ("bosh/bme280", "bosch/bme280"),
        ("adafruit/bme280", "bosch/bme280"), ("sensirion/sht31-dis", "sensirion/sht31"),
    ],
)  # fmt: skip
def test_the_same_number_is_proposed_whatever_else_is_wrong(written: str, meant: str) -> None:
    assert meant_part(written, known_devices()) == meant


@pytest.mark.parametrize(
    "written", ["sensirion/sht35", "sensirion/sht21", "bosch/bmp180", "ti/tmp150", "ti/tmp1", "bosch/bme28", "bosch/bme", "acme/gas-meter"]
)
def test_another_number_is_another_part_and_not_proposed(written: str) -> None:
    assert meant_part(written, known_devices()) is None


def test_the_parts_of_the_maker_are_known() -> None:
    assert of_maker("bosch/bmp180", known_devices()) == ["bosch/bme280", "bosch/bme680", "bosch/bmp280"]
    assert of_maker("acme/meter", known_devices()) == []
