"""Each rule of the page checker finds the page that breaks it, and nothing else in it; a right page passes."""

import pytest

from harness.number_text import decimals, integers, is_double, is_value
from harness.page_checker import problems

GOOD = rb"""# HELP requests_total Requests, "quoted", \\ and \n escaped, caf\xc3\xa9
# TYPE requests_total counter
requests_total{method="GET",path="C:\\a\"b\nc, d} e"} 18446744073709551615
requests_total{method="PUT",path=""} 0
# HELP level
# TYPE level gauge
level -0
# HELP empty Family without series
# TYPE empty gauge
# HELP size_bytes Sizes
# TYPE size_bytes histogram
size_bytes_bucket{le="1.0"} 1
size_bytes_bucket{le="+Inf"} 2
size_bytes_sum 24.7359
size_bytes_count 2
# HELP delay_seconds Delays
# TYPE delay_seconds summary
delay_seconds{quantile="0.5"} NaN
delay_seconds_sum 1e-7
delay_seconds_count 2
""".replace(rb"\xc3\xa9", b"\xc3\xa9")

HEAD = "# HELP a Help\n# TYPE a gauge\n"
COUNTER = "# HELP a_total Help\n# TYPE a_total counter\n"

BAD = {
    "final-newline": f"{HEAD}a 1",
    "trailing-blank": "# HELP a Help \n# TYPE a gauge\na 1\n",
    "trailing-blank in a sample": f"{HEAD}a 1\t\n",
    "empty-line": f"{HEAD}\na 1\n",
    "empty-line at the end": f"{HEAD}a 1\n\n",
    "comment": f"{HEAD}# EOF\n",
    "comment without a blank": f"#HELP a Help\n{HEAD}",
    "no-help": "# TYPE a gauge\na 1\n",
    "no-type": "# HELP a Help\na 1\n",
    "no-type of a bare sample": "a 1\n",
    "no-type of the first of two": "# HELP b Help\n# HELP a Help\n# TYPE a gauge\n",
    "second-help": "# HELP a Help\n# HELP a Help\n# TYPE a gauge\na 1\n",
    "second-type": f"{HEAD}# TYPE a gauge\na 1\n",
    "help-after-type": "# TYPE a gauge\n# HELP a Help\na 1\n",
    "late-comment": f"{HEAD}a 1\n# TYPE a gauge\n",
    "type": "# HELP a Help\n# TYPE a info\na 1\n",
    "counter-name": "# HELP a Help\n# TYPE a counter\na 1\n",
    "split-family": f"{HEAD}a 1\n{COUNTER}a_total 1\n{HEAD}",
    "split-family by a sample": f'{HEAD}a{{b="c"}} 1\n{COUNTER}a_total 1\na{{b="d"}} 1\n',
    "no-type of a sample with another name": f"{HEAD}a_sum 1\n",
    "metric-name": "# HELP 1a Help\n# TYPE 1a gauge\n1a 1\n",
    "metric-name with a hyphen": f"{HEAD}a-b 1\n",
    "label-name": f'{HEAD}a{{1b="c"}} 1\n',
    "label-name that is reserved": f'{HEAD}a{{__b="c"}} 1\n',
    "label-name with a colon": f'{HEAD}a{{b:c="d"}} 1\n',
    "repeated-label": f'{HEAD}a{{b="c",b="d"}} 1\n',
    "labels": f"{HEAD}a{{}} 1\n",
    "labels with a comma at the end": f'{HEAD}a{{b="c",}} 1\n',
    "labels with a blank": f'{HEAD}a{{b= "c"}} 1\n',
    "labels without quotes": f"{HEAD}a{{b=c}} 1\n",
    "label-escape": f'{HEAD}a{{b="\\t"}} 1\n',
    "label-escape behind a backslash": f'{HEAD}a{{b="\\\\\\x"}} 1\n',
    "help-escape": '# HELP a Help \\" more\n# TYPE a gauge\na 1\n',
    "help-escape at the end": "# HELP a Help\\\n# TYPE a gauge\na 1\n",
    "label-order": f'{HEAD}a{{b="1",c="2"}} 1\na{{c="2",b="3"}} 1\n',
    "label-order with one label more": f'{HEAD}a{{b="1"}} 1\na{{c="2",b="3"}} 1\na{{b="4",c="5"}} 1\n',
    "label-order with another label": f'{HEAD}a{{b="1",c="2"}} 1\na{{b="3",d="4"}} 1\n',
    "duplicate-series": f'{HEAD}a{{b="c"}} 1\na{{b="c"}} 2\n',
    "timestamp": f"{HEAD}a 1 1700000000000\n",
    "negative-counter": f"{COUNTER}a_total -1\n",
    "negative-counter that is no number": f"{COUNTER}a_total NaN\n",
    "number": f"{HEAD}a 1.0\n",
    "sample": f"{HEAD}a\n",
    "sample with a quote that stays open": f'{HEAD}a{{b="c}} 1\n',
}

