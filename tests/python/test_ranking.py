"""Ranks and their intervals, against hand-worked networks and another way to draw."""

from __future__ import annotations

import doctest
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pytest

import aidnet
from aidnet import ranking
from aidnet.measures import ROWS
from aidnet.ranking import RANKED, rank_table
from support.ledgers import ledger_of

if TYPE_CHECKING:
    from collections.abc import Sequence

# What each recipient is given: x 5 to 9, y 7, z and w 6, v 1 or more, u an amount not stated.
LEDGER = ledger_of(
    "donor recipient value lower upper qualifier unit;"
    "a x 5 5 9 over item; a y 7 7 7 exact item; a z 6 6 6 exact item; a w 6 6 6 exact item;"
    "a v 1 1 . at_least item; a u . . . unknown item"
)


NO_RANK = (pd.NA, pd.NA, pd.NA)


def ranks_of(table: pd.DataFrame, measure: str = "strength") -> dict[str, tuple[int, int, int]]:
    rows = table[measure][["rank", "rank_low", "rank_high"]]
    return {str(row.Index): (row.rank, row.rank_low, row.rank_high) for row in rows.itertuples()}


def test_worked_by_hand() -> None:
    table = rank_table(LEDGER.network(), ["strength"], mode="in", draws=1000, level=0.999)
    # Above 7 (half of the draws) x is first, from 6 to 7 second and below 6 fourth.
    assert ranks_of(table) == {
        "a": NO_RANK, "x": (4, 1, 4), "y": (1, 1, 2), "z": (2, 2, 3), "w": (2, 2, 3),
        "v": (5, 5, 5), "u": (6, 6, 6),
    }  # fmt: skip
    assert list(table.columns.names) == ["measure", "value"]
    assert (
        table["strength", "score"].to_dict()
        == aidnet.strength(LEDGER.network(), mode="in").to_dict()
    )


def test_what_was_drawn_is_told() -> None:
    attrs = rank_table(LEDGER.network(), ["strength", "pagerank"], draws=7, seed=5, mode="in").attrs
    assert attrs == {
        "draws": 7, "seed": 5, "level": 0.95, "mode": "in", "uncertain_edges": 1,
        "unbounded_edges": 1, "zero_edges": 1, "undefined_draws": {"strength": 0, "pagerank": 0},
        "options": {"strength": {"mode": "in"}, "pagerank": {"mode": "out"}},
    }  # fmt: skip


@pytest.mark.parametrize("level", [0.5, 0.8, 0.95])
def test_a_half_of_the_draws(level: float) -> None:
    # b gets 0 to 4 beside c's 2: first in about half of the draws, so in every interval but [1, 1].
    ledger = ledger_of(
        "donor recipient value lower upper qualifier; a b 3 0 4 range; a c 2 2 2 exact"
    )
    low_high = ranks_of(rank_table(ledger.network(), ["strength"], mode="in", level=level))
    assert low_high["b"] == (1, 1, 2)
    # 0 to 20: above 2 in nine of ten draws.
    ledger = ledger_of(
        "donor recipient value lower upper qualifier; a b 3 0 20 range; a c 2 2 2 exact"
    )
    low_high = ranks_of(rank_table(ledger.network(), ["strength"], mode="in", level=level))
    assert low_high["b"] == (1, 1, 1 if level < 0.75 else 2)


@pytest.mark.parametrize("seed", [0, 1, 77])
@pytest.mark.parametrize("level", [0.5, 0.95])
def test_against_another_way_to_draw(seed: int, level: float) -> None:
    """The whole of it in pandas and NumPy, on the embedded ledger, by spawned seeds."""
    net = aidnet.datasets.load_east_west().network(unit="person")
    table = rank_table(net, ["strength", "betweenness", "hhi"], seed=seed, level=level, draws=40)
    edges = net.edges
    varies = (edges["lower"] < edges["upper"]) & np.isfinite(edges["upper"])
    drawn: dict[str, list[Any]] = {"strength": [], "betweenness": [], "hhi": []}
    for child in np.random.SeedSequence(seed).spawn(40):
        share = np.random.default_rng(child).random(int(varies.sum()))
        low, high = edges.loc[varies, "lower"], edges.loc[varies, "upper"]
        weight = edges["weight"].copy()
        weight[varies] = low + share * (high - low)
        one = aidnet.from_edges(edges["source"], edges["target"], weight, nodes=net.nodes)
        for name, ranks in drawn.items():
            scores = getattr(aidnet, name)(one).round(12)
            ranks.append(scores.rank(method="min", ascending=False).to_numpy())
    for name, ranks in drawn.items():
        stated = getattr(aidnet, name)(net)
        expected = stated.round(12).rank(method="min", ascending=False)
        assert table[name, "rank"].astype(float).equals(expected.rename((name, "rank")))
        known = expected.notna().to_numpy()
        matrix = np.array(ranks)[:, known]
        for column, share, method in (
            ("rank_low", (1 - level) / 2, "lower"),
            ("rank_high", (1 + level) / 2, "higher"),
        ):
            wanted = np.quantile(matrix, share, axis=0, method=method)
            assert table[name, column][known].tolist() == wanted.tolist(), (name, column)


