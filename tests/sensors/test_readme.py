"""What the two READMEs show of sensors works as it stands there."""

import re
from pathlib import Path

from harness.source_tree import ROOT
from prometheus_express.device.library import load_device
from prometheus_express.kinds.sensor import FAILURES
from prometheus_express.pipeline import run

(PART,) = re.findall("```yaml\n(.*?)```", (ROOT / "schema" / "devices" / "README.md").read_text(), re.DOTALL)
(BINDING,) = re.findall("```yaml\n(buses:.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)


def test_part_of_the_readme_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "meter.yaml").write_text(PART)
    assert load_device(tmp_path / "meter.yaml").problems == ()


def test_binding_of_the_readme_generates(tmp_path: Path) -> None:
    (tmp_path / "metrics.yaml").write_text("version: 1\napplication: greenhouse\n" + BINDING)
    outcome = run(tmp_path / "metrics.yaml")
    assert outcome.problems == () and outcome.product is not None
    assert "greenhouse_sensors.hpp" in outcome.product


def test_every_reason_is_explained_where_a_message_sends_its_reader() -> None:
    text = (ROOT / "schema" / "devices" / "README.md").read_text()
    section = text.split("\n## Reasons\n")[1].split("\n## ")[0]
    assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) == list(FAILURES)
    assert "`Reasons` in schema/devices/README.md" in (ROOT / "runtime" / "src" / "host" / "sensor_news.cpp").read_text()
