"""Counts what a suite did."""

import sys
import xml.etree.ElementTree as ElementTree


def outcome(case: ElementTree.Element) -> str:
    """passed, failed or skipped. What ctest could not start, it reports as skipped; for us it failed."""
    if case.find("failure") is not None or case.find("error") is not None:
        return "failed"
    skipped = case.find("skipped")
    if skipped is None:
        return "passed"
    by_ctest = case.get("status") == "notrun"
    return "failed" if by_ctest and not skipped.get("message", "").startswith("SKIP_") else "skipped"


def tally(report: str, status: int) -> tuple[int, int, int]:
    """Passed, failed and skipped tests, by the JUnit file of ctest or pytest, and the exit status of the command that was to
    write it. No report, no test that ran, or a bad status that no failed test explains is a failure of its own, and is said
    on standard error."""
    try:
        outcomes = [outcome(case) for case in ElementTree.parse(report).iter("testcase")]
    except (OSError, ElementTree.ParseError) as problem:
        print(f"no report of the tests: {problem}", file=sys.stderr)
        return 0, 1, 0
    passed, failed, skipped = (outcomes.count(word) for word in ("passed", "failed", "skipped"))
    if not passed and not failed:
        print("no test ran", file=sys.stderr)
        failed = 1
    if status and not failed:
        print(f"the suite ended with status {status}, although no test failed", file=sys.stderr)
        failed = 1
    return passed, failed, skipped
