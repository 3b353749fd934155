"""The speed of a bus in a schema reaches the program."""

from pathlib import Path

from prometheus_express.pipeline import run

SCHEMA = """\
version: 1
application: demo
buses:
  slow: {type: i2c}
  fast: {type: i2c, frequency: 400kHz}
  long_wire: {type: spi, frequency: 500kHz}
  short_wire: {type: spi, frequency: 100MHz}
  unknown_wire: {type: spi}
sensors:
  attic: {device: sensirion/sht31, bus: slow, every: 5s}
  cellar: {device: sensirion/sht31, bus: fast, every: 5s}
  roof: {device: bosch/bme280, bus: long_wire, every: 5s}
  desk: {device: bosch/bme280, bus: short_wire, every: 5s}
  shelf: {device: bosch/bme280, bus: unknown_wire, every: 5s}
metrics:
  temperature: {type: gauge, help: Temperature, read: all.temperature}
"""


def header_of(folder: Path) -> str:
    schema = folder / "metrics.yaml"
    schema.write_text(SCHEMA)
    outcome = run(schema)
    assert outcome.product, outcome.problems
    return outcome.product["demo.hpp"]


def test_an_i2c_bus_has_a_frequency_also_where_none_is_written(tmp_path: Path) -> None:
    header = header_of(tmp_path)
    assert "static constexpr std::uint32_t slow_frequency = 100'000;" in header
    assert "static constexpr std::uint32_t fast_frequency = 400'000;" in header


def test_parts_on_spi_are_clocked_no_faster_than_their_bus_nor_than_they_stand(tmp_path: Path) -> None:
    header = header_of(tmp_path)
    assert "roof_target{0, 0, 500000};" in header and "long_wire_frequency = 500'000;" in header
    assert "desk_target{0, 0, 10000000};" in header and "short_wire_frequency = 100'000'000;" in header
    assert "shelf_target{0, 0, 10000000};" in header and "unknown_wire_frequency" not in header
