"""Our own server answers every case of cases/, and one with fewer parts every case that its paths allow."""

import re
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest

from conformance.run import Case, Target, cases, run
from harness import presets

WHOLE = Target("127.0.0.1", 0, store="/store", index=True)
PAGES = Target("127.0.0.1", 0, bodies=False, index=True)
SERVERS = {"server": WHOLE, "pages": PAGES, "whole": PAGES, "small": PAGES, "w5500": WHOLE}
EVERY = [(name, case) for name, target in SERVERS.items() for case in cases(target)]


@contextmanager
def started(name: str) -> Iterator[Target]:
    program = presets.build("host", "tests/conformance/all") / "tests" / "conformance" / f"conformance_{name}"
    with subprocess.Popen([program, "--port", "0"], stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        line = server.stdout.readline()
        found = re.fullmatch(r"listening on http://127\.0\.0\.1:(\d+)/metrics\n", line)
        assert found, line
        yield SERVERS[name]._replace(port=int(found[1]))
        server.terminate()
        assert server.wait(10) == 0


@pytest.fixture(scope="module")
def targets() -> Iterator[dict[str, Target]]:
    with ExitStack() as stack:
        yield {name: stack.enter_context(started(name)) for name in SERVERS}


def test_there_are_enough_cases_each_with_a_name_of_its_own() -> None:
    assert len(cases(WHOLE)) >= 120
    assert len(cases(PAGES)) >= 120
    assert len({case["id"] for case in cases(WHOLE)}) == len(cases(WHOLE))


@pytest.mark.parametrize("name, case", EVERY, ids=[f"{name}-{case['id']}" for name, case in EVERY])
def test_case(name: str, case: Case, targets: dict[str, Target]) -> None:
    run(case, targets[name])
