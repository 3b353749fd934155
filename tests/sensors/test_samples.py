"""The drivers against the sample vectors."""

from pathlib import Path
from typing import Any

import pytest
from comparison import differences, load_vectors, replay

VECTORS = load_vectors(Path(__file__).parent / "vectors" / "samples.json")


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return replay(VECTORS, tmp_path_factory.mktemp("replay"))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: str(vector["id"]))
def test_sample_is_read_as_expected(vector: dict[str, Any], results: dict[str, Any]) -> None:
    assert differences(vector, results[vector["id"]]) == []
