"""A formula means in C++ what it means in exact arithmetic: precedence, signs, widths at their edges, rounding.

Each formula becomes a channel, read as a real number and as a whole multiple of a step. The program is compiled with the
sanitizer of undefined behaviour, so that an integer that overflows is an error even where the result would come right.
"""

from __future__ import annotations

import itertools
import random
import re
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

import exact_formula
import pytest
from prometheus_express.pipeline import run
from schemas import CHECKOUT

FIELDS = {"a": (16, False), "b": (16, True), "c": (32, False), "d": (8, True), "u": (8, False)}  # bits, signed
SIGNS = "+", "-", "*"
NESTED = [text for x, y in itertools.product(SIGNS, SIGNS) for text in (f"a {x} (b {y} d)", f"(a {x} b) {y} d")]
REAL = [f"a / 3 {x} (b / 7 {y} d / 9)" for x, y in itertools.product(SIGNS, SIGNS)] + [
    "a / 4 / 6", "a / (u / 5 + 1)", "a / ((u + 1) / 5)", "a / ((u + 1) * 7)", "(a - b) / (u + 1)", "2.5 - (a - 0.5)", "-(a / 8 - b / 3)",
    "(a - b) * 0.625 / 1.5", "45 - 175 * a / 65535", "a * 3 / 7 * 5 / 11", "0.1 * (a - 2 * (b - u))", "(b - 7) / -16", "(b / 10) ** 2",
]  # fmt: skip
WHOLE = [
    "(a << 2) + u", "a << (u & 3) + 1", "(a >> 3) - (u >> 1)", "a >> (u & 7)", "a | u & 7", "(a | u) & 240", "a & (u | 1)", "a + u & 12",
    "a - (u & 12)", "~b - d", "-(a - b)", "- -b - -d", "-b ** 2", "(-b) ** 2", "(b - d) ** 2", "d ** 4", "s8(a)", "u4(a) - u12(c)", "a[11:4]",
    "c[31:30]", "b div 7", "(b - d) div (u + 1)", "b div 7 div 3", "b div (u div 7 + 1)", "b * (d div 3)", "b * d div 3", "a % (u % 9 + 1)",
    "a - u % 5", "(a - 1 if u < 9 else b) - d", "a - (b if u >= 9 else d)", "min(b, d) - max(b, d)", "abs(b - d)", "abs(d)", "clamp(b, d, u)",
    "trunc(b / 8) + floor(b / 8)", "trunc(d / -3)", "1 if u < 9 and (d < 0 or b > 5) else 2", "1 if u < 99 or d < 0 and b > 5 else 2",
    "1 if not (u <= 99 or d > 0) else 2", "1 if a == b or a != u else 2", "3 - (a - u)",
]  # fmt: skip
# Where 32 bits end: the largest and the smallest that fit, and those beyond; so, too, with half of what divides them.
EDGES = [
    "a * 32768 + min(c, 32767)", "a * 32768 + min(c, 32768)", "-32768 * a - min(c, 32768)", "-32768 * a - min(c, 32769)",
    "min(c, 2147483647) + 0", "min(c, 2147483648) - 1", "c", "c - 2147483648", "c - 2147483649", "2147483647 - c", "2147483648 - c", "-c", "~c",
    "c + a", "c * 2 - a", "a * a", "a * b", "c * d", "c * min(c, 536870911)", "c - (c - b)", "c div (u + 1) - c div 7", "c >> 1", "c % 1000",
    "(c if u < 128 else a) - b", "min(c, a) - max(c, b)",
    "(a * 32768 + min(c, 32763)) / 8", "(a * 32768 + min(c, 32764)) / 8", "(-32768 * a - min(c, 32764)) / 8", "(-32768 * a - min(c, 32765)) / 8",
    "(b * 32767 + 1) / 2147483647", "(b * 32767 + 1) / 2147483648", "c / 3", "(c - 2147483648) / 65536",
]  # fmt: skip
STEPS = 1, 10  # in which a channel is counted, to the tenth
A_DEVICE = 30  # channels
LOWEST, HIGHEST = -(2**31), 2**31 - 1


def samples() -> list[dict[str, int]]:
    """All ends of the ranges together, and numbers between them."""
    chance = random.Random("formulas")
    ends = {name: (-(1 << bits - 1), (1 << bits - 1) - 1) if signed else (0, (1 << bits) - 1) for name, (bits, signed) in FIELDS.items()}
    corners = [dict(zip(ends, chosen)) for chosen in itertools.product(*ends.values())]
    return corners + [{name: chance.randint(*end) >> chance.choice((0, 0, 3, 9)) for name, end in ends.items()} for _ in range(100)]


