"""docs: the metrics of an application as a document, for those who read its pages."""

from __future__ import annotations

from collections.abc import Iterator

from ..ir import (
    Answers, Asked, Cells, Exposition, Family, FamilyText, Feed, Firmware, Format, Initial, Known, Label, MetricType, OnStale,
    Page, Refusals, Slot, WhenFull,
)  # fmt: skip

_MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>|#"})
_ANCHORED = "abcdefghijklmnopqrstuvwxyz0123456789_-"


def metrics_document(firmware: Firmware) -> str:
    """The document, in Markdown."""
    return "\n".join(_document(firmware))


def _document(firmware: Firmware) -> Iterator[str]:
    yield f"# Metrics of {_plain(firmware.application)}\n"
    yield f"Made by `prometheus-express docs` from {_code(firmware.source)}.\n"
    if firmware.constant_labels:
        yield "Every series has these labels:\n"
        for label in firmware.constant_labels:
            yield f"- {_code(label.name)}: " + ("set when the device starts" if label.max_length else _code(label.value))
        yield ""
    for page in firmware.pages:
        yield from _page(firmware, page)
    if firmware.sensors:
        yield from _sensors(firmware.sensors.slots)


def _page(firmware: Firmware, page: Page) -> Iterator[str]:
    yield f"## {_code(page.path)}\n"
    yield "| Metric | Type | Unit | What it tells |\n| --- | --- | --- | --- |"
    for exposition in page.expositions:
        family, name = exposition.family, exposition.names[Format.TEXT].family
        yield f"| [{_code(name)}](#{_anchor(name)}) | {family.type.value} | {_plain(family.unit)} | {_plain(family.help)} |"
    yield ""
    for exposition, text in zip(page.expositions, page.text.families):
        yield from _family(firmware, exposition, text)


def _family(firmware: Firmware, exposition: Exposition, text: FamilyText) -> Iterator[str]:
    family = exposition.family
    yield f"### {_code(exposition.names[Format.TEXT].family)}\n"
    yield f"{_plain(family.help)}\n"
    unit = f", in {_plain(family.unit)}" if family.unit else ""
    yield f"- Type: {family.type.value}{unit}"
    for label in family.labels:
        yield f"- Label {_code(label.name)}: {_values(label)}"
    for name, values in family.sensor_labels:
        yield f"- Label {_code(name)}, of the sensor: {', '.join(map(_code, values))}"
    if family.is_open:
        further = "are dropped" if family.when_full is WhenFull.DROP else "take the place of the one that was silent longest"
        yield f"- At most {family.places} combinations of labels that the device brings; further ones {further}"
    for constant in family.info:
        yield f"- Label {_code(constant.name)}: " + ("set when the device starts" if constant.max_length else _code(constant.value))
    for name, values in _own_labels(family):
        yield f"- Label {_code(name)}: {', '.join(map(_code, values))}"
    if family.states:
        yield f"- States: {_listed(firmware, family.states)}"
    if family.buckets:
        yield f"- Buckets up to {', '.join(_code(bound.text) for bound in family.buckets)} and `+Inf`"
    for source in _sources(firmware, family):
        yield f"- {source}"
    yield f"\n```\n{text.example}\n```\n"


def _own_labels(family: Family) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Those of the library's own metrics."""
    if isinstance(family.origin, Refusals) and len(family.origin.kinds) > 1:
        yield "reason", family.origin.kinds
    if isinstance(family.origin, Answers):
        yield "code", (*map(str, family.origin.codes), "other")


def _values(label: Label) -> str:
    return f"a text of at most {label.max_length} bytes" if label.is_open else _joined(label.values)


def _listed(firmware: Firmware, name: str) -> str:
    return _joined(next(labels.values for labels in firmware.sets if labels.name == name))


def _joined(values: tuple[str, ...]) -> str:
    return ", ".join(_code(value) if value else "empty" for value in values)


def _sources(firmware: Firmware, family: Family) -> Iterator[str]:
    """Where the values come from, and how old they may be."""
    fed = list(_feeds(firmware, family))
    for slot, feed in fed:
        series = ", ".join(_code(value) for _, value in feed.labels if value and value != slot.name)
        of = f" as {series}" if series else ""
        channel = f"{_channel(feed)} of {_plain(slot.driver.name)}, each {_time(slot.every)}"
        yield f"From the sensor {_code(slot.name)}{of}: {channel}; {_age(feed)}"
    origin = family.origin
    if fed:
        return
    if isinstance(origin, Asked):
        yield "From the application, which is asked at each scrape"
    elif isinstance(origin, Known):
        yield "Fixed when the program is built"
    elif isinstance(origin, (Refusals, Answers)):
        yield "Counted by the library"
    elif isinstance(origin, Cells) and firmware.sensors and firmware.sensors.health and family.key in _health_keys(firmware):
        yield "From the library, with each sample of a sensor"
    else:
        yield "From the application" + ("; absent until it is first set" if _starts_absent(family) else "")


def _feeds(firmware: Firmware, family: Family) -> Iterator[tuple[Slot, Feed]]:
    for slot in firmware.sensors.slots if firmware.sensors else ():
        yield from ((slot, feed) for feed in slot.feeds if feed.family == family.key)


def _channel(feed: Feed) -> str:
    label = feed.channel.labels[feed.turn] if feed.channel.labels else ""
    kind = feed.channel.kind.replace("_", " ")
    return f"{kind} {_code(label)}" if label else kind


def _age(feed: Feed) -> str:
    if feed.on_stale is OnStale.HOLD or feed.max_age is None:
        return "its last reading stays, however old"
    becomes = "becomes `NaN`" if feed.on_stale is OnStale.NAN else "leaves the page"
    return f"{becomes} when it is older than {_time(feed.max_age)}"


def _health_keys(firmware: Firmware) -> frozenset[str]:
    health = firmware.sensors.health if firmware.sensors else None
    return frozenset((health.up, health.reads, health.errors, health.age)) if health else frozenset()


def _starts_absent(family: Family) -> bool:
    return family.initial is Initial.ABSENT or (family.type is MetricType.INFO and bool(family.place))


def _sensors(slots: tuple[Slot, ...]) -> Iterator[str]:
    yield "## Sensors\n"
    yield "| Sensor | Part | Where | Read each |\n| --- | --- | --- | --- |"
    for slot in slots:
        where = f"chip select {slot.number}" if slot.bus.spi else f"0x{slot.number:02X}"
        part = f"{_plain(slot.driver.name)}: {_plain(slot.driver.title)}"
        yield f"| {_code(slot.name)} | {part} | {where} on {_code(slot.bus.name)} | {_time(slot.every)} |"
    yield ""


def _time(count: int) -> str:
    """A number of milliseconds in words."""
    for size, unit in ((3_600_000, "h"), (60_000, "min"), (1000, "s")):
        if count % size == 0:
            return f"{count // size} {unit}"
    return f"{count} ms"


def _plain(text: str) -> str:
    """A text that Markdown shows as it is, on one line."""
    return " ".join(text.split()).translate(_MARKS)


def _code(text: str) -> str:
    """A text as code; in more backquotes than it has itself."""
    text = " ".join(text.split("\n"))
    fence = "`" * (max((len(run) for run in "".join(c if c == "`" else " " for c in text).split()), default=0) + 1)
    pad = " " if "`" in text else ""
    return f"{fence}{pad}{text}{pad}{fence}".replace("|", "\\|")


def _anchor(name: str) -> str:
    """As GitHub makes it of a heading."""
    return "".join(char for char in name.lower() if char in _ANCHORED)
