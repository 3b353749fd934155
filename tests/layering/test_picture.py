"""The picture of ARCHITECTURE.md names what is there: its boxes are packages of the generator and layers of the runtime."""

from __future__ import annotations

import re

from layers import ALLOWED
from packages import PACKAGES
from harness.source_tree import ROOT

SOURCE = (ROOT / "tests" / "layering" / "architecture.dot").read_text(encoding="utf-8")
DRAWN = (ROOT / "tests" / "layering" / "architecture.svg").read_text(encoding="utf-8")


def boxes(cluster: str) -> "set[str]":
    """The names of the boxes in a part of the picture, without those that stand for several ports."""
    found = re.search(rf"subgraph cluster_{cluster} {{(.*?)\n  }}", SOURCE, re.DOTALL)
    assert found
    text = re.sub(r"\[[^]]*\]|label=\"[^\"]*\"", "", found.group(1))
    return {word for word in re.findall(r"\w+", text) if not word.startswith("ports_of_")}


def test_boxes_of_the_generator_are_packages() -> None:
    stages = {"document", "device", "resolve", "model", "rules", "lower", "formats", "ir", "cpp", "markdown"}
    assert stages <= boxes("generator") <= PACKAGES.keys()


def test_boxes_of_the_runtime_are_layers() -> None:
    layers = {"bus", "sensors", "metrics", "exposition", "http", "transport", "base", "host"}
    assert layers <= boxes("runtime") <= ALLOWED.keys()


def test_the_picture_was_drawn_of_this_source() -> None:
    arrows = re.findall(r"<title>([^<]*)&#45;&gt;([^<]*)</title>", DRAWN)
    written = {(one, two) for chain in re.findall(r"^\s*(\w+(?: -> \w+)+)", SOURCE, re.MULTILINE)
               for one, two in zip(chain.split(" -> "), chain.split(" -> ")[1:])}  # fmt: skip
    assert {tuple(arrow) for arrow in arrows} == written
