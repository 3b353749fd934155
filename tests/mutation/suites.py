"""The suites: what is built for each, how it is run, and what it says of the first test that failed."""

from __future__ import annotations

import os
import re
import resource
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

NICE = 10  # others may be at work
MOST_MEMORY = 6 << 30  # bytes of a program under test: a mutant may ask for all there is
BUILD_LIMIT, TEST_LIMIT = 1800, 240  # seconds; that of a test ends what a mutant keeps from ending
PYTEST = (sys.executable, "-m", "pytest", "-x", "-q", "--color=no", "-p", "no:cacheprovider", "-W", "ignore")
OF_CTEST = re.compile(r"^\s*\d+/\d+ Test +#\d+: (\S+) \.+ *\**(?:Failed|Exception|Timeout|Not Run|Subprocess)", re.MULTILINE)
OF_PYTEST = re.compile(r"^(?:FAILED|ERROR) (?:tests/)?(.*?)(?: - .*)?$", re.MULTILINE)
COMPILER_ERROR = re.compile(r"^.*?(?:error: |CMake Error|undefined reference).*$", re.MULTILINE)

SLOW_NUMBERS = "Million|Ecmascript"
# What cases and pages by hand say, in seconds; then the folder; then what takes minutes.
QUICK = ("generator/test_diagnostic_cases.py", "golden/test_pages.py", *(f"generator/test_{name}.py" for name in ("resolve", "rooms", "buckets")))
SLOW = tuple(f"generator/test_{name}.py" for name in ("formula_values", "commands", "cmake", "mutations"))
LATER = tuple(f"--ignore=tests/{file}" for file in SLOW)


@dataclass(frozen=True)
class Suite:
    """`targets` are built before, in the preset host; `tests` are what pytest runs, and without any ctest runs `folder`, those tests
    that its `options` choose."""

    folder: str
    targets: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    limit: int = 1200  # seconds

    def exists(self, root: Path) -> bool:
        return (root / "tests" / self.folder / "CMakeLists.txt").exists() or bool(self.tests)

    def command(self) -> tuple[str, ...]:
        if self.tests:
            return (*PYTEST, *(test if test.startswith("-") else f"tests/{test}" for test in self.tests))
        ctest = ("ctest", "--test-dir", f"build/host/tests/{self.folder}", "-j2", "--timeout", str(TEST_LIMIT))
        return (*ctest, "--stop-on-failure", "--no-tests=error", *self.options)


SUITES = {
    "runtime/base": Suite("runtime/base", ("tests/runtime/base/all",), options=("-E", SLOW_NUMBERS)),
    "runtime/base slow": Suite("runtime/base", ("tests/runtime/base/all",), options=("-R", SLOW_NUMBERS)),
    "generator quick": Suite("generator", tests=QUICK),
    "generator": Suite("generator", tests=("generator", *LATER)),
    "generator slow": Suite("generator", tests=SLOW),
    "sensors": Suite("sensors", ("tests/sensors/all", "tests/runtime/ports/linux_bus/all"), ("sensors",)),
    "compile_fail": Suite("compile_fail", tests=("compile_fail",)),
    "conformance": Suite("conformance", ("tests/conformance/all",), ("conformance",)),
    "fuzz": Suite("fuzz", ("tests/fuzz/all",), ("fuzz/test_against_h11.py",)),
    "target": Suite("target", tests=("target",)),
    "differential": Suite("differential", tests=("differential",)),
    "integration": Suite("integration", ("examples/all", "tests/integration/all"), ("integration",)),
    "drift": Suite("golden", tests=("golden/test_generated.py",)),
}


def suite(name: str) -> Suite:
    """Of a name that the table above has not: the unit tests of that folder."""
    return SUITES.get(name) or Suite(name, (f"tests/{name}/all",))


def noticed_by(found: Suite, tree: Path) -> Optional[str]:
    """The first test that fails, or what keeps the suite from being built; None when all is well."""
    if found.targets:
        output = _run(("ninja", "-C", "build/host", "-j2", *found.targets), tree, BUILD_LIMIT)
        if output is not None:
            error = COMPILER_ERROR.search(output)
            return "does not compile: " + (error.group().strip()[-160:] if error else output[-160:])
    output = _run(found.command(), tree, found.limit)
    return None if output is None else _failed_test(output)


def _run(command: tuple[str, ...], tree: Path, limit: int) -> Optional[str]:
    """What a command said that failed, or did not end; None of one that succeeded."""
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
    with subprocess.Popen(
        command, cwd=tree, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        errors="replace", start_new_session=True, preexec_fn=_confine,
    ) as process:  # fmt: skip
        try:
            output, _ = process.communicate(timeout=limit)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            return f"{process.communicate()[0]}\nFAILED did not end within {limit} s"
        except BaseException:  # as Ctrl-C, which a session of its own does not get
            os.killpg(process.pid, signal.SIGKILL)
            raise
    return None if process.returncode == 0 else output


def _confine() -> None:
    os.setpriority(os.PRIO_PROCESS, 0, NICE)
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _failed_test(output: str) -> str:
    found = OF_CTEST.search(output) or OF_PYTEST.search(output)
    return found.group(1)[:160] if found else output.strip()[-160:]
