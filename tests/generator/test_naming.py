"""Names on the page are the Python client's; identifiers are what C++ accepts."""

from __future__ import annotations

import re
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from prometheus_client import CollectorRegistry, Counter, Gauge
from prometheus_express import naming
from schemas import HEAD, sound_part

WORDS = st.lists(st.sampled_from(["temperature", "bytes", "celsius", "total", "created", "a", "x1"]), min_size=1, max_size=3)


@settings(max_examples=300, deadline=None)
@given(WORDS.map("_".join), st.sampled_from(["counter", "gauge"]), st.sampled_from(["", "bytes", "celsius", "total"]),
       st.sampled_from(["", "prom_express", "total"]))  # fmt: skip
def test_names_are_those_of_the_python_client(name: str, kind: str, unit: str, namespace: str) -> None:
    text = HEAD + (f"namespace: {namespace}\n" if namespace else "")
    text += f"metrics:\n  {name}: {{type: {kind}, help: x{f', unit: {unit}' if unit else ''}}}\n"
    model = sound_part(text)
    registry = CollectorRegistry()
    make = Counter if kind == "counter" else Gauge
    make(name, "x", namespace=namespace, unit=unit, registry=registry)
    (family,) = registry.collect()
    samples = {sample.name for sample in family.samples if not (kind == "counter" and sample.name.endswith("_created"))}
    assert set(naming.sample_names(model, model.metrics[0])) == samples
    assert naming.family_name(model, model.metrics[0]) == family.name
    assert set(naming.claimed_names(model, model.metrics[0])) == set(registry._names_to_collectors)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("GET", "get"), ("200", "_200"), ("bme680", "bme680"), ("a-b", "a_b"), ("a - b", "a_b"), ("", "_"), ("°C", "_c"),
        ("not", "_not"), ("Linux", "_linux"), ("unix", "_unix"), ("errno", "_errno"), ("major", "_major"), ("no", "no"),
        ("minor", "_minor"), ("signed", "_signed"), ("isnan", "_isnan"), ("EIO", "eio"), ("NULL", "null"),
        ("co_await", "_co_await"), ("/metrics", "_metrics"), ("a__b", "a_b"), ("None", "none"),
        ("+Inf", "_inf"), ("default", "_default"), ("温度", "_"),
    ],
)  # fmt: skip
def test_enumerators_are_lower_case_identifiers(value: str, expected: str) -> None:
    assert naming.enumerator(value) == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("sensor", "Sensor"), ("code", "Code"), ("status_code", "StatusCode"), ("queueName", "QueueName"), ("EOF", "Eof"),
        ("_x", "X"), ("_", "Label"), ("_1", "Label1"), ("a1", "A1"),
    ],
)  # fmt: skip
def test_enums_are_named_in_pascal_case(label: str, expected: str) -> None:
    assert naming.enum_type(label) == expected


@pytest.mark.parametrize(
    ("metric", "expected"),
    [
        ("temperature", "temperature"), ("queueDepth", "queueDepth"), ("new", "_new"), ("EIO", "eio"), ("INT", "_int"),
        ("a__b", "a_b"), ("_Reserved", "_reserved"), ("PRId8", "prid8"), ("M_PIf", "m_pif"), ("errno", "_errno"),
    ],
)  # fmt: skip
def test_members_are_named_like_their_metric(metric: str, expected: str) -> None:
    assert naming.member(metric) == expected


HEADERS = """assert ctype errno float inttypes limits math setjmp signal stdarg stddef stdint stdio stdlib string time
sys/types sys/socket sys/stat sys/time netinet/in arpa/inet unistd fcntl poll pthread netdb termios""".split()


@pytest.mark.parametrize("compiler", ["g++", "clang++"])
def test_no_identifier_is_replaced_by_a_macro_of_the_platforms_headers(compiler: str) -> None:
    includes = "".join(f"#include <{header}.h>\n" for header in HEADERS)
    command = [compiler, "-std=gnu++20", "-x", "c++", "-"]
    listed = subprocess.run([*command, "-dM", "-E"], input=includes, capture_output=True, text=True, timeout=60, check=True)
    words = {line.split()[1].split("(")[0] for line in listed.stdout.splitlines()} | naming.KEYWORDS
    assert len(words) > 1000 and "EIO" in words and "unix" in words
    values = sorted({naming.enumerator(word) for word in words})
    metrics = {word for word in words if word.strip("_")}
    members = sorted({naming.member(word) for word in metrics})
    source = includes + "enum class Value {\n" + ",\n".join(values) + "};\nstruct Metrics {\n"
    source += "".join(f"int {name};\n" for name in members) + "};\n"
    source += "".join(f"constexpr Value used_{value} = Value::{value};\n" for value in values)
    source += "".join(f"constexpr auto with_{name} = &Metrics::{name};\n" for name in members)
    command.append("-fsyntax-only")
    done = subprocess.run(command, input=source, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr[:2000]


@given(st.text())
def test_every_identifier_is_one(text: str) -> None:
    for name in (naming.enumerator(text), naming.member(re.sub("[^A-Za-z0-9_]", "", text) or "a")):
        assert re.fullmatch("[A-Za-z_][A-Za-z0-9_]*", name)
        assert "__" not in name and not re.match("_[A-Z]", name)
        assert name not in naming.RESERVED
