"""Lines are broken where they are too long, and nothing but their white space changes."""

from __future__ import annotations

import random
import re

import pytest
from prometheus_express.cpp.layout import LINE, laid_out
from prometheus_express.cpp.text import page_literal

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