def test_the_same_for_any_number_of_threads_and_again() -> None:
    net = aidnet.datasets.load_east_west().network(unit="person")
    names = ["strength", "pagerank", "betweenness", "closeness"]
    first = rank_table(net, names, draws=20, threads=1)
    assert rank_table(net, names, draws=20, threads=4).equals(first)
    assert not rank_table(net, names, draws=20, seed=1).equals(first)


def test_every_measure_that_can_be_ranked_by() -> None:
    # A cycle, so that eigenvector is defined.
    ledger = ledger_of(
        "donor recipient value lower upper qualifier; a b 4 3 6 range; b c 2 2 2 exact;"
        "c a 1 1 1 exact; a c 3 3 5 range"
    )
    net = ledger.network()
    groups = {"groups": {"a": 1, "b": 2, "c": 1}}
    given: dict[str, Any] = {name: {} for name in RANKED} | {
        "katz": {"alpha": 0.05},
        "participation_coefficient": groups,
        "within_module_degree": groups,
    }
    table = rank_table(net, given, draws=5)
    for name in RANKED:
        options = given[name]
        if name in ranking.HITS:
            scores = aidnet.hits(net)[ranking.HITS[name]]
        else:
            scores = getattr(aidnet, name)(net, **options).astype(float)
        assert np.array_equal(table[name, "score"], scores, equal_nan=True)
    of_nodes = {name for name, row in ROWS.items() if row["shape"] == "node_series"}
    assert set(RANKED) == of_nodes - set(ranking.NO_SCORES) | set(ranking.HITS)


def test_modes_are_sides() -> None:
    net = aidnet.datasets.load_east_west().network(unit="CNY")
    for mode, walks in (("in", "out"), ("out", "in"), ("all", "all")):
        table = rank_table(net, ["strength", "pagerank"], mode=mode, draws=1)
        assert table["pagerank", "score"].tolist() == aidnet.pagerank(net, mode=walks).tolist()
        assert table["strength", "score"].tolist() == aidnet.strength(net, mode=mode).tolist()
    own = rank_table(net, {"strength": {"mode": "net"}}, mode="in", draws=1)
    assert own["strength", "score"].tolist() == aidnet.strength(net, mode="net").tolist()


def test_ties_and_missing_scores() -> None:
    net = aidnet.from_edges(["a", "b", "c"], ["x", "x", "x"], [0.1 + 0.2, 0.3, 0.2])
    table = rank_table(net, ["strength", "hhi"], mode="out")
    ranks = table["strength", "rank"]
    assert ranks.dropna().to_dict() == {"a": 1, "b": 1, "c": 3}  # 0.1 + 0.2 ties with 0.3
    assert table["hhi", "rank"].isna().tolist() == [False, True, False, False]
    assert table["hhi", "rank_low"].isna().tolist() == [False, True, False, False]
    assert table.attrs["uncertain_edges"] == 0
    near = aidnet.from_edges(["a", "b"], ["x", "x"], [10**11, 10**11 + 1])  # no tie
    ranks = rank_table(near, ["strength"], mode="out")["strength", "rank"]
    assert ranks.dropna().to_dict() == {"b": 1, "a": 2}


# a gives b 1 to 9 and c 2, b gives c an amount not stated, d gives itself 1, e is alone.
SIDES = ledger_of(
    "donor recipient value lower upper qualifier unit; a b 3 1 9 range item;"
    "a c 2 2 2 exact item; b c . . . unknown item; d d 1 1 1 exact item",
    parties="party; a; b; c; d; e",
)


@pytest.mark.parametrize(
    ("mode", "there", "sided", "others"),
    [
        ("in", "bcd", ["strength", "degree", "pagerank", "katz", "authorities"], ["hubs"]),
        ("out", "abd", ["strength", "degree", "pagerank", "core_number", "hubs"], ["authorities"]),
        ("all", "abcde", [], ["strength", "pagerank", "hubs"]),
        (None, "abcde", [], ["strength", "pagerank", "katz", "hubs", "authorities"]),
    ],
)
def test_who_has_no_tie_on_a_side_has_no_rank(
    mode: Any, there: str, sided: Sequence[str], others: Sequence[str]
) -> None:
    net = SIDES.network(nodes="all")
    measures = {name: {"alpha": 0.01} if name == "katz" else {}
                for name in (*sided, *others, "betweenness")}  # fmt: skip
    table = rank_table(net, measures, mode=mode, draws=20)
    for name in measures:
        assert table[name, "score"].notna().all(), name
        ranked = there if name in sided else "abcde"
        for column in ("rank", "rank_low", "rank_high"):
            known = table[name, column].dropna()
            assert "".join(sorted(known.index)) == ranked, (name, column)
            assert known.between(1, len(ranked)).all()
    net_strength = rank_table(net, {"strength": {"mode": "net"}}, mode=mode, draws=1)
    assert net_strength["strength", "rank"].notna().all()  # who asks for net, asks for all


