"""The schema language: a JSON schema that is valid, that describes everything, and that we read as others do."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
from prometheus_express.document.shape import Shape, language, make_shape, whole_schema
from prometheus_express.document.load import read_document
from prometheus_express.model.http import Limits
from prometheus_express.document.nodes import Document, Mapping, Node, Refused, Scalar, Sequence
from prometheus_express.document.quantities import parse_duration, parse_size
from prometheus_express.resolve.application import DEFAULT_PORT
from prometheus_express.document.source import make_source
from prometheus_express.document.structure import INTEGER, NUMBER, TRUTHS, as_integer, findings
from schemas import CHECKOUT, VALID
from test_mutations import MUTATIONS

# jsonschema 3.2 knows drafts up to the seventh, which says the same of every keyword that is used here.
# Both are asked where there are both, so that machines with the old one get no surprise.
DRAFTS = [getattr(jsonschema, name) for name in ("Draft7Validator", "Draft202012Validator") if hasattr(jsonschema, name)]
VALIDATORS = [draft(language()) for draft in DRAFTS]
SUPPORTED_KEYWORDS = frozenset(
    """$schema $id $defs $ref title description type properties required additionalProperties propertyNames minProperties
    items minItems maxItems uniqueItems anyOf enum pattern minimum maximum exclusiveMinimum default examples""".split()
)


def shapes(shape: Shape, seen: set[str]) -> Iterator[Shape]:
    """Every shape that can be reached, each definition once."""
    if shape.name in seen:
        return
    seen.update({shape.name} - {""})
    yield shape
    inner = [*shape.properties.values(), *(one for one in shape.alternatives if one is not shape)]
    inner += [shape.further] if shape.further else []
    inner += [shape.items] if "items" in shape.rules else []
    inner += [shape.keys] if "propertyNames" in shape.rules else []
    for one in inner:
        yield from shapes(one, seen)


SEEN: set[str] = set()
SHAPES = [*shapes(whole_schema(), SEEN), *shapes(make_shape({"$ref": "#/$defs/included_file"}), SEEN)]


def test_the_language_is_a_json_schema() -> None:
    for draft in DRAFTS:
        draft.check_schema(language())


def test_every_definition_is_used() -> None:
    assert {shape.name for shape in SHAPES} >= set(language()["$defs"])


def test_every_keyword_is_one_that_the_generator_follows() -> None:
    for shape in SHAPES:
        assert set(shape.rules) <= SUPPORTED_KEYWORDS, shape.title


def test_an_editor_can_show_what_every_key_means_and_an_example() -> None:
    for shape in SHAPES:
        for key, value in shape.properties.items():
            assert value.rules.get("title") and value.rules.get("description"), key
            assert value.rules.get("examples") or "default" in value.rules or value.properties, key


def test_every_example_and_default_fits() -> None:
    for shape in SHAPES:
        rules = {"$defs": language()["$defs"], **shape.rules}
        examples = list(shape.rules.get("examples", []))
        if "default" in shape.rules:
            examples.append(shape.rules["default"])
        for example in examples:
            jsonschema.validate(example, rules, DRAFTS[-1])


def test_texts_with_a_form_are_definitions_so_that_their_problems_have_names() -> None:
    for shape in SHAPES:
        assert shape.name or not (shape.patterns or shape.choices), shape.title


def test_the_defaults_that_editors_show_are_those_of_the_model() -> None:
    properties = make_shape({"$ref": "#/$defs/limits"}).properties
    limits = Limits()
    for key, shape in properties.items():
        default = shape.rules["default"]
        if key.endswith("_timeout"):
            assert parse_duration(default) == getattr(limits, key + "_ms")
        else:
            assert (parse_size(default) if isinstance(default, str) else default) == getattr(limits, key)
    assert whole_schema().properties["http"].properties["port"].rules["default"] == DEFAULT_PORT


def test_the_file_is_found_in_the_checkout() -> None:
    text = (CHECKOUT / "schema/metrics.schema.json").read_text(encoding="utf-8")
    assert json.loads(text) == language()


def document_of(text: str) -> Document:
    outcome = read_document(make_source("metrics.yaml", text))
    assert outcome.product is not None
    return outcome.product


def plain(node: Node, shape: Shape) -> Any:
    """A node as the plain value that its place wants; what cannot become one stays a text."""
    assert not isinstance(node, Refused)
    kind = "object" if isinstance(node, Mapping) else "array" if isinstance(node, Sequence) else None
    fitting = [one for one in shape.alternatives if (kind in one.types if kind else one.types - {"object", "array"})]
    if isinstance(node, Mapping):
        keys = {entry.key.text for entry in node.entries}
        chosen = max(fitting, key=lambda one: len(keys & set(one.properties)), default=Shape("", {}))
        return {
            entry.key.text: plain(entry.value, chosen.properties.get(entry.key.text) or chosen.further or Shape("", {}))
            for entry in node.entries
        }
    chosen = fitting[0] if fitting else Shape("", {})
    if isinstance(node, Sequence):
        return [plain(item, chosen.items) for item in node.items]
    return plain_scalar(node, chosen.types)


def plain_scalar(node: Scalar, types: frozenset[str]) -> Any:
    if node.is_missing:
        return None
    if "string" in types or not node.plain:
        return node.text
    if "integer" in types and INTEGER.fullmatch(node.text):
        return as_integer(node)
    if "number" in types and NUMBER.fullmatch(node.text):
        return float(node.text)
    return TRUTHS.get(node.text, node.text) if "boolean" in types else node.text


def test_a_valid_schema_is_valid_for_the_reference_validator() -> None:
    document = document_of(VALID)
    assert findings(document) == []
    for validator in VALIDATORS:
        validator.validate(plain(document.root, whole_schema()))


@pytest.mark.parametrize("part", range(4))
def test_the_reference_validator_finds_a_mutation_wrong_exactly_when_the_generator_does(part: int) -> None:
    compared = {True: 0, False: 0}
    for text in MUTATIONS[part::4]:
        outcome = read_document(make_source("metrics.yaml", text))
        if outcome.product is None or outcome.problems:
            continue
        fits = not findings(outcome.product)
        compared[fits] += 1
        value = plain(outcome.product.root, whole_schema())
        assert [validator.is_valid(value) for validator in VALIDATORS] == [fits] * len(VALIDATORS), text
    assert min(compared.values()) > 10
