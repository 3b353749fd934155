"""Holds a page against text format 0.0.4 and against what this project promises beyond it; promtool lets much pass.

    problems(page)                                      [] or lines like `3: number: 1.0 is not the text of a value`
    problems(page, {"load": is_double})                 holds the values of a family against the kind of its cells

The format: https://prometheus.io/docs/instrumenting/exposition_formats/#text-format-details. Each problem has the name
of its rule, which the tests of this file break one by one.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from harness.number_text import Rule, is_value

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"

METRIC_NAME = re.compile(r"[a-zA-Z_:][a-zA-Z0-9_:]*")
LABEL_NAME = re.compile(r"(?!__)[a-zA-Z_][a-zA-Z0-9_]*")
COMMENT = re.compile(r"# (HELP|TYPE) ([^ ]*)(?: (.*))?", re.DOTALL)
SAMPLE = re.compile(r'([^{ ]*)(?:\{((?:[^"}]|"(?:\\.|[^"\\])*")*)\})? (.*)', re.DOTALL)
LABEL = re.compile(r'([^=,]*)="((?:\\.|[^"\\])*)"(?:,(?!$)|$)', re.DOTALL)
BAD_HELP_ESCAPE = re.compile(r"(?:\\\\|\\n|[^\\])*\\(?![\\n])", re.DOTALL)
BAD_LABEL_ESCAPE = re.compile(r'(?:\\\\|\\"|\\n|[^\\])*\\(?![\\n"])', re.DOTALL)
SUFFIXES = {"histogram": ("_bucket", "_sum", "_count"), "summary": ("", "_sum", "_count")}
TYPES = ("counter", "gauge", "histogram", "summary", "untyped")


@dataclass
class Family:
    name: str
    has_help: bool = False
    type: str = ""
    samples: int = 0
    label_order: dict[str, tuple[str, ...]] = field(default_factory=dict)  # by name of the sample

    def owns(self, sample: str) -> bool:
        return any(sample == self.name + suffix for suffix in SUFFIXES.get(self.type, ("",)))


class Checker:
    def __init__(self, kinds: Mapping[str, Rule]) -> None:
        self._kinds = kinds
        self._family = Family("")
        self.families: set[str] = set()
        self._series: set[tuple[str, frozenset[tuple[str, str]]]] = set()

    def line(self, line: str) -> Iterator[str]:
        if line != line.rstrip():
            yield "trailing-blank: the line ends in white space"
        if not line:
            yield "empty-line: nothing stands in it"
        elif not line.startswith("#"):
            yield from self._sample(line)
        elif comment := COMMENT.fullmatch(line):
            yield from self._comment(comment[1], comment[2], comment[3] or "")
        else:
            yield "comment: neither HELP nor TYPE"

    def end(self) -> Iterator[str]:
        """What is wrong with the family that ends here."""
        if self._family.name and not self._family.type:
            yield f"no-type: {self._family.name} has none"

    def _comment(self, word: str, name: str, text: str) -> Iterator[str]:
        if not METRIC_NAME.fullmatch(name):
            yield f"metric-name: {name!r}"
        if name != self._family.name:
            yield from self._begin(name)
        family = self._family
        if family.samples:
            yield f"late-comment: {word} after samples of {name}"
        if word == "HELP":
            if family.has_help:
                yield f"second-help: {name} had one"
            if family.type:
                yield f"help-after-type: {name}"
            if BAD_HELP_ESCAPE.match(text):
                yield f"help-escape: {text!r}"
            family.has_help = True
            return
        if family.type:
            yield f"second-type: {name} had one"
        if not family.has_help:
            yield f"no-help: {name} has none in front of its TYPE"
        if text not in TYPES:
            yield f"type: {text!r}"
        if text == "counter" and not name.endswith("_total"):
            yield f"counter-name: {name} does not end in _total"
        family.type = text or "?"

    def _begin(self, name: str) -> Iterator[str]:
        yield from self.end()
        if name in self.families:
            yield f"split-family: {name} stood before"
        self.families.add(name)
        self._family = Family(name)

    def _sample(self, line: str) -> Iterator[str]:
        parts = SAMPLE.fullmatch(line)
        if not parts:
            yield "sample: not NAME{LABELS} VALUE"
            return
        name, labels, value = parts[1], parts[2], parts[3]
        if not METRIC_NAME.fullmatch(name):
            yield f"metric-name: {name!r}"
        if not self._family.owns(name):
            yield from self._begin(name)
        self._family.samples += 1
        pairs: list[tuple[str, str]] = []
        if labels is not None:
            yield from self._labels(labels, pairs)
        series = (name, frozenset(pairs))
        if series in self._series:
            yield f"duplicate-series: {line}"
        self._series.add(series)
        yield from self._order(name, tuple(pair[0] for pair in pairs))
        yield from self._value(name, value)

    def _order(self, name: str, order: tuple[str, ...]) -> Iterator[str]:
        """Labels stand in one order; a line may lack some, which to Prometheus are empty."""
        known = self._family.label_order.setdefault(name, order)
        more, fewer = (order, known) if len(order) > len(known) else (known, order)
        if tuple(label for label in more if label in fewer) != fewer:
            yield f"label-order: {order}, in a line before {known}"
        self._family.label_order[name] = more

    def _labels(self, text: str, pairs: list[tuple[str, str]]) -> Iterator[str]:
        found = list(LABEL.finditer(text))
        if not found or "".join(match[0] for match in found) != text:
            yield f"labels: {{{text}}}"
        for match in found:
            name, value = match[1], match[2]
            if not LABEL_NAME.fullmatch(name):
                yield f"label-name: {name!r}"
            if name in (pair[0] for pair in pairs):
                yield f"repeated-label: {name}"
            if BAD_LABEL_ESCAPE.match(value):
                yield f"label-escape: {value!r}"
            pairs.append((name, value))

    def _value(self, name: str, text: str) -> Iterator[str]:
        if " " in text:
            yield "timestamp: something stands behind the value"
            text = text.split(" ")[0]
        if not is_value(text):
            yield f"number: {text} is not the text of a value"
            return
        kind = self._kinds.get(self._family.name)
        if kind and not kind(text):
            yield f"kind: {text} is not the text of a value of {self._family.name}"
        counts = self._family.type == "counter" or name.endswith(("_bucket", "_count"))
        if counts and (text.startswith("-") or text == "NaN"):
            yield f"negative-counter: {text}"


def problems(page: bytes, kinds: "Mapping[str, Rule] | None" = None) -> list[str]:
    try:
        text = page.decode("utf-8")
    except UnicodeDecodeError as problem:
        return [f"0: utf-8: {problem}"]
    if not text:
        return []
    found = [] if text.endswith("\n") else ["0: final-newline: the last line does not end in one"]
    checker = Checker(kinds or {})
    number = 0
    for number, line in enumerate(text.removesuffix("\n").split("\n"), 1):
        found += [f"{number}: {problem}" for problem in checker.line(line)]
    found += [f"{number}: {problem}" for problem in checker.end()]
    unknown = set(kinds or {}) - checker.families
    return found + [f"0: missing-family: {name}" for name in sorted(unknown)]
