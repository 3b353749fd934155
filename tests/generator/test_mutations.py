"""However a schema is broken, there is never a traceback, and always a position in the file and a proposal."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from prometheus_express.problems.problem import Outcome, has_errors
from prometheus_express.problems.shown import render_problems
from prometheus_express.model.application import Model
from schemas import EVERYTHING, VALID, checked

SEED = 20240607
LINE = re.compile(r"[a-z]+\.yaml:([1-9][0-9]*):([1-9][0-9]*): (error|warning|note)(\[[a-z0-9-]+\])?: .+")
JUNK = (
    "", "~", "[]", "{}", "[[]]", "{a: {b: c}}", "- x", "'", '"', "*a", "&a", "!!int 3", "<<: {}", "\t", "null", "-1",
    "1e999", "0x", "99999999999999999999999", "9" * 5000, "yes", "°C", "温度", "a b", "a\\b", "%", "@", "`", "?", ": ",
    "#", "|", ">", "---", "...", "\u2028", "\x85", "\x00", "\ud800", "\ufeff", '"\\ud800"', '"\\x"', "{{", "}}", "][",
    "decimal(99)", "decimal()", "__x", "le", "class", "std", "/", "512", "0s", "histogram", "function.x", "[a, a]",
)  # fmt: skip
MAPPED_LINE = re.compile(r"^(\s*)([a-z_]+):(.*)$")


def mutations(valid: str, junk_a_word: int) -> Iterator[str]:
    """Lines deleted, repeated, swapped and indented; words replaced by junk; keys misspelt; characters lost."""
    chance = random.Random(SEED)
    lines = valid.splitlines()
    words = [match.span() for match in re.finditer(r"[A-Za-z0-9_/()'\"]+", valid)]
    for number in range(len(lines)):
        yield "\n".join(lines[:number] + lines[number + 1 :]) + "\n"
        yield "\n".join(lines[: number + 1] + lines[number:]) + "\n"
        yield "\n".join(lines[:number] + ["  " + lines[number]] + lines[number + 1 :]) + "\n"
        yield "\n".join(lines[:number]) + "\n"
    for start, end in words:
        for junk in chance.sample(JUNK, junk_a_word):
            yield valid[:start] + junk + valid[end:]
        yield valid[:start] + valid[start + 1 : end][::-1] + valid[end:]
    for junk in JUNK:
        yield junk
        place = chance.randrange(len(valid))
        yield valid[:place] + junk + valid[place:]
    for _ in range(200):
        place = chance.randrange(len(valid))
        yield valid[:place] + valid[place + chance.randrange(1, 4) :]
    for _ in range(100):
        one, two = sorted(chance.sample(words, 2))
        yield valid[: one[0]] + valid[slice(*two)] + valid[one[1] : two[0]] + valid[slice(*one)] + valid[two[1] :]


WHOLE = EVERYTHING.read_text(encoding="utf-8")
MUTATIONS = tuple(dict.fromkeys(mutations(VALID, 4)))
FURTHER = tuple(dict.fromkeys(mutations(WHOLE, 1)))


@pytest.fixture(autouse=True)
def included_files_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(EVERYTHING.parent)


def test_there_are_many_mutations() -> None:
    assert len(MUTATIONS) > 900 and len(FURTHER) > 900


@pytest.mark.parametrize("valid", [VALID, WHOLE], ids=["valid", "everything"])
def test_the_schema_that_is_mutated_has_no_problems(valid: str) -> None:
    assert checked(valid).problems == ()


@pytest.mark.parametrize("texts", [MUTATIONS, FURTHER], ids=["valid", "everything"])
@pytest.mark.parametrize("part", range(8))
def test_a_mutation_never_ends_in_a_traceback_and_always_has_a_position(part: int, texts: tuple[str, ...]) -> None:
    broken = 0
    for text in texts[part::8]:
        outcome = checked(text)
        broken += has_errors(outcome.problems)
        check_shown(outcome, text)
    assert broken > len(texts) / 8 / 2


def test_an_included_file_is_mutated_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(EVERYTHING.parent / "cells.yaml", tmp_path)
    for text in mutations((EVERYTHING.parent / "battery.yaml").read_text(encoding="utf-8"), 1):
        Path("battery.yaml").write_bytes(text.encode("utf-8", "surrogatepass"))
        check_shown(checked(WHOLE), WHOLE)


def check_shown(outcome: Outcome[Model], text: str) -> None:
    assert outcome.problems or outcome.product is not None, text
    lines = re.split("\r\n|[\n\r\x85\u2028\u2029]", text)
    for problem in outcome.problems:
        for span in (problem.span, *(note.span for note in problem.notes)):
            if span.start.file != "metrics.yaml":
                continue  # an included file
            assert span.start.line <= len(lines), text
            assert span.text == lines[span.start.line - 1], text
            assert 1 <= span.start.column <= len(span.text) + 1, text
        assert problem.help and problem.message, text
    rendered = render_problems(outcome.problems)
    heads = [line for line in rendered.splitlines() if re.match(r"[a-z]+\.yaml:", line)]
    assert all(LINE.fullmatch(line) for line in heads), rendered
    assert len([line for line in heads if ": note: " not in line]) == len(set(outcome.problems))
