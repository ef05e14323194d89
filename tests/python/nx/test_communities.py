"""Leiden's communities, which NetworkX has no implementation of."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pytest

from support.nx_graphs import random_graph

pytestmark = pytest.mark.filterwarnings("ignore:Note. conversions to backend graphs:UserWarning")

KARATE = 0.4197896
"""The largest modularity of Zachary's club without weights (Brandes et al. 2008)."""


def quality(graph: nx.Graph[Any], communities: list[set[Any]], **options: Any) -> float:
    return float(nx.community.modularity(graph, communities, backend="networkx", **options))


def test_the_best_partition_of_the_karate_club() -> None:
    graph = nx.karate_club_graph()
    found = [
        nx.community.leiden_communities(graph, weight=None, seed=seed, backend="aidnet")
        for seed in range(5)
    ]
    best = max(quality(graph, communities, weight=None) for communities in found)
    assert best == pytest.approx(KARATE, abs=1e-6)


@pytest.mark.parametrize("kind", [nx.Graph, nx.MultiGraph])
def test_no_node_is_better_off_elsewhere(kind: type[nx.Graph[Any]]) -> None:
    """What Leiden's algorithm promises once it changes nothing more (Traag et al. 2019)."""
    for seed in range(0, 40, 2):
        graph = random_graph(seed, kind)
        if not graph.size(weight="weight"):
            continue
        options = {"resolution": 0.5 + seed % 3}
        found = nx.community.leiden_communities(graph, seed=seed, backend="aidnet", **options)
        assert nx.community.is_partition(graph, found)
        best = quality(graph, found, **options)
        for node in graph:
            for target in [*range(len(found)), None]:
                moved = [part - {node} for part in found] + [{node}] * (target is None)
                if target is not None:
                    moved[target] = moved[target] | {node}
                assert quality(graph, moved, **options) <= best + 1e-12


def test_a_seed_says_it_all() -> None:
    graph = nx.gnm_random_graph(60, 200, seed=1)
    found, again = (
        nx.community.leiden_communities(graph, seed=7, backend="aidnet") for _ in range(2)
    )
    assert found == again


def test_levels_are_declined() -> None:
    with pytest.raises(NotImplementedError) as caught:
        nx.community.leiden_communities(nx.path_graph(3), max_level=1, backend="aidnet")
    assert "a number of levels" in str(caught.value.__cause__)
