"""However a schema is broken, there is never a traceback, and always a position in the file and a proposal."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

import pytest
from prometheus_express.diagnostics import Outcome, has_errors, render_problems
from prometheus_express.model import Model
from schemas import VALID, checked

SEED = 20240607
LINE = re.compile(r"metrics\.yaml:([1-9][0-9]*):([1-9][0-9]*): (error|note)(\[[a-z0-9-]+\])?: .+")
JUNK = (
    "", "~", "[]", "{}", "[[]]", "{a: {b: c}}", "- x", "'", '"', "*a", "&a", "!!int 3", "<<: {}", "\t", "null", "-1",
    "1e999", "0x", "99999999999999999999999", "9" * 5000, "yes", "°C", "温度", "a b", "a\\b", "%", "@", "`", "?", ": ",
    "#", "|", ">", "---", "...", "\u2028", "\x85", "\x00", "\ud800", "\ufeff", '"\\ud800"', '"\\x"', "{{", "}}", "][",
    "decimal(99)", "decimal()", "__x", "le", "class", "std", "/", "512", "0s", "histogram", "function.x", "[a, a]",
)  # fmt: skip
MAPPED_LINE = re.compile(r"^(\s*)([a-z_]+):(.*)$")


def mutations() -> Iterator[str]:
    """Lines deleted, repeated, swapped and indented; words replaced by junk; keys misspelt; characters lost."""
    chance = random.Random(SEED)
    lines = VALID.splitlines()
    words = [match.span() for match in re.finditer(r"[A-Za-z0-9_/()'\"]+", VALID)]
    for number in range(len(lines)):
        yield "\n".join(lines[:number] + lines[number + 1 :]) + "\n"
        yield "\n".join(lines[: number + 1] + lines[number:]) + "\n"
        yield "\n".join(lines[:number] + ["  " + lines[number]] + lines[number + 1 :]) + "\n"
        yield "\n".join(lines[:number]) + "\n"
    for start, end in words:
        for junk in chance.sample(JUNK, 4):
            yield VALID[:start] + junk + VALID[end:]
        yield VALID[:start] + VALID[start + 1 : end][::-1] + VALID[end:]
    for junk in JUNK:
        yield junk
        place = chance.randrange(len(VALID))
        yield VALID[:place] + junk + VALID[place:]
    for _ in range(200):
        place = chance.randrange(len(VALID))
        yield VALID[:place] + VALID[place + chance.randrange(1, 4) :]
    for _ in range(100):
        one, two = sorted(chance.sample(words, 2))
        yield VALID[: one[0]] + VALID[slice(*two)] + VALID[one[1] : two[0]] + VALID[slice(*one)] + VALID[two[1] :]


MUTATIONS = tuple(dict.fromkeys(mutations()))


def test_there_are_many_mutations() -> None:
    assert len(MUTATIONS) > 900


def test_the_schema_that_is_mutated_has_no_problems() -> None:
    assert checked(VALID).problems == ()


@pytest.mark.parametrize("part", range(8))
def test_a_mutation_never_ends_in_a_traceback_and_always_has_a_position(part: int) -> None:
    broken = 0
    for text in MUTATIONS[part::8]:
        outcome = checked(text)
        broken += has_errors(outcome.problems)
        check_shown(outcome, text)
    assert broken > len(MUTATIONS) / 8 / 2


def check_shown(outcome: Outcome[Model], text: str) -> None:
    assert outcome.problems or outcome.product is not None, text
    lines = re.split("\r\n|[\n\r\x85\u2028\u2029]", text)
    for problem in outcome.problems:
        for span in (problem.span, *(note.span for note in problem.notes)):
            assert span.start.line <= len(lines), text
            assert span.text == lines[span.start.line - 1], text
            assert 1 <= span.start.column <= len(span.text) + 1, text
        assert problem.help and problem.message, text
    rendered = render_problems(outcome.problems)
    heads = [line for line in rendered.splitlines() if line.startswith("metrics.yaml:")]
    assert all(LINE.fullmatch(line) for line in heads), rendered
    assert len([line for line in heads if ": error[" in line]) == len(set(outcome.problems))
