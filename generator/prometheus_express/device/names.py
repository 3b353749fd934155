"""Names of a device description that cannot stand in its driver, because C++ or the driver itself has them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from ..document.nodes import Entry
from ..names.cpp import CAPITALS, choice_enumerator, why_reserved
from ..names.driver import FUNCTIONS, MEMBERS, SETTING_NAMES, TYPES, channel_function, choices_type, field_member
from ..names.text import Text
from ..problems.problem import Note, Problem
from .model import Channel, Field, Setting

EVERY_LABEL = "sensor"


def check_names(
    fields: Iterable[Field], settings: Collection[Setting], formulas: Iterable[tuple[str, Entry]], channels: Iterable[Channel]
) -> Iterator[Problem]:
    """`formulas`: values and tables, each with what it is called. They and the channels are called in the driver's functions."""
    enums = {choices_type(setting.name.value) for setting in settings if setting.choices}
    for field in fields:
        if field_member(field.name.value) in MEMBERS:
            yield _reserved("a field", field.name, "a member of every driver")
    for setting in settings:
        yield from _check_setting(setting)
    for channel in channels:
        if channel.label_name == EVERY_LABEL:
            message = f"the label of `{channel.kind}` cannot be called `{EVERY_LABEL}`, which `all.{channel.kind}` gives to each series"
            yield Problem("reserved-name", message, channel.kind.span, "write for example `label: channel`")
    called: dict[str, Text] = {}  # channels; formulas among each other are told apart elsewhere
    for what, name, function in (
        *(("a channel", channel.kind, _function(channel)) for channel in channels),
        *((what, Text(entry.key.text, entry.key.span), entry.key.text) for what, entry in formulas),
    ):
        reason = why_reserved(function) or ("a function of every driver" if function in FUNCTIONS else None)
        if function == "px":
            reason = "a namespace already"
        elif function in CAPITALS:
            reason = "a macro of common headers"
        elif function in TYPES or function in enums:
            reason = "a type of its driver"
        if reason:
            yield _reserved(what, name, reason)
        elif function in called:
            note = Note("it stands here already", called[function].span)
            message = f"the driver would have `{function}` twice"
            yield Problem("duplicate-meaning", message, name.span, "give one of the two another name", (note,))
        elif what == "a channel":
            called[function] = name


def _function(channel: Channel) -> str:
    return channel_function(channel.kind.value, "" if channel.turns or not channel.labels else channel.labels[0])


def _check_setting(setting: Setting) -> Iterator[Problem]:
    name = setting.name
    reason = why_reserved(name.value) or ("a setting of every driver" if name.value in SETTING_NAMES else None)
    if name.value in CAPITALS:
        reason = "a macro of common headers"
    elif choices_type(setting.name.value) in TYPES:
        reason = "a type of its driver"
    elif setting.choices and choices_type(setting.name.value) == name.value:
        reason = "the name of the C++ enum of its choices"
    if reason:
        yield _reserved("a setting", name, reason)
    names: dict[str, str] = {}
    for choice in setting.choices:
        enumerator = choice_enumerator(choice)
        first = names.setdefault(enumerator, choice)
        if first is not choice:
            message = f"the choices `{first}` and `{choice}` would both be the C++ enumerator `{choices_type(setting.name.value)}::{enumerator}`"
            fix = "let the choices differ in more than upper case and punctuation"
            yield Problem("enumerator-collision", message, name.span, fix)


def _reserved(what: str, name: Text, reason: str) -> Problem:
    message = f"{what} cannot be called `{name}`, which is {reason}"
    return Problem("reserved-name", message, name.span, f"write for example `{name}_{what.split()[-1]}`")
