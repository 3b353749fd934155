"""What ./tests/run counts and says, and what ./examples/run does with a name."""

import os
import subprocess
from pathlib import Path

import pytest

from conftest import add_test, run
from tally import tally


def test_passed_tests_are_counted_over_suites(tree: Path) -> None:
    add_test(tree, "generator", "def test_a(): pass\ndef test_b(): pass\n")
    add_test(tree, "golden", "def test_a(): pass\n")
    done = run(tree, "generator", "golden")
    assert done.stdout.splitlines()[-1] == "3 passed, 0 failed"
    assert (done.returncode, len(done.stdout.splitlines())) == (0, 3)


def test_every_suite_runs_and_failures_of_all_kinds_count(tree: Path) -> None:
    add_test(tree, "generator", "def test_a(): pass\ndef test_b(): assert 'the reason' == ''\n")
    add_test(tree, "integration", "import pytest\n@pytest.mark.skip\ndef test_a(): pass\n")
    add_test(tree, "style", "import os\ndef test_a(): os._exit(0)\n")
    add_test(tree, "layering", "import no_such_module\n")
    add_test(tree, "commands", "def test_a(): pass\n")
    # golden has no folder; integration runs no test, and what it needs cannot be built; style leaves no report.
    done = run(tree, "generator", "golden", "integration", "layering", "style", "commands")
    assert done.stdout.endswith("\n2 passed, 5 failed\n")
    assert done.returncode == 1
    assert "the reason" in done.stdout
    assert (tree / "build" / "test-logs" / "generator.log").exists()


def test_an_unknown_suite_is_refused(tree: Path) -> None:
    done = run(tree, "nonesuch")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Suites: host asan" in done.stderr


CTEST_REPORT = """<testsuite name="x" tests="5" failures="1" disabled="0" skipped="2">
<testcase name="a" classname="a" time="0" status="run"/>
<testcase name="b" classname="b" time="0" status="fail"><failure message=""/></testcase>
<testcase name="c" classname="c" time="0" status="notrun"><skipped message="SKIP_REGULAR_EXPRESSION_MATCHED"/></testcase>
<testcase name="d" classname="d" time="0" status="notrun"><skipped message="Unable to find executable"/></testcase>
<testcase name="e" classname="e" time="0" status="run"/>
</testsuite>"""


@pytest.mark.parametrize(
    ("report", "status", "expected"),
    [
        (CTEST_REPORT, 8, (2, 2, 1)),
        ("<testsuites><testsuite><testcase/></testsuite></testsuites>", 0, (1, 0, 0)),
        ("<testsuites><testsuite><testcase/></testsuite></testsuites>", 1, (1, 1, 0)),
        ("<testsuites><testsuite><testcase><error/></testcase></testsuite></testsuites>", 1, (0, 1, 0)),
        ("<testsuites><testsuite><testcase><skipped/></testcase></testsuite></testsuites>", 0, (0, 1, 1)),
        ("<testsuites/>", 0, (0, 1, 0)),
        ("<testsui", 0, (0, 1, 0)),
    ],
)
def test_tally(tmp_path: Path, report: str, status: int, expected: "tuple[int, int, int]") -> None:
    file = tmp_path / "report.xml"
    file.write_text(report)
    assert tally(str(file), status) == expected


def test_no_report_is_a_failure(tmp_path: Path) -> None:
    assert tally(str(tmp_path / "none.xml"), 0) == (0, 1, 0)


def test_an_unknown_example_is_answered_with_those_there_are(tree: Path) -> None:
    for name in ("minimal", "weather_station"):
        (tree / "examples" / name).mkdir()
        (tree / "examples" / name / "metrics.yaml").touch()
    (tree / "examples" / "no_example").mkdir()
    (tree / "examples" / "board").mkdir()
    (tree / "examples" / "board" / "run").touch(0o755)  # with the metrics of another
    done = subprocess.run([tree / "examples" / "run", "nonesuch"], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        'No example "nonesuch". There are:',
        *(f"  ./examples/run {name}" for name in ("board", "minimal", "weather_station")),
    ]


def test_an_example_with_a_run_of_its_own_is_started_by_it(tree: Path, tmp_path: Path) -> None:
    example = tree / "examples" / "board"
    example.mkdir()
    (example / "metrics.yaml").touch()
    (example / "run").write_text('#!/bin/sh\nprintf "%s|" "$PWD" "$@"\nexit 7\n')
    (example / "run").chmod(0o755)
    here = tmp_path / "here"
    here.mkdir()
    environment = {**os.environ, "PROMETHEUS_EXPRESS_SETUP": "skip"}
    command = [tree / "examples" / "run", "board", "--port", "a b"]
    done = subprocess.run(command, cwd=here, env=environment, capture_output=True, text=True)
    assert (done.stdout, done.returncode) == (f"{here}|--port|a b|", 7)
