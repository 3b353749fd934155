"""What is said to have room for something has it, and for not a byte more: a block for its head, the output buffer for a page
behind the head of an answer."""

from __future__ import annotations

import re

import pytest
from prometheus_express.formats.text import MAX_BLOCK_BYTES
from prometheus_express.ir import Firmware
from prometheus_express.lower.firmware import lower
from schemas import CHECKOUT, HEAD, metrics, model_of

LINE = 'x{name="v1000"} @\n'


@pytest.mark.parametrize(("more", "lines"), [(0, 1000), (1, 999)])
def test_a_block_has_room_for_its_head(more: int, lines: int) -> None:
    room = MAX_BLOCK_BYTES - 1000 * len(LINE) - len("# HELP x \n# TYPE x gauge\n")
    values = ", ".join(f"v{number}" for number in range(1000, 2010))
    text = metrics(f"x: {{type: gauge, help: {'h' * (room + more)}, labels: {{name: [{values}]}}}}")
    (family,) = lower(model_of(text)).pages[0].text.families
    first, second = family.blocks
    assert (first.samples, second.samples) == (lines, 1010 - lines)
    assert len(first.text) == MAX_BLOCK_BYTES if not more else MAX_BLOCK_BYTES - len(LINE) < len(first.text) < MAX_BLOCK_BYTES


def firmware(http: str) -> Firmware:
    values = ", ".join(f"v{number}" for number in range(40))
    return lower(model_of(f"{HEAD}http: {http}\nmetrics:\n  x: {{type: gauge, help: X, labels: {{name: [{values}]}}}}\n"))


def heads() -> "dict[bool, int]":
    """The runtime's room for the head of an answer: with reason phrases and without."""
    texts = "".join(path.read_text(encoding="utf-8") for path in CHECKOUT.glob("runtime/include/prometheus_express/http/**/*.hpp"))
    (found,) = re.findall(r"largest_head_of_pages = parts\.phrases \? (\d+) : (\d+);", texts)
    return {True: int(found[0]), False: int(found[1])}


@pytest.mark.parametrize("phrases", [True, False])
def test_a_page_that_fits_the_output_buffer_needs_no_pieces(phrases: bool) -> None:
    http = f"{{reason_phrases: {str(phrases).lower()}, limits: {{output_buffer: %dB}}}}"
    enough = firmware(http % 4096).pages[0].largest + heads()[phrases]
    assert not firmware(http % enough).parts.pieces
    assert firmware(http % (enough - 1)).parts.pieces
