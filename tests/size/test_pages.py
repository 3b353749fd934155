"""The measured firmware renders the page that stands beside it, byte for byte as the same program on this machine."""

import subprocess
from pathlib import Path

import pytest

from harness import presets
from harness.presets import RUN_ON

HERE = Path(__file__).parent
PAGES = {file.parent.name: file.read_bytes() for file in HERE.glob("*/page.txt")}


def test_there_are_pages() -> None:
    assert {"one_counter", "weather_page"} <= set(PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_page_of_the_board_is_the_page_of_the_host(folder: Path, name: str) -> None:
    on_host = presets.build("host", *(f"size_{page}" for page in PAGES)) / "tests" / "size" / f"size_{name}"
    host = subprocess.run([on_host], check=True, capture_output=True).stdout
    board = subprocess.run([RUN_ON, folder / f"size_{name}.elf"], check=True, capture_output=True).stdout
    assert board == host
    # A status line without a reason phrase ends in a blank (RFC 9112, section 4), a file kept here in none.
    assert board.decode().replace("HTTP/1.1 200 \n", "HTTP/1.1 200\n") == PAGES[name].decode()
