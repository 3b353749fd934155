"""Example sparkline: what its display would show, as a picture and as text, is what its page says. The PNG is decoded with Python's zlib."""

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

from conftest import Programs
from harness import services
from harness.clients import direct
from harness.readers import values
from harness.services import Server
from harness.waiting import wait_until

WIDTH, HEIGHT, SCALE = 128, 64, 4
FLAT = 39  # the row of a temperature that does not change
AT_FOUR_IN_THE_AFTERNOON = ("--port", "0", "--pace", "0", "--hour", "16")  # 24 degrees


def read_png(file: bytes) -> "list[list[bool]]":
    """The rows of a picture of one bit a pixel, by the PNG specification: signature, chunks with their checksums, no filter."""
    assert file[:8] == b"\x89PNG\r\n\x1a\n"
    chunks, at = {}, 8
    while at < len(file):
        length, kind = struct.unpack_from(">I4s", file, at)
        data = file[at + 8 : at + 8 + length]
        assert struct.unpack_from(">I", file, at + 8 + length)[0] == zlib.crc32(kind + data), kind
        chunks[kind] = data
        at += 12 + length
    assert list(chunks) == [b"IHDR", b"IDAT", b"IEND"]
    assert chunks[b"IHDR"] == struct.pack(">IIBBBBB", WIDTH * SCALE, HEIGHT * SCALE, 1, 0, 0, 0, 0)
    rows, size = zlib.decompress(chunks[b"IDAT"]), 1 + WIDTH * SCALE // 8
    assert len(rows) == size * HEIGHT * SCALE and set(rows[::size]) == {0}
    bits = [f"{int.from_bytes(rows[row * size + 1 : (row + 1) * size], 'big'):0{WIDTH * SCALE}b}" for row in range(HEIGHT * SCALE)]
    for row, line in enumerate(bits):
        assert line == "".join(bit * SCALE for bit in line[::SCALE]), "each pixel is a square"
        assert line == bits[row // SCALE * SCALE]
    return [[bit == "1" for bit in line[::SCALE]] for line in bits[::SCALE]]


def lit(picture: "list[list[bool]]", column: int) -> list[int]:
    """The rows below the figures that shine."""
    return [row for row in range(8, HEIGHT) if picture[row][column]]


def test_the_picture_has_the_temperature_of_the_page(serve: Callable[..., Server], tmp_path: Path) -> None:
    file = tmp_path / "panel.png"
    server = serve("sparkline", *AT_FOUR_IN_THE_AFTERNOON, "--span", "8", "--panel", str(file))

    def picture() -> "list[list[bool]]":
        return read_png(file.read_bytes())

    wait_until(lambda: file.exists() and lit(picture(), 100) == [FLAT], "a line of two seconds")
    found = picture()
    assert all(lit(found, column) in ([], [FLAT]) for column in range(WIDTH))
    assert lit(found, 0) == [], "what was before the start"
    with direct.open(server.url(), timeout=10) as response:
        page = {name: value for (name, labels), value in values(response.read()).items() if not labels}
    assert page["prom_express_temperature_celsius"] == 24
    assert page["prom_express_display_up"] == page["prom_express_display_starts_total"] == 1
    assert page["prom_express_display_failures_total"] == 0


def test_the_same_as_text(program: Programs, tmp_path: Path) -> None:
    command = [program("sparkline"), *AT_FOUR_IN_THE_AFTERNOON, "--panel", "-"]
    with services.service(command, tmp_path) as started:
        wait_until(lambda: started.output.count("\n") >= 2 * 33 + 1, "an empty picture and one with a temperature")
        pictures = started.output.partition("\n")[2].split("\n\n")
    lines = pictures[1].split("\n")
    assert [len(line) for line in lines] == [WIDTH] * 32
    assert set("".join(lines)) <= set(" ▀▄█")
    assert lines[FLAT // 2] == " " * 127 + "▄", "one value, at the right"
    figures = [line[:35] for line in lines[:4]]
    assert figures == [
        "▄▀▀▀▄   ▄█        ▄▀▀▀▄ ▄▀▀▄  ▄▀▀▀▄",
        "   ▄▀ ▄▀ █        █ ▄▀█ ▀▄▄▀  █    ",
        " ▄▀   ▀▀▀█▀  ▄▄   █▀  █       █   ▄",
        "▀▀▀▀▀    ▀   ▀▀    ▀▀▀         ▀▀▀ ",
    ]


def test_a_file_that_cannot_be_written_is_said_once(serve: Callable[..., Server], tmp_path: Path) -> None:
    server = serve("sparkline", *AT_FOUR_IN_THE_AFTERNOON, "--span", "1", "--panel", str(tmp_path / "none" / "panel.png"))
    wait_until(lambda: "--panel" in server.errors, "a complaint")
    with direct.open(server.url(), timeout=10) as response:
        assert response.status == 200
    assert server.errors.count("\n") == 1
