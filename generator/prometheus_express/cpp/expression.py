"""Terms as C++: every operand converted where the language would do it silently, or not as wanted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction

from ..ir import Channel, Driver, Kind, Term
from ..names.driver import channel_function, field_member, field_variable
from .spelled import AND, ATOM, CONDITIONAL, EITHER, OR, PRODUCT, SHIFT, SIGNS, STRENGTHS, UNARY, Spelled, floating

def channel_name(channel: Channel) -> str:
    """The function that calculates a channel."""
    return channel_function(channel.kind, "" if channel.turns or not channel.labels else channel.labels[0])


def is_wide(term: Term) -> bool:
    return term.kind is Kind.INTEGER and term.range is not None and not term.range.fits(32)


@dataclass(frozen=True)
class Speller:
    """Spells terms; `real` is the floating type, `turn` the number of the loop's turn, and `of` reaches into the readings:
    `readings.`, and nothing within them."""

    driver: Driver
    real: str = "Real"
    turn: str = "turn"
    of: str = ""
    spelled: dict[int, tuple[Term, Spelled]] = field(default_factory=dict, init=False, repr=False, compare=False)  # by the term's id

    def text(self, term: Term) -> str:
        return self.spell(term).text

    def integer(self, term: Term, type_: str) -> str:
        """As an integer of a type that holds it."""
        text = self.spell(term)
        if term.operator == "choice":
            return f"static_cast<{type_}>({self.setting(term.name)})"
        if term.kind is Kind.TRUTH:
            return f"static_cast<{type_}>({text.text})"
        if term.operator == "constant" or type_ == ("std::int64_t" if text.wide else "std::int32_t"):
            return text.text
        return f"static_cast<{type_}>({text.text})"

    def real_number(self, term: Term) -> Spelled:
        if is_wide(term) and term.operator in ("+", "-", "*"):
            return self.spell_real(term)  # to make a float of an int64 takes a kilobyte
        if term.kind is Kind.INTEGER and term.constant is None:
            return Spelled(f"{self.real}({self.text(term)})")
        return self.spell(term) if term.constant is None else self.number(term.constant)

    def number(self, value: Fraction) -> Spelled:
        """In the floating type."""
        return Spelled(floating(value, self.real), ATOM if value >= 0 or self.real == "Real" else UNARY)

    def operand(self, term: Term, wide: bool, strength: int) -> str:
        """An integer operand; widened where the result needs it."""
        text = self.spell(term)
        if wide and not text.wide:
            return f"std::int64_t{{{text.text}}}"
        return text.inside(strength)

    def spell(self, term: Term) -> Spelled:
        # Each term once: those above it ask several times, which would make a deep formula endless.
        if id(term) not in self.spelled:
            self.spelled[id(term)] = term, self.spell_anew(term)
        return self.spelled[id(term)][1]

    def spell_anew(self, term: Term) -> Spelled:
        if term.operator[0] in "su" and term.operator[1:].isdigit():
            return self.spell_cut(term)
        return SPELLINGS[term.operator](self, term)

    def spell_constant(self, term: Term) -> Spelled:
        value = term.constant or Fraction(0)
        if term.kind is Kind.TRUTH:
            return Spelled("true" if value else "false")
        if term.kind is Kind.REAL:
            return self.number(value)
        if is_wide(term):
            return Spelled(f"INT64_C({value})", wide=True)
        return Spelled(str(value), ATOM if value >= 0 else UNARY)

    def spell_field(self, term: Term) -> Spelled:
        declared = next(one for one in self.driver.fields if one.name == term.name)
        name = self.of + field_member(term.name) if declared.kept else field_variable(term.name)
        text = name + (f"[{self.turn}]" if declared.turns else "")
        if declared.bits == 32 and not declared.signed:
            return Spelled(f"std::int64_t{{{text}}}", wide=True)
        return Spelled(text)

    def setting(self, name: str) -> str:
        return f"{self.of}settings.{name}"

    def table(self, name: str, kind: Kind) -> str:
        """Numbers that are not whole stand beside the readings, in the type that is calculated with."""
        return f"{name}<{self.real}>" if kind is Kind.REAL else self.of + name

    def spell_setting(self, term: Term) -> Spelled:
        setting, name = self.driver.setting(term.name), self.setting(term.name)
        if setting.is_truth:
            return Spelled(name)
        if setting.choices:
            return Spelled(f"{self.table(f'{term.name}_choices', term.kind)}[static_cast<std::size_t>({name})]")
        if setting.decimals:
            return Spelled(f"{self.real}({name}.count) / {floating(Fraction(10**setting.decimals), self.real)}", PRODUCT)
        return Spelled(name)

    def spell_scaled(self, term: Term) -> Spelled:
        """A list of numbers that are not whole, as whole multiples of a smaller unit."""
        return Spelled(f"{self.table(term.name, term.kind)}[{self.text(term.operands[0])}]")

    def spell_count(self, term: Term) -> Spelled:
        return Spelled(f"{self.setting(term.name)}.count")

    def spell_choice(self, term: Term) -> Spelled:
        return Spelled(f"static_cast<std::int32_t>({self.setting(term.name)})")

    def spell_value(self, term: Term) -> Spelled:
        value = next(one for one in self.driver.values if one.name == term.name)
        real = f"<{self.real}>" if value.floating else ""
        return Spelled(f"{self.of}{term.name}{real}({self.turn if value.term.in_turn else ''})", wide=value.wide)

    def spell_table(self, term: Term) -> Spelled:
        index = self.text(term.operands[0])
        table = next(one for one in self.driver.tables if one.name == term.name)
        wide = not all(-(2**31) <= number < 2**31 for number in table.numbers)
        return Spelled(f"{self.table(term.name, term.kind)}[{index}]", wide=wide and term.kind is Kind.INTEGER)

    def spell_turn(self, term: Term) -> Spelled:
        return Spelled(self.turn)

    def spell_not(self, term: Term) -> Spelled:
        return Spelled("!" + self.spell(term.operands[0]).inside(UNARY), UNARY)

    def spell_negate(self, term: Term) -> Spelled:
        if term.kind is Kind.REAL:
            return Spelled("-" + self.real_number(term.operands[0]).inside(ATOM), UNARY)
        return Spelled("-" + self.operand(term.operands[0], is_wide(term), ATOM), UNARY, is_wide(term))

    def spell_complement(self, term: Term) -> Spelled:
        return Spelled("~" + self.operand(term.operands[0], is_wide(term), ATOM), UNARY, is_wide(term))

    def spell_if(self, term: Term) -> Spelled:
        condition = self.spell(term.operands[0]).inside(EITHER)
        if term.kind is Kind.TRUTH:
            branches = [self.spell(one).inside(CONDITIONAL + 1) for one in term.operands[1:]]
        elif term.kind is Kind.REAL:
            branches = [self.real_number(one).inside(CONDITIONAL + 1) for one in term.operands[1:]]
        else:
            wide = any(self.spell(one).wide for one in term.operands[1:])
            branches = [self.operand(one, wide, CONDITIONAL + 1) for one in term.operands[1:]]
            return Spelled(f"{condition} ? {branches[0]} : {branches[1]}", CONDITIONAL, wide)
        return Spelled(f"{condition} ? {branches[0]} : {branches[1]}", CONDITIONAL)

    def spell_bits(self, term: Term) -> Spelled:
        value = self.spell(term.operands[0])
        top, bottom = (int(operand.constant or 0) for operand in term.operands[1:])
        shifted = f"({value.inside(SHIFT)} >> {bottom})" if bottom else value.inside(UNARY)
        return Spelled(f"{shifted} & {hex(2 ** (top - bottom + 1) - 1)}", AND, value.wide)

    def spell_cut(self, term: Term) -> Spelled:
        value, bits = self.spell(term.operands[0]), int(term.operator[1:])
        if term.operator[0] == "s":
            return Spelled(f"px::sensors::sign_extend({value.text}, {bits})")
        return Spelled(f"{value.inside(AND + 1)} & {hex(2**bits - 1)}", AND, value.wide or bits == 32)

    def spell_power(self, term: Term) -> Spelled:
        exponent = int(term.operands[1].constant or 0)
        if term.kind is Kind.REAL:
            return Spelled(f"px::sensors::power<{exponent}>({self.real_number(term.operands[0]).text})")
        operand = self.operand(term.operands[0], is_wide(term), CONDITIONAL)
        return Spelled(f"px::sensors::power<{exponent}>({operand})", wide=is_wide(term))

    def spell_selection(self, term: Term) -> Spelled:
        name = {"min": "lesser", "max": "greater", "abs": "magnitude"}.get(term.operator, term.operator)
        if term.kind is Kind.REAL:
            operands = ", ".join(self.real_number(one).text for one in term.operands)
            return Spelled(f"px::sensors::{name}<{self.real}>({operands})")
        wide = any(self.spell(one).wide for one in term.operands)
        type_ = "std::int64_t" if wide else "std::int32_t"
        return Spelled(f"px::sensors::{name}<{type_}>({', '.join(map(self.text, term.operands))})", wide=wide)

    def spell_trunc(self, term: Term) -> Spelled:
        type_ = "std::int64_t" if is_wide(term) else "std::int32_t"
        return Spelled(f"static_cast<{type_}>({self.real_number(term.operands[0]).text})", wide=is_wide(term))

    def spell_floor(self, term: Term) -> Spelled:
        type_ = "std::int64_t" if is_wide(term) else "std::int32_t"
        return Spelled(f"px::sensors::floor<{type_}>({self.real_number(term.operands[0]).text})", wide=is_wide(term))

    def spell_exp(self, term: Term) -> Spelled:
        return Spelled(f"px::sensors::exponential<{self.real}>({self.real_number(term.operands[0]).text})")

    def spell_binary(self, term: Term) -> Spelled:
        strength, sign = STRENGTHS[term.operator], SIGNS.get(term.operator, term.operator)
        left, right = term.operands
        reals = Kind.REAL in (left.kind, right.kind) or term.operator == "/"
        if term.kind is Kind.TRUTH and term.operator in ("and", "or"):
            # Parentheses around `&&` inside `||`, as compilers ask for.
            texts = [self.spell(one).inside(strength + (term.operator == "or" and one.operator == "and")) for one in (left, right)]
            if term.operator == "or":
                texts = [f"({self.text(one)})" if one.operator == "and" else text for one, text in zip((left, right), texts)]
            return Spelled(f"{texts[0]} {sign} {texts[1]}", strength)
        if reals:
            return self.spell_real(term)
        wide = is_wide(term) and not any(self.spell(one).wide for one in (left, right))
        inner = PRODUCT if strength in (SHIFT, AND, OR) else strength  # compilers warn of `a & b + c`
        first = self.operand(left, wide, strength if left.operator == term.operator == "|" else inner)
        text = f"{first} {sign} {self.spell(right).inside(max(inner, strength) + 1)}"
        return Spelled(text, strength, wide or any(self.spell(one).wide for one in (left, right)))

    def spell_real(self, term: Term) -> Spelled:
        strength, sign = STRENGTHS[term.operator], SIGNS.get(term.operator, term.operator)
        left, right = map(self.real_number, term.operands)
        if term.operator in ("==", "!="):  # of floats, compilers warn of the operators
            same = f"px::sensors::is_zero({left.text})" if term.operands[1].constant == 0 else f"px::sensors::same({left.text}, {right.text})"
            return Spelled(same) if term.operator == "==" else Spelled(f"!{same}", UNARY)
        return Spelled(f"{left.inside(strength)} {sign} {right.inside(strength + 1)}", strength)


# How each operator of a term is spelled.
SPELLINGS: dict[str, Callable[[Speller, Term], Spelled]] = {
    "constant": Speller.spell_constant,
    "field": Speller.spell_field,
    "setting": Speller.spell_setting,
    "scaled": Speller.spell_scaled,
    "count": Speller.spell_count,
    "choice": Speller.spell_choice,
    "value": Speller.spell_value,
    "table": Speller.spell_table,
    "turn": Speller.spell_turn,
    "not": Speller.spell_not,
    "negate": Speller.spell_negate,
    "~": Speller.spell_complement,
    "if": Speller.spell_if,
    "bits": Speller.spell_bits,
    "**": Speller.spell_power,
    "min": Speller.spell_selection,
    "max": Speller.spell_selection,
    "clamp": Speller.spell_selection,
    "abs": Speller.spell_selection,
    "trunc": Speller.spell_trunc,
    "floor": Speller.spell_floor,
    "exp": Speller.spell_exp,
    **dict.fromkeys(STRENGTHS, Speller.spell_binary),
}
