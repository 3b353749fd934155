"""The languages of schemas and of device descriptions, as the JSON schemas in schema/ describe them: the only source for
the structure of what a user writes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Optional

INSTALLED = Path(__file__).parents[1] / "schema"
CHECKOUT = Path(__file__).parents[3] / "schema"
REFERENCE = "#/$defs/"


@dataclass(frozen=True)
class Shape:
    """What is wanted at one place of a schema. `name` is that of its definition, empty for one written in place."""

    name: str
    rules: dict[str, Any]

    @cached_property
    def title(self) -> str:
        return str(self.rules.get("title", "value"))

    @cached_property
    def types(self) -> frozenset[str]:
        wanted = self.rules.get("type", [])
        return frozenset([wanted] if isinstance(wanted, str) else wanted)

    @cached_property
    def properties(self) -> dict[str, Shape]:
        """The shapes of the keys that are known by name, in the order of their descriptions."""
        return {key: make_shape(rules) for key, rules in self.rules.get("properties", {}).items()}

    @cached_property
    def further(self) -> Optional[Shape]:
        """The shape of the values behind keys that the user chooses, or None where there are none such."""
        rules = self.rules.get("additionalProperties", False)
        return make_shape(rules) if rules else None

    @cached_property
    def keys(self) -> Shape:
        """The shape of keys that the user chooses."""
        return make_shape(self.rules.get("propertyNames", {}))

    @cached_property
    def items(self) -> Shape:
        return make_shape(self.rules.get("items", {}))

    @cached_property
    def alternatives(self) -> list[Shape]:
        """The shapes among which the kind of value decides; for a text with alternatives, the shape itself."""
        if self.types or "anyOf" not in self.rules:
            return [self]
        return [make_shape(rules) for rules in self.rules["anyOf"]]

    @cached_property
    def choices(self) -> list[str]:
        """The words that fit here, where there is a list of them."""
        listed = [self.rules, *self.rules.get("anyOf", [])]
        return [flow(word) for rules in listed for word in rules.get("enum", [])]

    @cached_property
    def patterns(self) -> list[str]:
        listed = [self.rules, *self.rules.get("anyOf", [])]
        return [rules["pattern"] for rules in listed if "pattern" in rules]

    @cached_property
    def form(self) -> str:
        """What is said of every text of this kind; the description at one place says what that one is for."""
        definition = definitions().get(self.name, self.rules)
        return str(definition["description"])

    @cached_property
    def example(self) -> Optional[str]:
        """The first example, as it would be written in a schema."""
        for source in (self.rules.get("examples"), self.rules.get("enum"), [self.rules.get("default")]):
            if source and source[0] is not None:
                return flow(source[0])
        return None


def make_shape(rules: dict[str, Any]) -> Shape:
    """A shape of its rules; what stands beside a reference completes the definition (JSON Schema 2020-12, 8.2.3.1)."""
    reference = rules.get("$ref")
    if reference is None:
        return Shape("", rules)
    name = reference[len(REFERENCE) :]
    return Shape(name, {**definitions()[name], **rules})


@lru_cache(maxsize=None)
def language(name: str = "metrics") -> dict[str, Any]:
    """A JSON schema; from the package where it is installed, else from the checkout."""
    document = json.loads((schema_folder() / f"{name}.schema.json").read_text(encoding="utf-8"))
    return dict(document)


@lru_cache(maxsize=None)
def definitions() -> dict[str, Any]:
    """Those of both languages, whose names differ."""
    return {**language()["$defs"], **language("device")["$defs"]}


def schema_folder() -> Path:
    return INSTALLED if INSTALLED.is_dir() else CHECKOUT


def whole_schema() -> Shape:
    return Shape("schema", language())


def whole_device() -> Shape:
    return Shape("device", language("device"))


def flow(value: Any) -> str:
    """A value as it would be written on one line of a schema."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return value if isinstance(value, str) else json.dumps(value)
