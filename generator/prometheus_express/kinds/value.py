"""How a value is stored."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class ValueKind(Enum):
    UINT32 = "uint32"
    UINT64 = "uint64"
    INT32 = "int32"
    INT64 = "int64"
    FLOAT = "float"
    DOUBLE = "double"
    DECIMAL = "decimal"


@dataclass(frozen=True)
class ValueType:
    """How a cell is stored. A decimal is an integer of `bits` bits that counts units of 10**-places."""

    kind: ValueKind
    places: int = 0
    bits: int = 32

    @property
    def storage(self) -> ValueKind:
        """The kind of number in the cell: a decimal's is int32 or int64."""
        if self.kind is not ValueKind.DECIMAL:
            return self.kind
        return ValueKind.INT32 if self.bits == 32 else ValueKind.INT64

    @property
    def is_floating(self) -> bool:
        return self.kind in (ValueKind.FLOAT, ValueKind.DOUBLE)

    def __str__(self) -> str:
        """As a schema has it."""
        if self.kind is not ValueKind.DECIMAL:
            return str(self.kind.value)
        return f"decimal({self.places})" if self.bits == 32 else f"decimal64({self.places})"
