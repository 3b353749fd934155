"""clang-format over the C++ that people write, clang-tidy over the runtime: the sources of a folder together, which spares most of
the time, and all headers together, so that templates are read, too. Generated files are laid out by their templates: one row a series, however long."""

from pathlib import Path

import pytest

from harness.source_tree import ROOT, RUNTIME_INCLUDE, Outcome, needs_a_vendor, relative, run_all, tracked_files, with_suffix

WRITTEN = [
    relative(path)
    for path in with_suffix(tracked_files(), ".hpp", ".cpp")
    if not relative(path).startswith(("generated/", "tests/golden/"))
]
RUNTIME = [path for path in with_suffix(tracked_files("runtime"), ".hpp", ".cpp") if not needs_a_vendor(path)]
SOURCES: "dict[str, list[Path]]" = {"headers": with_suffix(RUNTIME, ".hpp")}
for source in with_suffix(RUNTIME, ".cpp"):
    if source.stem != "double_text_full":  # the compact table's other half: a program has one of them
        SOURCES.setdefault(relative(source.parent), []).append(source)


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
    folder = tmp_path_factory.mktemp("tidy")
    commands = {}
    for number, (name, sources) in enumerate(SOURCES.items()):
        together = folder / f"{number}.cpp"
        together.write_text("".join(f'#include "{path}"  // NOLINT(bugprone-suspicious-include)\n' for path in sources))
        commands[name] = (tidy(str(together)), "")
    return run_all(commands)


@pytest.mark.parametrize("name", SOURCES)
def test_runtime_is_tidy(name: str, tidied: dict[str, Outcome]) -> None:
    tidied[name].must_succeed()
