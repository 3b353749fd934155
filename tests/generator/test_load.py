"""load: texts stay as written, places are right."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from prometheus_express.document.load import load, read_document
from prometheus_express.document.nodes import Document, Mapping, Node, Scalar, Sequence
from prometheus_express.document.source import make_source
from schemas import VALID, checked, model_of


def read(text: str, file: str = "metrics.yaml") -> Document:
    outcome = read_document(make_source(file, text))
    assert outcome.product is not None and outcome.problems == ()
    return outcome.product


def scalars(node: Node) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Sequence):
        return [scalar for item in node.items for scalar in scalars(item)]
    assert isinstance(node, Mapping)
    return [scalar for entry in node.entries for scalar in (entry.key, *scalars(entry.value))]


@pytest.mark.parametrize("text", "no 1.0 0x77 1_000 007 ~ null 2024-01-01 1e3 .inf 12:30:45 =".split())
def test_a_plain_scalar_is_the_text_that_is_written(text: str) -> None:
    value = read(f"key: {text}\n").root.get("key")
    assert isinstance(value, Scalar) and value.text == text and value.plain


def test_every_scalar_of_a_schema_stands_where_its_span_says() -> None:
    lines = VALID.splitlines()
    found = scalars(read(VALID).root)
    assert len(found) > 80
    for scalar in found:
        start = scalar.span.start
        written = lines[start.line - 1][start.column - 1 : start.column - 1 + scalar.span.length]
        assert written.strip("'\"") == scalar.text
        assert scalar.plain == (written[0] not in "'\"")


def test_columns_count_characters_whatever_their_bytes_or_line_ends() -> None:
    source = "# 温度 é 😀\r\nname: '温度', \n"
    outcome = read_document(make_source("metrics.yaml", source))
    assert outcome.product is None  # a syntax error behind the wide characters
    assert (outcome.problems[0].span.start.line, outcome.problems[0].span.start.column) == (2, 11)
    value = read("é😀: '温度'\r\nb: c\r\n").root
    assert [scalar.span.start.column for scalar in scalars(value)] == [1, 5, 1, 4]
    assert [scalar.span.start.line for scalar in scalars(value)] == [1, 1, 2, 2]


def test_texts_are_those_of_pyyaml() -> None:
    text = "a: |\n  one\n  two\nb: >-\n  folded\n  text\nc: plain\n  goes on\nd: \"x\\ty\\u00e9\"\ne: 'it''s'\n"
    expected = yaml.load(text, Loader=yaml.BaseLoader)
    root = read(text).root
    assert {entry.key.text: scalars(entry.value)[0].text for entry in root.entries} == expected


def test_json_says_the_same_as_yaml() -> None:
    document = yaml.load(VALID, Loader=yaml.BaseLoader)
    document["version"], document["http"]["port"] = 1, 8080
    limits = document["http"]["limits"]
    limits["connections"], limits["requests_per_connection"] = 4, 1000
    for indent in (None, 1, "\t"):
        outcome = checked(json.dumps(document, indent=indent), "metrics.json")
        assert outcome.problems == ()
        named = {"source": "", "files": ()}
        assert {**vars(outcome.product), **named} == {**vars(model_of(VALID)), **named}


def test_json_escapes_beyond_the_basic_plane_are_one_character() -> None:
    assert scalars(read('{"a": "\\ud83d\\ude00"}', "metrics.json").root)[1].text == "😀"


def test_nothing_behind_a_colon_is_missing_and_points_at_the_key() -> None:
    value = read("a: 1\nbcd:\n").root.get("bcd")
    assert isinstance(value, Scalar) and value.is_missing
    assert (value.span.start.line, value.span.start.column, value.span.length) == (2, 1, 3)
    quoted = read("bcd: ''\n").root.get("bcd")
    assert isinstance(quoted, Scalar) and not quoted.is_missing


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    outcome = load(tmp_path)
    assert [problem.slug for problem in outcome.problems] == ["unreadable-file"]
    assert str(outcome.problems[0].span.start) == f"{tmp_path}:1:1"


def test_deep_nesting_of_any_depth_is_a_problem_and_no_recursion_error() -> None:
    for text in ("a: " + "[" * 1500, "a: " + "[" * 1500 + "]" * 1500, "a: " + "{a: " * 1500, "- " * 1500 + "x"):
        outcome = read_document(make_source("metrics.yaml", text))
        assert outcome.problems
