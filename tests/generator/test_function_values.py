"""What a function returns that its metric cannot hold is not on the page; the metrics of others are."""

import subprocess
from pathlib import Path

from prometheus_express.pipeline import run
from schemas import CHECKOUT, HEAD

SCHEMA = HEAD + """\
metrics:
  charge: {type: gauge, help: A, value: decimal(2), read: function}
  pulses: {type: counter, help: B, value: uint32, read: function}
  wide: {type: gauge, help: C, value: double, read: function}
  narrow: {type: gauge, help: D, value: float, read: function}
"""
PROGRAM = """\
#include <cmath>
#include <cstdio>
#include <limits>
#include <optional>
#include "demo.cpp"
RUNTIME
struct Device {
  demo::Metrics metrics;
  double number = 0;
  std::optional<double> charge() const { return number; }
  double pulses() const { return number; }
  double wide() const { return number; }
  double narrow() const { return number; }
};
int main() {
  constexpr double inf = std::numeric_limits<double>::infinity();
  for (const double number : {2.5, std::nan(""), inf, -inf, 1e300, 1e10, -1.0}) {
    Device device{.number = number};
    char page[1024];
    prometheus_express::Renderer renderer(demo::default_page, demo::source(device));
    std::fwrite(page, 1, renderer.fill(page), stdout);
    std::puts("end");
  }
}
"""
# By the type: integers and decimals have neither NaN nor infinities, and a float no finite number beyond 3.4e38.
EXPECTED = [
    ["charge 2.5", "pulses_total 3", "wide 2.5", "narrow 2.5"],
    ["wide NaN", "narrow NaN"],
    ["wide +Inf", "narrow +Inf"],
    ["wide -Inf", "narrow -Inf"],
    ["wide 1e+300"],
    ["wide 10000000000", "narrow 10000000000"],
    ["charge -1", "wide -1", "narrow -1"],
]


def test_what_a_metric_cannot_hold_has_no_line(tmp_path: Path) -> None:
    schema = tmp_path / "metrics.yaml"
    schema.write_text(SCHEMA)
    outcome = run(schema)
    assert outcome.problems == () and outcome.product
    for name, text in outcome.product.items():
        (tmp_path / name).write_text(text)
    sources = [*CHECKOUT.glob("runtime/src/base/*.cpp"), *CHECKOUT.glob("runtime/src/exposition/*.cpp")]
    included = "".join(f'#include "{path}"\n' for path in sources if path.stem != "double_text_compact")
    program = tmp_path / "main.cpp"
    program.write_text("#include <prometheus_express/exposition/renderer.hpp>\n" + PROGRAM.replace("RUNTIME\n", included))
    command = ["g++", "-std=c++20", f"-I{CHECKOUT / 'runtime/include'}", f"-I{CHECKOUT / 'runtime/src'}", str(program), "-o", str(tmp_path / "program")]
    subprocess.run(command, check=True)
    page = subprocess.run([tmp_path / "program"], capture_output=True, text=True, check=True).stdout
    pages = [part.splitlines() for part in page.split("end\n")[:-1]]
    assert [[line for line in lines if not line.startswith("#")] for lines in pages] == EXPECTED
