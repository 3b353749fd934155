"""What ./tests/run starts when, and what it ends: suites in a tree of their own, with a table of their own."""

import os
import signal
import subprocess
from pathlib import Path

import pytest

import schedule
from conftest import add_test, run
from harness.waiting import wait_until
from suites import Job

WAITS_FOR = """
import pathlib, time
here = pathlib.Path(__file__).parents[1]
def test_the_other_runs_too():
    (here / "{own}").touch()
    ended = time.monotonic() + 60
    while not (here / "{other}").exists():
        assert time.monotonic() < ended
        time.sleep(0.01)
"""
IS_ALONE = """
import os, time
def test_nobody_else_runs():
    os.mkdir("running")
    time.sleep(0.5)
    os.rmdir("running")
"""


def table(tree: Path, *rows: str) -> None:
    (tree / "tests" / "suites.txt").write_text("# A table.\n\n" + "".join(f"{row}\n" for row in rows))


def test_suites_run_side_by_side(tree: Path) -> None:
    table(tree, "one all 90 0 pytest:one", "two all 90 0 pytest:two")
    add_test(tree, "one", WAITS_FOR.format(own="one", other="two"))
    add_test(tree, "two", WAITS_FOR.format(own="two", other="one"))
    assert run(tree).stdout.endswith("\n2 passed, 0 failed\n")


def test_suites_that_keep_all_processors_busy_do_not(tree: Path) -> None:
    table(tree, "one all 90 all pytest:one", "two all 90 all pytest:two")
    add_test(tree, "one", IS_ALONE)
    add_test(tree, "two", IS_ALONE)
    assert run(tree).stdout.endswith("\n2 passed, 0 failed\n")


def test_one_that_fits_goes_before_one_that_does_not(tree: Path) -> None:
    """The second has to wait for the first, which waits for the third."""
    table(tree, "one all 90 all pytest:one", "two all 90 all pytest:two", "three all 90 0 pytest:three")
    add_test(tree, "one", WAITS_FOR.format(own="one", other="three"))
    add_test(tree, "two", "def test_it(): pass\n")
    add_test(tree, "three", WAITS_FOR.format(own="three", other="one"))
    assert run(tree).stdout.endswith("\n3 passed, 0 failed\n")


@pytest.mark.parametrize("ends_well", [True, False])
def test_a_suite_waits_for_its_build_whatever_becomes_of_it(
    ends_well: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schedule, "LOGS", tmp_path)
    done = tmp_path / "done"
    build = Job("build-it", ("sh", "-c", f"sleep 0.5; touch {done}; {str(ends_well).lower()}"), limit=60, busy=0)
    suite = Job("it", ("test", "-e", str(done)), limit=60, busy=0, after=frozenset({"build-it"}))
    ended = [(each.job.name, each.process.returncode) for each in schedule.run([suite, build], 1)]
    assert ended == [("build-it", 0 if ends_well else 1), ("it", 0)]


@pytest.fixture
def calls(tree: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a stand-in for cmake notes how it was called."""
    (tree / "bin").mkdir()
    (tree / "bin" / "cmake").write_text(f'#!/bin/sh\nsleep 0.5\necho "$@" >>{tree}/calls\n')
    (tree / "bin" / "cmake").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tree}/bin:{os.environ['PATH']}")
    return tree / "calls"


SEES_THE_BUILD = 'def test_it(): assert "--build build/small" in open("calls").read()\n'


def test_what_two_need_is_built_once_before_both(tree: Path, calls: Path) -> None:
    needs = ("small:tests/one small:program", "small:program small:tests/two large:other")
    table(tree, f"one all 90 0 pytest:one {needs[0]}", f"two all 90 0 pytest:two {needs[1]}", "unneeded - 9 1 pytest:three huge")
    add_test(tree, "one", SEES_THE_BUILD)
    add_test(tree, "two", SEES_THE_BUILD)
    done = run(tree)
    assert [line.split()[0] for line in done.stdout.splitlines()[:2]] in (["one", "two"], ["two", "one"])
    assert done.stdout.endswith("\n2 passed, 0 failed\n")
    jobs = f"-j{len(os.sched_getaffinity(0))}"
    assert calls.read_text().splitlines() == [
        "--preset small",
        f"--build build/small {jobs} --target tests/one/all program tests/two/all -- -k 0",
        "--preset large",
        f"--build build/large {jobs} --target other -- -k 0",
    ]


def test_who_needs_all_of_a_preset_gets_it_for_all(tree: Path, calls: Path) -> None:
    table(tree, "one all 90 1 pytest:one small:tests/one", "two all 90 1 pytest:two small")
    run(tree)
    assert " --target all -- " in calls.read_text()


def test_a_suite_over_its_limit_is_ended_and_fails(tree: Path) -> None:
    table(tree, "slow all 2 1 pytest:slow", "quick all 90 1 pytest:quick")
    add_test(tree, "slow", "import time\ndef test_it(): time.sleep(600)\n")
    add_test(tree, "quick", "def test_it(): pass\n")
    done = run(tree)
    assert "\n  ended after 2 s, its time limit\n" in done.stdout
    assert done.stdout.endswith("\n1 passed, 1 failed\n")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_ends_what_runs(number: signal.Signals, tree: Path) -> None:
    table(tree, "slow all 90 1 pytest:slow", "next all 90 all pytest:next")
    add_test(tree, "slow", "import os, time\ndef test_it():\n    print(os.getpid(), file=open('pid', 'w'))\n    time.sleep(600)\n")
    environment = {**os.environ, "PROMETHEUS_EXPRESS_SETUP": "skip"}
    with subprocess.Popen([tree / "tests" / "run"], env=environment, stdout=subprocess.PIPE, text=True) as command:
        file = tree / "pid"
        wait_until(lambda: file.exists() and file.read_text().endswith("\n"), "the suite to run", seconds=60)
        command.send_signal(number)
        assert command.wait(60) == 130
        assert command.stdout is not None and command.stdout.read() == ""
    with pytest.raises(ProcessLookupError):
        os.kill(int(file.read_text()), 0)
    assert not (tree / "build" / "test-logs" / "next.log").exists()
