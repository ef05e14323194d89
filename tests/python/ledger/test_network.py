"""Every option of `Ledger.network`, on small ledgers whose networks are worked out by hand."""

from __future__ import annotations

import datetime as dt
import inspect
import re
from typing import Any

import numpy as np
import pandas as pd
import pytest

import aidnet
from aidnet import _core
from support.ledgers import ROOT, fates_of, ledger_of, weights_of

# Amounts are powers of two, so that every sum says which flows are in it. nb and its office lie in
# the prefecture nb of zj in the east, lps in that of gz in the west; un lies nowhere.
AID = ledger_of(
    "flow donor recipient value unit resource status start end programme source;"
    "f1 nb lps 1 item funding planned 2016 . pair s1;"
    "f2 office lps 2 item equipment committed 2018-06 . ew s1;"
    "f3 un lps 4 item funding . 2017 2019 other s2;"
    "f4 un nb 8 item purchase spent 2018 . . .;"
    "f5 un un 16 item . disbursed . . . .;"
    "f6 nb lps 32 CNY funding spent 2018 . ew s1",
    places="place level parent side; cn country . .; zj province cn east; nb prefecture zj .;"
    "gz province cn west; lps prefecture gz .",
    parties="party place parent; nb nb .; office . nb; lps lps .; un . .",
    programmes="programme parent; ew .; pair ew; other .",
    sources="source; s1; s2",
)
ALL = {"nb > lps": 1, "office > lps": 2, "un > lps": 4, "un > un": 16}


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, ALL),
        ({"resource": "purchase"}, {"un > nb": 8}),
        ({"resource": ["funding", "purchase"]}, {"nb > lps": 1, "un > lps": 4, "un > nb": 8}),
        ({"resource": ""}, {"un > un": 16}),
        ({"resource": {"equipment"}}, {"office > lps": 2}),
        ({"unit": "CNY"}, {"nb > lps": 32}),
        ({"status": "committed"}, {"office > lps": 2}),
        ({"status": ("planned", "")}, {"nb > lps": 1, "un > lps": 4}),
        ({"status": np.array(["disbursed"])}, {"un > un": 16}),
        ({"period": 2018}, {"office > lps": 2, "un > lps": 4}),
        ({"period": np.int64(2016)}, {"nb > lps": 1}),
        ({"period": "2018-07"}, {"un > lps": 4}),
        ({"period": dt.date(2018, 6, 30)}, {"office > lps": 2, "un > lps": 4}),
        ({"period": np.datetime64("2018-07")}, {"un > lps": 4}),
        ({"period": pd.Timestamp("2018-07-01")}, {"un > lps": 4}),
        ({"period": (2016, "2017-12-31")}, {"nb > lps": 1, "un > lps": 4}),
        ({"period": ["2018-07", None]}, {"un > lps": 4}),
        ({"period": (None, 2016)}, {"nb > lps": 1}),
        ({"period": (None, None)}, ALL),
        # 4 over three years is 2, 1, 1.
        ({"period": 2019, "spread": "equal"}, {"un > lps": 1}),
        ({"period": 2017, "spread": "equal"}, {"un > lps": 2}),
        # 4 over 1095 days: 4 less floor(4 * 730 / 1095) = 2.
        ({"period": 2019, "spread": "days"}, {"un > lps": 2}),
        ({"programme": "ew"}, {"nb > lps": 1, "office > lps": 2}),
        ({"programme": ["pair", "other"]}, {"nb > lps": 1, "un > lps": 4}),
        ({"source": "s2"}, {"un > lps": 4}),
        ({"source": ["s1", "s2"]}, {"nb > lps": 1, "office > lps": 2, "un > lps": 4}),
        ({"place": "zj"}, {"nb > lps": 1, "office > lps": 2}),
        ({"place": ["gz", "zj"]}, {"nb > lps": 1, "office > lps": 2, "un > lps": 4}),
        ({"side": "east"}, {"nb > lps": 1, "office > lps": 2}),
        ({"side": ["west"]}, {"nb > lps": 1, "office > lps": 2, "un > lps": 4}),
        ({"level": "party"}, ALL),
        ({"level": "institution"}, {"nb > lps": 3, "un > lps": 4, "un > un": 16}),
        ({"level": "county"}, ALL),
        ({"level": "prefecture"}, {"nb > lps": 3, "un > lps": 4, "un > un": 16}),
        ({"level": "province"}, {"zj > gz": 3, "un > gz": 4, "un > un": 16}),
        ({"level": "side"}, {"east > west": 3, "un > west": 4, "un > un": 16}),
        ({"level": "programme"}, {"pair > lps": 1, "ew > lps": 2, "other > lps": 4, "un > un": 16}),
        ({"level": ("province", "party")}, {"zj > lps": 3, "un > lps": 4, "un > un": 16}),
        ({"level": ["party", "side"]},
         {"nb > west": 1, "office > west": 2, "un > west": 4, "un > un": 16}),
        ({"level": "province", "above": "drop"}, {"zj > gz": 3}),
        ({"weight": "count", "unit": None}, dict.fromkeys(ALL, 1) | {"nb > lps": 2}),
        ({"weight": "presence", "unit": None}, dict.fromkeys(ALL, 1)),
    ],
    ids=str,
)  # fmt: skip
def test_which_flows_and_nodes(options: dict[str, Any], expected: dict[str, float]) -> None:
    net = AID.network(**({"unit": "item"} | options))
    assert weights_of(net) == expected
    assert net.unit == ("" if "weight" in options else options.get("unit", "item"))


