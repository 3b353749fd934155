"""Names in the schema that stand for something else in it."""

from __future__ import annotations

from collections.abc import Iterator

from ..document.nodes import Document, Mapping, Scalar, Sequence
from ..document.structure import Finding
from ..model.sensor import HEALTH
from ..problems.problem import Problem
from ..problems.proposals import listed, nearest
from .health import has_health

SHOWN = 8  # names in a proposal


def findings(document: Document) -> Iterator[Finding]:
    """Metrics of registries that there are not."""
    metrics, registries = document.root.get("metrics"), document.root.get("registries")
    names = [entry.key.text for entry in metrics.entries] if isinstance(metrics, Mapping) else []
    names += HEALTH if has_health(document) else ()
    for entry in registries.entries if isinstance(registries, Mapping) else ():
        chosen = entry.value.get("metrics") if isinstance(entry.value, Mapping) else None
        for index, item in enumerate(chosen.items if isinstance(chosen, Sequence) else ()):
            if isinstance(item, Scalar) and not item.is_missing and item.text not in names:
                meant = nearest(item.text, names)
                fix = f"did you mean `{meant}`?" if meant else _choice(names)
                message = f"there is no metric `{item.text}` for the registry `{entry.key.text}`"
                path = ("registries", entry.key.text, "metrics", index)
                yield Finding(path, Problem("unknown-metric", message, item.span, fix))


def _choice(names: list[str]) -> str:
    if not names:
        return "write it into `metrics` first"
    return f"write {listed(names)}" if len(names) <= SHOWN else "write the key of a metric in `metrics`"
