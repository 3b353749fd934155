"""Links of the documents lead to files, and to headings in them, that are there."""

import re
from pathlib import Path

import pytest

from harness.source_tree import ROOT, relative, tracked_files, with_suffix

LINK = re.compile(r"\]\(([^)\s]+)\)")
DOCUMENTS = [relative(path) for path in with_suffix(tracked_files(), ".md")]


def prose(text: str) -> str:
    """What is not code."""
    return re.sub(r"^ *```.*?^ *```$|`[^`\n]*`", "", text, flags=re.DOTALL | re.MULTILINE)


def anchors(document: Path) -> set[str]:
    """As GitHub makes them of headings: https://github.com/gjtorikian/html-pipeline, TableOfContentsFilter."""
    headings = re.findall(r"^#+ (.*)$", document.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_somewhere(name: str) -> None:
    document = ROOT / name
    broken = []
    for link in LINK.findall(prose(document.read_text(encoding="utf-8"))):
        if re.match("[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = document.parent / path if path else document
        if not target.exists() or anchor and target.suffix == ".md" and anchor not in anchors(target):
            broken.append(link)
    assert broken == []


def test_there_are_links_to_hold() -> None:
    text = prose((ROOT / "README.md").read_text(encoding="utf-8"))
    assert len([link for link in LINK.findall(text) if ":" not in link]) > 15
