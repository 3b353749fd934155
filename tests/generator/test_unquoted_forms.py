"""Formulas in lists of YAML, where brackets would need quotes."""

from __future__ import annotations

from prometheus_express.device.model import Device, Exchange
from prometheus_express.device.read import read_device
from prometheus_express.document.load import read_document
from prometheus_express.document.source import make_source

PART = """\
version: 1
device: acme/demo
title: A part
i2c: {addresses: [0x48]}
settings: {mode: {help: Mode, choices: [fast, slow], default: fast}}
tables: {command: {fast: 0x10, slow: 0x20}, steps: [1, 2, 4, 8]}
registers: {word: {at: 0, fields: [code: u16, u4: u16]}}
measure:
  - read: word
  - send: SENT
channels: {temperature: {unit: celsius, value: code}}
"""


def sent(text: str) -> Exchange:
    document = read_document(make_source("demo.yaml", PART.replace("SENT", text)))
    assert document.product is not None and document.problems == ()
    outcome = read_device(document.product)
    assert outcome.problems == () and isinstance(outcome.product, Device)
    step = outcome.product.measure[1]
    assert isinstance(step, Exchange)
    return step


def test_parentheses_choose_from_a_table_and_bits_as_brackets_do() -> None:
    plain = sent("[command(mode), steps(code(9:8)), u16: code(15:4), code(3) << 2]")
    assert plain == sent('["command[mode]", "steps[code[9:8]]", u16: "code[15:4]", "code[3] << 2"]')
    assert plain != sent('["command[mode]", "steps[code[9:8]]", u16: "code[15:4]", "code[2] << 2"]')


def test_what_is_a_function_stays_one() -> None:
    """`u4` cuts a number, also where a field has that name."""
    step = sent("[u4(code), u4(3)]")
    assert step.send is not None
    (one, *_), (other, *_) = filter(None, step.send.items)
    assert one.operator == other.operator == "u4" and other.operands[0].constant == 3
