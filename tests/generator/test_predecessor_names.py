"""Names that the Python library prometheus_express takes or refuses (https://github.com/ssube/prometheus_express,
prometheus_express/metric.py, validate_name), taken or refused here; its other behaviours are in tests/predecessor.

Difference: it takes a colon, which Prometheus keeps for recording rules (prometheus.io/docs/concepts/data_model).
"""

import pytest

from schemas import HEAD, slugs_of


@pytest.mark.parametrize("name", ["foo_bar", "Foo", "_foo", "f1", "a__c"])
def test_name_is_valid(name: str) -> None:
    text = f"metrics:\n  {name}:\n    type: gauge\n    help: bar values\n    labels: {{key_{name}: [value-1]}}\n"
    assert slugs_of(HEAD + f"namespace: n{name}\n" + text) == []


@pytest.mark.parametrize("name", ["123_bar", "'no!good?'", "''", "'a b'", "a-b", "'foo:bar'"])
def test_name_is_invalid(name: str) -> None:
    sound = "metrics: {foo: {type: gauge, help: bar values}}\n"
    assert slugs_of(HEAD + f"metrics: {{{name}: {{type: gauge, help: bar values}}}}\n") == ["invalid-metric-name"]
    label = f"metrics: {{foo: {{type: gauge, help: bar values, labels: {{{name}: [a]}}}}}}\n"
    assert slugs_of(HEAD + label) == ["invalid-label-name"]
    assert slugs_of(HEAD + f"namespace: {name}\n" + sound) == ["invalid-namespace"]
