"""Graphs as NetworkX's users make them, read into arrays."""

from __future__ import annotations

import datetime as dt
import decimal
import fractions
import math
from itertools import pairwise
from typing import Any

import networkx as nx
import numpy as np
import pytest

from aidnet.nx import backend
from aidnet.nx._graph import NxGraph
from support.nx_graphs import CLASSES, random_graph

LABELS = ["a", 1, 2.5, ("x", 1), frozenset({3}), None.__class__, dt.date(2020, 1, 1), b"b", "云南"]


def read(graph: nx.Graph[Any], **attributes: Any) -> NxGraph:
    converted = backend.convert_from_nx(graph, edge_attrs=attributes or None)
    assert isinstance(converted, NxGraph)
    return converted


def triples(graph: NxGraph, attribute: str | None) -> list[tuple[Any, Any, float]]:
    source, target = graph.entry_ends()
    values = graph.sums(attribute)
    values = np.ones(len(source)) if values is None else values
    return list(zip(graph.labels(source), graph.labels(target), values.tolist(), strict=True))


@pytest.mark.parametrize("seed", range(60))
def test_every_edge_is_there_in_networkx_order(seed: int) -> None:
    graph = random_graph(seed)
    found = read(graph, weight=1)
    assert found.nodes == list(graph)
    expected = []
    for u, neighbors in graph.adjacency():
        for v, data in neighbors.items():
            parallel = list(data.values()) if graph.is_multigraph() else [data]
            expected.append((u, v, [d.get("weight", 1) for d in parallel]))
    assert triples(found, "weight") == [(u, v, pytest.approx(sum(w))) for u, v, w in expected]
    assert triples(found, None) == [(u, v, len(w)) for u, v, w in expected]
    assert found.attributes["weight"].minima.tolist() == [min(w) for _, _, w in expected]
    assert found.edge_count == graph.number_of_edges()
    assert found.loop_count == nx.number_of_selfloops(graph, backend="networkx")
    assert found.by_node(found.degree()) == dict(graph.degree())
    for attribute in (None, "weight"):
        matrix = found.strengths(attribute)
        dense = np.zeros((len(graph), len(graph)))
        rows = np.repeat(np.arange(len(graph)), np.diff(matrix.indptr))
        dense[rows, matrix.indices] = matrix.weights
        np.testing.assert_allclose(dense, nx.to_numpy_array(graph, weight=attribute))


@pytest.mark.parametrize("kind", CLASSES)
def test_nodes_of_every_kind(kind: type[nx.Graph[Any]]) -> None:
    graph = kind()
    graph.add_edges_from(pairwise(LABELS))
    ours = nx.pagerank(graph, backend="aidnet")
    assert list(ours) == LABELS
    assert ours == pytest.approx(nx.pagerank(graph, backend="networkx"))


class Bare:
    """A node that is equal to nothing but itself."""


def test_nodes_by_identity() -> None:
    nodes = [Bare(), Bare(), Bare()]
    graph = nx.DiGraph([(nodes[0], nodes[1]), (nodes[1], nodes[2])])
    assert list(nx.topological_sort(graph, backend="aidnet")) == nodes


@pytest.mark.parametrize(
    "weight",
    [
        "3",
        None,
        [1],
        1j,
        math.nan,
        math.inf,
        2**53 + 1,
        fractions.Fraction(1, 2),
        decimal.Decimal(1),
    ],
    ids=repr,
)
def test_weights_that_are_no_numbers_are_declined(weight: Any) -> None:
    graph = nx.Graph([("a", "b", {"weight": weight}), ("b", "c", {"weight": 1.0})])
    with pytest.raises(NotImplementedError):
        nx.pagerank(graph, backend="aidnet")
    with pytest.raises(NotImplementedError, match="'weight'"):
        read(graph, weight=1)
    assert nx.degree_centrality(graph, backend="aidnet") == {"a": 0.5, "b": 1.0, "c": 0.5}


@pytest.mark.parametrize(
    ("weight", "whole", "plain"),
    [
        (2, True, True),
        (2.0, False, True),
        (True, True, False),
        (np.int64(2), True, False),
        (np.float32(2), False, False),
        (np.float64(2), False, False),
    ],
    ids=repr,
)
def test_numbers_of_every_type(weight: Any, whole: bool, plain: bool) -> None:
    found = read(nx.Graph([("a", "b", {"weight": weight}), ("b", "c")]), weight=1)
    assert triples(found, "weight")[0] == ("a", "b", float(weight))
    assert found.whole("weight") is whole
    assert found.plain("weight") is plain


