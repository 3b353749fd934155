"""The schema language as a document, made of the descriptions in schema/metrics.schema.json."""

from __future__ import annotations

from collections.abc import Iterator

from ..document.metric_keys import TYPES_OF_KEY
from ..document.shape import Shape, flow, language, make_shape, whole_schema

KINDS = {
    "object": "mapping", "array": "list", "string": "text", "integer": "whole number", "number": "number",
    "boolean": "`true` or `false`",
}  # fmt: skip
HEAD = """\
# The schema language

Made by `prometheus-express reference` from `metrics.schema.json`, which editors with a YAML language server read, too:

```yaml
# yaml-language-server: $schema=schema/metrics.schema.json
```

A schema is one file in YAML or JSON. Where a text is wanted, a plain scalar is taken as it is written: `200` and `no` are texts.
Anchors, aliases, tags and merge keys are refused.
"""


def reference() -> str:
    """The document, in Markdown."""
    sections = [HEAD, *_mapping_section(whole_schema(), "The file")]
    for name in language()["$defs"]:
        shape = make_shape({"$ref": f"#/$defs/{name}"})
        sections += _mapping_section(shape, _heading(shape)) if _is_mapping(shape) else _value_section(shape)
    return "\n".join(sections)


def _is_mapping(shape: Shape) -> bool:
    return "object" in shape.types


def _heading(shape: Shape) -> str:
    return shape.name.replace("_", " ").capitalize()


def _mapping_section(shape: Shape, heading: str) -> Iterator[str]:
    yield f"## {heading}\n\n{shape.rules['description']}\n"
    if shape.further:
        yield f"A mapping of each {_link(shape.keys)} to its {_link(shape.further)}.\n"
    if shape.properties:
        required = shape.rules.get("required", [])
        yield "| Key | Value | Default | Meaning |\n| --- | --- | --- | --- |"
        for key, value in shape.properties.items():
            yield f"| `{key}` | {_kind(value)} | {_default(value, key in required)} | {_meaning(shape, key, value)} |"
        yield ""
    yield from _example(shape)


def _value_section(shape: Shape) -> Iterator[str]:
    yield f"## {_heading(shape)}\n\n{shape.rules['description']}\n"
    yield f"Form: {_forms(shape)}.\n"
    for one in shape.alternatives:
        if not one.name and one.properties:
            yield from _mapping_part(one)
    yield from _example(shape)


def _mapping_part(shape: Shape) -> Iterator[str]:
    """A mapping that is written in place, and those in it: a row each."""
    rows = list(_rows(shape, ""))
    yield f"{_sentence(shape.title)}:\n\n| Key | Value | Meaning |\n| --- | --- | --- |"
    yield from rows
    yield ""


def _rows(shape: Shape, before: str) -> Iterator[str]:
    for key, value in shape.properties.items():
        needed = "" if key in shape.rules.get("required", []) else " Optional."
        yield f"| `{before}{key}` | {_kind(value)} | {_cell(value.rules.get('description', ''))}{needed} |"
        if not value.name:
            yield from _rows(value, f"{before}{key}.")


def _example(shape: Shape) -> Iterator[str]:
    if shape.rules.get("examples") and (shape.patterns or not shape.choices):
        yield "Such as " + ", ".join(f"`{flow(example)}`" for example in shape.rules["examples"]) + ".\n"


def _forms(shape: Shape) -> str:
    if shape.choices and not shape.patterns:
        return "one of " + ", ".join(f"`{choice}`" for choice in shape.choices)
    return " or ".join(dict.fromkeys(_kind(one) if one is not shape else _plain_kind(shape) for one in shape.alternatives))


def _kind(shape: Shape) -> str:
    return _link(shape) if shape.name else _plain_kind(shape)


def _plain_kind(shape: Shape) -> str:
    if not shape.types and "anyOf" in shape.rules:
        return _forms(shape)
    if "string" in shape.types:
        return "text"
    words = [KINDS[kind] for kind in KINDS if kind in shape.types]
    lowest, highest = (shape.rules.get(key) for key in ("minimum", "maximum"))
    text = " or ".join(words)
    if lowest is not None and highest is not None:
        text += f" from {lowest} to {highest}"
    if "exclusiveMinimum" in shape.rules:
        text += f" above {shape.rules['exclusiveMinimum']}"
    return f"{text} of {_kind(shape.items)}s" if "items" in shape.rules and shape.items.rules else text


def _link(shape: Shape) -> str:
    heading = _heading(shape)
    return f"[{heading.lower()}](#{heading.lower().replace(' ', '-')})"


def _default(shape: Shape, required: bool) -> str:
    if "default" in shape.rules:
        return f"`{flow(shape.rules['default'])}`"
    return "*required*" if required else ""


def _meaning(owner: Shape, key: str, shape: Shape) -> str:
    meaning = _cell(shape.rules["description"])
    if owner.name == "metric" and key in TYPES_OF_KEY:
        meaning += f" Of {', '.join(TYPES_OF_KEY[key])}."
    return meaning


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
