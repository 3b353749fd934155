"""1,000 random schemas, whose pages are those of the official Python client: see tests/differential. DIFFERENTIAL_SEED repeats a run."""

import os
import secrets
import sys
from pathlib import Path

from source_tree import ROOT

sys.path.insert(0, str(ROOT / "tests" / "differential"))
from trial import run_trials  # noqa: E402


def test_a_thousand_random_schemas(tmp_path: Path) -> None:
    seed = os.environ.get("DIFFERENTIAL_SEED") or secrets.token_hex(4)
    print(f"seed of the random schemas: {seed}")
    assert [trial.problem for trial in run_trials(seed, range(1000), tmp_path) if trial.problem] == []