# What cannot be broken without breaking a second rule.
BY_THE_WAY = {
    "trailing-blank in a sample": {"number"},
    "metric-name with a hyphen": {"no-type"},
    "help-after-type": {"no-help"},
    "late-comment": {"second-type"},
    "split-family by a sample": {"no-type"},
}


def rules(page: bytes, **kinds: object) -> set[str]:
    return {problem.split(": ")[1] for problem in problems(page, kinds)}  # type: ignore[arg-type]


def test_a_page_that_is_right_passes() -> None:
    assert problems(GOOD) == []
    assert problems(b"") == []


@pytest.mark.parametrize("case", BAD)
def test_a_page_that_breaks_one_rule_is_found_by_it(case: str) -> None:
    found = rules(BAD[case].encode())
    assert case.split(" ")[0] in found
    assert found - {case.split(" ")[0]} <= BY_THE_WAY.get(case, set())


def test_bytes_that_are_not_utf_8_are_found() -> None:
    assert rules(b"# HELP a caf\xe9\n# TYPE a gauge\na 1\n") == {"utf-8"}


def test_values_are_held_against_their_kind() -> None:
    page = f"{HEAD}a 1.5\n".encode()
    assert rules(page, a=is_double) == set()
    assert rules(page, a=integers(32)) == {"kind"}
    assert rules(page, b=is_double) == {"missing-family"}


@pytest.mark.parametrize(
    "text",
    # The table of ECMA-262 (Number::toString) walked through: each of its cases, and the borders between them.
    ["0", "-0", "1", "-1", "24.7359", "1060948", "100000000000000000000", "123456789012345680000", "1e+21",
     "1.5e+300", "0.000001", "1e-7", "-1.25e-7", "5e-324", "1.7976931348623157e+308", "0.1", "+Inf", "-Inf", "NaN"],
)
def test_a_double_has_this_text(text: str) -> None:
    assert is_double(text) and is_value(text)


@pytest.mark.parametrize(
    "text",
    ["", "1.0", "1.", ".5", "+1", "01", "00", "-00", "1e21", "1E+21", "1e+05", "1e+2", "0.0000001", "10e-8", "1e-07",
     "0x1", "1_000", "Inf", "inf", "+inf", "nan", "-NaN", "0.10000000000000001", "0.30", "1000000000000000000000",
     "1.7976931348623158e+308", "1e+309", "1,5", "1 ", " 1", "\u0661"],
)
def test_no_double_has_this_text(text: str) -> None:
    assert not is_double(text)


@pytest.mark.parametrize(
    "rule, good, bad",
    [
        (integers(32), ["0", "4294967295"], ["4294967296", "-0", "-1", "1.5", "NaN", "01", "1e+2", ""]),
        (integers(64), ["18446744073709551615"], ["18446744073709551616"]),
        (integers(32, signed=True), ["-2147483648", "2147483647"], ["-2147483649", "2147483648", "-0"]),
        (decimals(2), ["0", "-0.01", "21474836.47", "-21474836.48", "24.7", "5"],
         ["-0", "24.70", "5.0", "5.", ".5", "0.001", "21474836.48", "1e-2", "NaN"]),
        (decimals(0), ["80000", "-3"], ["0.5", "080000"]),
    ],
)
def test_integers_and_decimals_have_one_text(rule: object, good: list[str], bad: list[str]) -> None:
    assert callable(rule)
    assert [text for text in good if not rule(text)] == []
    assert [text for text in bad if rule(text)] == []
