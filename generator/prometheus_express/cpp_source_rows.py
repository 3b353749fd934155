"""Rows of the generated source file: each string stands in it as it is."""

from __future__ import annotations

from . import exposition_text
from .cpp_header_rows import Row, banner, page_name
from .cpp_text import page_literal
from .ir import BootLabel, Exposition, Family, Firmware, Page


def source_rows(firmware: Firmware) -> Row:
    return {
        "banner": banner(firmware),
        "application": firmware.application,
        "headers": _headers(firmware),
        "boot_labels": [_boot_label(number, label) for number, label in enumerate(firmware.boot_labels)],
        "holes": [_holes(family) for family in firmware.families if family.holes],
        "readers": [_reader(family) for family in firmware.families if family.reader == "refused_updates"],
        "families": [_exposition(page, number, e) for number, page in enumerate(firmware.pages) for e in page.expositions],
        "pages": [_page(number, page) for number, page in enumerate(firmware.pages)],
    }


def _headers(firmware: Firmware) -> list[str]:
    readers = {family.reader for family in firmware.families}
    holes = any(family.holes for family in firmware.families)
    chosen = {
        "exposition/label_text.hpp": holes,
        "exposition/read_open.hpp": "read_open" in readers,
        "exposition/read_value.hpp": readers != {"read_open"},
    }
    return [f"<prometheus_express/{header}>" for header, needed in chosen.items() if needed]


def _boot_label(number: int, label: BootLabel) -> str:
    return f"case {number}: return labels.{label.identifier}.view();"
