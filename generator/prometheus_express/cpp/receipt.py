"""What an application takes of its device, as its header says it. The compiler holds each of these numbers."""

from __future__ import annotations

from collections.abc import Iterator

from ..ir import Firmware, Page
from .enums import Enums
from .text import Row, in_comment
from .types import identifier, member_type

_CONNECTION_BYTES = 256  # a connection at most, beside its buffers: http/connection.hpp holds itself to it
_INPUT_BUFFER = 64  # as http::Limits has it


def receipt(firmware: Firmware) -> list[str]:
    first, http = firmware.pages[0], connection(firmware)
    return [
        f"//   series   {_series(first)} in {len(first.expositions)} families",
        f"//   cells    {firmware.cells} bytes of RAM",
        f"//   http     at most {http['bytes']} bytes of RAM for each of {http['count']} connections on a 32-bit device",
        f"//   tables   {_flash(firmware)} bytes of flash on a 32-bit device, the pages' text included",
        *(f"//   page     at most {page.largest} bytes on {in_comment(page.path)}" for page in firmware.pages),
    ]


def connection(firmware: Firmware) -> Row:
    """Bytes of a connection on a 32-bit device at most, as a number and as the sum that it is."""
    limits = firmware.limits
    buffers = limits.stored_bytes + limits.body + limits.output_buffer + limits.snapshot
    return {
        "sum": f"{_CONNECTION_BYTES} + limits.input_buffer + limits.stored_bytes + limits.body + limits.output_buffer + limits.snapshot",
        "bytes": _CONNECTION_BYTES + _INPUT_BUFFER + buffers,
        "count": limits.connections,
    }


def figures(firmware: Firmware) -> Iterator[str]:
    """What the compiler counts of the receipt beside the largest pages: conditions that hold in the generated source file."""
    first = firmware.pages[0]
    yield f"std::size({page_table(first)}) == {len(first.expositions)}"
    yield f"px::series_of({page_table(first)}) == {_series(first)}"
    yield f"{' + '.join(f'px::flash_of({page_table(page)})' for page in firmware.pages)} == {_flash(firmware)}"
    # Of each type once: another of it takes the compiler's time, and no more memory.
    closed = Enums(firmware).type
    members = {member_type(family, firmware, closed): f"decltype(Metrics::{identifier(family)})" for family in firmware.families if family.place}
    if members:
        yield f"px::largest_snapshot<{', '.join(members.values())}>() == snapshot_bytes"


def page_table(page: Page) -> str:
    """The table of a page's families in the generated source file."""
    return f"{page.registry}_families"


def _series(page: Page) -> int:
    return sum(len(exposition.samples) * exposition.family.places for exposition in page.expositions)


def _flash(firmware: Firmware) -> int:
    """Bytes of all pages' text and tables on a 32-bit device."""
    return sum(page.literals + page.tables for page in firmware.pages)
