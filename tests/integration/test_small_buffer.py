"""A page larger than the output buffer: the weather station with the buffer that a schema gets by default."""

from collections.abc import Iterator

import pytest

from clients import curl, direct
from conftest import build, must_have_read
from expected_pages import PAGES
from page_checker import CONTENT_TYPE, problems
from readers import values
from services import Server, server
from source_tree import ROOT
from wire import Answer, asked, connected, request

BUFFER = 256  # bytes

CMAKE = f"""\
cmake_minimum_required(VERSION 3.22)
project(small_buffer LANGUAGES CXX)
add_subdirectory({ROOT} prometheus_express)
file(GLOB bench {ROOT}/examples/bench/*.cpp)
add_executable(small_buffer main.cpp ${{bench}})
prometheus_express_generate(TARGET small_buffer SCHEMA metrics.yaml)
target_link_libraries(small_buffer PRIVATE prometheus_express::host prometheus_express::simulated_bus
  prometheus_express::linux_i2c)
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("small_buffer")
    original = ROOT / "examples" / "weather_station"
    for name in ("main.cpp", "simulation.hpp"):
        text = original.joinpath(name).read_text()
        folder.joinpath(name).write_text(text.replace('"../bench/', f'"{original.parent}/bench/'))
    schema = original.joinpath("metrics.yaml").read_text()
    assert schema.count("output_buffer: 4KiB") == 1
    folder.joinpath("metrics.yaml").write_text(schema.replace("output_buffer: 4KiB", f"output_buffer: {BUFFER}B"))
    folder.joinpath("CMakeLists.txt").write_text(CMAKE)
    built = folder / "build"
    build("-S", str(folder), "-B", str(built), "-G", "Ninja")
    build("--build", str(built), "-j2", "--target", "small_buffer")
    with server(built / "small_buffer", folder / "run") as started:
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
