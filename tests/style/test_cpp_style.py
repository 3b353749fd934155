"""clang-format over the C++ that people write, clang-tidy over the runtime: each header by itself, so that templates are
read, too. Generated files are laid out by their templates: one row a series, however long."""

import pytest

from source_tree import RUNTIME_INCLUDE, Outcome, needs_a_vendor, relative, run_all, tracked_files, with_suffix

WRITTEN = [
    relative(path)
    for path in with_suffix(tracked_files(), ".hpp", ".cpp")
    if not relative(path).startswith(("generated/", "tests/golden/"))
]
TIDIED = [
    relative(path) for path in with_suffix(tracked_files("runtime"), ".hpp", ".cpp") if not needs_a_vendor(path)
]


@pytest.fixture(scope="module")
def formatted() -> dict[str, Outcome]:
    return run_all({name: (["clang-format", "--dry-run", "-Werror", name], "") for name in WRITTEN})


@pytest.mark.parametrize("name", WRITTEN)
def test_file_is_formatted(name: str, formatted: dict[str, Outcome]) -> None:
    formatted[name].must_succeed()


@pytest.fixture(scope="module")
def tidied() -> dict[str, Outcome]:
    flags = ["-x", "c++", "-std=c++20", f"-I{RUNTIME_INCLUDE}", "-Wno-pragma-once-outside-header"]
    return run_all({name: (["clang-tidy", "--quiet", name, "--", *flags], "") for name in TIDIED})


@pytest.mark.parametrize("name", TIDIED)
def test_runtime_file_is_tidy(name: str, tidied: dict[str, Outcome]) -> None:
    tidied[name].must_succeed()
