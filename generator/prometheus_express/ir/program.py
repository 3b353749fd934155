"""The program of a driver: blocks of statements, each ended by what it waits for."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Optional, Union

from ..expression.term import Term

Label = int


@dataclass(frozen=True)
class Field:
    """A number that is read from the part. `first` is its first bit on the bus; `little`: whole bytes, the lowest first; `turns`: how
    many of it there are, of one that is read in a loop; `kept`: it is used behind the block that reads it."""

    name: str
    bits: int
    signed: bool
    little: bool
    first: int
    turns: int = 0
    kept: bool = True


class Section(Enum):
    """Of a description: the first two run at power-up and after a failure, the last for every sample."""

    START = "start"
    PREPARE = "prepare"
    MEASURE = "measure"


@dataclass(frozen=True)
class RegisterName:
    name: str
    at: int


@dataclass(frozen=True)
class Step:
    """A step of the description, by its key there, with the registers that it names, or with other words that tell it from its
    like: `wait`, `10 ms`."""

    verb: str
    registers: tuple[RegisterName, ...] = ()
    words: str = ""


@dataclass(frozen=True)
class Note:
    """Where statement `at` of a block comes from, and those after it. `continued`: the step began in another block."""

    at: int
    about: Union[Section, Step]
    continued: bool = False


@dataclass(frozen=True)
class Put:
    """A number of `width` bytes at byte `at` of the buffer. `what` it is, where a register is written: its name, with the fields
    that the number holds."""

    at: int
    term: Term
    width: int
    little: bool = False
    what: str = ""


@dataclass(frozen=True)
class Change:
    """Byte `to` of the buffer: byte `at` where `keep` has ones, and the term, which has none there."""

    to: int
    at: int
    keep: int
    term: Term
    what: str = ""


@dataclass(frozen=True)
class PutChecksum:
    at: int
    first: int
    count: int


@dataclass(frozen=True)
class Transfer:
    out: int
    into: int
    next: Label
    every: int  # microseconds after which a part that is not ready is asked again; 0: it must be


@dataclass(frozen=True)
class Pause:
    microseconds: Term
    next: Label


@dataclass(frozen=True)
class SetCount:
    what: str  # tries or repeats
    count: int
    first: Optional[Label] = None  # of tries: where each begins


@dataclass(frozen=True)
class RepeatAfter:
    microseconds: int
    first: Label
    done: Label
    otherwise: str


@dataclass(frozen=True)
class CheckSum:
    first: int
    count: int


@dataclass(frozen=True)
class Store:
    field: Field
    base: int


@dataclass(frozen=True)
class FailIf:
    """Fails where the condition holds."""

    condition: Term
    failure: str


@dataclass(frozen=True)
class Jump:
    """`condition`: None is always."""

    target: Label
    condition: Optional[Term] = None


@dataclass(frozen=True)
class SkipIdentification:
    target: Label


@dataclass(frozen=True)
class Turn:
    """Back to `target` for the next of `turns`; to the first turn without it."""

    turns: int = 0
    target: Label = -1


@dataclass(frozen=True)
class Rescue:
    target: Optional[Label]


@dataclass(frozen=True)
class Emit:
    """Publishes a channel, which its first number names; `in_turn`: only its series of this turn."""

    channel: int
    in_turn: bool


@dataclass(frozen=True)
class Finish:
    pass


Statement = Union[
    Put, Change, PutChecksum, Transfer, Pause, SetCount, RepeatAfter, CheckSum, Store, FailIf, Jump, SkipIdentification,
    Turn, Rescue, Emit, Finish,
]  # fmt: skip
Preparation = Union[Put, PutChecksum]
ENDS = (Transfer, Pause, RepeatAfter, Finish)


@dataclass
class Block:
    labels: list[Label] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    @property
    def ends(self) -> bool:
        last = self.statements[-1] if self.statements else None
        return isinstance(last, ENDS) or (isinstance(last, Jump) and last.condition is None)


@dataclass(frozen=True)
class Program:
    blocks: tuple[Block, ...]
    measure: int  # the block that starts a sample
    buffer: int  # bytes
    turns: bool

    def number(self, label: Label) -> int:
        return next(number for number, block in enumerate(self.blocks) if label in block.labels)
