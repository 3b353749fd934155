"""How long a sample takes at most, by the waits of a description: what the bus takes is not in it."""

from __future__ import annotations

import math
from typing import Optional

from . import model
from .evaluate import Known
from .model import Patience, Step


def longest_sample(known: Known) -> int:
    """Milliseconds, where every part of it takes its time and answers at the last try."""
    return math.ceil(_steps(known, known.device.measure) / 1000)


def _steps(known: Known, steps: tuple[Step, ...]) -> int:
    return sum(_step(known, step) for step in steps)


def _step(known: Known, step: Step) -> int:
    """Microseconds."""
    if isinstance(step, model.Wait):
        return _wait(known, step)
    if isinstance(step, (model.Read, model.Exchange)):
        return _patience(step.patience) + _gap(known)
    if isinstance(step, model.Repeat):
        return step.times * _steps(known, step.steps) + (step.times - 1) * step.every
    if isinstance(step, model.Choose):
        holds = known.value(step.condition)
        then, otherwise = _steps(known, step.then), _steps(known, step.otherwise)
        return max(then, otherwise) if holds is None else then if holds else otherwise
    if isinstance(step, model.Part):
        return _steps(known, step.steps)
    if isinstance(step, model.Each):
        return step.turns * _steps(known, step.steps)
    return 0


def _wait(known: Known, step: model.Wait) -> int:
    """What the part says about its own time is at most what its bits can say."""
    value, range_ = known.value(step.microseconds), step.microseconds.range
    if value is None:
        return max(0, math.ceil(range_.high)) if range_ else 0
    return max(0, math.ceil(value))


def _patience(patience: Optional[Patience]) -> int:
    return patience.every * (patience.times - 1) if patience else 0


def _gap(known: Known) -> int:
    return known.device.i2c.gap if known.device.i2c else 0
