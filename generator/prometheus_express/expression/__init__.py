"""The formulas of device descriptions: their grammar, their terms with types and ranges, their operators."""
