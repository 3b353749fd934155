"""The text of a page by hand, from the format's documentation, against what the generator puts into its literals.

A case is a folder of pages/: metrics.yaml, and page.txt with `@` where a value goes.
Source: https://prometheus.io/docs/instrumenting/exposition_formats/ ("Text format details").
"""

from pathlib import Path

import pytest

from prometheus_express import exposition_text
from prometheus_express.ir import Firmware
from prometheus_express.lower import lower
from prometheus_express.pipeline import run_checks

CASES = sorted(path.parent for path in (Path(__file__).parent / "pages").glob("*/metrics.yaml"))


def lowered(schema: Path) -> Firmware:
    checked = run_checks(schema)
    assert not checked.problems
    return lower(checked.product)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_page_text(case: Path) -> None:
    page = lowered(case / "metrics.yaml").pages[0]
    text = "".join(block for family in page.families for block, _ in exposition_text.blocks(family))
    assert text == (case / "page.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_receipt_counts_the_longest_values(case: Path) -> None:
    firmware = lowered(case / "metrics.yaml")
    page = firmware.pages[0]
    values = sum(family.value.longest_text * len(family.series) for family in page.families)
    marks = sum(len(family.series) for family in page.families)
    text = (case / "page.txt").read_text(encoding="utf-8")
    assert page.largest == len(text.encode()) - marks + values
