"""Lines are broken where they are too long, and nothing but their white space changes."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from differential import random_schema
from prometheus_express.cpp.layout import LINE, laid_out
from prometheus_express.cpp.text import page_literal
from prometheus_express.pipeline import Options, run
from schemas import DEFINITIONS, EVERYTHING

A, B, C = "first_value" * 4, "second_value" * 4, "third_value" * 4


def words(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize(
    ("line", "broken"),
    [
        (f"  return {A};", [f"  return {A};"]),
        (f"  return {A} * {B} + {C};", [f"  return {A} * {B}", f"      + {C};"]),
        (f"  return ({A} + {B}) * {C};", [f"  return ({A} + {B})", f"      * {C};"]),
        (f"call({A}, {B}, {C});", [f"call({A}, {B},", f"    {C});"]),
        (f"  const auto x = outer(inner({A} + {B} + {C}));", ["  const auto x = outer(", f"      inner({A} + {B}", f"        + {C}));"]),
        (f"  px::Family<px::Gauge<{A}>, {B}, {C}> x;", [f"  px::Family<px::Gauge<{A}>, {B},", f"      {C}> x;"]),
        (f"    /// {A} {B} {C}", [f"    /// {A} {B}", f"    /// {C}"]),
        (f"      {A} = {B};  // what it is: {A}", [f"      // what it is: {A}", f"      {A} = {B};"]),
        (f"  {A * 3} = {B};", [f"  {A * 3} =", f"      {B};"]),
        (f'#include "{A}{B}{C}.hpp"', [f'#include "{A}{B}{C}.hpp"']),
    ],
)
def test_a_line_is_broken_at_its_outermost_and_weakest_operator(line: str, broken: list[str]) -> None:
    assert laid_out(f"{line}\n").splitlines() == broken


def test_a_line_of_120_bytes_is_not_broken_and_one_more_is() -> None:
    line = f"  f({'a' * 60}, {'b' * 52});"
    assert len(line) == 120 and laid_out(line) == line
    assert laid_out(line.replace("aa", "aaa", 1)).count("\n") == 1
    assert laid_out(line.replace("aa", "a\u00e4", 1)).count("\n") == 1  # two bytes


def test_a_colon_is_an_operator_only_behind_its_question_mark() -> None:
    enumerators = ", ".join(f"enumerator_{number}" for number in range(20))
    first = laid_out(f"enum class Sensor : std::uint8_t {{ {enumerators} }};").splitlines()[0]
    assert first.startswith("enum class Sensor : std::uint8_t { enumerator_0, ")
    chosen = laid_out(f"  return {A} == 0 ? {B} : {C};").splitlines()
    assert chosen == [f"  return {A} == 0", f"      ? {B} : {C};"]


def test_the_text_of_a_page_stays_as_it_is() -> None:
    text = f'constexpr char x[] = R"(# HELP x {A} {B} {C}\nx{{a="{A}, {B}, {C}"}} @\n)";\n'
    assert laid_out(text) == text


def test_a_text_that_no_line_can_hold_is_cut_between_its_characters() -> None:
    text = "\\303\\244\\\\ \\\"" * 30
    broken = laid_out(f'{{"a", "{text}"}};')
    assert max(map(len, broken.splitlines())) <= LINE
    assert "(" in broken and "".join(re.findall('"((?:\\\\.|[^"\\\\])*)"', broken)) == f"a{text}"
    assert all(re.fullmatch(r"(?:\\[0-7]{3}|\\[\\\"]|[^\\])*", piece) for piece in re.findall('"((?:\\\\.|[^"\\\\])*)"', broken))


@pytest.mark.parametrize("help", ["word " * 60, "\u6e29\u5ea6 " * 40, "x" * 400, 'a )" b ' * 30])
def test_a_help_line_is_broken_and_the_text_is_the_same(help: str) -> None:
    page = f"# HELP x {help}\n# TYPE x gauge\nx{{of=\"{'y' * 200}\"}} @\n"
    literal = page_literal(page, 40)
    lines = literal.splitlines()
    assert all(len(line.encode()) <= LINE for line in lines if not line.startswith("x{")), lines
    delimiter = re.findall(r'R"(_*)\(', literal)[0]
    pieces = re.findall(rf'R"{delimiter}\((.*?)\){delimiter}"', literal, re.DOTALL)
    assert "".join(pieces) == page


def expression(chance: random.Random, depth: int) -> str:
    if depth == 0:
        return chance.choice(["code_", "Real(0.00235)", "px::sensors::power<2>(t<Real>())", "table[static_cast<std::size_t>(x)]", '"a, b + c"'])
    left, right = expression(chance, depth - 1), expression(chance, depth - 1)
    form = chance.choice(["{0} + {1}", "({0} - {1}) * 2", "f<std::int64_t>({0}, {1})", "{0} != 0 ? {1} : {0}", "{{{0}, {1}}}", "!({0} && {1})"])
    return form.format(left, right)


@pytest.mark.parametrize("seed", range(30))
def test_any_expression_keeps_its_words_in_lines_of_120_columns(seed: int) -> None:
    chance = random.Random(seed)
    line = f"      wait({expression(chance, chance.randrange(1, 9))}, {seed});"
    broken = laid_out(line)
    assert words(broken) == words(line)
    assert max(map(len, broken.splitlines())) <= LINE
    assert broken.count('"a, b + c"') == line.count('"a, b + c"')


def too_long(texts: dict[str, str]) -> list[str]:
    """Lines of the files that are longer than they may be: not samples of a page's text."""
    found = []
    for text in texts.values():
        inside = False
        for line in text.splitlines():
            sample = inside and not line.startswith("#")
            for mark in re.findall(r'R"_*\(|\)_*"', line):
                inside = mark.startswith("R")
            quoted_sample = re.fullmatch(r' *"(?!# )(?:\\.|[^"\\])*\\n"(?:\)?;)?', line)  # a page that cannot be a raw text
            if len(line.encode()) > LINE and not sample and not quoted_sample:
                found.append(line)
    return found


@pytest.mark.parametrize("seed", range(20))
def test_no_random_schema_makes_a_longer_line(seed: int, tmp_path: Path) -> None:
    schema = tmp_path / "metrics.yaml"
    schema.write_text(random_schema.make(f"layout {seed}", "app").text(), encoding="utf-8")
    outcome = run(schema)
    assert outcome.product and too_long(outcome.product) == []


def test_the_schema_with_everything_makes_no_longer_line() -> None:
    outcome = run(EVERYTHING, Options(DEFINITIONS))
    assert outcome.product and too_long(outcome.product) == []


def test_the_last_line_of_a_text_of_several_is_no_argument_of_the_one_before() -> None:
    laid = laid_out('constexpr char text[] =\n    "first\\n"\n    "' + "x" * 200 + '\\n";\n')
    assert "(" not in laid and laid.rstrip().endswith('";')
