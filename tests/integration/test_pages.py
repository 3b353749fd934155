"""The page of every example, read by the official parser, by promtool and by our own checker."""

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import EXAMPLES, Programs
from expected_pages import PAGES
from harness.clients import direct
from harness.page_checker import CONTENT_TYPE, problems
from harness.readers import families, promtool
from harness.services import Server, service
from harness.waiting import wait_until


@pytest.fixture(scope="module")
def page(
    program: Programs, shared: Callable[[str], Server], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], bytes]:
    def printed() -> bytes:
        """The first page; the next one starts with the same line."""
        with service([program("minimal")], tmp_path_factory.mktemp("minimal")) as started:
            wait_until(lambda: started.output.count("# HELP") > 1, "a second page", show=lambda: started.output)
            first, _, _ = started.output[1:].partition("# HELP")
            return f"#{first}".encode()

    def get(name: str) -> bytes:
        if name == "minimal":
            return printed()
        with direct.open(shared(name).url(), timeout=10) as response:
            assert response.status == 200
            assert response.headers.get_all("Content-Type") == [CONTENT_TYPE]
            return bytes(response.read())

    pages: dict[str, bytes] = {}
    return lambda name: pages.setdefault(name, pages.get(name) or get(name))


every_example = pytest.mark.parametrize("name", EXAMPLES)


@every_example
def test_promtool_has_nothing_to_say(name: str, page: Callable[[str], bytes]) -> None:
    lint = promtool(page(name))
    assert (lint.output, lint.status) == (PAGES[name].lint, 3 if PAGES[name].lint else 0), page(name).decode()


def test_promtool_would_say_something() -> None:
    lint = promtool(b"# HELP a_total Help\n# TYPE a_total gauge\na_total 1\n")
    assert lint.status == 3 and "non-counter metrics" in lint.output


@every_example
def test_the_page_checker_finds_nothing(name: str, page: Callable[[str], bytes]) -> None:
    assert problems(page(name), PAGES[name].kinds) == [], page(name).decode()


@every_example
def test_the_official_parser_reads_what_the_schema_says(name: str, page: Callable[[str], bytes]) -> None:
    found = families(page(name))
    expected = PAGES[name].families
    assert [(family.name, family.type, family.help) for family in found] == [
        (family.name, family.type, family.help) for family in expected
    ]
    assert [list(family.values) for family in found] == [
        family.samples() for family in expected
    ], "every series, in the order of the schema"


def test_minimal_prints_its_page_each_second(program: Programs, tmp_path: Path) -> None:
    with service([program("minimal")], tmp_path) as started:
        wait_until(lambda: "uptime_seconds_total 2\n" in started.output, "a third page", show=lambda: started.output)
        lines = "# HELP uptime_seconds_total Time since the program started\n# TYPE uptime_seconds_total counter\n"
        assert started.output == "".join(f"{lines}uptime_seconds_total {second}\n" for second in range(3))
        assert started.errors == ""
