"""Every function served gives what NetworkX gives: values, types, order and errors."""

from __future__ import annotations

from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

import networkx as nx
import numpy as np
import pytest

from aidnet.nx._serve import SERVED
from support.cases import CASES
from support.nx_graphs import CLASSES, outcome, random_graph, same

if TYPE_CHECKING:
    from collections.abc import Callable

Arguments = dict[str, Any]


class Row(NamedTuple):
    """How a function is called, as arguments beside the graph made from it, and compared."""

    calls: tuple[Callable[[nx.Graph[Any]], Arguments], ...] = (lambda _: {},)
    ordered: bool = True
    """Whether the order of dictionaries is compared; NetworkX has some in the order of a set."""
    served: float = 1.0
    """The share of calls that must not be declined."""
    typed: bool = True
    """Whether an int must be one; where some weights are int and others float, NetworkX's sum is
    what the edges added up are, aidnet's what all are."""
    floor: float = 0.0
    """Of what size the terms are that a result is a difference of; errors are relative to it."""
    comparable: Callable[[nx.Graph[Any]], bool] = lambda _: True
    """Where NetworkX's own answer is one; elsewhere it depends on a starting vector."""


def row(*options: Arguments | Callable[[nx.Graph[Any]], Arguments], **settings: Any) -> Row:
    calls = tuple(o if callable(o) else partial(lambda o, _: o, o) for o in options)
    return Row(calls, **settings) if calls else Row(**settings)


def rng_of(graph: nx.Graph[Any]) -> np.random.Generator:
    return np.random.default_rng(len(graph) * 1000 + graph.number_of_edges())


def nodes_of(graph: nx.Graph[Any], count: int) -> list[Any]:
    """Some nodes of the graph, and one that is not in it where there are too few."""
    nodes = [*graph, "nobody"]
    return [nodes[k] for k in rng_of(graph).permutation(len(nodes))[:count]]


def a_node(name: str, **more: Any) -> Callable[[nx.Graph[Any]], Arguments]:
    return lambda graph: {name: nodes_of(graph, 1)[0], **more}


def u_and_v(graph: nx.Graph[Any]) -> Arguments:
    return dict(zip("uv", [*nodes_of(graph, 2), "nobody"], strict=False))


def two_nodes(graph: nx.Graph[Any]) -> Arguments:
    return dict(zip(("source", "target"), [*nodes_of(graph, 2), "nobody"], strict=False))


