"""Comments that say which step of a description a driver does."""

from __future__ import annotations

from ..ir.program import Note, Section
from .spelled import hexadecimal
from .text import in_comment

_SECTIONS = {
    Section.START: "start, from power-up on",
    Section.PREPARE: "prepare",
    Section.MEASURE: "measure: a sample starts here",
}


def noted(note: Note) -> str:
    if isinstance(note.about, Section):
        return _SECTIONS[note.about]
    step = note.about
    words = ", ".join(f"{one.name} ({hexadecimal(one.at)})" for one in step.registers) or in_comment(step.words)
    if note.continued:
        return f"{step.verb}: {words}, continued" if step.registers else f"{step.verb}, continued"
    return f"{step.verb}: {words}" if words else step.verb
