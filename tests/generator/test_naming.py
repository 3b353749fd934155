"""Names on the page are the Python client's; identifiers are what C++ accepts."""

from __future__ import annotations

import re
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from prometheus_client import CollectorRegistry, Counter, Enum, Gauge, Histogram, Info, Summary, generate_latest
from prometheus_express.kinds.format import Format
from prometheus_express.model.application import Registry
from prometheus_express.model.metric import Metric
from prometheus_express.model.page_names import claimed_names, name_on_page, names_in_formats
from prometheus_express.names import cpp as naming
from schemas import HEAD, slugs_of, sound_part

WORDS = st.lists(st.sampled_from(["temperature", "bytes", "celsius", "total", "created", "a", "x1"]), min_size=1, max_size=3)


CLASSES = {"counter": Counter, "gauge": Gauge, "histogram": Histogram, "summary": Summary, "info": Info, "stateset": Enum}
FURTHER = {"info": ", labels: {a: b}", "stateset": ", states: [on, off]"}


def sample_names(metric: Metric, page: Registry) -> tuple[str, ...]:
    return tuple(names_in_formats(metric, page)[Format.TEXT].samples.values())


@settings(max_examples=500, deadline=None)
@given(WORDS.map("_".join), st.sampled_from(list(CLASSES)), st.sampled_from(["", "bytes", "celsius", "total"]),
       st.sampled_from(["", "prom_express", "total"]))  # fmt: skip
def test_names_are_those_of_the_python_client(name: str, kind: str, unit: str, namespace: str) -> None:
    unit = "" if kind in FURTHER else unit
    text = HEAD + (f"namespace: {namespace}\n" if namespace else "")
    further = FURTHER.get(kind, "") + (f", unit: {unit}" if unit else "")
    text += f"metrics:\n  {name}: {{type: {kind}, help: x{further}}}\n"
    model = sound_part(text)
    registry = CollectorRegistry()
    states = {"states": ["on", "off"]} if kind == "stateset" else {}
    CLASSES[kind](name, "x", namespace=namespace, unit=unit, registry=registry, **states)
    (family,) = registry.collect()
    created = (family.name + "_created",) if kind in ("counter", "histogram", "summary") else ()
    samples = {sample.name for sample in family.samples} - set(created)
    (metric,), (ours,) = model.metrics, model.registries
    assert set(sample_names(metric, ours)) == samples
    in_openmetrics = names_in_formats(metric, ours)[Format.OPENMETRICS]
    assert in_openmetrics.family == family.name
    assert set(in_openmetrics.samples.values()) == samples
    assert in_openmetrics.type == family.type
    assert set(claimed_names(metric, ours)) == set(registry._names_to_collectors)
    page = generate_latest(registry).decode()
    in_text = names_in_formats(metric, ours)[Format.TEXT]
    assert page.startswith(f"# HELP {in_text.family} x\n# TYPE {in_text.family} {in_text.type}\n")


def test_a_registry_can_have_its_own_namespace() -> None:
    pages = "registries: {one: {path: /1}, two: {path: /2, namespace: b}}\n"
    model = sound_part(HEAD + pages + "namespace: a\nmetrics: {x: {type: counter, help: x}}\n")
    names = [sample_names(model.metrics[0], registry) for registry in model.registries]
    assert names == [("a_x_total",), ("b_x_total",)]


def test_a_name_without_total_is_as_written() -> None:
    model = sound_part(HEAD + "metrics: {x_total: {type: counter, help: x, unit: bytes, total_suffix: false}}\n")
    (metric,) = model.metrics
    assert name_on_page(metric, model.registries[0]) == "x_total_bytes"
    assert claimed_names(metric, model.registries[0]) == ("x_total_bytes",)


def test_a_sum_that_could_fall_is_left_out() -> None:
    model = sound_part(HEAD + "metrics: {x: {type: histogram, help: x, buckets: [-1, 1]}}\n")
    assert sample_names(model.metrics[0], model.registries[0]) == ("x_bucket", "x_count")


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


@pytest.mark.parametrize("name", ["daemon", "tm", "timezone", "environ", "uint32_t", "hypot", "splice", "close"])
def test_an_application_has_no_name_of_the_c_library(name: str) -> None:
    assert slugs_of(f"version: 1\napplication: {name}\nmetrics: {{a: {{type: gauge, help: A}}}}\n") == ["reserved-name"]


@pytest.mark.parametrize("name", ["EOF", "NULL", "BUFSIZ"])
def test_an_enum_has_no_name_of_a_macro(name: str) -> None:
    text = f"metrics: {{a: {{type: gauge, help: A, labels: {{place: {{values: [b], as: {name}}}}}}}}}\n"
    assert slugs_of(HEAD + text) == ["reserved-enum"]


@given(st.lists(st.text(max_size=8) | st.text("aA-_ 1客厅ß", max_size=4) | st.text("温", max_size=30), unique=True))
def test_the_enumerators_of_any_texts_differ(texts: list[str]) -> None:
    names = naming.enumerators(texts, {})
    assert list(names) == texts and len(set(names.values())) == len(texts)
    for name in names.values():
        assert re.fullmatch("[a-z_][a-z0-9_]*", name) and name not in naming.RESERVED and "__" not in name
        assert len(name) <= max(naming.LONGEST_ENUMERATOR + 8, max(map(len, texts)) + 1)
    if texts and re.search("[A-Za-z0-9]", texts[0]):
        assert names[texts[0]] == naming.enumerator(texts[0])


def test_enumerators_are_spelled_where_nothing_is_left_or_another_has_the_name() -> None:
    assert naming.enumerators(["客厅", "°C", "C", "a-b", "a_b", "a.b", "", "*", "下"], {"下": "down"}) == {
        "客厅": "u5ba2_u5385", "°C": "_c", "C": "c", "a-b": "a_b", "a_b": "a_b_2", "a.b": "a_u002e_b", "": "_", "*": "u002a",
        "下": "down",
    }  # fmt: skip
    assert naming.enumerators(["open", "shut"], {"shut": "open"}) == {"open": "open_2", "shut": "open"}


LIKE_KEYWORDS = """asm typeof typeof_unqual restrict import module final override typename synchronized atomic_commit
    in out inout byref bycopy oneway half pixel vector fixed inline final thread_local noreturn""".split()


@pytest.mark.parametrize("compiler", ["g++", "clang++"])
def test_words_that_compilers_take_for_keywords_are_no_enumerators(compiler: str) -> None:
    command = [compiler, "-std=gnu++20", "-fsyntax-only", "-x", "c++", "-"]
    refused = {
        word
        for word in LIKE_KEYWORDS
        if subprocess.run(command, input=f"enum class E {{ {word} }};", text=True, capture_output=True, check=False).returncode
    }
    assert "typeof" in refused and refused == {word for word in LIKE_KEYWORDS if naming.enumerator(word) != word} - naming.MACROS