def node_set(name: str, **more: Any) -> Callable[[nx.Graph[Any]], Arguments]:
    return lambda graph: {name: set(nodes_of(graph, 1 + len(graph) // 3)), **more}


def two_sets(**more: Any) -> Callable[[nx.Graph[Any]], Arguments]:
    def arguments(graph: nx.Graph[Any]) -> Arguments:
        nodes = nodes_of(graph, len(graph))
        return {"S": set(nodes[::2]), "T": set(nodes[1::4]), **more}

    return arguments


def communities(graph: nx.Graph[Any]) -> list[set[Any]]:
    group = rng_of(graph).integers(0, 3, len(graph))
    return [{node for node, g in zip(graph, group, strict=True) if g == k} for k in range(3)]


def values(name: str, **more: Any) -> Callable[[nx.Graph[Any]], Arguments]:
    return lambda graph: {
        name: {
            node: float(x)
            for node, x in zip(graph, rng_of(graph).random(len(graph)) + 0.1, strict=True)
        },
        **more,
    }


def small_alpha(graph: nx.Graph[Any]) -> Arguments:
    """Half of what Katz's series converges for."""
    matrix = nx.to_numpy_array(graph, weight="weight") if len(graph) else np.zeros((1, 1))
    radius = max(abs(np.linalg.eigvals(matrix)))
    return {"alpha": float(0.5 / radius) if radius > 1e-3 else 0.1, "weight": "weight"}


def of_katz(name: str = "", **more: Any) -> Callable[[nx.Graph[Any]], Arguments]:
    return lambda graph: {
        **small_alpha(graph),
        **(values(name)(graph) if name else {}),
        **more,
    }


def has_one_leading_vector(graph: nx.Graph[Any]) -> bool:
    if len(graph) < 2:
        return False
    singular = np.linalg.svd(nx.to_numpy_array(graph), compute_uv=False)
    return bool(singular[0] - singular[1] > 1e-3 * singular[0])


def has_even_weights(graph: nx.Graph[Any]) -> bool:
    """Whether ARPACK can be expected to have nine digits."""
    weights = [w for _, _, w in graph.edges(data="weight", default=1)]
    return not weights or min(weights) > 0.01 * max(weights)


TIGHT = {"tol": 1e-15, "max_iter": 2000}
DEPTHS = (None, 0, 1, 2)
S, ONE_NODE = node_set("S"), a_node("source")

ROWS = {
    "all_pairs_shortest_path": row({}, {"cutoff": 1}),
    "all_pairs_shortest_path_length": row({}, {"cutoff": 1.5}),
    "ancestors": row(ONE_NODE),
    "bfs_edges": row(ONE_NODE, *(a_node("source", depth_limit=d) for d in DEPTHS)),
    "bfs_layers": row(a_node("sources"), node_set("sources")),
    "bfs_predecessors": row(ONE_NODE),
    "bfs_successors": row(ONE_NODE),
    "bfs_tree": row(ONE_NODE, a_node("source", depth_limit=2)),
    "average_degree_connectivity": row(
        {},
        {"weight": "weight"},
        {"source": "in", "target": "out", "weight": "weight"},
        {"source": "out", "target": "in"},
        {"source": "nonsense"},
        served=0.7,
    ),
    "average_neighbor_degree": row(
        {},
        {"weight": "weight"},
        {"source": "in", "target": "out", "weight": "weight"},
        {"source": "in+out", "target": "in+out"},
        {"target": "nonsense"},
        served=0.7,
    ),
    "betweenness_centrality": row(
        {},
        {"normalized": False},
        {"endpoints": True},
        {"endpoints": True, "normalized": False},
        {"weight": "weight"},
        served=0.9,
    ),
    "bipartite_betweenness_centrality": row(node_set("nodes"), ordered=False),
    "bipartite_degree_centrality": row(node_set("nodes"), ordered=False),
    "boundary_expansion": row(S),
    "closeness_centrality": row(
        {},
        {"wf_improved": False},
        {"distance": "weight"},
        a_node("u"),
        a_node("u", wf_improved=False),
    ),
    "color": row(ordered=False),
    "center": row(served=0.5),
    "conductance": row(S, two_sets(weight="weight")),
    "cut_size": row(S, two_sets(), two_sets(weight="weight"), served=0.8, typed=False),
    "density": row(node_set("nodes")),
    "descendants": row(ONE_NODE),
    "descendants_at_distance": row(*(a_node("source", distance=d) for d in (0, 1, 2, 99))),
    "dfs_edges": row({}, ONE_NODE, *(a_node("source", depth_limit=d) for d in DEPTHS)),
    "dfs_labeled_edges": row({}, ONE_NODE, *(a_node("source", depth_limit=d) for d in DEPTHS)),
    "dfs_postorder_nodes": row({}, a_node("source", depth_limit=2)),
    "dfs_predecessors": row({}, a_node("source", depth_limit=2)),
    "dfs_preorder_nodes": row({}, a_node("source", depth_limit=2)),
    "dfs_successors": row({}, a_node("source", depth_limit=2)),
    "dfs_tree": row({}, a_node("source", depth_limit=2)),
    "edge_expansion": row(S, two_sets(weight="weight"), typed=False),
    "efficiency": row(u_and_v),
    "eigenvector_centrality": row(
        {}, {"weight": "weight"}, {"max_iter": 3, "tol": 0.1}, values("nstart")
    ),
    "eigenvector_centrality_numpy": row(
        {}, {"weight": "weight"}, served=0.5, comparable=has_even_weights
    ),
    "generic_bfs_edges": row(ONE_NODE, a_node("source", depth_limit=1)),
    "group_degree_centrality": row(S),
    "group_in_degree_centrality": row(S),
    "group_out_degree_centrality": row(S),
    "harmonic_centrality": row({}, {"distance": "weight"}, ordered=False, served=0.8),
    "has_eulerian_path": row({}, a_node("source")),
    "has_path": row(two_nodes),
    "hits": row(TIGHT, served=0.8, comparable=has_one_leading_vector),
    "is_bipartite_node_set": row(node_set("nodes"), served=0.5),
    "is_dominating_set": row(node_set("nbunch")),
    "is_negatively_weighted": row({}, {"weight": "nothing"}),
    "is_isolate": row(a_node("n")),
    "is_k_regular": row({"k": 0}, {"k": 2}),
    "katz_centrality": row(
        {"max_iter": 50},
        of_katz(),
        of_katz("beta"),
        of_katz("nstart", normalized=False),
        of_katz(tol=1e-12),
    ),
    "katz_centrality_numpy": row(
        of_katz(), of_katz("beta"), of_katz(normalized=False), ordered=False, served=0.98
    ),
    "mixing_expansion": row(S, two_sets(weight="weight"), served=0.7),
    "modularity": row(
        lambda graph: {"communities": communities(graph)},
        lambda graph: {"communities": communities(graph), "weight": None, "resolution": 0.5},
        lambda graph: {"communities": communities(graph)[1:]},
        lambda graph: {"communities": [*communities(graph), {"nobody"}]},
        floor=1.0,
    ),
    "node_boundary": row(
        node_set("nbunch1"), node_set("nbunch1", nbunch2=["party 1", "party 2", "nobody"])
    ),
    "node_connected_component": row(a_node("n")),
    "node_expansion": row(S),
    "normalized_cut_size": row(S, two_sets(weight="weight")),
    "overall_reciprocity": row(served=0.7),
    "pagerank": row(
        {},
        {"weight": None, "alpha": 0.5},
        {"max_iter": 3},
        values("personalization", **TIGHT),
        values("dangling", **TIGHT),
    ),
    "reciprocity": row(served=0.7),
    "sets": row({}, node_set("top_nodes")),
    "shortest_path_length": row({}, ONE_NODE, a_node("target"), two_nodes, ordered=False),
    "single_source_shortest_path": row(ONE_NODE, a_node("source", cutoff=2)),
    "single_source_shortest_path_length": row(ONE_NODE, a_node("source", cutoff=1.5)),
    "single_target_shortest_path_length": row(
        a_node("target"), a_node("target", cutoff=1), ordered=False
    ),
    "volume": row(S, node_set("S", weight="weight"), typed=False),
}
"""What is called without further arguments is not named here."""


pytestmark = [
    pytest.mark.filterwarnings("ignore::RuntimeWarning"),  # NetworkX's own divisions by zero
    pytest.mark.filterwarnings("ignore:Note. conversions to backend graphs:UserWarning"),
]


@pytest.mark.parametrize("name", sorted(SERVED))
def test_the_same_as_networkx(name: str) -> None:
    function = attrgetter(SERVED[name]._where)(nx)
    how = ROWS.get(name, Row())
    declined = compared = answered = 0
    for seed in range(CASES):
        graph = random_graph(seed)
        if not how.comparable(graph):
            continue
        for arguments in (call(graph) for call in how.calls):
            theirs = outcome(partial(function, graph, **arguments, backend="networkx"))
            ours = outcome(partial(function, graph, **arguments, backend="aidnet"))
            compared += 1
            answered += not (isinstance(theirs, tuple) and isinstance(theirs[0], type))
            if ours is NotImplementedError:
                declined += 1
                continue
            how_to = {"ordered": how.ordered, "typed": how.typed, "floor": how.floor}
            assert same(ours, theirs, **how_to), (seed, arguments, ours, theirs)
    assert compared > CASES / 4
    assert answered > 10
    assert declined <= (1 - how.served) * compared, (declined, compared)


@pytest.mark.parametrize("kind", CLASSES)
@pytest.mark.parametrize("name", sorted(SERVED))
def test_small_graphs(name: str, kind: type[nx.Graph[Any]]) -> None:
    function = attrgetter(SERVED[name]._where)(nx)
    how = ROWS.get(name, Row())
    graphs = [kind(), kind(), kind(), kind(), kind()]
    graphs[1].add_node("party 0")
    graphs[2].add_edge("party 0", "party 0")
    graphs[3].add_edge("party 0", "party 1")
    graphs[4].add_nodes_from(["party 1", "party 2", "party 0"])
    for graph in graphs:
        for arguments in (call(graph) for call in how.calls if how.comparable(graph)):
            theirs = outcome(partial(function, graph, **arguments, backend="networkx"))
            ours = outcome(partial(function, graph, **arguments, backend="aidnet"))
            if ours is not NotImplementedError:
                assert same(ours, theirs, ordered=how.ordered, typed=how.typed), (
                    graph.edges,
                    arguments,
                    ours,
                    theirs,
                )
