"""The library as `cmake --install` puts it down, built once for all tests of this folder."""

from collections.abc import Callable
from pathlib import Path

import pytest

from project import ARM, HOST, WITHOUT_PYTHON, install

Prefix = Callable[[str], Path]
TARGETS = {"host": HOST, "arm": ARM}


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Prefix:
    """The prefix of a target, beside the folder `build` that it came from; that of the host is installed without a Python."""
    prefixes: dict[str, Path] = {}

    def prefix(target: str) -> Path:
        if target not in prefixes:
            work = tmp_path_factory.mktemp(f"install-{target}")
            options = [WITHOUT_PYTHON] if target == "host" else []
            prefixes[target] = install(work / "prefix", work / "build", TARGETS[target], *options)
        return prefixes[target]

    return prefix
