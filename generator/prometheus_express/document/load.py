"""load: from a YAML or JSON file to nodes that know where they stand.

Nothing is interpreted here: `no`, `1.0` and `0x77` stay the texts they are until the schema says what is wanted there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Optional

import yaml

from ..problems.position import Span
from ..problems.problem import Note, Outcome, Problem
from .nodes import Document, Entry, Mapping, Node, Refused, Scalar, Sequence
from .source import Source, read_source
from .yaml_errors import syntax_problem

DEEPEST = 32  # a schema nests seven deep


def load(path: Path) -> Outcome[Document]:
    """The document of a file: YAML, or JSON, which is YAML too."""
    source = read_source(path)
    if source.product is None:
        return Outcome(None, source.problems)
    document = read_document(source.product)
    return Outcome(document.product, source.problems + document.problems)


def read_document(source: Source) -> Outcome[Document]:
    """The document of a text."""
    text = source.text
    if source.file.endswith(".json"):
        text = text.replace("\t", " ")  # JSON may indent with tabs; its strings cannot hold one
    reader = _Reader(source, yaml.parse(text, Loader=yaml.SafeLoader))
    try:
        root = reader.document()
    except yaml.MarkedYAMLError as error:
        return Outcome(None, (*reader.problems, syntax_problem(error, source)))
    except yaml.YAMLError:
        problem = Problem("yaml-syntax", "this is not YAML", source.span(0, 0), "see https://yaml.org")
        return Outcome(None, (*reader.problems, problem))
    except ValueError:  # PyYAML's int() and chr() on what is no version or character
        problem = Problem("yaml-syntax", "an escape or directive here is not YAML", source.span(0, 0), "remove it")
        return Outcome(None, (*reader.problems, problem))
    return Outcome(Document(source.file, root) if root else None, tuple(reader.problems))


@dataclass
class _Reader:
    """Turns the parser's events into nodes."""

    source: Source
    events: Iterator[Any]
    problems: list[Problem] = field(default_factory=list)

    def document(self) -> Optional[Mapping]:
        next(self.events)  # start of the stream
        if isinstance(next(self.events), yaml.StreamEndEvent):
            self.problem("empty-file", "the file holds no schema", self.source.span(0, 0), "start with `version: 1`")
            return None
        root = self.node(next(self.events), depth=0)
        next(self.events)  # end of the document
        further = next(self.events)
        if not isinstance(further, yaml.StreamEndEvent):
            fix = "write one schema in one file, without `---` between its parts"
            self.problem("several-documents", "a second document starts here", self.mark(further, "---"), fix)
        if isinstance(root, Mapping):
            return root
        if not isinstance(root, Refused):
            fix = "start with `version: 1` and `application: …`, each on a line of its own"
            self.problem("not-a-mapping", "a schema is a mapping of keys to values", root.span, fix)
        return None

    def node(self, event: Any, depth: int) -> Node:
        if isinstance(event, yaml.AliasEvent):
            span = self.mark(event, "*" + event.anchor)
            self.problem("alias", f"the alias `*{event.anchor}` is not allowed", span, "write the value out here")
            return Refused(span)
        refused = self.properties(event)
        if isinstance(event, yaml.ScalarEvent):
            node: Node = self.scalar(event)
        elif depth >= DEEPEST:
            span = self.mark(event)
            fix = f"nest at most {DEEPEST} levels; a schema needs seven"
            self.problem("nested-too-deep", "values are nested too deep here", span, fix)
            self.skip()
            return Refused(span)
        elif isinstance(event, yaml.SequenceStartEvent):
            node = self.sequence(event, depth)
        else:
            node = self.mapping(event, depth)
        return Refused(node.span) if refused else node

    def properties(self, event: Any) -> bool:
        """Refuses an anchor and a tag; whether there was a tag, which would change what the value is."""
        if event.anchor is not None:
            span = self.mark(event, "&" + event.anchor)
            self.problem("anchor", f"the anchor `&{event.anchor}` is not allowed", span, "delete it")
        if event.tag is None:
            return False
        fix = "delete the tag; the key decides what a value is"
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")
        self.problem("tag", f"the tag `{tag}` is not allowed", self.mark(event), fix)
        return True

    def scalar(self, event: Any) -> Node:
        start, end = event.start_mark, event.end_mark
        length = end.column - start.column if end.line == start.line else len(self.source.text)
        span = self.source.span(start.line, start.column, length)
        plain = event.style is None
        # JSON writes what lies outside the basic plane as a pair of escapes.
        text = event.value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        if "\ufffd" in text and "\ufffd" not in event.value or "\0" in text:
            fix = "remove the escape `\\0` or the half of a surrogate pair"
            self.problem("invalid-text", "this text holds what is no character", span, fix)
            return Refused(span)
        return Scalar(text, span, plain)

    def sequence(self, event: Any, depth: int) -> Sequence:
        items = []
        while not isinstance(item := next(self.events), yaml.SequenceEndEvent):
            items.append(self.node(item, depth + 1))
        return Sequence(tuple(items), self.mark(event))

    def mapping(self, event: Any, depth: int) -> Mapping:
        entries: dict[str, Entry] = {}
        while not isinstance(item := next(self.events), yaml.MappingEndEvent):
            key = self.node(item, depth + 1)
            value = self.node(next(self.events), depth + 1)
            if isinstance(value, Scalar) and value.is_missing:
                value = Scalar("", key.span)  # nothing can be pointed at but the key
            if isinstance(key, Refused):
                continue
            if isinstance(key, Scalar) and key.plain and key.text == "<<":
                self.problem("merge-key", "the merge key `<<` is not allowed", key.span, "write the keys out here")
                continue
            if not isinstance(key, Scalar) or key.is_missing:
                fix = "write `key: value`, or quote a text that holds `{`, `[` or `?`"
                self.problem("key-not-text", "a key must be a text", key.span, fix)
            elif key.text in entries:
                note = Note("it stands here already", entries[key.text].key.span)
                fix = "keep one of the two"
                self.problem("duplicate-key", f"the key `{key.text}` is written twice", key.span, fix, note)
            else:
                entries[key.text] = Entry(key, value)
        return Mapping(tuple(entries.values()), self.mark(event))

    def skip(self) -> None:
        """To the end of the collection whose start was just taken."""
        depth = 1
        while depth:
            event = next(self.events)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)

    def mark(self, event: Any, text: str = " ") -> Span:
        return self.source.span(event.start_mark.line, event.start_mark.column, len(text))

    def problem(self, slug: str, message: str, span: Span, fix: str, *notes: Note) -> None:
        self.problems.append(Problem(slug, message, span, fix, notes))
