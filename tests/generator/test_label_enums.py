"""One enum for all labels of a name; families with some of its values, and with some of the combinations."""

from __future__ import annotations

from pathlib import Path

from prometheus_express.model.application import Model
from prometheus_express.pipeline import plan, run
from schemas import metrics, model_of

SENSORS = """\
version: 1
application: demo
buses: {i2c0: {type: i2c}}
sensors:
  board: {device: ti/tmp105, bus: i2c0, every: 1s}
  diodes: {device: microchip/emc1413, bus: i2c0, every: 1s}
"""


def enums(model: Model) -> dict[str, list[str]]:
    return {enum.name.value: [text.value for text in enum.values] for enum in model.enums}


def test_labels_of_one_name_share_an_enum_with_the_values_of_all() -> None:
    model = model_of(
        metrics(
            "a: {type: counter, help: x, labels: {method: [GET, POST]}}",
            "b: {type: counter, help: x, labels: {method: [PUT, POST]}}",
            "c: {type: counter, help: x, labels: {method: {values: [HEAD], as: Other}}}",
        )
    )
    assert enums(model) == {"Method": ["GET", "POST", "PUT"], "Other": ["HEAD"]}
    values = [[text.value for text in metric.labels[0].values] for metric in model.metrics]
    assert values == [["GET", "POST"], ["POST", "PUT"], ["HEAD"]]  # in the order of the enum


def test_states_come_first_and_labels_may_have_some_of_them() -> None:
    link = "link: {type: stateset, help: x, states: {values: [down, up], as: State}}"
    model = model_of(metrics("a: {type: gauge, help: x, labels: {state: [up]}}", link))
    assert enums(model) == {"State": ["down", "up"]}


def test_sensors_come_before_what_else_has_the_label(tmp_path: Path) -> None:
    schema = tmp_path / "metrics.yaml"
    schema.write_text(SENSORS + "metrics: {a: {type: gauge, help: x, labels: {sensor: [door, diodes]}}}\n")
    product = plan(schema).product
    assert product is not None and enums(product.model)["Sensor"] == ["board", "diodes", "door"]


def test_a_part_without_channels_lacks_the_label_and_there_are_cells_for_what_there_is(tmp_path: Path) -> None:
    schema = tmp_path / "metrics.yaml"
    schema.write_text(SENSORS + "metrics: {a: {help: x, read: all.temperature, value: int32}}\nself_metrics: []\n")
    product = plan(schema).product
    assert product is not None
    samples = product.firmware.pages[0].expositions[0].samples
    assert [sample.labels for sample in samples] == [
        (("sensor", "board"),),
        (("sensor", "diodes"), ("channel", "internal")),
        (("sensor", "diodes"), ("channel", "external1")),
        (("sensor", "diodes"), ("channel", "external2")),
    ]
    assert product.firmware.cells == 4 * 8  # values, each with its flag


def test_a_named_value_has_its_name_and_its_text(tmp_path: Path) -> None:
    schema = tmp_path / "metrics.yaml"
    schema.write_text(metrics("a: {type: gauge, help: x, labels: {room: [{text: 温度, as: warm}, 湿度]}}"), encoding="utf-8")
    product = run(schema).product
    assert product is not None
    assert "{ warm, u6e7f_u5ea6 }" in product["demo.hpp"]
    assert 'a{room="温度"}' in product["demo.cpp"] and 'a{room="湿度"}' in product["demo.cpp"]
