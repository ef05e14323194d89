"""Simple cycles against NetworkX."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest

import aidnet
from support.cases import networks, to_networkx

if TYPE_CHECKING:
    import pandas as pd

LIMIT = 3_000


def listed(table: pd.DataFrame) -> list[list[Any]]:
    return [list(nodes) for _, nodes in table.groupby("cycle").node]


def turned(cycle: list[int], directed: bool) -> tuple[int, ...]:
    """From its smallest node on; undirected, to the smaller neighbour."""
    k = cycle.index(min(cycle))
    cycle = cycle[k:] + cycle[:k]
    other = [cycle[0], *cycle[:0:-1]]
    return tuple(cycle if directed else min(cycle, other))


@pytest.mark.parametrize("longest", [0, 1, 2, 3, 4, 5])
def test_parity_with_networkx(longest: int) -> None:
    """All cycles, in lexicographic order; an error where there are too many."""
    compared = some = 0
    for seed, net in networks(share=1 if 0 < longest < 5 else 0.6):
        place = {label: k for k, label in enumerate(net.nodes)}
        graph = nx.relabel_nodes(to_networkx(net), place)
        theirs = list(islice(nx.simple_cycles(graph, length_bound=longest or None), LIMIT + 1))
        if len(theirs) > LIMIT:
            with pytest.raises(aidnet.SizeError, match="more than 3000 cycles"):
                aidnet.simple_cycles(net, max_length=longest, limit=LIMIT)
            continue
        ours = aidnet.simple_cycles(net, max_length=longest, limit=LIMIT)
        cycles = [tuple(map(place.__getitem__, cycle)) for cycle in listed(ours)]
        assert cycles == sorted(turned(cycle, net.directed) for cycle in theirs), f"seed {seed}"
        assert ours.attrs["count"] == len(theirs)
        compared += 1
        some += len(cycles) > 0
    assert compared >= 200
    assert some >= 50


def test_how_many_a_complete_network_has() -> None:
    """OEIS A002807: 1, 7, 37, 197, 1172, 8018 of 3 to 8 nodes."""
    counts = [aidnet.simple_cycles(nx.complete_graph(n)).attrs["count"] for n in range(3, 9)]
    assert counts == [1, 7, 37, 197, 1172, 8018]


def test_what_comes_back() -> None:
    net = aidnet.from_edges(list("cabd"), list("abcd"))
    table = aidnet.simple_cycles(net)
    assert table.to_numpy().tolist() == [[0, 0, "c"], [0, 1, "a"], [0, 2, "b"], [1, 0, "d"]]
    assert table.attrs["limit"] == 10_000
    with pytest.raises(aidnet.ValidationError, match="limit is 0"):
        aidnet.simple_cycles(net, limit=0)
