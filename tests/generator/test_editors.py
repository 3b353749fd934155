"""The schema file works where editors use it: ajv accepts every schema of ours, and refuses what does not fit."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from schemas import CHECKOUT, EVERYTHING

WORK = CHECKOUT / "build/validator"
SOURCES = Path(__file__).parent / "validator"
CASES = CHECKOUT / "tests/diagnostics"
GOOD = [*sorted((CHECKOUT / "examples").glob("*/metrics.yaml")), *sorted(EVERYTHING.parent.glob("*.yaml"))]

# Problems that the JSON schema can see: of structure, forms and words.
STRUCTURAL = re.compile("missing-(key|help|value)|unknown-|invalid-|wrong-type|empty-collection|out-of-range|duplicate-value")
# And of those the ones that it cannot: names of something else in the file or of a device's description, texts that are the
# same to us only, as 200 and "200", and a time that is too short.
BEYOND = {
    "unknown-metric", "duplicate-value", "duplicate-value.named", "invalid-text", "missing-key.type", "out-of-range.every",
    "out-of-range.frequency", "unknown-address", "unknown-address.eight-bits", "unknown-bus", "unknown-channel",
    "unknown-channel.all", "unknown-channel.label", "unknown-device", "unknown-device.file", "unknown-device.series",
    "unknown-label-value", "unknown-sensor", "unknown-setting",
}  # fmt: skip
INCLUDED = CASES / "unknown-key.include"


@pytest.fixture(scope="module")
def answers() -> dict[str, str]:
    """What ajv says of every schema in the checkout, by its path."""
    WORK.mkdir(parents=True, exist_ok=True)
    for source in SOURCES.iterdir():
        shutil.copy(source, WORK)
    if not (WORK / "node_modules/ajv/dist/2020.js").exists():
        install = ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts"]
        done = subprocess.run(install, cwd=WORK, capture_output=True, text=True, timeout=200, check=False)
        assert done.returncode == 0, done.stderr[-2000:]
    included = [file for file in (*GOOD, INCLUDED / "battery.yaml") if file.name != "metrics.yaml"]
    whole = [file for file in (*GOOD, *sorted(CASES.glob("*/metrics.yaml"))) if file not in included and is_text(file)]
    lines = [f"metrics.schema.json {file}\n" for file in whole] + [f"include.schema.json {file}\n" for file in included]
    done = subprocess.run(["node", "validate.js", str(CHECKOUT / "schema")], cwd=WORK, input="".join(lines), capture_output=True,
                          text=True, timeout=60, check=False)  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    return dict(line.rsplit(" ", 1) for line in done.stdout.splitlines())  # type: ignore[misc]


def is_text(file: Path) -> bool:
    try:
        return "\0" not in file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return False


@pytest.mark.parametrize("file", GOOD, ids=lambda file: f"{file.parent.name}-{file.name}")
def test_every_schema_of_ours_is_accepted(file: Path, answers: dict[str, str]) -> None:
    assert answers[str(file)] == "true"


def test_what_is_wrong_in_structure_is_refused(answers: dict[str, str]) -> None:
    cases = (file.parent for file in CASES.glob("*/metrics.yaml"))
    wrong = {case.name for case in cases if STRUCTURAL.match(case.name) and not (case / "demo.yaml").exists()}  # a part's language
    accepted = {name for name in wrong if answers.get(str(CASES / name / "metrics.yaml")) == "true"}
    assert accepted == BEYOND | {INCLUDED.name}
    assert len(wrong) > 25
    assert answers[str(INCLUDED / "battery.yaml")] == "false"


def test_what_only_rules_can_see_is_accepted(answers: dict[str, str]) -> None:
    for name in ("duplicate-name", "buckets-not-ascending", "missing-max-series", "reserved-label", "no-base-unit", "default-child"):
        assert answers[str(CASES / name / "metrics.yaml")] == "true"
