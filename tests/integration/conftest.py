"""The examples as built by preset `host`, serving for as long as a test needs them."""

from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from expected_pages import PAGES
from harness import presets, services
from harness.clients import direct
from harness.readers import Series, values
from harness.services import Server
from harness.waiting import wait_until

SENSORS = ("weather_station", "esp32_bme280", "stemma", "bench_probe")
SERVING = ("linux_board", "custom_routes", "peers", *SENSORS)
# The last two serve by the same means as those above, so that only their pages are looked at.
EXAMPLES = ("minimal", *SERVING, "random_value", "sparkline")

Programs = Callable[[str], Path]


@pytest.fixture(scope="session")
def program() -> Programs:
    """The path of an example's program, built when it is not up to date."""
    examples = presets.build("host", "examples/all") / "examples"
    return lambda name: examples / name / name


def must_have_read(server: Server, name: str) -> None:
    """Waits until every sensor has been read."""

    def missing() -> set[Series]:
        with direct.open(server.url(), timeout=10) as response:
            return PAGES[name].series() - set(values(response.read()))

    wait_until(lambda: not missing(), "a reading of every sensor", seconds=60, show=missing)


@pytest.fixture
def serve(program: Programs, tmp_path: Path) -> Iterator[Callable[..., Server]]:
    """Starts an example of the test's own: `serve("weather_station", "--seconds", "1")`."""
    with ExitStack() as stack:

        def start(name: str, *arguments: str) -> Server:
            folder = tmp_path / f"{name}-{len(services.running)}"
            return stack.enter_context(services.server(program(name), folder, *arguments))

        yield start


@pytest.fixture(scope="session")
def shared(program: Programs, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Server]]:
    """An example that all tests talk to, for those that do not change it."""
    with ExitStack() as stack:
        started: dict[str, Server] = {}

        def get(name: str) -> Server:
            if name not in started:
                folder = tmp_path_factory.mktemp(name)
                started[name] = stack.enter_context(services.server(program(name), folder, "--port", "0"))
                if name in (*SENSORS, "sparkline"):
                    must_have_read(started[name], name)
            started[name].must_be_alive()
            return started[name]

        yield get


@pytest.fixture(scope="session")
def station(shared: Callable[[str], Server]) -> Server:
    return shared("weather_station")


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: "pytest.CallInfo[None]") -> Generator[None, object, None]:
    """A failure shows what the programs had to say."""
    outcome = yield
    report = outcome.get_result()  # type: ignore[attr-defined]
    if report.failed:
        report.sections += [(f"log of {service.name}", service.log) for service in services.running]
