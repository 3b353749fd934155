"""schema/CATALOGUE.md says what the descriptions say, and evidence.json what there is."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

import yaml

import exact_rich
import exact_simple
from harness.source_tree import ROOT
from prometheus_express.device.library import known_devices
from prometheus_express.markdown.catalogue import CORE, catalogue

SIZES = "tests/size/budget.json"
EVIDENCE = "tests/sensors/evidence.json"
TEXT = (ROOT / "schema" / "CATALOGUE.md").read_text(encoding="utf-8")


def read(path: str) -> Any:
    return json.loads((ROOT / path).read_text())


def test_the_catalogue_in_the_checkout_is_that_of_the_library() -> None:
    command = f"generator/prometheus-express catalogue --sizes {SIZES} --evidence {EVIDENCE} > schema/CATALOGUE.md"
    assert TEXT == catalogue(read(SIZES), read(EVIDENCE)), f"run: {command}"


def test_every_part_has_a_row_with_a_size_and_a_section() -> None:
    recorded = {name for name, entry in read(SIZES)[CORE].items() if entry["recorded"] is not None}
    for device in known_devices():
        assert f"\n## {device}\n" in TEXT
        assert f"(#{device.replace('/', '')})" in TEXT
        assert "sensor_" + device.replace("/", "_").replace("-", "_") in recorded, "tests/size measures it"


def test_keys_of_the_descriptions_stand_in_it() -> None:
    """As the files have them, read by nothing but a YAML parser."""
    for device in known_devices():
        section = re.search(rf"\n## {device}\n(.*?)(?=\n## |\Z)", TEXT, re.DOTALL)
        assert section is not None
        written = yaml.safe_load((ROOT / "schema" / "devices" / f"{device}.yaml").read_text())
        assert written["title"] in section[1]
        for note in written.get("notes", []):
            assert f"- {note}\n" in section[1]
        for address in written.get("i2c", {}).get("addresses", []):
            assert f"0x{address:02X}" in section[1]
        for kind, channel in written["channels"].items():
            assert re.search(rf"`{kind}[`.].* \| {channel['unit']} \|", section[1]), (device, kind)
        for name, setting in written.get("settings", {}).items():
            assert f"| `{name}` |" in section[1] and setting["help"] in section[1]
            for choice in setting.get("choices", []):
                assert str(choice) in section[1]


def test_evidence_is_what_there_is() -> None:
    samples = read("tests/sensors/vectors/samples.json")["vectors"]
    counted = Counter(sample["device"].replace(",", "/").removesuffix("-spi") for sample in samples)
    assert {device: entry["samples"] for device, entry in read(EVIDENCE).items()} == counted
    makers = exact_simple.MAKERS | exact_rich.MAKERS
    made = {str(make(exact_simple.Random("one"))["device"]).replace(",", "/").removesuffix("-spi") for make in makers.values()}
    assert made == set(known_devices()) == set(counted), "exact arithmetic and samples of every part"
