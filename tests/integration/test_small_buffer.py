"""A page larger than the output buffer: the weather station with the buffer that a schema gets by default."""

from collections.abc import Iterator

import pytest

from conftest import must_have_read
from expected_pages import PAGES
from harness import presets
from harness.clients import curl, direct
from harness.page_checker import CONTENT_TYPE, problems
from harness.readers import values
from harness.services import Server, server
from wire import Answer, asked, connected, request

BUFFER = 256  # bytes; CMakeLists.txt has it, too


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    program = presets.build("host", "small_buffer") / "tests" / "integration" / "small_buffer"
    with server(program, tmp_path_factory.mktemp("small_buffer")) as started:
        must_have_read(started, "weather_station")
        yield started


def must_be_page(answer: Answer) -> None:
    assert (answer.status, answer.fields["content-type"]) == (200, CONTENT_TYPE)
    assert len(answer.body) > 2 * BUFFER
    assert problems(answer.body, PAGES["weather_station"].kinds) == []
    assert set(values(answer.body)) == PAGES["weather_station"].series()


def test_it_comes_in_chunks(small: Server) -> None:
    with connected(small.port) as wire:
        for _ in range(3):
            answer = wire.get()
            must_be_page(answer)
            assert answer.fields["transfer-encoding"] == "chunked" and "connection" not in answer.fields
            assert len(answer.chunks) > 1 and all(len(chunk) <= BUFFER for chunk in answer.chunks)


def test_it_ends_with_the_connection_for_http_1_0(small: Server) -> None:
    for word in ("close", "keep-alive"):
        with connected(small.port) as wire:
            wire.send(request("GET", version="1.0", Connection=word))
            answer = wire.answer()
            must_be_page(answer)
            assert "transfer-encoding" not in answer.fields and "content-length" not in answer.fields


def test_head_has_no_chunks(small: Server) -> None:
    with connected(small.port) as wire:
        wire.send(request("HEAD"))
        head = wire.answer(to_head=True)
        answer = wire.get()
        must_be_page(answer)
        assert head.status == 200 and head.fields["content-type"] == CONTENT_TYPE
        assert head.fields.get("transfer-encoding", "chunked") == "chunked" and "content-length" not in head.fields


def test_errors_have_their_length_all_the_same(small: Server) -> None:
    answer = asked(small.port, request("GET", "/nothing"))
    assert answer.status == 404 and "content-length" in answer.fields


def test_clients_put_the_chunks_together(small: Server) -> None:
    with direct.open(small.url(), timeout=10) as response:
        page = response.read()
    assert problems(page, PAGES["weather_station"].kinds) == []
    assert set(values(page)) == set(values(curl(small.url()))) == PAGES["weather_station"].series()
    assert problems(curl("--http1.0", small.url()), PAGES["weather_station"].kinds) == []
