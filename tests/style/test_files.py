"""Rules for files of every kind: length, what they may name, and the scripts."""

import re
from pathlib import Path

import pytest

from harness.source_tree import ROOT, Outcome, relative, tracked_files, with_suffix
from suites import read_suites

LIMITS = {".cpp": 300, ".hpp": 300, ".py": 250}
MACHINE_PATH = re.compile(r"/(?:home|root|Users)/[\w.]")
ALL_FILES = tracked_files()


def is_text(path: Path) -> bool:
    return b"\0" not in path.read_bytes()[:8192]


def is_script(path: Path) -> bool:
    """By its first line: sh or bash."""
    if path.suffix not in ("", ".sh"):
        return False
    with path.open("rb") as file:
        return re.match(rb"#!.*\b(?:ba)?sh\n", file.readline()) is not None


SCRIPTS = [relative(path) for path in ALL_FILES if is_script(path)]
TEXTS = [path for path in ALL_FILES if is_text(path)]


def test_no_file_holds_more_than_one_noun() -> None:
    counts = {path: path.read_text().count("\n") for path in with_suffix(tracked_files("runtime", "generator"), *LIMITS)}
    assert [f"{relative(path)}: {n} lines" for path, n in counts.items() if n > LIMITS[path.suffix]] == []


def test_no_file_names_a_path_of_some_machine() -> None:
    here = Path(__file__)
    found = [
        f"{relative(path)}:{number}: {line.strip()[:100]}"
        for path in TEXTS
        if path != here
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), 1)
        if MACHINE_PATH.search(line) or str(ROOT) in line
    ]
    assert found == []


def test_text_ends_in_one_newline_and_no_line_in_blanks() -> None:
    found = []
    for path in TEXTS:
        text = path.read_text(errors="replace")
        is_case = "diagnostics" in path.parts and path.name == "metrics.yaml"  # some show what is wrong with an end
        if text and not is_case and (not text.endswith("\n") or text.endswith("\n\n")):
            found.append(f"{relative(path)}: ends in no or more than one newline")
        if re.search(r"[ \t\r]$", text, re.MULTILINE):
            found.append(f"{relative(path)}: a line ends in blanks")
    assert found == []


@pytest.mark.parametrize("name", SCRIPTS)
def test_script_is_sound(name: str) -> None:
    Outcome(["bash", "-n", name]).must_succeed()
    Outcome(["shellcheck", "--external-sources", name]).must_succeed()
    assert (ROOT / name).stat().st_mode & 0o111, "not executable"


def test_every_folder_of_python_tests_is_a_suite() -> None:
    """One that is not in the table would never be run."""
    folders = {relative(path.parent) for path in tracked_files("tests") if path.match("test_*.py")}
    suites = read_suites((ROOT / "tests" / "suites.txt").read_text())
    assert folders == {f"tests/{suite.folder}" for suite in suites if suite.folder}


def test_every_folder_of_the_tests_is_explained() -> None:
    text = (ROOT / "tests" / "README.md").read_text()
    tests = [path.relative_to(ROOT / "tests").parts for path in tracked_files("tests")]
    folders = {parts[0] for parts in tests if len(parts) > 1} | {f"bench/{parts[1]}" for parts in tests if parts[0] == "bench"}
    assert {"bench/http", "golden"} < folders
    assert set(re.findall(r"^\| `([\w/]+)/` \|", text, re.MULTILINE)) == folders - {"bench"}
