"""The problems of structure, in our words: one function for each way not to fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from ..problems.position import Span
from ..problems.problem import Note, Problem
from ..problems.proposals import fitting, listed, nearest
from .nodes import Mapping, Node, Scalar, Sequence as SequenceNode
from .shape import Shape, flow
from .unsupported import instead_of_key, instead_of_word

KINDS = (
    ("object", "a mapping"),
    ("array", "a list"),
    ("string", "a text"),
    ("integer", "a whole number"),
    ("number", "a number"),
    ("boolean", "`true` or `false`"),
)
NOT_FINITE = frozenset(("inf", "infinity", "nan"))
SLUG_OF_MISSING = {"help": "missing-help"}
MOVED = {  # keys of former versions: where they went, and what to write
    ("schema", "sensor_health"): (
        "self_metrics", "delete it; `self_metrics: []` switches the metrics about sensors off, `[sensors]` is the default",
    ),
}  # fmt: skip
TRUTH_WORDS = {"yes": "true", "on": "true", "y": "true", "no": "false", "off": "false", "n": "false"}


def unknown_key(key: Scalar, shape: Shape, present: Sequence[str], called: str) -> Problem:
    if (shape.name, key.text) in MOVED:
        return Problem("moved-key", f"`{key.text}` is a part of `{MOVED[shape.name, key.text][0]}` now", key.span,
                       MOVED[shape.name, key.text][1])  # fmt: skip
    free = [name for name in shape.properties if name not in present]
    meant, instead = nearest(key.text, free), instead_of_key(key.text)
    if instead:
        fix = instead
    elif meant:
        fix = f"did you mean `{meant}`?"
    elif free:
        fix = f"write {listed(free)}"
    else:
        fix = "delete it; every key that fits here is there"
    return Problem("unknown-key", f"unknown key `{key.text}` in {called}", key.span, fix)


def missing_key(key: str, shape: Shape, called: str, span: Span, node: Mapping) -> Problem:
    slug = SLUG_OF_MISSING.get(key, "missing-key")
    sample = _default(node) if key == "default" else None
    return Problem(slug, f"{called} has no `{key}`", span, f"add `{key}: {sample or _sample(shape)}`")


def _default(setting: Mapping) -> Optional[str]:
    """One that fits what else is said of a setting: its first choice, its least value, or 0."""
    choices, minimum = setting.get("choices"), setting.get("minimum")
    if isinstance(choices, SequenceNode):
        return next((item.text for item in choices.items if isinstance(item, Scalar)), None)
    return minimum.text if isinstance(minimum, Scalar) else "0"


def nothing_chosen(shape: Shape, called: str, span: Span) -> Problem:
    """A mapping without keys, where several kinds of mapping fit."""
    needed = [(one, one.rules.get("required", [])) for one in shape.alternatives]
    samples = [f"{{{keys[0]}: {_sample(one.properties[keys[0]])}}}" for one, keys in needed if len(keys) == 1]
    return Problem("missing-key", f"{called} is empty", span, f"write {listed(samples)}")


def missing_value(node: Scalar, shape: Shape, called: str) -> Problem:
    examples = [flow(example) for example in shape.rules.get("examples", [])]
    fix = f"write for example {listed(examples)}" if len(examples) > 1 < len(shape.alternatives) else _write(shape)
    return Problem("missing-value", f"{called} has no value", node.span, fix)


def wrong_type(node: Node, shape: Shape, called: str) -> Problem:
    wanted = [phrase for kind, phrase in KINDS if any(kind in one.types for one in shape.alternatives)]
    if len(wanted) > 1 and "a text" in wanted:
        wanted = [phrase for phrase in wanted if phrase not in ("a number", "`true` or `false`")]
    fix = _write(shape)
    if isinstance(node, Scalar):
        if "number" in shape.types and node.text.lower().lstrip("+-.") in NOT_FINITE:
            return not_finite(node, shape, called)
        got = f"`{node.text}`"
        if "boolean" in shape.types:
            fix = f"write `{TRUTH_WORDS.get(node.text.lower(), node.text.lower())}`"
            if fix not in ("write `true`", "write `false`"):
                fix = "write `true` or `false`"
        elif not node.plain and shape.types & {"integer", "number"} and node.text.isascii() and node.text.isdigit():
            got, fix = "a quoted text", f"write `{node.text}` without quotes"
        elif "array" in shape.types:
            fix = f"write `[{node.text}]`"
    else:
        got = "a mapping" if isinstance(node, Mapping) else "a list"
        if isinstance(node, SequenceNode) and len(node.items) == 1 and isinstance(node.items[0], Scalar):
            if not shape.types & {"object", "array"} and "object" not in _alternative_types(shape):
                fix = f"write `{node.items[0].text}` without brackets"
    return Problem("wrong-type", f"{called} must be {' or '.join(wanted)}, not {got}", node.span, fix)


def not_finite(node: Scalar, shape: Shape, called: str) -> Problem:
    fix = _write(shape)
    if shape.title == "bound" and "inf" in node.text.lower() and not node.text.startswith("-"):
        fix = "delete it; the bucket to `+Inf` is there by itself"
    return Problem("not-finite", f"{called} must be finite, not `{node.text}`", node.span, fix)


def out_of_range(node: Scalar, shape: Shape, called: str) -> Problem:
    if shape.title == "address" and node.text.isalnum() and 127 < int(node.text, 0) <= 255:
        fix = f"did you mean 0x{int(node.text, 0) >> 1:02X}? {node.text} is that with the bit for reading and writing"
        return Problem("out-of-range", f"{called} cannot be {node.text}: it has 7 bits", node.span, fix)
    lowest, highest, above = (shape.rules.get(key) for key in ("minimum", "maximum", "exclusiveMinimum"))
    if above is not None:
        return Problem("out-of-range", f"{called} cannot be {node.text}", node.span, f"write more than {above}")
    fix = f"write a number from {lowest} to {highest}" if highest is not None else f"write at least {lowest}"
    return Problem("out-of-range", f"{called} cannot be {node.text}", node.span, fix)


def empty(shape: Shape, called: str, span: Span) -> Problem:
    return Problem("empty-collection", f"{called} is empty", span, _write(shape))


def wrong_length(shape: Shape, called: str, span: Span, written: int) -> Problem:
    least, most = shape.rules.get("minItems", 0), shape.rules.get("maxItems")
    takes = f"{least} items" if most == least else f"{least} items or more"
    return Problem("wrong-length", f"{called} takes {takes}, not {written}", span, _write(shape))


def duplicate_value(node: Scalar, first: Scalar, called: str) -> Problem:
    note = Note("it stands here already", first.span)
    return Problem("duplicate-value", f"`{node.text}` is written twice in {called}", node.span, "delete one", (note,))


def unfit_text(node: Scalar, shape: Shape) -> Problem:
    """A word that is not among those that fit, or a text of another form; both are named after their definition."""
    meant = nearest(node.text, shape.choices) or fitting(node.text, shape.patterns)
    kind = shape.name.replace("_", "-")
    if shape.patterns:
        slug, fix = "invalid-" + kind, shape.form
        fix = f"write `{meant}`. {fix}" if meant else fix
    else:
        slug, fix = "unknown-" + kind, f"write {listed(shape.choices)}"
        fix = instead_of_word(kind, node.text) or (f"did you mean `{meant}`?" if meant else fix)
    text = f"`{node.text}`" if node.text else "an empty text"
    return Problem(slug, f"{text} is not {with_article(shape.title)}", node.span, fix)


def with_article(title: str) -> str:
    """`a list`, `an address`"""
    return ("an " if title[0] in "aeiou" and not title.startswith("uni") else "a ") + title


def _alternative_types(shape: Shape) -> set[str]:
    return {kind for one in shape.alternatives for kind in one.types}


def _sample(shape: Shape) -> str:
    return shape.example or next((one.example for one in shape.alternatives if one.example), None) or "…"


def _write(shape: Shape) -> str:
    if shape.choices:
        return f"write {listed(shape.choices)}"
    return f"write for example `{_sample(shape)}`"
