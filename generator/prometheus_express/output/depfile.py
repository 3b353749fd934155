"""A make rule that says which files generated ones were made of, as make and Ninja read it."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Union


def depfile_text(outputs: Sequence[Path], inputs: Sequence[Union[Path, str]]) -> str:
    targets = " ".join(map(_escaped, outputs))
    return f"{targets}: \\\n  " + " \\\n  ".join(map(_escaped, inputs)) + "\n"


def _escaped(path: Union[Path, str]) -> str:
    """Absolute, with what make gives a meaning escaped as compilers do."""
    return re.sub(r"([ #\\])", r"\\\1", os.path.abspath(path)).replace("$", "$$")
