"""Rows of the generated source file: each string stands in it as it is."""

from __future__ import annotations

from ..ir import Asked, Exposition, Family, FamilyText, Firmware, MetricType, Page, Refusals
from ..names.cpp import member
from .header import banner, page_name, page_type
from .receipt import figures, page_table
from .text import Row, page_literal
from .types import identifier, reader, reader_headers


def source_rows(firmware: Firmware) -> Row:
    counting = [identifier(family) for family in firmware.families if family.counts_refusals]
    return {
        "banner": banner(firmware),
        "application": firmware.application,
        "headers": _headers(firmware),
        "boot_labels": [
            f"case {number}: return labels.{member(label.name)}.view();" for number, label in enumerate(firmware.boot_labels)
        ],
        "holes": _all_holes(firmware),
        "refusals": " + ".join(f"cells.{name}.refused(why)" for name in counting) or "std::uint32_t{0}",
        "reads_refusals": any(isinstance(family.origin, Refusals) for family in firmware.families),
        "families": [
            _family_text(_prefix(page, number) + identifier(exposition.family), exposition.family, text)
            for number, page in enumerate(firmware.pages)
            for exposition, text in zip(page.expositions, page.text.families)
        ],
        "pages": [_page(_prefix(page, number), page) for number, page in enumerate(firmware.pages)],
        "figures": list(figures(firmware)),
    }


def _headers(firmware: Firmware) -> list[str]:
    needed = reader_headers(firmware.families)
    if any(family.holes for family in firmware.families):
        needed.add("exposition/renderer.hpp")
    return [f"<prometheus_express/{header}>" for header in sorted(needed)]


def _prefix(page: Page, number: int) -> str:
    """Tells the tables of further pages from those of the first."""
    return f"{page.registry}_page_" if number else ""


_CONSTANT_HOLES = "constant_label_holes"  # of families whose own labels are all known at build time


def _holes_name(family: Family) -> str:
    own = any(not hole.constant for hole in family.holes)
    return f"{identifier(family)}_holes" if own else _CONSTANT_HOLES if family.holes else ""


def _all_holes(firmware: Firmware) -> list[Row]:
    by_name = {_holes_name(family): family for family in firmware.families if family.holes}
    return [_holes(name, family) for name, family in by_name.items()]


def _holes(name: str, family: Family) -> Row:
    """How the texts of a family's holes are found: its own ones come first, then those of constant labels."""
    own, is_info = sum(not hole.constant for hole in family.holes), family.type is MetricType.INFO
    text = f"px::open_text<decltype(Metrics::{identifier(family)})>(snapshot, hole)"
    if is_info:
        text = f"static_cast<const Metrics*>(source.metrics)->{identifier(family)}.text(hole)"
    body = [f"if (hole < {own}) {{ return {text}; }}", f"return constant_label(source, hole - {own});"]
    if own == len(family.holes):
        body = [f"return {text};"]
    elif not own:
        body = ["return constant_label(source, hole);"]
    parameters = (("const px::Source&", "source"), ("px::Snapshot", "snapshot"), ("std::size_t", "hole"))
    used = {"hole"} | ({"source"} if own < len(family.holes) or is_info else set())
    used |= {"snapshot"} if own and not is_info else set()
    return {
        "name": name,
        "count": len(family.holes),
        "parameters": ", ".join(f"{type_} {name}" if name in used else type_ for type_, name in parameters),
        "body": body,
    }


def _family_text(name: str, family: Family, text: FamilyText) -> Row:
    numbers = [f"_{number}" for number in range(len(text.blocks))] if len(text.blocks) > 1 else [""]
    holes = len(family.holes)
    rows = [
        {
            "text": f"{name}_text{number}",
            "stops": f"{name}_stops{number}",
            "literal": _initializer(f"{name}_text{number}", block.text),
            "arguments": f"{block.samples}, {holes}" if holes else f"{block.samples}",
        }
        for number, block in zip(numbers, text.blocks)
    ]
    return {
        "blocks": rows,
        "name": f"{name}_blocks",
        "entries": ", ".join(f"{{{row['text']}, {row['stops']}}}" for row in rows),
    }


def _initializer(name: str, text: str) -> str:
    """What stands behind the `=` of a page's text."""
    literal = page_literal(text, len(f"constexpr char {name}[] = "))
    return literal if literal.startswith("\n") else f" {literal}"


def _page(prefix: str, page: Page) -> Row:
    rows, sizes, first = [], [], 0
    for exposition, text in zip(page.expositions, page.text.families):
        last = first + _lines(exposition) - 1
        rows.append(f"{_page_family(prefix, exposition.family)},  // {first}" + (f" to {last}" if last > first else ""))
        sizes.append(f"{{{text.longest_values}, {text.longest_holes}}}" if text.longest_holes else f"{{{text.longest_values}}}")
        first = last + 1
    return {
        "name": page_name(page),
        "type": page_type(page),
        "initializer": page_table(page) if page_type(page) == "Page" else f"{{{page_table(page)}}}",
        "table": page_table(page),
        "rows": rows,
        "longest": f"{page.registry}_longest",
        "sizes": ", ".join(sizes),
        "largest": page.largest,
    }


def _lines(exposition: Exposition) -> int:
    return len(exposition.samples) * exposition.family.places


def _page_family(prefix: str, family: Family) -> str:
    name, origin = identifier(family), family.origin
    function, source = f"px::{reader(family)}", "0"
    if isinstance(origin, Asked):
        function, source = "nullptr", str(origin.number)
    elif isinstance(origin, Refusals):
        function = f"read_refusals<px::Refusal::{origin.kinds[0]}>"
    elif family.place:
        function += f"<decltype(Metrics::{name})>"
        source = f"offsetof(Metrics, {name})"
    extra = [str(family.lines), str(family.places), f"&{_holes_name(family)}" if family.holes else "nullptr"]
    while extra and extra[-1] == ("1", "1", "nullptr")[len(extra) - 1]:
        extra.pop()
    return f"{{{', '.join((f'{prefix}{name}_blocks', function, source, *extra))}}}"
