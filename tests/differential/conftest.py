"""The seed of the random schemas: `--seed`, or DIFFERENTIAL_SEED, or a new one a run."""

import os
import secrets

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--seed", default=os.environ.get("DIFFERENTIAL_SEED") or secrets.token_hex(4), help="of the random schemas")


def pytest_report_header(config: pytest.Config) -> str:
    return f"seed of the random schemas: {config.getoption('--seed')}"
