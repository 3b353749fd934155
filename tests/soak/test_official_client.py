"""1,000 random schemas, whose pages are those of the official Python client: see tests/differential. DIFFERENTIAL_SEED repeats a run."""

import os
import secrets
from pathlib import Path

from differential.trial import run_trials


def test_a_thousand_random_schemas(tmp_path: Path) -> None:
    seed = os.environ.get("DIFFERENTIAL_SEED") or secrets.token_hex(4)
    print(f"seed of the random schemas: {seed}")
    assert [trial.problem for trial in run_trials(seed, range(1000), tmp_path) if trial.problem] == []