def test_defaults_are_the_functions() -> None:
    found = read(nx.Graph([("a", "b", {"x": 2}), ("b", "c")]), x=7, y=0.5)
    assert [w for *_, w in triples(found, "x")] == [2, 2, 7, 7]
    assert [w for *_, w in triples(found, "y")] == [0.5] * 4


def test_views_are_read() -> None:
    graph = random_graph(3, nx.DiGraph)
    multi = random_graph(7, nx.MultiDiGraph)
    nodes = list(graph)[::2]
    for view in (
        graph.subgraph(nodes),
        graph.reverse(copy=False),
        graph.to_undirected(as_view=True),
        multi.subgraph(list(multi)[::2]),
        multi.reverse(copy=False),
        nx.freeze(graph.copy()),
    ):
        plain = view.__class__(view)
        plain = nx.MultiDiGraph(view) if view.is_multigraph() else plain
        ours = nx.pagerank(view, backend="aidnet")
        assert ours == pytest.approx(nx.pagerank(plain, backend="networkx"))
        assert list(ours) == list(view)


def test_a_graph_that_has_other_neighbours_than_it_stores() -> None:
    from networkx.algorithms.approximation.kcomponents import _AntiGraph

    graph = _AntiGraph(nx.path_graph(7))
    with pytest.raises(NotImplementedError):  # it stores those that it does not have
        nx.triangles(graph, backend="aidnet")


@pytest.mark.filterwarnings("ignore:Note. conversions to backend graphs:UserWarning")
def test_attributes_are_read_when_they_are_asked_for() -> None:
    graph: nx.Graph[Any] = nx.DiGraph()
    graph.add_edge("a", "b", weight=2, cost=0.5)
    graph.add_edge("b", "c", weight=3)
    graph.nodes["b"]["size"] = 7
    graph.graph["name"] = "three"
    core = nx.k_core(graph, 1, backend="aidnet")
    assert core.graph == graph.graph
    assert dict(core.nodes(data=True)) == dict(graph.nodes(data=True))
    assert dict(core.adj) == dict(graph.adj)
    (converted,) = graph.__networkx_cache__["backends"]["aidnet"].values()
    assert converted.attributes == {}
    # The same conversion is used for what needs some attributes only.
    path = nx.dijkstra_path_length(graph, "a", "c", weight="cost", backend="aidnet")
    assert (
        path == nx.dijkstra_path_length(graph, "a", "c", weight="cost", backend="networkx") == 1.5
    )
    assert set(converted.attributes) == {("cost", 1)}
    assert converted.values_of("size") == [None, 7, None]
    with pytest.raises(NotImplementedError, match="function"):
        converted.strengths(lambda *_: 1)
    graph.add_edge("c", "a")
    with pytest.raises(NotImplementedError, match="changed"):
        converted.lengths("weight")


def test_a_node_that_changes_the_graph_while_it_is_read() -> None:
    class Sly:
        until_fatal = 0
        rows: tuple[dict[Any, Any], ...] = ()

        def __hash__(self) -> int:
            return 1

        def __eq__(self, other: object) -> bool:
            Sly.until_fatal -= 1
            if Sly.until_fatal == 0:
                for row in Sly.rows:
                    row.clear()
            return self is other

    outcomes = set()
    for comparisons in range(1, 40):
        graph = nx.Graph()
        nodes = [Sly() for _ in range(4)]
        graph.add_edges_from((u, v) for u in nodes for v in nodes)
        Sly.rows = tuple(row for _, row in graph.adjacency())
        Sly.until_fatal = comparisons
        try:
            read(graph)
            outcomes.add("read")
        except RuntimeError as error:
            outcomes.add(str(error))
    assert "the graph changed while it was read" in outcomes


class Fleeting:
    """A value that an edge drops as soon as it is looked at."""

    def __init__(self, data: dict[str, Any]) -> None:
        data["weight"] = self
        self.data = data


class FleetingIndex(Fleeting):
    def __index__(self) -> int:
        self.data["weight"] = 1
        raise TypeError


class FleetingClass(Fleeting):
    @property
    def __class__(self) -> Any:
        self.data["weight"] = 1
        return object


@pytest.mark.parametrize("kind", [FleetingIndex, FleetingClass])
def test_a_weight_that_is_gone_while_it_is_read(kind: type[Fleeting]) -> None:
    graph = nx.DiGraph([("a", "b")])
    kind(graph["a"]["b"])
    with pytest.raises(NotImplementedError, match="a value of type Fleeting"):
        read(graph, weight=1)
    assert graph["a"]["b"] == {"weight": 1}
