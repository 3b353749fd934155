"""Our own server answers every case of cases/."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from source_tree import ROOT

sys.path.insert(0, str(Path(__file__).resolve().parent))
from run import Case, Target, cases, run  # noqa: E402

SERVER = ROOT / "build" / "host" / "tests" / "conformance" / "conformance_server"
EVERY = cases(Target("", 0, store="/store"))


@pytest.fixture(scope="module")
def target() -> Iterator[Target]:
    with subprocess.Popen([SERVER, "--port", "0"], stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        line = server.stdout.readline()
        found = re.fullmatch(r"listening on http://127\.0\.0\.1:(\d+)/metrics\n", line)
        assert found, line
        yield Target("127.0.0.1", int(found[1]), store="/store")
        server.terminate()
        assert server.wait(10) == 0


def test_there_are_enough_cases_each_with_a_name_of_its_own() -> None:
    assert len(EVERY) >= 120
    assert len({case["id"] for case in EVERY}) == len(EVERY)


@pytest.mark.parametrize("case", EVERY, ids=lambda case: case["id"])
def test_case(case: Case, target: Target) -> None:
    run(case, target)
