"""Programs of drivers: notes of the steps that they come from, and fields that are kept no longer than they are used."""

from __future__ import annotations

from pathlib import Path

import pytest
from compiling import assert_it_compiles
from prometheus_express.device.library import load_device
from prometheus_express.ir.driver import Driver
from prometheus_express.ir.program import Block, Change, Put, Section, Step, Store
from prometheus_express.lower.drivers import make_driver
from prometheus_express.names.cpp import CAPITALS
from prometheus_express.names.driver import field_variable

DEVICE = """\
version: 1
device: acme/demo
title: A part
i2c: {addresses: [0x48]}
registers:
  identity: {at: 0xD0, fields: [maker: u8]}
  state: {at: 0x02, fields: [ready: u1, reserved: u7]}
  control: {at: 0x03, fields: [run: u1, reserved: u5, mode: u2]}
  long: {at: 0x04, fields: [top: u4, bottom: u12]}
  counters: {at: 0x10, fields: [pulses: u16, limit: u8, spare: u8]}
identify: [read: identity, check: maker == 0xAC]
prepare:
  - write: {control: {run: 1, mode: 2}}
measure:
  - modify: {control: {mode: 3}}
  - modify: {long: {bottom: 0x5A}}
  - wait: 2ms
  - repeat: [read: state]
    until: ready
    every: 5ms
    times: 4
  - read: counters
  - check: limit != 0
  - check: spare == 0
channels:
  volume: {unit: cubic_meters, value: pulses / 100}
"""


def driver(folder: Path, text: str = DEVICE) -> Driver:
    file = folder / "demo.yaml"
    file.write_text(text)
    outcome = load_device(file)
    assert outcome.product, outcome.problems
    return make_driver(outcome.product, False)


def notes(block: Block) -> list[str]:
    """`0 read: identity@208 continued`"""
    shown = []
    for note in block.notes:
        if isinstance(note.about, Section):
            shown.append(f"{note.at} {note.about.value}")
            continue
        registers = " ".join(f"{one.name}@{one.at}" for one in note.about.registers)
        shown.append(" ".join(filter(None, (str(note.at), note.about.verb, registers, "continued" * note.continued))))
    return shown


def test_each_block_says_which_steps_it_does(tmp_path: Path) -> None:
    assert [notes(block) for block in driver(tmp_path).program.blocks] == [
        ["0 identify", "1 read identity@208"],
        ["0 read identity@208 continued", "1 check"],
        ["0 prepare", "0 write control@3"],
        ["0 measure", "0 modify control@3"],
        ["0 modify control@3 continued"],
        ["0 modify long@4"],
        ["0 modify long@4 continued"],
        ["0 wait"],
        ["0 repeat"],
        ["0 read state@2"],
        ["0 read state@2 continued", "1 repeat continued"],
        ["0 read counters@16"],
        ["0 read counters@16 continued", "3 check", "4 check", "5 publish"],
    ]


def test_every_statement_but_the_last_comes_from_a_step(tmp_path: Path) -> None:
    for block in driver(tmp_path).program.blocks:
        assert any(note.at == 0 and isinstance(note.about, Step) for note in block.notes)


def test_data_that_are_written_name_their_register_and_fields(tmp_path: Path) -> None:
    statements = [one for block in driver(tmp_path).program.blocks for one in block.statements]
    named = [one.what for one in statements if isinstance(one, (Put, Change)) and one.what]
    assert named == ["control: run, mode", "control: mode", "long: bottom", "long: bottom"]


def test_a_changed_byte_has_only_the_bits_that_are_written(tmp_path: Path) -> None:
    """From the last byte on; 0x5A is all in the last one of `long`, and its first byte loses the four bits that become 0."""
    changes = [one for block in driver(tmp_path).program.blocks for one in block.statements if isinstance(one, Change)]
    assert [(one.keep, one.term.constant) for one in changes] == [(0xFC, 3), (0x00, 0x5A), (0xF0, 0)]


def test_only_fields_that_outlive_their_block_are_kept(tmp_path: Path) -> None:
    made = driver(tmp_path)
    assert {field.name: field.kept for field in made.fields} == {"maker": False, "ready": False, "pulses": True, "limit": False, "spare": False}
    stored = [one.field for block in made.program.blocks for one in block.statements if isinstance(one, Store)]
    assert [(field.name, field.kept) for field in stored] == [("maker", False), ("ready", False), ("pulses", True), ("limit", False), ("spare", False)]


@pytest.mark.parametrize(
    ("step", "name"),
    [
        ("  - wait: 1ms\n  - check: limit == 1\n", "limit"),  # in another block, behind the wait
        ("  - publish: [volume]\n  - check: level\n", "limit"),  # by way of a value
        ("  - repeat: [read: state]\n    until: ready and limit != 0\n    every: 1ms\n    times: 2\n", "limit"),
    ],
)
def test_a_field_that_is_used_later_is_kept(step: str, name: str, tmp_path: Path) -> None:
    text = DEVICE.replace("channels:\n", f"{step}values: {{level: limit > 3}}\nchannels:\n" if "level" in step else f"{step}channels:\n")
    kept = {field.name for field in driver(tmp_path, text).fields if field.kept}
    assert name in kept


def test_a_field_of_a_loop_is_kept_for_every_turn_or_for_none(tmp_path: Path) -> None:
    text = DEVICE.replace("  - read: counters\n", "  - {each: volume, do: [read: counters, check: spare != 1]}\n")
    text = text.replace("{unit: cubic_meters,", "{unit: cubic_meters, label: input, inputs: [a, b],")
    made = {field.name: (field.turns, field.kept) for field in driver(tmp_path, text.replace("  - check: limit != 0\n  - check: spare == 0\n", "")).fields}
    assert made == {"maker": (0, False), "ready": (0, False), "pulses": (2, True), "spare": (0, False)}


def test_what_a_block_uses_before_it_reads_it_is_kept(tmp_path: Path) -> None:
    """The state of the sample before, which a loop's first block asks for."""
    text = DEVICE.replace("  - wait: 2ms\n", "  - if: ready\n    then: [wait: 3ms]\n").replace("prepare:\n", "prepare:\n  - read: state\n")
    assert "ready" in {field.name for field in driver(tmp_path, text).fields if field.kept}


def test_variables_of_fields_are_called_what_c_plus_plus_allows(tmp_path: Path) -> None:
    """Fields that are used where they are read only, with names that are words of C++, of the driver or of common headers."""
    names = ["int", "class", "fail", "transfer", "go", "px", "settings", "position", "note", "std", "errno", "in"]
    fields = ", ".join(f"{name}: u8" for name in names)
    checks = " and ".join(f"{name} != 7" for name in names)
    text = DEVICE.replace("pulses: u16, limit: u8, spare: u8", f"pulses: u16, spare: u8, {fields}").replace("limit != 0", checks)
    assert not [field.name for field in driver(tmp_path, text).fields if field.kept and field.name in names]
    schema = tmp_path / "metrics.yaml"
    schema.write_text(
        "version: 1\napplication: app\nbuses: {i2c0: {type: i2c}}\nsensors: {one: {device: ./demo.yaml, bus: i2c0, every: 1s}}\n"
        "metrics: {volume: {type: gauge, unit: cubic_meters, help: H, read: one.volume}}\n"
    )
    assert_it_compiles(schema)


@pytest.mark.parametrize("macro", sorted(CAPITALS)[:5])
def test_no_variable_is_a_macro_of_common_headers(macro: str) -> None:
    assert (field_variable(macro), field_variable(macro.lower() + "_1")) == (f"{macro}_", macro.lower() + "_1")
