"""What the README shows, built as it stands there, does what it says."""

import re
import subprocess
import textwrap
from pathlib import Path

import pytest

from harness.services import server
from harness.source_tree import ROOT, RUNTIME_INCLUDE

README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLE = ROOT / "examples" / "two_sensors"


def block(language: str, holds: str) -> str:
    """The code block of a language in which this stands."""
    found = [text for text in re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL) if holds in text]
    assert len(found) == 1, f"one {language} block with {holds!r}"
    return textwrap.dedent(found[0])


def run(*command: "str | Path", cwd: Path = ROOT) -> str:
    done = subprocess.run(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert done.returncode == 0, done.stdout
    return done.stdout


def test_it_takes_ten_minutes_to_read() -> None:
    assert README.count("\n") <= 200


def write_greenhouse(folder: Path) -> Path:
    (folder / "prometheus_express").symlink_to(ROOT)
    (folder / "metrics.yaml").write_text(block("yaml", "application: greenhouse"))
    (folder / "main.cpp").write_text(block("cpp", "greenhouse.hpp"))
    (folder / "CMakeLists.txt").write_text(block("cmake", "cmake_minimum_required"))
    return folder


@pytest.fixture(scope="module")
def greenhouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_greenhouse(tmp_path_factory.mktemp("greenhouse"))
    [commands] = re.findall(r"Build it with `(.*?)`", README)
    for command in commands.split(" && "):
        run(*command.split(), cwd=folder)
    return folder


def test_the_page_is_the_one_shown(greenhouse: Path, tmp_path: Path) -> None:
    command, _, shown = block("console", "$ curl").partition("\n")
    with server(greenhouse / "build" / "greenhouse", tmp_path) as running:
        answer = run(*command.removeprefix("$ ").replace("http://localhost:8080/metrics", running.url()).split())
    assert answer == shown


def test_main_is_fifteen_lines_at_most() -> None:
    assert len([line for line in block("cpp", "greenhouse.hpp").splitlines() if line.strip()]) <= 15


@pytest.mark.parametrize(
    ("wrong", "in_file", "said"),
    [
        ("type: guage", "metrics.yaml", "did you mean `gauge`"),
        ("Place::outer", "main.cpp", "outer"),
        ("temperature.set(1)", "main.cpp", "set"),
        ("waterings.set(1)", "main.cpp", "set"),
    ],
)
def test_mistakes_stop_the_build(wrong: str, in_file: str, said: str, greenhouse: Path) -> None:
    file = greenhouse / in_file
    right = file.read_text()
    instead = {"type: guage": "type: gauge", "Place::outer": "Place::outside"}.get(wrong, "waterings.inc()")
    assert instead in right
    try:
        file.write_text(right.replace(instead, wrong, 1))
        done = subprocess.run(["cmake", "--build", "build"], cwd=greenhouse, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    finally:
        file.write_text(right)
    assert done.returncode != 0 and said in done.stdout


@pytest.mark.parametrize("way", ["FetchContent", "GENERATED"])
def test_other_ways_to_the_library(way: str, tmp_path: Path) -> None:
    folder = write_greenhouse(tmp_path)
    file = folder / "CMakeLists.txt"
    options = ["-G", "Ninja"]
    if way == "FetchContent":
        file.write_text(file.read_text().replace("add_subdirectory(prometheus_express)\n", block("cmake", way)))
        options += [f"-DFETCHCONTENT_SOURCE_DIR_PROMETHEUS_EXPRESS={ROOT}"]  # in the place of the network
    else:
        [call] = re.findall(r"`(prometheus_express_generate\(.*?GENERATED.*?\))`", README)
        run(ROOT / "generator" / "prometheus-express", "generate", "metrics.yaml", "--output", "folder", cwd=folder)
        file.write_text(re.sub(r"prometheus_express_generate\(.*\)", call, file.read_text()))
        options += ["-DPROMETHEUS_EXPRESS_PYTHON=/nonexistent/python3"]
    run("cmake", "-B", "build", *options, cwd=folder)
    program = "CMakeFiles/greenhouse.dir/main.cpp.o"
    assert "greenhouse.hpp" in (folder / "main.cpp").read_text()
    run("cmake", "--build", "build", "--target", *(["greenhouse_metrics"] if way == "FetchContent" else []), program, cwd=folder)


def test_sensors_are_those_of_the_example_and_are_served_as_shown(tmp_path: Path) -> None:
    assert block("yaml", "sensirion/sht31") in (EXAMPLE / "metrics.yaml").read_text()
    head, found, _ = (EXAMPLE / "main.cpp").read_text().partition("int main(")
    assert found
    (tmp_path / "main.cpp").write_text(head + block("cpp", "linux_i2c::Adapter"))
    flags = ("-std=c++20", "-Wall", "-Wextra", "-Werror", "-fsyntax-only")
    run("g++", *flags, f"-I{RUNTIME_INCLUDE}", f"-I{ROOT}/generated/two_sensors", tmp_path / "main.cpp")


def test_prometheus_takes_the_configuration(tmp_path: Path) -> None:
    (tmp_path / "prometheus.yml").write_text(block("yaml", "scrape_configs"))
    assert "SUCCESS" in run("promtool", "check", "config", tmp_path / "prometheus.yml")


UPDATES_SCHEMA = """\
version: 1
application: tour
metrics:
  waterings: {type: counter, help: A, value: uint32}
  errors: {type: counter, help: B, value: uint32}
  level: {type: gauge, help: C}
  busy: {type: gauge, help: D}
  last_run: {type: gauge, help: E}
  frame_size: {type: histogram, help: F, buckets: [1, 2]}
  duration: {type: summary, help: G}
  link: {type: stateset, help: H, states: [down, ready]}
  modem: {type: info, help: I, labels: {imei: {at: boot, max_length: 15}, firmware: {at: boot, max_length: 15}}}
  requests: {type: counter, help: J, labels: {METHOD, place: [{VALUE}]}}
  bytes: {type: counter, help: K, labels: {PEER}, MAX}
CONCURRENCY
"""


def inline(pattern: str) -> str:
    [found] = set(re.findall(rf"`({pattern})`", README))
    return str(found)


def test_updates_and_enumerators_of_the_tour_compile(tmp_path: Path) -> None:
    rows = re.findall(r"^\| [a-z][a-z, ]* \| (`.*) \|$", README[README.index("### Updates") :], re.MULTILINE)
    updates = [snippet for row in rows[:5] for snippet in re.findall(r"`(.*?)`", row)]
    assert len(updates) == 12
    schema = (
        UPDATES_SCHEMA.replace("METHOD", inline(r"method: \[.*?\]")).replace("{VALUE}", inline(r"\{text: .*?\}"))
        .replace("PEER", inline(r"peer: \{.*?\}")).replace("MAX", inline("max_series: 8"))
        .replace("CONCURRENCY", inline("concurrency: threads"))
    )  # fmt: skip
    (tmp_path / "metrics.yaml").write_text(schema)
    run(ROOT / "generator" / "prometheus-express", "generate", "metrics.yaml", "--output", ".", cwd=tmp_path)
    program = ['#include "tour.hpp"', "#include <prometheus_express/host.hpp>", "using namespace tour;", "tour::Metrics metrics;"]
    program += ["std::uint64_t unix_seconds; std::string_view imei, firmware; px::posix::MonotonicClock clock_;"]
    program += [f'static_assert(to_string({inline("Method::get")}) == "GET");']
    program += [f'static_assert(to_string({inline("Method::not_found")}) == "not found");']
    program += ['static_assert(to_string(Place::temperature) == "温度");']
    program += ["void all() {", "auto& [" + ", ".join(re.findall(r"^  (\w+): \{type", schema, re.MULTILINE)) + "] = metrics;"]
    program += ["auto& clock = clock_; (void)requests; (void)bytes;"]
    program += [f"{{ {update.rstrip(';')}; }}" for update in updates] + ["}"]
    (tmp_path / "main.cpp").write_text("\n".join(program) + "\n")
    flags = ("-std=c++20", "-Wall", "-Wextra", "-Wno-unused-variable", "-Werror", "-fsyntax-only")
    run("g++", *flags, f"-I{RUNTIME_INCLUDE}", "-I.", "main.cpp", cwd=tmp_path)


def test_an_interrupt_guard_is_named_as_the_tour_does(tmp_path: Path) -> None:
    schema = UPDATES_SCHEMA.partition("  requests")[0] + inline(r"concurrency: \{.*?\}") + "\n"
    (tmp_path / "metrics.yaml").write_text(schema)
    run(ROOT / "generator" / "prometheus-express", "check", tmp_path / "metrics.yaml")


def test_figures_are_those_of_the_whole_list() -> None:
    figures = (ROOT / "FIGURES.md").read_text()
    table = re.findall(r"^\|(.*)\|$", README[README.index("## Figures") :], re.MULTILINE)[2:]
    assert len(table) == 5
    for row in table:
        on_m0, on_m4 = (re.sub(" [a-z]+$", "", cell.strip()) for cell in row.split("|")[1:])
        assert f"| {on_m0} | {on_m4} |".replace("|  |", "| |") in figures, row


def test_find_package_is_named_as_it_is_installed() -> None:
    assert inline(r"find_package\(.*?\)") == "find_package(prometheus_express REQUIRED)"
    assert (ROOT / "generator" / "cmake" / "prometheus_expressConfig.cmake.in").is_file()
