"""The reference of the schema language says what the schema language is."""

from __future__ import annotations

import re

import yaml
from prometheus_express.document.shape import language
from prometheus_express.markdown.reference import reference
from schemas import CHECKOUT


def test_the_reference_in_the_checkout_is_that_of_the_schema_language() -> None:
    text = (CHECKOUT / "schema/REFERENCE.md").read_text(encoding="utf-8")
    assert text == reference(), "run: generator/prometheus-express reference > schema/REFERENCE.md"


def test_every_key_and_every_word_stands_in_it() -> None:
    text = reference()
    for name, rules in language()["$defs"].items():
        assert f"## {name.replace('_', ' ').capitalize()}\n" in text
        assert rules["description"] in text
        for key in rules.get("properties", {}):
            assert f"| `{key}` |" in text, key
        for word in rules.get("enum", []):
            assert f"`{word}`" in text


def test_every_link_leads_to_a_heading() -> None:
    text = reference()
    headings = {line[3:].lower().replace(" ", "-") for line in text.splitlines() if line.startswith("## ")}
    assert set(re.findall(r"\]\(#([a-z-]+)\)", text)) <= headings


def test_every_example_is_yaml() -> None:
    for example in re.findall("`(.+?)`", "".join(line for line in reference().splitlines() if line.startswith("Such as"))):
        yaml.safe_load(example)
