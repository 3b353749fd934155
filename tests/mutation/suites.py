"""The suites: what is built for each, how it is run, and what it says of the first test that failed."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Optional, Union

from building import build
from command import run
from unit_tests import UnitTests

PYTEST = (sys.executable, "-m", "pytest", "-x", "-q", "--color=no", "-p", "no:cacheprovider", "-W", "ignore")
OF_CTEST = re.compile(r"^\s*\d+/\d+ Test +#\d+: (\S+) \.+ *\**(?:Failed|Exception|Timeout|Not Run|Subprocess)", re.MULTILINE)
OF_PYTEST = re.compile(r"^(?:FAILED|ERROR) (?:tests/)?(.*?)(?: - .*)?$", re.MULTILINE)
# What cases and pages by hand say, in seconds; then the folder; then what takes minutes.
QUICK_FILES = tuple(f"generator/test_{name}.py" for name in ("resolve", "rooms", "parts"))
QUICK = ("generator/test_diagnostic_cases.py", "golden/test_pages.py", *QUICK_FILES)
FORMULAS = "generator/test_formula_values.py"
SLOW = tuple(f"generator/test_{name}.py" for name in ("commands", "cmake", "mutations"))
LATER = tuple(f"--ignore=tests/{file}" for file in (*SLOW, FORMULAS))


@dataclass(frozen=True)
class Suite:
    """`targets` are built before, in the preset host; `tests` are what pytest runs, and without any ctest runs `folder`, a
    test a process."""

    folder: str
    targets: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()
    limit: int = 1200  # seconds
    test_limit: int = 60  # of one test that ctest runs; a mutant may keep it from ending

    def exists(self, root: Path) -> bool:
        return (root / "tests" / self.folder / "CMakeLists.txt").exists() or bool(self.tests)

    def noticed_by(self, tree: Path, _changed: str) -> Optional[str]:
        """The first test that fails, or what keeps the suite from being built; None when all is well."""
        failed = build(tree, *self.targets) if self.targets else None
        if failed:
            return failed
        output = run(self.command(), tree, self.limit)
        if output is None:
            return None
        found = OF_CTEST.search(output) or OF_PYTEST.search(output)
        return found.group(1)[:160] if found else output.strip()[-160:]

    def command(self) -> tuple[str, ...]:
        if self.tests:
            return (*PYTEST, *(test if test.startswith("-") else f"tests/{test}" for test in self.tests))
        ctest = ("ctest", "--test-dir", f"build/host/tests/{self.folder}", "-j2", "--timeout", str(self.test_limit))
        return (*ctest, "--stop-on-failure", "--no-tests=error")


SUITES: "dict[str, Union[Suite, UnitTests]]" = {
    "runtime/base": Suite("runtime/base", ("tests/runtime/base/all",), test_limit=600),  # with many millions of numbers
    "base": UnitTests("base", ("base",), "-*Million*"),
    "metrics": UnitTests("metrics", ("base",)),
    "exposition": UnitTests("exposition", ("exposition", "base")),
    "http": UnitTests("http", ("http", "exposition", "base")),
    "sensors": UnitTests("sensors", ("simulated_bus", "sensors", "base")),
    "generator quick": Suite("generator", tests=QUICK),
    "formulas": Suite("generator", tests=(FORMULAS,)),
    "generator": Suite("generator", tests=("generator", *LATER)),
    "generator slow": Suite("generator", tests=SLOW),
    "sensors replay": Suite("sensors", ("tests/sensors/all", "tests/runtime/ports/linux_bus/all"), ("sensors",)),
    "compile_fail": Suite("compile_fail", tests=("compile_fail",)),
    "conformance": Suite("conformance", ("tests/conformance/all",), ("conformance",)),
    "fuzz": Suite("fuzz", ("tests/fuzz/all",), ("fuzz/test_against_h11.py",)),
    "target": Suite("target", tests=("target/test_number_text.py",)),
    "differential": Suite("differential", tests=("differential",)),
    "integration": Suite("integration", ("examples/all", "tests/integration/all"), ("integration",)),
    "drift": Suite("golden", tests=("golden/test_generated.py",)),
}


def suite(name: str) -> "Union[Suite, UnitTests]":
    """Of a name that the table above has not: the unit tests of that folder, as CMake builds them."""
    return SUITES.get(name) or Suite(name, (f"tests/{name}/all",))
