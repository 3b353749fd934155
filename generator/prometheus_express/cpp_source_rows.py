"""Rows of the generated source file: each string stands in it as it is."""

from __future__ import annotations

from collections.abc import Iterator

from . import exposition_text
from .cpp_header_rows import Row, banner, page_name, page_type, wrapped
from .cpp_receipt import flash, series
from .cpp_text import page_literal
from .ir import BootLabel, Exposition, Family, Firmware, Page

_READER_HEADERS = {
    "read_open": "read_open", "read_closed": "read_value", "read_info": "read_value", "read_one": "read_value",
    "read_counts": "read_value",
}  # fmt: skip


def source_rows(firmware: Firmware) -> Row:
    counting = [family.identifier for family in firmware.families if family.counts_refusals]
    return {
        "banner": banner(firmware),
        "application": firmware.application,
        "headers": _headers(firmware),
        "boot_labels": [_boot_label(number, label) for number, label in enumerate(firmware.boot_labels)],
        "holes": _all_holes(firmware),
        "refusals": " + ".join(f"cells.{name}.refused(why)" for name in counting) or "std::uint32_t{0}",
        "reads_refusals": any("read_refusals" in family.reader for family in firmware.families),
        "families": [_exposition(_prefix(page, number), e) for number, page in enumerate(firmware.pages) for e in page.expositions],
        "pages": [_page(_prefix(page, number), page) for number, page in enumerate(firmware.pages)],
        "figures": list(_figures(firmware)),
    }


def _figures(firmware: Firmware) -> Iterator[str]:
    """What the compiler counts of the receipt beside the largest pages."""
    first = firmware.pages[0]
    yield f"std::size({_table(first)}) == {len(first.expositions)}"
    yield f"px::series_of({_table(first)}) == {series(first)}"
    yield f"{' + '.join(f'px::flash_of({_table(page)})' for page in firmware.pages)} == {flash(firmware)}"
    types = {family.member.cpp_type: f"decltype(Metrics::{family.identifier})" for family in firmware.families if family.member}
    if types:
        yield f"px::largest_snapshot<{wrapped(types.values())}>() == snapshot_bytes"


def _table(page: Page) -> str:
    return f"{page.registry}_families"


def _headers(firmware: Firmware) -> list[str]:
    needed = {_READER_HEADERS[family.reader] for family in firmware.families if family.reader in _READER_HEADERS}
    if any(family.holes for family in firmware.families):
        needed.add("renderer")
    return [f"<prometheus_express/exposition/{header}.hpp>" for header in sorted(needed)]


def _prefix(page: Page, number: int) -> str:
    """Tells the tables of further pages from those of the first."""
    return f"{page.registry}_page_" if number else ""


def _boot_label(number: int, label: BootLabel) -> str:
    return f"case {number}: return labels.{label.identifier}.view();"


_CONSTANT_HOLES = "constant_label_holes"  # of families whose own labels are all known at build time


def _holes_name(family: Family) -> str:
    own = any(not hole.constant for hole in family.holes)
    return f"{family.identifier}_holes" if own else _CONSTANT_HOLES if family.holes else ""


def _all_holes(firmware: Firmware) -> list[Row]:
    by_name = {_holes_name(family): family for family in firmware.families if family.holes}
    return [_holes(name, family) for name, family in by_name.items()]


def _holes(name: str, family: Family) -> Row:
    """How the texts of a family's holes are found: its own ones come first, then those of constant labels."""
    own = sum(not hole.constant for hole in family.holes)
    text = f"px::open_text<decltype(Metrics::{family.identifier})>(snapshot, hole)"
    if family.reader == "read_info":
        text = f"static_cast<const Metrics*>(source.metrics)->{family.identifier}.text(hole)"
    body = [f"if (hole < {own}) {{ return {text}; }}", f"return constant_label(source, hole - {own});"]
    if own == len(family.holes):
        body = [f"return {text};"]
    elif not own:
        body = ["return constant_label(source, hole);"]
    parameters = (("const px::Source&", "source"), ("px::Snapshot", "snapshot"), ("std::size_t", "hole"))
    used = {"hole"} | ({"source"} if own < len(family.holes) or family.reader == "read_info" else set())
    used |= {"snapshot"} if own and family.reader != "read_info" else set()
    return {
        "name": name,
        "count": len(family.holes),
        "parameters": ", ".join(f"{type_} {name}" if name in used else type_ for type_, name in parameters),
        "body": body,
    }


def _exposition(prefix: str, exposition: Exposition) -> Row:
    blocks = list(exposition_text.blocks(exposition))
    name = prefix + exposition.family.identifier
    numbers = [f"_{number}" for number in range(len(blocks))] if len(blocks) > 1 else [""]
    holes = len(exposition.family.holes)
    rows = [
        {
            "text": f"{name}_text{number}",
            "stops": f"{name}_stops{number}",
            "literal": page_literal(block.text),
            "arguments": f"{block.lines}, {holes}" if holes else f"{block.lines}",
        }
        for number, block in zip(numbers, blocks)
    ]
    return {
        "blocks": rows,
        "name": f"{name}_blocks",
        "entries": ", ".join(f"{{{row['text']}, {row['stops']}}}" for row in rows),
    }


def _page(prefix: str, page: Page) -> Row:
    rows, sizes, first = [], [], 0
    for exposition in page.expositions:
        last = first + len(exposition.lines) * exposition.family.places - 1
        rows.append(f"{_page_family(prefix, exposition.family)},  // {first}" + (f" to {last}" if last > first else ""))
        values, texts = exposition_text.longest_values(exposition), exposition_text.longest_holes(exposition)
        sizes.append(f"{{{values}, {texts}}}" if texts else f"{{{values}}}")
        first = last + 1
    return {
        "name": page_name(page),
        "type": page_type(page),
        "initializer": _table(page) if page_type(page) == "Page" else f"{{{_table(page)}}}",
        "table": _table(page),
        "rows": rows,
        "longest": f"{page.registry}_longest",
        "sizes": wrapped(sizes),
        "largest": page.largest,
    }


def _page_family(prefix: str, family: Family) -> str:
    reader, source = f"px::{family.reader}", "0"
    if family.function is not None:
        reader, source = "nullptr", str(family.function)
    elif family.member:
        reader = f"px::{family.reader}<decltype(Metrics::{family.identifier})>"
        source = f"offsetof(Metrics, {family.identifier})"
    elif "read_refusals" in family.reader:
        reader = family.reader
    extra = [str(family.lines_per_child), str(family.places), f"&{_holes_name(family)}" if family.holes else "nullptr"]
    while extra and extra[-1] == ("1", "1", "nullptr")[len(extra) - 1]:
        extra.pop()
    return f"{{{', '.join((f'{prefix}{family.identifier}_blocks', reader, source, *extra))}}}"
