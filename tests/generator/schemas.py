"""Schemas without errors, and short ways to check texts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from prometheus_express.device.library import describe
from prometheus_express.document.include import include
from prometheus_express.document.load import read_document
from prometheus_express.model.application import Model
from prometheus_express.problems.problem import Outcome
from prometheus_express.resolve.schema import resolve
from prometheus_express.rules import check
from prometheus_express.document.source import make_source
from prometheus_express.document.variables import substitute

CHECKOUT = Path(__file__).resolve().parents[2]

VALID = """\
# yaml-language-server: $schema=../../schema/metrics.schema.json
version: 1
application: weather_station
namespace: prom_express
constant_labels: {site: attic, number: 007}
concurrency: none

metrics:
  temperature:
    type: gauge
    unit: celsius
    help: Air temperature
    value: decimal(2)
    labels: {sensor: [bme680, si7021]}
  http_requests:
    type: counter
    help: "Requests served"
    value: uint32
    labels:
      method: [GET, POST]
      code:
        values: [200, 404, no]
        as: Status
  energy: {type: counter, unit: joules, help: Energy used, value: decimal64(3), initial: absent}
  free_memory: {type: gauge, unit: bytes, help: 'Free: memory', read: function}

registries:
  default: {path: /metrics}

http:
  port: 8080
  limits: {connections: 4, header_bytes: 8KiB, body: 512B, output_buffer: 256B,
           request_timeout: 10s, idle_timeout: 60s, requests_per_connection: 1000}
  routes:
    - {method: GET, path: /config, handler: read_config, middleware: [authenticate]}
    - {method: PUT, path: /config, handler: write_config, middleware: [authenticate],
       headers: [Authorization], body: 512B}
"""

EVERYTHING = Path(__file__).parent / "everything/metrics.yaml"  # every metric type and every section, with included files
DEFINITIONS = {"PROJECT_VERSION": "1.2.3"}
HEAD = "version: 1\napplication: demo\n"
THERMOMETER = """\
version: 1
device: acme/demo
title: A thermometer
i2c: {addresses: [0x48]}
registers: {temperature: {at: 0, fields: [code: s16]}}
measure: [read: temperature]
channels: {temperature: {unit: celsius, value: code / 256}}
"""


def checked(text: str, file: str = "metrics.yaml") -> Outcome[Any]:
    """What all checks make of a text."""
    document = read_document(make_source(file, text))
    if document.product is None:
        return document
    whole = include(document.product)
    assert whole.product is not None
    known = substitute(whole.product, DEFINITIONS)
    assert known.product is not None
    described = describe(known.product)
    assert described.product is not None
    model = resolve(described.product)
    assert model.product is not None
    steps = (document, whole, known, described, model, check(model.product))
    return Outcome(model.product, tuple(problem for step in steps for problem in step.problems))


def model_of(text: str) -> Model:
    assert checked(text).problems == ()
    return sound_part(text)


def sound_part(text: str) -> Model:
    """The model of what fits, whatever the problems."""
    product = checked(text).product
    assert isinstance(product, Model)
    return product


def slugs_of(text: str) -> list[str]:
    return [problem.slug for problem in checked(text).problems]


def metrics(*lines: str) -> str:
    return HEAD + "metrics:\n" + "".join(f"  {line}\n" for line in lines)
