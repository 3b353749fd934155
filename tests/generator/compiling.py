"""Whether a C++ compiler takes what is generated."""

from __future__ import annotations

import subprocess
from pathlib import Path

from prometheus_express.pipeline import run
from schemas import CHECKOUT


def assert_it_compiles(schema: Path) -> None:
    """Generates beside the schema, which must have no error; g++ must not even warn."""
    outcome = run(schema)
    assert outcome.product, [(problem.message, problem.span.text[:60]) for problem in outcome.problems]
    for name, text in outcome.product.items():
        schema.with_name(name).write_text(text, encoding="utf-8")
    sources = [str(schema.with_name(name)) for name in outcome.product if name.endswith(".cpp")]
    command = ["g++", "-std=gnu++20", "-Wall", "-Wextra", "-Werror", "-fsyntax-only", f"-I{CHECKOUT}/runtime/include", *sources]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr[:3000]