def test_nodes() -> None:
    in_2018 = ["office", "lps", "un"]
    for nodes, labels in (
        ("touched", in_2018),
        ("all", [*in_2018, "nb"]),
        (["nb", "un"], [*in_2018, "nb"]),
        ([], in_2018),
        ("nb", None),
    ):
        if labels is None:
            with pytest.raises(aidnet.ValidationError, match=r"nodes is 'nb'; .*'touched', 'all'"):
                AID.network(unit="item", period=2018, nodes=nodes)
            continue
        net = AID.network(unit="item", period=2018, nodes=nodes)
        assert list(net.nodes) == labels
    assert list(AID.network(unit="CNY", nodes=iter(["un"])).nodes) == ["nb", "lps", "un"]


GIFTS = ledger_of(
    "donor recipient value unit resource; g x 10 person funding; a y 3 item training;"
    "b y 1 item training; z a 2 item training; g h 4 CNY staff",
    groups="group member role share; g a donor 0.25; g b donor 0.75",
)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"groups": "group"}, {"g > x": 10}),
        ({"groups": "equal"}, {"a > x": 5, "b > x": 5}),
        # 2.5 and 7.5: the unit that is left goes to the first of equal remainders.
        ({"groups": "share"}, {"a > x": 3, "b > x": 7}),
        # a gives 3 and gets 2, b gives 1: 10 * 5/6 = 8.33, 10 * 1/6 = 1.67.
        ({"groups": "key", "key": "training"}, {"a > x": 8, "b > x": 2}),
        ({"groups": "key", "key": ("training", "item")}, {"a > x": 8, "b > x": 2}),
        ({"groups": "key", "key": {"a": 1, "b": 4}}, {"a > x": 2, "b > x": 8}),
        ({"groups": "key", "key": pd.Series({"b": 1.0})}, {"a > x": 0, "b > x": 10}),
        ({"groups": "key", "key": {"x": 1}}, {"g > x": 10}),
        ({"groups": "key", "key": {}}, {"g > x": 10}),
    ],
)
def test_joint_gifts(options: dict[str, Any], expected: dict[str, float]) -> None:
    assert weights_of(GIFTS.network(unit="person", **options)) == expected


def test_all_pairs_is_for_presence() -> None:
    net = GIFTS.network(groups="all_pairs", weight="presence", resource="funding")
    assert weights_of(net) == {"a > x": 1, "b > x": 1}


# A total of 10, of which the parts account for 7.
TOTAL = "flow donor recipient value part_of; t a b 10 .; p a c 3 t; q a d 4 t"
# 11 machines, worth 10 yuan, of which another report says 9.
REPORTS = "flow donor recipient value unit same_as; x a b 10 CNY .; y a b 11 item x; z c b 9 CNY x"
# Of 10 committed, 7 were paid out.
CHAIN = (
    "flow donor recipient value status fulfils;"
    "c a b 10 committed .; d a b 4 disbursed c; e a b 3 disbursed c"
)
CANCELLED = (
    "flow donor recipient value status fulfils;"
    "c a b 10 pledged .; d a b . cancelled c; e a b 3 spent ."
)
WAYS = (
    "flow donor recipient value direction;"
    "f a b 1 forward; r a b 2 reverse; w a b 4 both; h a b 8 return"
)
MISSING = "flow donor recipient value; f a b 5; g a b .; h a c ."


