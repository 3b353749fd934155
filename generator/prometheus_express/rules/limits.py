"""Bounds of the server that the form of a size or duration cannot express."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.application import Model
from ..problems.position import Span
from ..problems.problem import Problem

LONGEST = 2**31 - 1  # so that differences of 32-bit times have a sign
LARGEST = 2**16 - 1  # a connection's sizes have 16 bits
LARGEST_STREAM = 2**28 - 1  # as largest_body of runtime/…/message/body_parser.hpp


def limit_out_of_range(model: Model) -> Iterator[Problem]:
    if model.http is None:
        return
    limits = model.http.limits
    for key, span in limits.spans:
        if key in ("connections", "requests_per_connection"):
            continue  # counts: the schema language has their range
        if key.endswith("_timeout"):
            yield from _outside(key, getattr(limits, key + "_ms"), 1, LONGEST, "ms", span)
        else:
            yield from _outside(key, getattr(limits, key), _LEAST.get(key, 1), LARGEST, "B", span)
    for route in model.http.routes:
        if route.streams and route.body is not None and route.body_span:
            yield from _outside("stream", route.body, 1, LARGEST_STREAM, "B", route.body_span)


_LEAST = {"body": 0, "stored_bytes": 16, "output_buffer": 192}  # as runtime/…/http/responder.hpp demands


def _outside(key: str, value: int, lowest: int, highest: int, unit: str, span: Span) -> Iterator[Problem]:
    if not lowest <= value <= highest:
        large = value > highest
        fix = f"write at most `{highest}{unit}`" if large else f"write at least `{lowest}{unit}`" if lowest > 1 else "write more than 0"
        yield Problem("limit-out-of-range", f"`{key}` cannot be that {'large' if large else 'small'}", span, fix)


RULES = (limit_out_of_range,)
