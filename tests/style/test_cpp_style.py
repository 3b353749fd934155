"""clang-format over the C++ that people write, clang-tidy over the runtime: its sources, and all headers together, so that
templates are read, too. Generated files are laid out by their templates: one row a series, however long."""

import pytest

from harness.source_tree import ROOT, RUNTIME_INCLUDE, Outcome, needs_a_vendor, relative, run_all, tracked_files, with_suffix

WRITTEN = [
    relative(path)
    for path in with_suffix(tracked_files(), ".hpp", ".cpp")
    if not relative(path).startswith(("generated/", "tests/golden/"))
]
RUNTIME = [path for path in with_suffix(tracked_files("runtime"), ".hpp", ".cpp") if not needs_a_vendor(path)]
TIDIED = [relative(path) for path in with_suffix(RUNTIME, ".cpp")]


@pytest.fixture(scope="module")
def formatted() -> dict[str, Outcome]:
    return run_all({name: (["clang-format", "--dry-run", "-Werror", name], "") for name in WRITTEN})


@pytest.mark.parametrize("name", WRITTEN)
def test_file_is_formatted(name: str, formatted: dict[str, Outcome]) -> None:
    formatted[name].must_succeed()


def tidy(file: str) -> list[str]:
    flags = ["-x", "c++", "-std=c++20", f"-I{RUNTIME_INCLUDE}", "-Wno-pragma-once-outside-header"]
    return ["clang-tidy", "--quiet", f"--config-file={ROOT / '.clang-tidy'}", file, "--", *flags]


@pytest.fixture(scope="module")
def tidied(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome]:
    headers = tmp_path_factory.mktemp("tidy") / "headers.cpp"
    headers.write_text("".join(f'#include "{path}"\n' for path in with_suffix(RUNTIME, ".hpp")))
    return run_all({"headers": (tidy(str(headers)), ""), **{name: (tidy(name), "") for name in TIDIED}})


@pytest.mark.parametrize("name", ["headers", *TIDIED])
def test_runtime_is_tidy(name: str, tidied: dict[str, Outcome]) -> None:
    tidied[name].must_succeed()
