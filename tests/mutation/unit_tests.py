"""The unit tests of a layer, one file of them at a time, and that first whose name is most like the changed file's.

Most changes fail the tests of their own file, which takes the compilation of one file and not of ten."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Optional

from building import BUILD, build
from command import run

LIMIT = 120  # seconds
FAILED = re.compile(r"^\[  FAILED  \] (\S+)", re.MULTILINE)
BEGUN = re.compile(r"^\[ RUN      \] (\S+)", re.MULTILINE)


@dataclass(frozen=True)
class UnitTests:
    """`libraries`: the layers that are linked; `filter`: as GoogleTest takes it."""

    layer: str
    libraries: tuple[str, ...]
    filter: str = "*"

    def exists(self, tree: Path) -> bool:
        return (tree / "tests" / "runtime" / self.layer / "CMakeLists.txt").exists()

    def noticed_by(self, tree: Path, changed: str) -> Optional[str]:
        """The first test that fails, or what keeps the tests from being built; None when all is well."""
        failed = build(tree, *(f"prometheus_express_{name}" for name in self.libraries))
        for test in self.objects(tree, changed):
            failed = failed or build(tree, test) or self.run(tree, test)
        return failed

    def objects(self, tree: Path, changed: str) -> Sequence[str]:
        rules = (tree / BUILD / "build.ninja").read_text(encoding="utf-8")
        found = re.findall(rf"^build (tests/runtime/{self.layer}/CMakeFiles/\w+\.dir/\w+_test\.cpp\.o):", rules, re.MULTILINE)
        return sorted(found, key=lambda test: -_likeness(Path(test).name.replace("_test.cpp.o", ""), Path(changed).stem))

    def run(self, tree: Path, test: str) -> Optional[str]:
        program = f"{BUILD}/tests/one_of_{self.layer}"
        libraries = [f"{BUILD}/runtime/libprometheus_express_{name}.a" for name in self.libraries]
        linked = run(("g++", f"{BUILD}/{test}", *libraries, *libraries, "-lgtest_main", "-lgtest", "-pthread", "-o", program), tree, LIMIT)
        output = linked or run((program, f"--gtest_filter={self.filter}", "--gtest_fail_fast"), tree, LIMIT)
        if output is None:
            return None
        failed, begun = FAILED.search(output), BEGUN.findall(output)
        return failed.group(1).rstrip(",") if failed else begun[-1] if begun else output[-160:]


def _likeness(test: str, changed: str) -> float:
    return SequenceMatcher(None, test, changed).ratio()
