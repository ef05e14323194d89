"""Wrong options of `Ledger.network`: the error names the option, and the choices there are."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

import aidnet
from support.ledgers import ledger_of

LEDGER = ledger_of(
    "donor recipient value unit start programme source; g a 1 CNY 2018 p s; a b 2 CNY 2019 p s",
    groups="group member; g a; g b",
    places="place side; A east; B west",
    parties="party place; a A; b B",
)
CHOICES = {
    "spread": ("none", "equal", "days"),
    "level": ("party", "institution", "county", "prefecture", "province", "side", "programme"),
    "above": ("keep", "drop"),
    "weight": ("sum", "count", "presence"),
    "groups": ("group", "equal", "share", "key", "all_pairs"),
    "orientation": ("help", "movement"),
    "totals": ("parts", "total"),
    "missing": ("zero", "drop", "unbounded"),
    "nodes": ("touched", "all"),
    "resource": ("funding", "purchase", "agreement"),
    "status": ("planned", "pledged", "cancelled"),
    "unit": ("CNY",),
    "side": ("east", "west"),
}


OPTIONAL = {"resource", "unit", "side"}


@pytest.mark.parametrize("option", CHOICES)
@pytest.mark.parametrize("wrong", ["foo", "", "Keep"])
def test_a_word_that_is_no_choice(option: str, wrong: str) -> None:
    if not wrong and option in ("resource", "status", "unit"):  # there "" is: not stated
        assert LEDGER.network(**{option: wrong}).edge_count == (0 if option == "unit" else 2)
        return
    with pytest.raises(aidnet.ValidationError) as caught:
        LEDGER.network(**{option: wrong})
    message = str(caught.value)
    assert message.startswith(f"{option} is '{wrong}'")
    assert all(f"'{choice}'" in message for choice in CHOICES[option])


@pytest.mark.parametrize("option", [*CHOICES, "programme", "source", "place", "about", "nearly"])
@pytest.mark.parametrize(
    "wrong", [5, 2.5, True, b"all", [5], [None], object()], ids=lambda v: type(v).__name__
)
def test_values_of_another_type(option: str, wrong: Any) -> None:
    if option in ("about", "nearly") and wrong in (5, 2.5) and wrong is not True:
        error: tuple[type[Exception], str] = (aidnet.ValidationError, "it must lie in")
    elif option == "level" and isinstance(wrong, list):
        error = (aidnet.ValidationError, "must be one or a pair")
    else:
        error = (TypeError, "must be a (str|number)")
    with pytest.raises(error[0], match=f"{option} .*{error[1]}"):
        LEDGER.network(**{option: wrong})


@pytest.mark.parametrize("option", [name for name in CHOICES if name not in OPTIONAL])
def test_none_is_no_choice(option: str) -> None:
    with pytest.raises(TypeError, match=f"{option} must be a str.*not None"):
        LEDGER.network(**{option: None})


@pytest.mark.parametrize("option", ["resource", "status", "programme", "source", "place", "side"])
def test_an_empty_list_is_not_taken_for_all(option: str) -> None:
    for empty in ([], (), set(), iter([])):
        with pytest.raises(aidnet.ValidationError, match=f"{option} is an empty list"):
            LEDGER.network(**{option: empty})


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"period": "18"}, "period: '18' is no date; .*such as 2018, 2018-06"),
        ({"period": "2018-13"}, "period: '2018-13' is no date"),
        ({"period": ""}, "period: '' is no date"),
        ({"period": ("", 2018)}, "period: '' is no date"),
        ({"period": np.datetime64("NaT")}, "period: 'NaT' is no date"),
        ({"period": (2018, 2019, 2020)}, "period must be one or a pair"),
        ({"period": (2018,)}, "period must be one or a pair"),
        ({"period": (2020, 2018)}, "the period ends with 2018, before it starts with 2020"),
        ({"period": "2018-06", "spread": "equal"}, "2018-06 .*take whole years or spread=days"),
        ({"level": ("party", "party", "party")}, "level must be one or a pair"),
        ({"level": ("party", "village")}, "level is 'village'.*'county'"),
        ({"about": -0.1}, r"about is -0\.1; it must lie in \[0, 1\]"),
        ({"nearly": float("nan")}, r"nearly is nan; it must lie in \[0, 1\]"),
        ({"nodes": "given"}, "nodes: 'touched', 'all' or a list of parties"),
        ({"groups": "all_pairs"}, "it goes with weight=presence only"),
        ({"groups": "share"}, "the member a of g has no share"),
        ({"groups": "key"}, "groups='key' needs key="),
        ({"key": "funding"}, "key= is for groups='key'"),
        ({"groups": "equal", "key": {"a": 1}}, "key= is for groups='key'"),
        ({"groups": "key", "key": "fund"}, "'fund'; it must be one of .*'funding'"),
        ({"groups": "key", "key": ("funding", "EUR")}, "key is 'EUR'.*'CNY'"),
        ({"groups": "key", "key": ("funding",)}, "key must be one or a pair"),
        ({"groups": "key", "key": {"a": -1}}, "the key of a is -1"),
        ({"groups": "key", "key": {"a": float("nan")}}, "the key of a is nan"),
    ],
    ids=str,
)
def test_values_that_do_not_fit(options: dict[str, Any], message: str) -> None:
    with pytest.raises(aidnet.ValidationError, match=message):
        LEDGER.network(**options)


@pytest.mark.parametrize(
    ("key", "message"),
    [
        (5, "key must be a resource, a pair .* or a mapping"),
        ({"a": "much"}, "key of 'a' must be a number, not 'much'"),
        ({"a": None}, "key of 'a' must be a number, not None"),
        ({"a": True}, "key of 'a' must be a number, not True"),
        ({1: 2.0}, "key must be a str, not 1"),
        (("funding", 5), "key must be a str, not 5"),
        ((5, "CNY"), "key must be a str, not 5"),
    ],
)
def test_keys_of_another_type(key: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        LEDGER.network(groups="key", key=key)


@pytest.mark.parametrize(
    "period", [2018.5, True, object(), (2018, 2019.0)], ids=lambda v: type(v).__name__
)
def test_periods_of_another_type(period: Any) -> None:
    with pytest.raises(TypeError, match="period: a year, or a text such as '2018-06'"):
        LEDGER.network(period=period)


def test_names_that_the_ledger_does_not_have() -> None:
    for options in (
        {"programme": "q"},
        {"source": ["s", "q"]},
        {"place": "C"},
        {"nodes": ["a", "q"]},
        {"groups": "key", "key": {"q": 1}},
    ):
        with pytest.raises(KeyError):
            LEDGER.network(**options)


def test_units_are_never_mixed() -> None:
    mixed = ledger_of("donor recipient value unit; a b 5 CNY; a b 2.5 CNY; a b 7 person; a b 1 .")
    with pytest.raises(aidnet.ValidationError) as caught:
        mixed.network()
    message = str(caught.value)
    assert "choose one with unit=" in message
    for part in ("none stated: 1 flow, 1", "CNY: 2 flows, 7.5", "person: 1 flow, 7"):
        assert part in message
    assert mixed.network(unit="CNY").total_weight == 7.5
    assert mixed.network(weight="count").total_weight == 4


def test_options_are_keywords() -> None:
    with pytest.raises(TypeError, match="positional"):
        LEDGER.network("CNY")  # type: ignore[misc]
    with pytest.raises(TypeError, match="unexpected keyword argument 'units'"):
        LEDGER.network(units="CNY")  # type: ignore[call-arg]


def test_options_stay_what_they_were() -> None:
    """A network is made again of its options: nobody may change them behind its back."""
    nodes, key = ["b"], {"a": 1.0, "b": 3.0}
    net = LEDGER.network(groups="key", key=key, nodes=nodes)
    nodes.append("zz")
    key["a"] = 100.0
    net.options["key"]["b"] = 0.0
    net.options["unit"] = "USD"
    assert net.options["nodes"] == ("b",)
    assert net.options["key"] == {"a": 1.0, "b": 3.0}
    assert net.options["unit"] is None
    assert list(net.options) == list(LEDGER.network().options)
    assert net.ledger is LEDGER
