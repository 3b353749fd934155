"""Reads the settings of a device."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from typing import Optional

from ..document.nodes import Entry, Mapping, Scalar, Sequence
from ..document.structure import NUMBER, as_integer
from ..expression.term import Kind, Range, Term
from ..names.text import Text
from ..problems.problem import Problem
from .model import Setting

LARGEST = 2**31 - 1


def read_settings(entries: Iterable[Entry], problems: list[Problem]) -> dict[str, Setting]:
    return {entry.key.text: _setting(entry, problems) for entry in entries}


def _setting(entry: Entry, problems: list[Problem]) -> Setting:
    node = entry.value
    assert isinstance(node, Mapping)

    def word(key: str, default: str = "") -> str:
        value = node.get(key) if isinstance(node, Mapping) else None
        return value.text if isinstance(value, Scalar) else default

    listed = node.get("choices")
    choices = tuple(item.text for item in listed.items if isinstance(item, Scalar)) if isinstance(listed, Sequence) else ()
    if word("default") in ("true", "false") and not choices:
        choices = ("false", "true")
    numeric = bool(choices) and all(NUMBER.fullmatch(choice) for choice in choices)
    decimals_node = node.get("decimals")
    decimals = as_integer(decimals_node) if isinstance(decimals_node, Scalar) else 0
    end = Fraction(LARGEST, 10**decimals)
    setting = Setting(
        name=Text(entry.key.text, entry.key.span),
        help=word("help"),
        unit=word("unit"),
        choices=choices,
        numbers=tuple(Fraction(choice) for choice in choices) if numeric else (),
        minimum=Fraction(word("minimum")) if word("minimum") else -end,
        maximum=Fraction(word("maximum")) if word("maximum") else end,
        decimals=decimals,
        default=word("default"),
    )
    default = node.get("default")
    wrong = why_not(setting, setting.default)
    if wrong and default is not None:
        problems.append(Problem("unfit-default", f"the default of `{setting.name}` {wrong}", default.span, "correct it"))
    for key, bound in (("minimum", setting.minimum), ("maximum", setting.maximum)):
        written = node.get(key)
        if written is not None and abs(bound) > end:
            message = f"with {decimals} decimals, `{setting.name}` reaches {float(end):g} at most"
            problems.append(Problem("setting-too-large", message, written.span, "bound it, or take fewer decimals"))
    return setting


def why_not(setting: Setting, written: str) -> str:
    """What is wrong with a value of a setting, or an empty text."""
    if setting.choices:
        return "" if choice_index(setting, written) is not None else "is none of its choices"
    if not NUMBER.fullmatch(written):
        return "is no number"
    value = Fraction(written)
    if not setting.minimum <= value <= setting.maximum:
        return "is out of its range"
    return "" if (value * 10**setting.decimals).denominator == 1 else f"has more than {setting.decimals} decimals"


def choice_index(setting: Setting, written: str) -> Optional[int]:
    """Numbers are compared as numbers: 0.50 is the choice 0.5."""
    if written in setting.choices:
        return setting.choices.index(written)
    if setting.numbers and re.fullmatch(NUMBER, written) and Fraction(written) in setting.numbers:
        return setting.numbers.index(Fraction(written))
    return None


def setting_term(setting: Setting) -> Term:
    """What its name stands for in a formula."""
    name = setting.name.value
    if setting.is_truth:
        return Term("setting", Kind.TRUTH, None, name=name)
    if setting.choices and not setting.numbers:
        return Term("setting", Kind.CHOICE, None, name=name)
    if setting.choices:
        whole = all(number.denominator == 1 for number in setting.numbers)
        bounds = Range(min(setting.numbers), max(setting.numbers))
        return Term("setting", Kind.INTEGER if whole else Kind.REAL, bounds, name=name)
    return Term("setting", Kind.REAL if setting.decimals else Kind.INTEGER, Range(setting.minimum, setting.maximum), name=name)
