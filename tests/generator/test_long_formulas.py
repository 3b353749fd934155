"""Formulas of a device description that are long, deep or use each other often: generated at once, or refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from harness.steps import steps_of
from prometheus_express.pipeline import run

STEPS = 2_000_000  # calls, several times what any of them takes; each once took hours
SCHEMA = """\
version: 1
application: app
buses: {i2c0: {type: i2c}}
sensors: {one: {device: ./demo.yaml, bus: i2c0, every: 1s}}
metrics:
  temperature: {type: gauge, unit: celsius, help: In a float, read: one.temperature}
  exact: {type: gauge, unit: celsius, help: In an integer, value: decimal(2), read: one.temperature}
"""


def outcome(folder: Path, formula: str, values: "dict[str, str] | None" = None) -> str:
    """The slugs of what is wrong, or the driver's text."""
    text = "version: 1\ndevice: acme/demo\ntitle: A part\ni2c: {addresses: [0x48]}\n"
    text += "registers: {all: {at: 0, fields: [code: u8]}}\n"
    text += "values:\n" + "".join(f"  {name}: {value}\n" for name, value in values.items()) if values else ""
    folder.joinpath("demo.yaml").write_text(text + f'measure: [read: all]\nchannels: {{temperature: {{unit: celsius, value: "{formula}"}}}}\n')
    folder.joinpath("metrics.yaml").write_text(SCHEMA)
    made, _ = steps_of(lambda: run(folder / "metrics.yaml"), STEPS)
    return made.product["acme_demo.cpp"] if made.product else " ".join(problem.slug for problem in made.problems)


@pytest.mark.parametrize("term", ["code", "1.5 * code", "(code if code < 5 else 7)", "(code | 1)"])
def test_a_formula_of_many_terms(term: str, tmp_path: Path) -> None:
    assert "temperature" in outcome(tmp_path, " + ".join([term] * 20))


def test_a_choice_among_many(tmp_path: Path) -> None:
    assert "code_ < 29 ? 29" in outcome(tmp_path, "".join(f"{number} if code < {number} else " for number in range(30)) + "30")


@pytest.mark.parametrize("formula", ["({0} + {0}) % 7", "({0} | {0}) & 1", "{0} * 0.5 + {0} * 0.25", "{0} if {0} < {0} else 0"])
def test_values_that_use_the_one_before_several_times(formula: str, tmp_path: Path) -> None:
    values = {"v0": "code"} | {f"v{number}": formula.format(f"v{number - 1}") for number in range(1, 40)}
    assert "v39" in outcome(tmp_path, "v39", values)


@pytest.mark.parametrize("formula", ["+".join(["code"] * 5000), "not " * 5000 + "code", "code * " + "9" * 5000, "code" + "[0]" * 2000])
def test_what_is_too_long_is_an_error_of_its_syntax(formula: str, tmp_path: Path) -> None:
    assert outcome(tmp_path, formula) == "expression-syntax"
