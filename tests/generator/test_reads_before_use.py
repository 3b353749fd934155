"""Which steps count as having read a field, or the part; what does not is in tests/diagnostics (unread-field and others)."""

from __future__ import annotations

from pathlib import Path

import pytest
from prometheus_express.device.library import load_device

PART = """\
version: 1
device: acme/demo
title: A part
i2c: {addresses: [0x48]}
settings: {fast: {help: How it measures, default: false}}
registers:
  calibration: {at: 1, fields: [gain: u8]}
  state: {at: 2, fields: [ready: u1, reserved: u7]}
  level: {at: 3, fields: [code: u16]}
"""
LEVEL = "channels: {level: {unit: ratio, value: code * gain}}\n"
INPUTS = "channels: {level: {unit: ratio, label: input, inputs: [1, 2], value: code * gain}}\n"
PREPARED = "prepare: [read: calibration]\n"


def slugs(folder: Path, steps: str, channels: str = LEVEL) -> list[str]:
    file = folder / "demo.yaml"
    file.write_text(PART + steps + channels)
    return [problem.slug for problem in load_device(file).problems]


@pytest.mark.parametrize(
    "steps",
    [
        PREPARED + "measure: [read: level]\n",
        "start: [read: calibration]\nidentify: [read: state]\nmeasure: [read: level]\n",
        PREPARED + "measure:\n  - repeat: [read: state, read: level]\n    until: ready\n    every: 1ms\n    times: 3\n",
        PREPARED + "measure:\n  - if: fast\n    then: [read: level]\n    else: [wait: 1ms, read: level]\n",
        PREPARED + "measure:\n  - part: [read: level, publish: [level]]\n",
        PREPARED + "measure:\n  - part: [read: state, part: [read: level, publish: [level]]]\n  - part: [read: level, publish: [level]]\n",
        "identify: [read: calibration]\n" + PREPARED + "measure: [read: level]\n",
    ],
)  # fmt: skip
def test_what_was_read_on_every_path_can_be_used(steps: str, tmp_path: Path) -> None:
    assert slugs(tmp_path, steps) == []


def test_a_register_that_is_modified_was_read_and_its_fields_are_not_known(tmp_path: Path) -> None:
    constant = "channels: {level: {unit: ratio, value: gain}}\n"
    assert slugs(tmp_path, PREPARED + "measure: [modify: {state: {ready: 1}}]\n", constant) == []
    assert slugs(tmp_path, PREPARED + "measure: [write: {state: {ready: 1}}]\n", constant) == ["channel-without-reading"]
    assert slugs(tmp_path, "measure: [modify: {calibration: {gain: 1}}]\n", constant) == ["unread-field"]


def test_what_every_turn_of_a_loop_reads_is_known_behind_it(tmp_path: Path) -> None:
    assert slugs(tmp_path, PREPARED + "measure:\n  - each: level\n    do: [read: level]\n", INPUTS) == []
    assert slugs(tmp_path, PREPARED + "measure:\n  - each: level\n    do: [part: [read: level]]\n", INPUTS) == [
        "unread-field", "channel-without-reading",
    ]  # fmt: skip


@pytest.mark.parametrize("step", ["receive: [other: u8]", "exchange: {send: [1], receive: [other: u8]}"])
def test_what_is_received_is_read(step: str, tmp_path: Path) -> None:
    channel = "channels: {level: {unit: ratio, value: other}}\n"
    assert slugs(tmp_path, f"measure: [{step}]\n", channel) == []


def test_a_formula_in_the_steps_is_evaluated_where_it_stands(tmp_path: Path) -> None:
    assert slugs(tmp_path, PREPARED + "measure: [read: state, check: ready, read: level]\n") == []
    assert slugs(tmp_path, PREPARED + "measure: [check: ready, read: state, read: level]\n") == ["unread-field"]
    assert slugs(tmp_path, PREPARED + "measure: [wait: 1ms * code, read: level]\n") == ["unread-field"]
    assert slugs(tmp_path, PREPARED + "measure: [send: [gain], send: [ready], read: level]\n") == ["unread-field"]


def test_a_part_that_is_never_read_is_refused(tmp_path: Path) -> None:
    never = "channels: {level: {unit: ratio, value: code + 7}}\n"
    assert slugs(tmp_path, "measure: [wait: 2ms]\n", never) == ["unread-field", "channel-without-reading"]
