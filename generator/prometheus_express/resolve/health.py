"""The metrics about sensors that come by themselves."""

from __future__ import annotations

from ..document.nodes import Document, Mapping, Scalar, Sequence
from ..kinds.metric import Initial, MetricType
from ..kinds.sensor import FAILURES
from ..kinds.value import ValueKind, ValueType
from ..model.metric import Label, Metric
from ..model.sensor import AGE, ERRORS, EVERY_FAILURE, READS, SENSOR, UP, Sensor
from ..names.cpp import enum_type
from ..names.text import Text

SENSORS = "sensors"
SELF_METRICS: dict[str, tuple[str, ...]] = {"true": ("updates", SENSORS), "false": ()}
UINT32 = ValueType(ValueKind.UINT32)


def has_health(document: Document) -> bool:
    """Whether there are sensors, and `self_metrics` has not left these metrics out."""
    return SENSORS in chosen_self_metrics(document)


def chosen_self_metrics(document: Document) -> tuple[str, ...]:
    """What the library tells of itself; of sensors where there are any."""
    chosen = document.root.get("self_metrics")
    if isinstance(chosen, Sequence):
        names = tuple(item.text for item in chosen.items if isinstance(item, Scalar))
    else:
        names = SELF_METRICS.get(chosen.text if isinstance(chosen, Scalar) else "", (SENSORS,))
    return tuple(name for name in names if name != SENSORS or isinstance(document.root.get("sensors"), Mapping))


def health_metrics(sensors: tuple[Sensor, ...]) -> tuple[Metric, ...]:
    span = sensors[0].name.span
    each = Label(Text(SENSOR, span), tuple(sensor.name for sensor in sensors), Text(enum_type(SENSOR), span))
    reason = Label(Text("reason", span), tuple(Text(one, span) for one in FAILURES), Text(EVERY_FAILURE, span))

    def metric(name: str, kind: MetricType, help: str, unit: str, *labels: Label) -> Metric:
        return Metric(
            Text(name, span), kind, Text(help, span), Text(unit, span) if unit else None, labels, UINT32, Initial.ZERO, False,
            about=sensors,
        )  # fmt: skip

    gauge, counter = MetricType.GAUGE, MetricType.COUNTER
    return (
        metric(UP, gauge, "Whether the sensor's last sample gave a value", "", each),
        metric(READS, counter, "Samples taken of the sensor, good and bad", "", each),
        metric(ERRORS, counter, "Samples of the sensor in which something went wrong", "", each, reason),
        metric(AGE, gauge, "Time since the sensor's last good sample, before the first since start", "seconds", each),
    )
