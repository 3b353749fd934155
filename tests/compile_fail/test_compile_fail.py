"""Wrong use must not compile, and the compiler must say why.

Each .cpp file of this folder is a case. Its first line is `// expect: REGEX`, searched for in what each compiler prints,
`// first: REGEX` where it must stand in the first line that is an error, or `// compiles: …` for a control. A message that the compilers word differently: `// expect: one wording|the other`.
"""

import re

import pytest

from harness.source_tree import HOST_COMPILERS, ROOT, RUNTIME_INCLUDE, Outcome, relative, run_all, tracked_files, with_suffix

FOLDER = ROOT / "tests" / "compile_fail"
CASES = [
    f"{compiler} {path.name}"
    for path in with_suffix(tracked_files(relative(FOLDER)), ".cpp")
    for compiler in HOST_COMPILERS
]
FIRST_LINE = re.compile(r"// (expect|first|compiles): (\S.*)")
# No carets: the source line that a compiler shows must not stand in for its message. -O1: an error attribute speaks
# only where the optimiser has not removed the call.
NO_CARETS = {"g++": "-fno-diagnostics-show-caret", "clang++": "-fno-caret-diagnostics"}
FLAGS = (
    "-std=c++20", "-O1", "-fno-exceptions", "-fno-rtti", f"-I{RUNTIME_INCLUDE}",
    f"-I{ROOT / 'generated' / 'weather_station'}", "-c", "-o", "/dev/null",
)


@pytest.fixture(scope="module")
def outcomes() -> dict[str, Outcome]:
    commands = {}
    for case in CASES:
        compiler, name = case.split()
        commands[case] = (["env", "LC_ALL=C", compiler, NO_CARETS[compiler], *FLAGS, str(FOLDER / name)], "")
    return run_all(commands)


@pytest.mark.parametrize("case", CASES)
def test_case(case: str, outcomes: dict[str, Outcome]) -> None:
    header = FIRST_LINE.match((FOLDER / case.split()[1]).read_text())
    assert header, "its first line is none of `// expect: REGEX`, `// first: REGEX` and `// compiles: …`"
    outcome = outcomes[case]
    if header[1] == "compiles":
        outcome.must_succeed()
        return
    assert not outcome.succeeded, "it compiles"
    text = outcome.output
    if header[1] == "first":
        text = next((line for line in text.splitlines() if " error: " in line), "")
    if not re.search(header[2], text):
        pytest.fail(f"no message matches {header[2]!r}:\n{outcome.output}", pytrace=False)


def test_the_folder_has_a_control() -> None:
    assert any(path.read_text().startswith("// compiles: ") for path in FOLDER.glob("*.cpp"))
