"""Every header of the runtime compiles alone, and twice, with both compilers of the host. Those that are generated stand in front of
everything else in their sources, which tests/golden compiles."""

import pytest

from harness.source_tree import FREESTANDING_RULES, HOST_COMPILERS, ROOT, RUNTIME_INCLUDE, Outcome, needs_a_vendor, relative
from harness.source_tree import run_all, tracked_files, with_suffix

HEADERS = [path for path in with_suffix(tracked_files("runtime"), ".hpp") if not needs_a_vendor(path)]
CASES = [f"{compiler} {relative(header)}" for header in HEADERS for compiler in HOST_COMPILERS]


@pytest.fixture(scope="module")
def outcomes() -> dict[str, Outcome]:
    rules = [*FREESTANDING_RULES, "-fsyntax-only", f"-I{RUNTIME_INCLUDE}", f"-I{ROOT / 'runtime' / 'src'}"]
    commands = {}
    for case in CASES:
        compiler, _, header = case.partition(" ")
        text = f'#include "{ROOT / header}"\n' * 2
        commands[case] = ([compiler, *rules, "-x", "c++", "-"], text)
    return run_all(commands)


@pytest.mark.parametrize("case", CASES)
def test_header_compiles_alone(case: str, outcomes: dict[str, Outcome]) -> None:
    outcomes[case].must_succeed()
