"""Holds what sensor_replay wrote against what vectors expect."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from harness import presets

RELATIVE = 1e-9  # of a channel without tolerance: exact but for the last digits of a double
Vector = Mapping[str, Any]


def load_vectors(path: Path) -> list[dict[str, Any]]:
    vectors: list[dict[str, Any]] = json.loads(path.read_text())["vectors"]
    return vectors


def built(program: str) -> Path:
    """One of the programs of this suite, in the preset host."""
    return presets.build("host", "tests/sensors/all") / "tests" / program


def replay(vectors: Sequence[Vector], folder: Path, *arguments: str, program: str = "sensor_replay") -> dict[str, Any]:
    """The results of the vectors by their id."""
    source, target = folder / "vectors.json", folder / "results.json"
    source.write_text(json.dumps({"format": 1, "vectors": list(vectors)}))
    subprocess.run([built(program), source, target, *arguments], check=True, timeout=120)
    results: dict[str, Any] = json.loads(target.read_text())
    return results


def differences(vector: Vector, result: Mapping[str, Any]) -> list[str]:
    """What is wrong with a result; nothing when it is one of the expected ones."""
    expected = vector["expect"]
    choices = expected.get("any_of", [expected])
    tolerance = vector.get("tolerance", {})
    tried = [list(_outcome(choice, result, tolerance)) for choice in choices]
    found = [] if any(not wrong for wrong in tried) else tried[0]
    if "cut_off" in result:
        found = [*found, "the driver never came to an end"]
    return [*found, *_writes(vector.get("expect_writes", []), result.get("writes", []))]


def _outcome(expected: Mapping[str, Any], result: Mapping[str, Any], tolerance: Mapping[str, float]) -> Iterable[str]:
    channels = result.get("channels", {})
    if expected["status"] == "error":
        if channels:
            yield f"published {channels}, expected the error {expected.get('error')}"
        if "error" in expected and result.get("error") != expected["error"]:
            yield f"error {result.get('error')}, expected {expected['error']}"
        return
    if result["status"] != expected["status"]:
        yield f"status {result['status']} ({result.get('error')}), expected {expected['status']}"
    for name, value in expected["channels"].items():
        if name not in channels:
            yield f"{name} is not published ({result.get('error')})"
        elif abs(channels[name] - value) > tolerance.get(name, abs(value) * RELATIVE):
            yield f"{name} is {channels[name]}, expected {value}"
    for name in expected.get("absent", []):
        if name in channels:
            yield f"{name} is published"


def _writes(expected: Sequence[Mapping[str, Any]], written: Sequence[Any]) -> Iterable[str]:
    for wanted in expected:
        if "reg" in wanted:
            mask = int(wanted.get("mask", "F" * len(wanted["any_of"][0])), 16)
            values = {int(text, 16) & mask for text in wanted["any_of"]}
            data = [entry[1] for entry in written if isinstance(entry, list) and int(entry[0], 16) == int(wanted["reg"], 16)]
            if not any(int(text, 16) & mask in values for text in data if text):
                yield f"{wanted['reg']} was written {data}, expected one of {wanted['any_of']} ({wanted.get('why')})"
        elif not {text.upper() for text in wanted.get("any_of", [wanted["bytes"]])} & {one for one in written if isinstance(one, str)}:
            yield f"{wanted['bytes']} was not written ({wanted.get('why')}): {written}"
