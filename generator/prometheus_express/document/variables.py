"""`${NAME}` in texts that say what was built: the labels of an info, those of sensors, and constant labels. `$${` stands for `${` itself."""

from __future__ import annotations

import re
from collections.abc import Mapping as Definitions
from dataclasses import replace

from ..problems.problem import Outcome, Problem
from ..problems.proposals import nearest
from .nodes import Document, Entry, Mapping, Node, Refused, Scalar

VARIABLE = re.compile(r"\$(\$?)\{([A-Za-z_][A-Za-z0-9_]*)\}")
PLACES = (("constant_labels", "*"), ("sensors", "*", "labels", "*"), ("metrics", "*", "labels", "*"))


def substitute(document: Document, definitions: Definitions[str, str]) -> Outcome[Document]:
    """The document with the values of variables; where one has none, nothing stands in the text's place."""
    problems: list[Problem] = []

    def written(scalar: Scalar) -> Node:
        missing = [name for escape, name in VARIABLE.findall(scalar.text) if not escape and name not in definitions]
        if missing:
            meant = nearest(missing[0], definitions)
            fix = f"did you mean `${{{meant}}}`?" if meant else f"give it with `--define {missing[0]}=VALUE`"
            if missing[0] == "PROJECT_VERSION":
                fix += "; prometheus_express_generate does, where the project has a VERSION"
            problems.append(Problem("undefined-variable", f"the variable `{missing[0]}` has no value", scalar.span, fix))
            return Refused(scalar.span)
        text = VARIABLE.sub(lambda match: match[0][1:] if match[1] else definitions[match[2]], scalar.text)
        return replace(scalar, text=text)

    def inside(node: Node, places: tuple[tuple[str, ...], ...]) -> Node:
        if isinstance(node, Scalar) and () in places:
            return written(node)
        if not isinstance(node, Mapping) or not places:
            return node
        return replace(node, entries=tuple(_entry(entry, places) for entry in node.entries))

    def _entry(entry: Entry, places: tuple[tuple[str, ...], ...]) -> Entry:
        further = tuple(place[1:] for place in places if place and place[0] in ("*", entry.key.text))
        return replace(entry, value=inside(entry.value, further))

    root = inside(document.root, PLACES)
    assert isinstance(root, Mapping)
    return Outcome(replace(document, root=root), tuple(problems))
