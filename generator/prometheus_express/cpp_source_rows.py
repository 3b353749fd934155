"""Rows of the generated source file: each string stands in it as it is."""

from __future__ import annotations

from . import exposition_text
from .cpp_header_rows import Row, banner, page_name
from .cpp_text import page_literal
from .ir import Family, Firmware, Page


def source_rows(firmware: Firmware) -> Row:
    return {
        "banner": banner(firmware),
        "application": firmware.application,
        "families": [_family(family) for family in firmware.families],
        "pages": [_page(page) for page in firmware.pages],
    }


def _family(family: Family) -> Row:
    blocks = list(exposition_text.blocks(family))
    numbers = [f"_{number}" for number in range(len(blocks))] if len(blocks) > 1 else [""]
    rows = [
        {
            "text": f"{family.identifier}_text{number}",
            "stops": f"{family.identifier}_stops{number}",
            "literal": page_literal(text),
            "lines": lines,
        }
        for number, (text, lines) in zip(numbers, blocks)
    ]
    return {
        "blocks": rows,
        "name": family.identifier,
        "entries": ", ".join(f"{{{row['text']}, {row['stops']}}}" for row in rows),
    }


def _page(page: Page) -> Row:
    rows, first = [], 0
    for family in page.families:
        last = first + len(family.series) - 1
        rows.append(f"{_page_family(family)}  // {first}" + (f" to {last}" if last > first else ""))
        first = last + 1
    return {
        "name": page_name(page),
        "table": f"{page.registry}_families",
        "rows": rows,
        "sizes": " +\n              ".join(
            f"px::largest_text({family.identifier}_blocks, {family.value.longest_text})" for family in page.families
        ),
        "largest": page.largest,
    }


def _page_family(family: Family) -> str:
    blocks = f"{family.identifier}_blocks"
    if family.cells is None:
        return f"{{{blocks}, nullptr, {family.function}}},"
    member = f"Metrics::{family.identifier}"
    return f"{{{blocks}, &px::read_series<decltype({member})>, offsetof(Metrics, {family.identifier})}},"