def test_others_do_not_stand_before_those_of_a_side() -> None:
    # What b gives back is subtracted: it receives -5, less than a, which receives nothing.
    ledger = ledger_of("donor recipient value; a b -5; a c 2", negative="net")
    table = rank_table(ledger.network(), ["strength"], mode="in")
    assert ranks_of(table) == {"a": NO_RANK, "b": (2, 2, 2), "c": (1, 1, 1)}


def test_sides_of_an_undirected_network() -> None:
    net = aidnet.from_edges(["a"], ["b"], [1.0], nodes=["a", "b", "c"], directed=False)
    for mode in ("in", "out"):
        ranks = rank_table(net, ["strength"], mode=mode)["strength", "rank"]  # type: ignore[arg-type]
        assert ranks.dropna().to_dict() == {"a": 1, "b": 1}


def test_other_networks_have_no_width() -> None:
    import networkx as nx

    for net in (
        aidnet.from_edges(["a", "b"], ["b", "c"], [1.0, 2.0]),
        aidnet.from_edges(["a", "b"], ["b", "c"], [1.0, 2.0], directed=False),
        nx.DiGraph([("a", "b"), ("b", "c")]),
        aidnet.from_edges([], [], []),
    ):
        table = rank_table(net, ["strength", "betweenness"])
        for name in ("strength", "betweenness"):
            assert table[name, "rank_low"].equals(table[name, "rank"].rename((name, "rank_low")))


def test_draws_on_which_a_measure_is_not_defined() -> None:
    # Katz needs alpha * sqrt(weight of a to b) < 1: with 0.6 a weight below 2.78, of 0.5 to 4.
    ledger = ledger_of(
        "donor recipient value lower upper qualifier unit;"
        "a b 1 0.5 4 range CNY; b a 1 1 1 exact CNY"
    )
    table = rank_table(ledger.network(), {"katz": {"alpha": 0.6}, "strength": {}}, draws=100)
    weights = [
        0.5 + 3.5 * np.random.default_rng(child).random()
        for child in np.random.SeedSequence(0).spawn(100)
    ]
    undefined = sum(weight >= 1 / 0.36 for weight in weights)
    assert 10 < undefined < 90
    assert table.attrs["undefined_draws"] == {"katz": undefined, "strength": 0}
    assert table["katz", "rank_low"].tolist() == [1, 1]


def test_progress() -> None:
    seen: list[float] = []
    rank_table(LEDGER.network(), ["strength"], draws=4, progress=seen.append)
    assert seen == [0.25, 0.5, 0.75, 1.0]


@pytest.mark.parametrize(
    ("names", "options", "message"),
    [
        (["foo"], {}, "'foo' is no measure; ranks can be by degree"),
        (["weak_components"], {}, "'weak_components' gives no score a node"),
        ([], {}, "no measure to rank by"),
        (["strength"], {"mode": "net"}, "mode is 'net'"),
        (["strength"], {"draws": 0}, "draws must be a whole number of 1 or more, not 0"),
        (["strength"], {"draws": True}, "draws must be"),
        (["strength"], {"seed": -1}, "seed must be a whole number of 0 or more"),
        (["strength"], {"level": 1}, "level must be a number between 0 and 1, not 1"),
    ],
)
def test_wrong_arguments(names: list[str], options: dict[str, Any], message: str) -> None:
    with pytest.raises(aidnet.ValidationError, match=message):
        rank_table(LEDGER.network(), names, **options)


def test_a_measure_that_is_not_defined_is_named() -> None:
    with pytest.raises(aidnet.UndefinedError, match=r"^eigenvector: the graph has no cycle"):
        rank_table(LEDGER.network(), ["strength", "eigenvector"])
    with pytest.raises(aidnet.ConvergenceError, match="pagerank") as caught:
        rank_table(LEDGER.network(), {"pagerank": {"max_iterations": 1}})
    assert caught.value.iterations == 1
    with pytest.raises(TypeError, match="unexpected keyword argument 'alpa'"):
        rank_table(LEDGER.network(), {"katz": {"alpa": 1}})


def test_examples() -> None:
    results = doctest.testmod(ranking)
    assert results.attempted >= 4
    assert results.failed == 0