@pytest.mark.parametrize(
    ("flows", "options", "expected", "fates"),
    [
        (TOTAL, {"totals": "parts"}, {"a > b": 3, "a > c": 3, "a > d": 4},
         "used_remainder used used"),
        (TOTAL, {"totals": "total"}, {"a > b": 10}, "used within_total within_total"),
        (REPORTS, {"unit": "CNY"}, {"a > b": 10}, "used other_unit same_as"),
        (REPORTS, {"unit": "item"}, {"a > b": 11}, "other_unit used other_unit"),
        (REPORTS, {"weight": "count"}, {"a > b": 1}, "used same_as same_as"),
        (CHAIN, {}, {"a > b": 7}, "superseded used used"),
        (CHAIN, {"status": "committed"}, {"a > b": 10}, "used other_status other_status"),
        (CANCELLED, {}, {"a > b": 3}, "cancelled cancelled used"),
        (WAYS, {"orientation": "help"}, {"a > b": 15}, "used used used used"),
        (WAYS, {"orientation": "movement"}, {"a > b": 9, "b > a": 2}, "used used used used"),
        (MISSING, {"missing": "zero"}, {"a > b": 5, "a > c": 0}, "used used used"),
        (MISSING, {"missing": "drop"}, {"a > b": 5}, "used without_amount without_amount"),
        ("flow donor recipient value scope; f a b 5 .; g a c 90 aggregate",
         {}, {"a > b": 5}, "used aggregate"),
    ],
)  # fmt: skip
def test_what_is_never_added_twice(
    flows: str, options: dict[str, Any], expected: dict[str, float], fates: str
) -> None:
    net = ledger_of(flows).network(**options)
    assert weights_of(net) == expected
    assert fates_of(net) == fates.split()


def test_defaults_are_those_of_the_header() -> None:
    header = (ROOT / "include/aidnet/ledger/network_options.hpp").read_text()
    stated = dict(re.findall(r"\b(\w+) = (?!Level)\w+::(\w+)[;,]", header))
    signature = inspect.signature(aidnet.Ledger.network).parameters
    assert {name: signature[name].default for name in stated} == stated
    words = "spread above nodes weight groups orientation totals missing"
    assert set(stated) == set(words.split())
    assert "donor_level = Level::party, recipient_level = Level::party" in header
    assert signature["level"].default == "party"
    others = set(signature) - set(stated) - {"self", "level", "status"}
    assert {signature[name].default for name in others} == {None}
    assert all(signature[name].kind.name == "KEYWORD_ONLY" for name in set(signature) - {"self"})


def test_no_option_is_the_compiled_default() -> None:
    for ledger in (GIFTS, AID, aidnet.datasets.load_east_west()):
        for unit in ("CNY", "item"):
            ours = ledger.network(unit=unit)
            compiled = _core.LedgerNetwork.make(ledger._compiled, {"unit": unit})
            assert ours.graph.same_as(compiled.graph)
            assert list(ours.nodes) == compiled.nodes[2]
            assert ours.upper.tolist() == compiled.upper.tolist()
            assert dict(ours.describe()) == {
                "unit": unit,
                "weight": "sum",
                **compiled.description,
            }


def test_many_ledgers_against_a_plain_sum() -> None:
    """Without links a network is a sum by donor and recipient, exact in integers."""
    for seed in range(300):
        rng = np.random.default_rng(seed)
        rows, parties = int(rng.integers(0, 60)), int(rng.integers(1, 12))
        flows = pd.DataFrame(
            {
                "donor": [f"p{k}" for k in rng.integers(0, parties, rows)],
                "recipient": [f"p{k}" for k in rng.integers(0, parties, rows)],
                "value": pd.array(rng.integers(0, 10**12, rows), dtype="Int64"),
            }
        )
        flows.loc[rng.random(rows) < 0.1, "value"] = None
        net = aidnet.Ledger.from_frames(flows.assign(unit="item")).network()
        plain = flows.fillna({"value": 0}).groupby(["donor", "recipient"])["value"].sum().to_dict()
        seen = {(u, v): int(w) for u, v, w in net.to_networkx().edges(data="weight")}
        assert seen == plain, f"seed {seed}"
        assert net.describe()["total"] == str(sum(plain.values()))
        assert list(net.nodes) == flows[["donor", "recipient"]].stack().drop_duplicates().tolist()
        same = aidnet.from_edges(
            flows["donor"], flows["recipient"], flows["value"].fillna(0).to_numpy(float)
        )
        ours, theirs = aidnet.pagerank(net), aidnet.pagerank(same)
        assert ours.tolist() == theirs.tolist()
        assert list(ours.index) == list(theirs.index)
