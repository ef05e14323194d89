"""What the weights of a ledger's network lie between."""

from __future__ import annotations

import gc
import math
from typing import Any

import numpy as np
import pandas as pd
import pytest

import aidnet
from support.ledgers import ledger_of

INF = math.inf
# One flow an edge. Blank bounds follow the qualifier; stated ones stand.
LEDGER = ledger_of(
    "donor recipient value lower upper qualifier unit;"
    "a b 10 . . exact item; a c 20 . . about item; a d 30 30 40 over item; a e 40 . . nearly item;"
    "a f . 8 15 range item; a g 50 . . at_most item"
)


def bounds(net: aidnet.LedgerNetwork) -> list[tuple[float, float, float]]:
    return list(zip(net.lower.tolist(), net.weights.tolist(), net.upper.tolist(), strict=True))


def test_bounds_follow_the_words() -> None:
    # 8 to 15 has the middle 11.5, which is 11 whole items.
    assert bounds(LEDGER.network()) == [
        (10, 10, 10), (20, 20, 20), (30, 30, 40), (0, 40, 40), (8, 11, 15), (0, 50, 50),
    ]  # fmt: skip


def test_tolerances() -> None:
    # 20 ± 10 % is 18 to 22; nearly 40 is at least 0.9 * 40 = 36.
    net = LEDGER.network(about=0.1, nearly=0.9)
    assert bounds(net)[1] == (18, 20, 22)
    assert bounds(net)[3] == (36, 40, 40)
    assert net.describe()["about_as_exact"] == 0
    assert LEDGER.network().describe()["about_as_exact"] == 1
    assert LEDGER.network(about=0, nearly=1).lower.tolist() == [10, 20, 30, 40, 8, 0]
    assert bounds(LEDGER.network(about=np.float64(0.1)))[1] == (18, 20, 22)


def test_bounds_of_sums_are_sums_of_bounds() -> None:
    sums = ledger_of(
        "donor recipient value lower upper unit; a b 1 0.5 2 CNY; a b 10 7 12.25 CNY; a b . . . CNY"
    )
    assert bounds(sums.network()) == [(7.5, 11.0, 14.25)]
    assert bounds(sums.network(missing="unbounded")) == [(7.5, 11.0, INF)]
    total = sums.network().describe()
    assert (total["total"], total["total_lower"], total["total_upper"]) == ("11", "7.5", "14.25")
    assert sums.network(missing="unbounded").describe()["total_upper"] == "unbounded"


def test_counts_and_presence_have_no_width() -> None:
    for weight in ("count", "presence"):
        assert set(bounds(LEDGER.network(weight=weight))) == {(1, 1, 1)}


def test_arrays_are_read_only_and_outlive_the_network() -> None:
    net = LEDGER.network()
    lower, upper = net.lower, net.upper
    for array in (lower, upper):
        assert array.dtype == np.float64
        assert not array.flags.writeable
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 5
    assert lower.shape == upper.shape == net.weights.shape
    del net
    gc.collect()
    assert lower.tolist() == [10, 20, 30, 0, 8, 0]
    assert upper.tolist() == [10, 20, 40, 40, 15, 50]


def test_edges_have_their_bounds() -> None:
    net = LEDGER.network()
    edges = net.edges
    assert list(edges.columns) == [
        "source",
        "target",
        "weight",
        "lower",
        "upper",
        "flows",
        "unknown",
    ]
    assert edges.iloc[2].tolist() == ["a", "d", 30.0, 30.0, 40.0, 1, 0]
    edges.loc[:, "lower"] = -1.0
    assert (net.edges["lower"] >= 0).all()
    assert (net.edges["lower"] <= net.edges["weight"]).all()
    assert (net.edges["weight"] <= net.edges["upper"]).all()
    assert list(ledger_of("donor recipient").network().edges.columns) == list(edges.columns)


def test_other_weights_of_the_same_network() -> None:
    net = LEDGER.network()
    expected = {
        "lower": [10, 20, 30, 0, 8, 0],
        "upper": [10, 20, 40, 40, 15, 50],
        "mid": [10, 20, 35, 20, 11.5, 25],
    }
    for which, weights in expected.items():
        other = net.with_weights(which)  # type: ignore[arg-type]
        assert type(other) is aidnet.Network
        assert other.weights.tolist() == weights
        assert other.nodes.equals(net.nodes)
        assert aidnet.strength(other, mode="out")["a"] == sum(weights)
    assert net.weights.tolist() == [10, 20, 30, 40, 11, 50]


def test_edges_without_an_upper_bound_are_named() -> None:
    rows = ";".join(f"a b{k} 1 at_least" for k in range(7))
    net = ledger_of(f"donor recipient value qualifier; a c 1 exact; {rows}").network()
    assert np.isinf(net.upper).sum() == 7
    for which in ("upper", "mid"):
        with pytest.raises(aidnet.ValidationError) as caught:
            net.with_weights(which)  # type: ignore[arg-type]
        message = str(caught.value)
        assert (
            "7 edges have no upper bound: a to b0, a to b1, a to b2, a to b3, a to b4, …" in message
        )
        assert "a to c" not in message
    assert net.with_weights("lower").total_weight == 8


@pytest.mark.parametrize(
    ("which", "error"), [("middle", aidnet.ValidationError), (5, TypeError), (None, TypeError)]
)
def test_wrong_weights(which: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match=r"which .*'lower', 'upper'.* 'mid'"):
        LEDGER.network().with_weights(which)


def test_bounds_of_the_embedded_ledger() -> None:
    ledger = aidnet.datasets.load_east_west()
    units = ledger.flows.dropna(subset=["value"])["unit"].dropna().unique()
    assert len(units) > 10
    for unit in units:
        for level in ("party", "province", "side"):
            edges = ledger.network(unit=unit, level=level).edges
            assert (edges["lower"] >= 0).all()
            assert (edges["lower"] <= edges["weight"]).all()
            assert (edges["weight"] <= edges["upper"]).all()
            assert not edges[["weight", "lower", "upper"]].isna().any(axis=None)


def test_many_bounds_against_a_plain_sum() -> None:
    for seed in range(100):
        rng = np.random.default_rng(seed)
        rows = int(rng.integers(1, 50))
        lower, more, most = rng.integers(0, 10**9, (3, rows))
        flows = pd.DataFrame(
            {
                "donor": [f"d{k}" for k in rng.integers(0, 5, rows)],
                "recipient": [f"r{k}" for k in rng.integers(0, 5, rows)],
                "value": lower + more,
                "lower": lower,
                "upper": lower + more + most,
            }
        )
        edges = aidnet.Ledger.from_frames(flows).network().edges
        plain = flows.groupby(["donor", "recipient"])[["lower", "value", "upper"]].sum()
        ours = edges.set_index(["source", "target"])[["lower", "weight", "upper"]].sort_index()
        assert ours.index.tolist() == plain.index.tolist(), f"seed {seed}"
        assert ours.to_numpy().tolist() == plain.to_numpy().tolist(), f"seed {seed}"