def image(sample: "dict[str, int]") -> str:
    """The bytes of the register, as C++ writes them."""
    codes = b"".join(number.to_bytes(FIELDS[name][0] // 8, "big", signed=FIELDS[name][1]) for name, number in sample.items())
    return "{" + ", ".join(map(str, codes)) + "}"


def device(name: str, formulas: Sequence[str]) -> str:
    fields = ", ".join(f"{field}: {'s' if signed else 'u'}{bits}" for field, (bits, signed) in FIELDS.items())
    channels = "".join(f'  f{number}: {{unit: celsius, value: "{formula}"}}\n' for number, formula in enumerate(formulas))
    head = f"version: 1\ndevice: acme/{name}\ntitle: Formulas\ni2c: {{addresses: [0x48]}}\n"
    return f"{head}registers: {{all: {{at: 0, fields: [{fields}]}}}}\nmeasure: [read: all]\nchannels:\n{channels}"


def schema(devices: "dict[str, list[str]]") -> str:
    sensors = "".join(f"  {name}: {{device: ./{name}.yaml, bus: {name}_bus, every: 1s}}\n" for name in devices)
    buses = "".join(f"  {name}_bus: {{type: i2c}}\n" for name in devices)
    metrics = "".join(
        f"  {name}_f{number}_by_{step}: {{type: gauge, unit: celsius, help: X, value: decimal({len(str(step)) - 1}), read: {name}.f{number}}}\n"
        for name, formulas in devices.items() for number in range(len(formulas)) for step in STEPS
    )  # fmt: skip
    return f"version: 1\napplication: app\nbuses:\n{buses}sensors:\n{sensors}metrics:\n{metrics}"


PROGRAM = """
#include <cstdio>
#include <algorithm>
#include "app_sensors.cpp"  // with the conversions, which are its own
using prometheus_express::sensors::Driver;
const unsigned char images[][10] = {%(images)s};
template <class Part>
void sample(Part& part, const unsigned char* bytes) {
  part.begin(true);
  while (part.want() != Driver::Want::nothing) {
    std::copy_n(bytes, part.in().size(), part.in().data());
    part.transferred(prometheus_express::bus::Outcome::ok);
  }
}
int main() {
  for (const auto& bytes : images) {
%(samples)s
  }
}
"""


def program(headers: "dict[str, str]", devices: "dict[str, list[str]]") -> str:
    lines = []
    for device, text in headers.items():
        (type_,) = re.findall(r"^class (\w+) final", text, re.MULTILINE)
        lines.append(f"    {{ prometheus_express::devices::{type_} part; sample(part, bytes); const auto& readings = part.readings();")
        for number, _ in enumerate(devices[device]):
            counts = "".join(f", static_cast<long long>(app::acme_{device}_f{number}_e{len(str(step)) - 1}(readings))" for step in STEPS)
            lines.append(f'      std::printf("%.17g %lld %lld\\n", readings.value<double>({number}){counts});')
        lines.append("    }")
    return PROGRAM % {
        "samples": "\n".join(lines), "images": ", ".join(map(image, samples())),
    }  # fmt: skip


def results(folder: Path, devices: "dict[str, list[str]]") -> Iterator[tuple[float, list[int]]]:
    """Of each sample and formula in turn: the value, and its counts of the steps."""
    for name, formulas in devices.items():
        folder.joinpath(f"{name}.yaml").write_text(device(name, formulas))
    folder.joinpath("metrics.yaml").write_text(schema(devices))
    outcome = run(folder / "metrics.yaml")
    assert outcome.product, [(problem.message, problem.span.text[:100]) for problem in outcome.problems]
    files = {name: text for name, text in outcome.product.items() if "acme_" in name}
    headers = {one: files[f"acme_{one}.hpp"] for one in devices}
    for name, text in {**outcome.product, "main.cpp": program(headers, devices)}.items():
        folder.joinpath(name).write_text(text)
    sources = [*(folder / name for name in files if name.endswith(".cpp")), folder / "main.cpp", *CHECKOUT.glob("runtime/src/sensors/*.cpp")]
    flags = ("-std=gnu++20", "-Wall", "-Wextra", "-Wconversion", "-Werror", "-fsanitize=undefined", "-fno-sanitize-recover", "-fno-sanitize=vptr")
    command = ["g++", *flags, f"-I{CHECKOUT}/runtime/include", *map(str, sources), f"{CHECKOUT}/runtime/src/base/crc8.cpp", "-o", "formulas"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr[:3000]
    done = subprocess.run([folder / "formulas"], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    for line in done.stdout.splitlines():
        value, *counts = line.split()
        yield float(value), list(map(int, counts))


@pytest.fixture(scope="module")
def misses(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Of each formula that is ever wrong, one time that it is."""
    formulas = [*NESTED, *REAL, *WHOLE, *EDGES]
    devices = {f"part{at}": formulas[at : at + A_DEVICE] for at in range(0, len(formulas), A_DEVICE)}
    found = iter(results(tmp_path_factory.mktemp("formulas"), devices))
    wrong = {}
    for sample in samples():
        for formula in formulas:
            exact = exact_formula.value(formula, sample)
            value, counts = next(found)
            wanted = [max(LOWEST, min(HIGHEST, exact_formula.nearest(exact * step))) for step in STEPS]
            if abs(value - exact) > 1e-9 * abs(exact) or counts != wanted:
                wrong[formula] = f"{value} and {counts} of {sample}, expected {float(exact)} and {wanted}"
    return wrong


@pytest.mark.parametrize("formulas", [NESTED, REAL, WHOLE, EDGES], ids=["nested", "real", "whole", "edges"])
def test_every_formula_has_the_value_of_exact_arithmetic(formulas: "list[str]", misses: "dict[str, str]") -> None:
    assert {formula: misses[formula] for formula in formulas if formula in misses} == {}


@pytest.mark.parametrize(("formula", "bits"), [
    ("a * 32768 + 32767", 32), ("a * 32768 + 32768", 64), ("-32768 * a - 32768", 32), ("-32768 * a - 32769", 64),
])  # fmt: skip
def test_what_fits_32_bits_is_calculated_in_them_and_not_anew_for_each_floating_type(formula: str, bits: int, tmp_path: Path) -> None:
    tmp_path.joinpath("part.yaml").write_text(device("part", ["whole / 2"]) + f"values: {{inner: {formula}, whole: inner}}\n")
    tmp_path.joinpath("metrics.yaml").write_text(schema({"part": ["whole / 2"]}))
    made = run(tmp_path / "metrics.yaml").product
    assert made
    (text,) = (text for name, text in made.items() if name.endswith("acme_part.cpp"))
    for value in ("inner", "whole"):
        assert re.search(rf"(?<!<class Real>\n)^std::int{bits}_t \w+::Readings::{value}\(\) const", text, re.MULTILINE)
