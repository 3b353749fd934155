"""Documents about metrics: small ones to the byte, and all of them against the page that they are about.

docs/NAME.md is of pages/NAME/metrics.yaml, or of the example NAME. Refresh one with
`generator/prometheus-express docs SCHEMA --output tests/golden/docs/NAME.md`, and read what changed.
"""

import re
import subprocess
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from prometheus_express.kinds.format import Format
from prometheus_express.markdown.metrics import metrics_document
from prometheus_express.pipeline import plan
from harness.source_tree import ROOT

HERE = Path(__file__).parent
KEPT = sorted((HERE / "docs").glob("*.md"))
SCHEMAS = sorted([*(ROOT / "examples").glob("*/metrics.yaml"), *HERE.glob("pages/*/metrics.yaml")])


def schema_of(document: Path) -> Path:
    of_page = HERE / "pages" / document.stem / "metrics.yaml"
    return of_page if of_page.is_file() else ROOT / "examples" / document.stem / "metrics.yaml"


@pytest.mark.parametrize("kept", KEPT, ids=lambda path: path.stem)
def test_the_document_is_as_kept(kept: Path) -> None:
    command = [ROOT / "generator" / "prometheus-express", "docs", schema_of(kept)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda schema: schema.parent.name)
def test_examples_are_lines_of_the_page(schema: Path) -> None:
    """Each family has a line that the official parser reads as one of that family, with the labels of the page."""
    planned = plan(schema).product
    assert planned
    document = metrics_document(planned.firmware)
    for page in planned.firmware.pages:
        for exposition, text in zip(page.expositions, page.text.families):
            head = "".join(text.blocks[0].text.splitlines(keepends=True)[:2])
            (family,) = text_string_to_metric_families(head + text.example + "\n")
            (sample,) = family.samples
            assert sample.name in exposition.names[Format.TEXT].samples.values()
            assert list(sample.labels) == [name for name, _ in exposition.samples[0].labels]
            assert f"```\n{text.example}\n```" in document


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda schema: schema.parent.name)
def test_each_link_of_the_table_has_its_heading(schema: Path) -> None:
    planned = plan(schema).product
    assert planned
    document = metrics_document(planned.firmware)
    headings = {re.sub(r"[^\w-]", "", line).lower() for line in document.splitlines() if line.startswith("###")}
    links = re.findall(r"\]\(#([^)]*)\)", document)
    assert links and set(links) <= headings


def test_texts_cannot_break_the_document(tmp_path: Path) -> None:
    schema = tmp_path / "metrics.yaml"
    schema.write_text(
        "version: 1\napplication: odd\nmetrics:\n"
        '  x: {type: gauge, help: "# not a | heading\\n<b> *a* `b`", labels: {way: ["a|b", "`x", ""]}}\n'
    )
    planned = plan(schema).product
    assert planned
    document = metrics_document(planned.firmware)
    assert "\\# not a \\| heading \\<b\\> \\*a\\* \\`b\\`" in document
    assert "- Label `way`: `a\\|b`, `` `x ``, empty" in document


def test_a_schema_with_errors_has_no_document(tmp_path: Path) -> None:
    schema, output = tmp_path / "metrics.yaml", tmp_path / "metrics.md"
    schema.write_text("version: 1\napplication: demo\nmetrics: {x: {type: guage, help: x}}\n")
    command = [ROOT / "generator" / "prometheus-express", "docs", schema, "--output", output]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1 and done.stdout == "" and "unknown-metric-type" in done.stderr
    assert not output.exists()
