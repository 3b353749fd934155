"""Texts as C++ spells them; the compilers' own reading of them is in tests/differential."""

import pytest

from prometheus_express.cpp.text import comment, page_literal, quoted


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        ("GET", '"GET"'),
        ('a "b" \\ c\n', '"a \\"b\\" \\\\ c\\n"'),
        ("\x01" + "1", '"\\0011"'),
        ("caf\u00e9", '"caf\u00e9"'),
        ("\ufeff", '"\\357\\273\\277"'),
    ],
)
def test_text_is_quoted(text: str, literal: str) -> None:
    assert quoted(text) == literal


@pytest.mark.parametrize("text", ["??/", "???/", "a??(??)", "????="])
def test_literals_hold_no_trigraph_of_which_compilers_warn(text: str) -> None:
    assert "??" not in quoted(text)
    assert quoted(text).replace("\\?", "?") == f'"{text}"'


def test_comment_never_ends_in_what_continues_its_line() -> None:
    assert comment("a back\\", 80) == ("/// a back\\.",)
    assert comment("once a backslash ??/", 80) == ("/// once a backslash ??/.",)


@pytest.mark.parametrize("blanks", ["", " ", "  "])
def test_page_literal_has_no_line_that_ends_in_a_backslash(blanks: str) -> None:
    assert page_literal(f"# HELP x h\\\\{blanks}\nx @\n") == f'\n    "# HELP x h\\\\\\\\{blanks}\\n"\n    "x @\\n"'


def test_page_literal_finds_a_delimiter_that_the_text_does_not_hold() -> None:
    assert page_literal('a )" b\n') == 'R"_(a )" b\n)_"'
