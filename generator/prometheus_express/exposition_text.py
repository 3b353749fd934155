"""The text exposition format 0.0.4, with a mark where a value goes.

Source: https://prometheus.io/docs/instrumenting/exposition_formats/ ("Text format details").
"""

from __future__ import annotations

from typing import Iterator

from .ir import Family, Series

MARK = "@"  # as runtime/include/prometheus_express/exposition/page.hpp defines it
MAX_BLOCK_BYTES = 32768  # largest literal: compilers bound the loops of constant evaluation


def escape_help(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n")


def escape_label_value(text: str) -> str:
    return escape_help(text).replace('"', '\\"')


def head(family: Family) -> str:
    return f"# HELP {family.name} {escape_help(family.help)}\n# TYPE {family.name} {family.type}\n"


def line(family: Family, series: Series) -> str:
    labels = ",".join(f'{name}="{escape_label_value(value)}"' for name, value in series.labels)
    return f"{family.name}{{{labels}}} {MARK}\n" if labels else f"{family.name} {MARK}\n"


def blocks(family: Family) -> Iterator[tuple[str, int]]:
    """The family's text in pieces of at most MAX_BLOCK_BYTES, each with the number of its sample lines."""
    text, size, lines = head(family), len(head(family).encode()), 0
    for series in family.series:
        sample = line(family, series)
        sample_size = len(sample.encode())
        if lines and size + sample_size > MAX_BLOCK_BYTES:
            yield text, lines
            text, size, lines = "", 0, 0
        text, size, lines = text + sample, size + sample_size, lines + 1
    yield text, lines


def largest(family: Family) -> int:
    """Bytes of the family when every series is present with its longest value."""
    size = sum(len(text.encode()) for text, _ in blocks(family))
    return size + len(family.series) * (family.value.longest_text - len(MARK))
