"""What is called not supported is not there."""

import re

from prometheus_express.document.shape import definitions, language, make_shape
from prometheus_express.document.unsupported import KEYS, WORDS
from schemas import CHECKOUT


def keys_of(rules: object) -> "set[str]":
    """Every key that a JSON schema knows by name."""
    if isinstance(rules, list):
        return set().union(*map(keys_of, rules))
    if not isinstance(rules, dict):
        return set()
    return set(rules.get("properties", {})).union(*map(keys_of, rules.values()))


def test_no_key_of_the_language_is_called_unsupported() -> None:
    assert not set(KEYS) & keys_of(language())


def test_no_word_of_the_language_is_called_unsupported() -> None:
    for kind, words in WORDS.items():
        assert kind.replace("-", "_") in definitions()
        assert not set(words) & set(make_shape({"$ref": f"#/$defs/{kind.replace('-', '_')}"}).choices)


def test_what_is_referred_to_is_there() -> None:
    said = " ".join([*KEYS.values(), *(help for words in WORDS.values() for help in words.values())])
    reference = (CHECKOUT / "schema" / "REFERENCE.md").read_text(encoding="utf-8").lower()
    for place in re.findall(r"REFERENCE\.md#([a-z-]+)", said):
        assert f"\n## {place.replace('-', ' ')}\n" in reference
    for example in re.findall(r"examples/[a-z_]+", said):
        assert (CHECKOUT / example / "metrics.yaml").is_file()
