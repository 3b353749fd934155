"""A text of the schema, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..problems.position import NOWHERE, Span


@dataclass(frozen=True)
class Text:
    """The span says where it stands for diagnostics, and takes no part in comparisons."""

    value: str
    span: Span = field(default=NOWHERE, compare=False, repr=False)

    def __str__(self) -> str:
        return self.value
