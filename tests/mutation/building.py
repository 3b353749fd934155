"""Builds in the copy, in the preset host."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Optional

from command import run

BUILD = "build/host"
LIMIT = 1800  # seconds
ERROR = re.compile(r"^.*?(?:error: |CMake Error|undefined reference).*$", re.MULTILINE)
REFUSED = "does not compile: "


def build(tree: Path, *targets: str) -> Optional[str]:
    """What keeps the targets from being built; None when nothing does."""
    output = run(("ninja", "-C", BUILD, "-j2", *targets), tree, LIMIT)
    if output is None:
        return None
    error = ERROR.search(output)
    return REFUSED + (error.group().strip() if error else output)[-160:]
