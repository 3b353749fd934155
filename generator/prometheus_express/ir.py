"""The intermediate representation: finished rows, from which the templates are filled."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Ir:
    application: str
