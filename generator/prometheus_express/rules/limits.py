"""Bounds of the server that the form of a size or duration cannot express."""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics import Problem
from ..model import Model

LARGEST = 2**31 - 1  # so that differences of 32-bit times and sizes have a sign


def limit_out_of_range(model: Model) -> Iterator[Problem]:
    limits = model.http.limits if model.http else None
    for key, span in limits.spans if limits else ():
        if key in ("connections", "requests_per_connection"):
            continue  # counts: the schema language has their range
        if key.endswith("_timeout"):
            value, lowest, highest = getattr(limits, key + "_ms"), 1, "2147483647ms"
        else:
            value, lowest, highest = getattr(limits, key), int(key != "body"), "2147483647B"
        if not lowest <= value <= LARGEST:
            fix = f"write at most `{highest}`" if value else "write more than 0"
            yield Problem("limit-out-of-range", f"`{key}` cannot be that {'large' if value else 'small'}", span, fix)


RULES = (limit_out_of_range,)
