"""The drivers against the sample vectors, through /dev/i2c-1 and /dev/spidev0.N as Linux has them."""

from typing import Any

import pytest
from comparison import differences, replay
from test_samples import VECTORS


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return replay(VECTORS, tmp_path_factory.mktemp("linux"), program="sensor_replay_linux")


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: str(vector["id"]))
def test_sample_is_read_as_expected(vector: dict[str, Any], results: dict[str, Any]) -> None:
    assert differences(vector, results[vector["id"]]) == []
