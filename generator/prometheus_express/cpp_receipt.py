"""What an application takes of its device, as its header says it. The compiler holds each of these numbers."""

from __future__ import annotations

from typing import Any

from .cpp_text import in_comment
from .ir import Firmware, Page

_CONNECTION_BYTES = 256  # a connection at most, beside its buffers: http/connection.hpp holds itself to it
_INPUT_BUFFER = 64  # as http::Limits has it


def series(page: Page) -> int:
    return sum(len(exposition.lines) * exposition.family.places for exposition in page.expositions)


def flash(firmware: Firmware) -> int:
    """Bytes of all pages' text and tables on a 32-bit device."""
    return sum(page.text + page.tables for page in firmware.pages)


def connection(firmware: Firmware) -> dict[str, Any]:
    """Bytes of a connection on a 32-bit device at most, as a number and as the sum that it is."""
    limits = firmware.limits
    buffers = limits.stored_bytes + limits.body + limits.output_buffer + limits.snapshot
    return {
        "sum": f"{_CONNECTION_BYTES} + limits.input_buffer + limits.stored_bytes + limits.body + limits.output_buffer + limits.snapshot",
        "bytes": _CONNECTION_BYTES + _INPUT_BUFFER + buffers,
        "count": limits.connections,
    }


def receipt(firmware: Firmware) -> list[str]:
    first, http = firmware.pages[0], connection(firmware)
    return [
        f"//   series   {series(first)} in {len(first.expositions)} families",
        f"//   cells    {firmware.cells} bytes of RAM",
        f"//   http     at most {http['bytes']} bytes of RAM for each of {http['count']} connections on a 32-bit device",
        f"//   tables   {flash(firmware)} bytes of flash on a 32-bit device, the pages' text included",
        *(f"//   page     at most {page.largest} bytes on {in_comment(page.path)}" for page in firmware.pages),
    ]
