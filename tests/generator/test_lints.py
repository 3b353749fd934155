"""Names are warned of when, and only when, a promtool would say something of their page.

Releases differ in one lint, and the promtool at hand is asked which of the two it has: a type in a name is remarked by those before
client_golang 1.20 whatever the metric's type is (Prometheus 2.42 of Debian 12), by later ones where it is the metric's own (2.53 of
Debian 13). We warn as the former do.
"""

from __future__ import annotations

import random
import re
import subprocess
from functools import cache
from pathlib import Path

from prometheus_express.document.shape import definitions
from prometheus_express.problems.problem import Severity
from prometheus_express.rules import lints, values
from prometheus_express.model.page_names import name_on_page
from prometheus_express.rules.lints import ABBREVIATED, BASE_UNITS
from schemas import HEAD, checked, sound_part

SEED = 20241118
ODD_UNIT = HEAD + "metrics:\n  distance:\n    type: gauge\n    unit: miles\n    help: Distance\n"
WORDS = (
    "seconds bytes celsius ratio volts hertz watts level queue depth bucket count sum total info gauge counter histogram "
    "summary untyped stateset queueDepth kelvin kilowatts percent ppm c k km v"
).split()
UNITS = {"seconds", "bytes", "celsius", "volts", "kelvin"}
MISSPELT = "mebi"  # promtool 2.42 knows these as mibi
SAMPLES = {
    "counter": "{0} 1", "gauge": "{0} 1", "untyped": "{0} 1",
    "summary": "{0}_sum 1\n{0}_count 1", "histogram": '{0}_bucket{{le="+Inf"}} 1\n{0}_sum 1\n{0}_count 1',
}  # fmt: skip
SAMPLE_PAGE = "# HELP {0} x\n# TYPE {0} gauge\n{0} 1\n"


def random_names() -> list[tuple[str, str]]:
    chance = random.Random(SEED)
    units = [unit for unit in (*BASE_UNITS, *ABBREVIATED) if not unit.startswith(MISSPELT)]
    names = [("x_" + word, kind) for word in (*units, *WORDS) for kind in ("counter", "gauge")]
    for _ in range(600):
        words = chance.sample(WORDS, chance.randrange(1, 4))
        if len(UNITS.intersection(words)) > 1:
            continue  # promtool's answer changes from run to run
        if chance.random() < 0.3 and not UNITS.intersection(words):
            words.insert(chance.randrange(len(words) + 1), chance.choice(units))
        names.append(("x_" + "_".join(words) if chance.random() < 0.5 else "_".join(words), chance.choice(list(SAMPLES))))
    return names


def promtool(page: str) -> str:
    command = ["promtool", "check", "metrics"]
    done = subprocess.run(command, input=page, capture_output=True, text=True, timeout=60, check=False)
    return done.stdout + done.stderr


@cache
def remarks_other_types() -> bool:
    own, other = promtool(SAMPLE_PAGE.format("x_gauge")), promtool(SAMPLE_PAGE.format("x_counter"))
    assert "should not include type 'gauge'" in own
    assert other in ("", "x_counter metric name should not include type 'counter'\n")
    return other != ""


def is_remarked(kind: str, name: str, slug: str) -> bool:
    """Whether the promtool at hand has the lint that a warning is for."""
    return slug != "type-in-name" or remarks_other_types() or re.search(f"_{kind}(_|$)", name) is not None


def test_promtool_has_something_to_say_exactly_where_there_is_a_warning() -> None:
    ours: dict[tuple[str, str], set[str]] = {}
    pages = dict.fromkeys(SAMPLES, "")  # of one type each: in promtool's eyes x_sum could belong to a summary x
    for metric, kind in random_names():
        text = HEAD + f"metrics:\n  {metric}: {{type: {kind}, help: x}}\n"
        model = sound_part(text)
        name = name_on_page(model.metrics[0], model.registries[0])
        is_series = kind in ("summary", "histogram") and name.endswith(("_sum", "_count", "_bucket"))  # of another in its eyes
        if (kind, name) not in ours and not is_series:
            problems = checked(text).problems
            assert all(problem.severity is Severity.WARNING for problem in problems), text
            ours[kind, name] = {problem.slug for problem in problems}
            pages[kind] += f"# HELP {name} x\n# TYPE {name} {kind}\n{SAMPLES[kind].format(name)}\n"
    theirs: dict[tuple[str, str], str] = {}
    for kind, page in pages.items():
        for line in promtool(page).splitlines():
            name, _, what = line.partition(" ")
            assert (kind, name) in ours, line
            theirs[kind, name] = theirs.get((kind, name), "") + what
    expected = {of: {slug for slug in slugs if is_remarked(*of, slug)} for of, slugs in ours.items()}
    differing = {of: (slugs, theirs.get(of)) for of, slugs in expected.items() if bool(slugs) != (of in theirs)}
    assert differing == {}
    assert len(theirs) > 200 and len(ours) - len(theirs) > 100


def test_labels_of_other_types_are_promtools() -> None:
    kinds = {"counter": "x_total", "gauge": "x", "untyped": "x"}
    for kind, name in kinds.items():
        for label in ("le", "quantile", "queueName", "queue"):
            text = HEAD + f"metrics:\n  x: {{type: {kind}, help: x, labels: {{{label}: [a]}}}}\n"
            page = f'# HELP {name} x\n# TYPE {name} {kind}\n{name}{{{label}="1"}} 1\n'
            assert bool(checked(text).problems) == bool(promtool(page)), text


def test_the_warnings_that_can_be_accepted_are_those_that_there_are_about_metrics() -> None:
    called = [slug for module in (lints, values) for slug in re.findall(r'_warning\("([a-z-]+)"', Path(module.__file__).read_text())]
    assert sorted(set(called)) == definitions()["warning"]["enum"]


def test_an_accepted_warning_is_not_shown_not_even_when_warnings_are_errors() -> None:
    assert checked(ODD_UNIT).problems != () == checked(ODD_UNIT + "    accept: [no-base-unit]\n").problems


def test_a_warning_is_accepted_of_one_metric_and_of_no_other() -> None:
    other = "  height: {type: gauge, unit: miles, help: Height}\n"
    assert [problem.metric for problem in checked(ODD_UNIT + "    accept: [no-base-unit]\n" + other).problems] == ["height"]


def test_an_error_cannot_be_accepted() -> None:
    assert "unknown-warning" in [problem.slug for problem in checked(ODD_UNIT + "    accept: [duplicate-name]\n").problems]
