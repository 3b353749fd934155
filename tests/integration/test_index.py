"""What people who look around meet on a host: links at `/`, no icon, and a 404 that says what there is."""

import html.parser
import shutil
import subprocess
import urllib.parse
from collections.abc import Callable
from pathlib import Path

import pytest

from harness.clients import direct
from harness.services import Server
from wire import asked, request


class Links(html.parser.HTMLParser):
    """Where the links of a page lead, and what they say."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.all: dict[str, str] = {}
        self._current = ""  # where the link leads that is being read
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, "str | None"]]) -> None:
        self._current = dict(attrs).get("href") or "" if tag == "a" else ""

    def handle_endtag(self, tag: str) -> None:
        self._current = ""

    def handle_data(self, data: str) -> None:
        if self._current:
            self.all[self._current] = data


def test_the_links_lead_to_pages(station: Server) -> None:
    answer = asked(station.port, request("GET", "/"))
    assert (answer.status, answer.fields["content-type"]) == (200, "text/html; charset=utf-8")
    links = Links(answer.body.decode()).all
    assert list(links.values()) == ["/metrics"]
    for link in links:
        with direct.open(urllib.parse.urljoin(station.url("/"), link), timeout=10) as page:
            assert page.read().startswith(b"# HELP ")


def test_routes_behind_a_middleware_are_not_told_to_strangers(shared: Callable[[str], Server]) -> None:
    port = shared("custom_routes").port
    assert list(Links(asked(port, request("GET", "/")).body.decode()).all.values()) == ["/metrics"]
    missing = asked(port, request("GET", "/nothing"))
    assert missing.body.decode().splitlines()[1:] == ["GET /", "GET /metrics"]


@pytest.mark.parametrize("method, body", [("GET", True), ("HEAD", False)])
def test_a_404_says_what_there_is(method: str, body: bool, station: Server) -> None:
    answer = asked(station.port, request(method, "/nothing"), to_head=not body)
    assert (answer.status, answer.fields["content-type"]) == (404, "text/plain; charset=utf-8")
    if body:
        assert answer.body == b"There is nothing at this path. There is:\nGET /\nGET /metrics\n"


def test_there_is_no_icon_and_no_complaint_about_it(station: Server) -> None:
    answer = asked(station.port, request("GET", "/favicon.ico"))
    assert (answer.status, answer.body) == (204, b"")


def test_nothing_can_be_posted_to_the_page(station: Server) -> None:
    answer = asked(station.port, request("POST", "/"))
    assert (answer.status, answer.fields["allow"]) == (405, "GET, HEAD, OPTIONS")


def test_a_browser_shows_the_links(station: Server, tmp_path: Path) -> None:
    """The browser's own document of what it read: tests/packages.txt has it installed."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    assert browser, "no Chromium: ./tests/run setup installs it"
    command = [
        browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-proxy-server", "--no-first-run",
        "--disable-background-networking", "--disable-dev-shm-usage", f"--user-data-dir={tmp_path}",
        "--dump-dom", station.url("/"),
    ]  # fmt: skip
    shown = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout
    assert "<title>Metrics</title>" in shown
    assert "<h1>Metrics</h1>" in shown
    assert '<li><a href="./metrics">/metrics</a></li>' in shown
