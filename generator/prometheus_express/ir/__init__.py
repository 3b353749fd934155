"""The intermediate representation: what the generator knows once every decision is made. Neutral facts, in no output's language.

Made by `lower` from the model; this face of the package is all that outputs and formats see.
"""

from ..expression.term import Kind, Range, Term
from ..kinds.format import Format, SampleKind
from ..kinds.metric import Initial, MetricType, Sharing, WhenFull
from ..kinds.sensor import FAILURES, OnStale
from ..kinds.value import ValueKind, ValueType
from ..names.page import FamilyNames
from .driver import Channel, Driver, Plausible, Setting, Table, Value
from .family import Answers, Asked, Bound, Cells, ConstantLabel, Family, Hole, Known, Label, LabelSet, Origin, Place, Refusals
from .firmware import Firmware, Limits, Parts, Route
from .page import Block, Exposition, FamilyText, Labels, Page, PageText, Sample
from .program import Field
from .sensors import Bus, Conversion, Feed, Health, Quotient, Sensors, Slot

__all__ = [
    "FAILURES", "Answers", "Asked", "Block", "Bound", "Bus", "Cells", "Channel", "ConstantLabel", "Conversion", "Driver",
    "Exposition", "Family", "FamilyNames", "FamilyText", "Feed", "Field", "Firmware", "Format", "Health", "Hole", "Initial",
    "Kind", "Known", "Label", "LabelSet", "Labels", "Limits", "MetricType", "OnStale", "Origin", "Page", "PageText", "Parts",
    "Place", "Plausible", "Quotient", "Range", "Refusals", "Route", "Sample", "SampleKind", "Sensors", "Setting", "Sharing", "Slot", "Table",
    "Term", "Value", "ValueKind", "ValueType", "WhenFull",
]  # fmt: skip
