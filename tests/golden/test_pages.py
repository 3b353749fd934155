"""The text of a page by hand, from the format's documentation, against what the generator puts into its literals.

A case is a folder of pages/: metrics.yaml, and page.txt with `@` where a value goes.
Source: https://prometheus.io/docs/instrumenting/exposition_formats/ ("Text format details").
"""

from pathlib import Path

import pytest

from prometheus_express.formats.text import MAX_BLOCK_BYTES
from prometheus_express.ir.firmware import Firmware
from prometheus_express.lower.firmware import lower
from prometheus_express.pipeline import run_checks

PAGES = Path(__file__).parent / "pages"
CASES = sorted(path.parent for path in PAGES.glob("*/metrics.yaml"))


def lowered(schema: Path) -> Firmware:
    checked = run_checks(schema)
    assert not checked.problems
    assert checked.product
    return lower(checked.product)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_page_text(case: Path) -> None:
    page = lowered(case / "metrics.yaml").pages[0]
    text = "".join(block.text for family in page.text.families for block in family.blocks)
    assert text == (case / "page.txt").read_text(encoding="utf-8")


def test_receipt_counts_the_longest_values_and_labels() -> None:
    """A uint32 has 10 digits, a label value of 4 bytes at most 8 with escapes; three places of an open family."""
    page = lowered(PAGES / "open_labels" / "metrics.yaml").pages[0]
    head = "# HELP peer_bytes_total Bytes of each peer\n# TYPE peer_bytes_total counter\n"
    line = 'peer_bytes_total{way="out",peer="' + 8 * "x" + '"} 4294967295\n'
    shorter = line.replace("out", "in")
    assert page.largest == len(head) + 3 * (len(line) + len(shorter))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_line_has_a_hole_for_each_label_that_the_device_sets(case: Path) -> None:
    for exposition in lowered(case / "metrics.yaml").pages[0].expositions:
        for sample in exposition.samples:
            assert [value for _, value in sample.labels].count(None) == len(exposition.family.holes), exposition.family.key


def test_receipt_counts_the_constant_labels_of_the_librarys_own_metrics() -> None:
    case = PAGES / "constant_labels_of_self_metrics"
    longest = (case / "page.txt").read_text(encoding="utf-8").replace(" @", " 4294967295").replace("=@", '="' + 2 * 17 * "x" + '"')
    assert lowered(case / "metrics.yaml").pages[0].largest == len(longest)


def test_a_long_family_is_split_between_lines(tmp_path: Path) -> None:
    values = ", ".join(f"value{number}" for number in range(2500))
    schema = tmp_path / "metrics.yaml"
    schema.write_text(
        f"version: 1\napplication: split\nmetrics:\n  x: {{type: gauge, help: X, labels: {{name: [{values}]}}}}\n"
    )
    (family,) = lowered(schema).pages[0].text.families
    blocks = family.blocks
    assert len(blocks) > 1
    assert all(len(block.text.encode()) <= MAX_BLOCK_BYTES for block in blocks)
    assert sum(block.samples for block in blocks) == 2500
    text = "".join(block.text for block in blocks)
    assert text.splitlines()[2:] == [f'x{{name="value{number}"}} @' for number in range(2500)]
