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
    arranged: Callable[[Any], Any] = lambda result: result
    """Made of both results, where an edge's ends have no order of their own."""
    prepared: Callable[[nx.Graph[Any]], nx.Graph[Any]] | None = None
    """Made of each graph for a second comparison, where few random ones have an answer."""
    answered: int = 10
    """How many calls at least must have an answer in NetworkX."""


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


def in_one_part(graph: nx.Graph[Any]) -> nx.Graph[Any]:
    """The largest part, strong where directed, without loops."""
    directed = graph.is_directed()
    parts = (nx.strongly_connected_components if directed else nx.connected_components)(graph)
    part = graph.subgraph(max(parts, key=len, default=[])).copy()
    part.remove_edges_from(list(nx.selfloop_edges(part)))
    return part


def undirected_part(graph: nx.Graph[Any]) -> nx.Graph[Any]:
    """The largest part of its ties, whatever their direction, as a plain graph without loops."""
    return in_one_part(nx.Graph(graph.to_undirected()))


def below_basal(graph: nx.Graph[Any]) -> nx.Graph[Any]:
    """What is reached from nodes that receive nothing, with one such at least; no loops."""
    chosen = graph.copy()
    chosen.remove_edges_from(
        [*nx.selfloop_edges(graph), *graph.in_edges(list(graph)[:2])] if graph.is_directed() else []
    )
    if not graph.is_directed():
        return chosen
    basal = [node for node, degree in chosen.in_degree if degree == 0]
    reached = set(basal).union(*(nx.descendants(chosen, node) for node in basal))
    return chosen.subgraph(reached).copy()


def edges_by_set(result: Any) -> Any:
    if not isinstance(result, dict):
        return result
    return {repr(sorted(edge)): value for edge, value in sorted(result.items(), key=edge_name)}


def edge_name(item: tuple[tuple[Any, Any], Any]) -> str:
    return repr(sorted(item[0]))


def ends(**more: Any) -> Callable[[nx.Graph[Any]], Arguments]:
    """Some sources and some targets, in a few graphs one that is no node."""

    def arguments(graph: nx.Graph[Any]) -> Arguments:
        nodes = nodes_of(graph, len(graph))
        return {"sources": nodes[::3], "targets": nodes[1::2], **more}

    return arguments


def all_targets(**more: Any) -> Callable[[nx.Graph[Any]], Arguments]:
    return lambda graph: {"sources": [*graph][::2], "targets": set(graph), **more}


def drawn(share: int, **more: Any) -> Callable[[nx.Graph[Any]], Arguments]:
    """A sample of sources."""
    return lambda graph: {"k": 1 + len(graph) // share, "seed": len(graph), **more}


def some(name: str, **more: Any) -> Callable[[nx.Graph[Any]], Arguments]:
    return lambda graph: {name: nodes_of(graph, 1 + len(graph) // 3), **more}


def partners(graph: nx.Graph[Any]) -> Arguments:
    return dict(zip("uv", next(iter(graph.edges), ("nobody", "nobody")), strict=False))


def shuffled(graph: nx.Graph[Any]) -> Arguments:
    return {"nodelist": [node for node in nodes_of(graph, len(graph) + 1) if node != "nobody"]}


W = {"weight": "weight"}
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
        drawn(3),
        drawn(2, normalized=False),
        drawn(2, endpoints=True, weight="weight"),
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
    "center": row({}, W, served=0.4, prepared=in_one_part, answered=150),
    "communicability": row(served=0.8, prepared=undirected_part, answered=100),
    "communicability_betweenness_centrality": row(
        served=0.7, prepared=undirected_part, answered=100
    ),
    "communicability_exp": row(served=0.8, prepared=undirected_part, answered=100),
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
    "k_core": row({}, {"k": 2}, {"k": 99}),
    "k_corona": row({"k": 1}, {"k": 2}),
    "k_crust": row({}, {"k": 1}),
    "k_shell": row({}, {"k": 2}),
    "k_truss": row({"k": 2}, {"k": 3}, {"k": 4}),
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
    "shortest_path_length": row(
        {},
        ONE_NODE,
        a_node("target"),
        two_nodes,
        W,
        a_node("source", **W),
        a_node("target", **W),
        lambda graph: {**two_nodes(graph), **W},
        ordered=False,
        served=0.8,
    ),
    "single_source_shortest_path": row(ONE_NODE, a_node("source", cutoff=2)),
    "single_source_shortest_path_length": row(ONE_NODE, a_node("source", cutoff=1.5)),
    "single_target_shortest_path": row(a_node("target"), a_node("target", cutoff=1)),
    "single_target_shortest_path_length": row(a_node("target"), a_node("target", cutoff=1)),
    "volume": row(S, node_set("S", weight="weight"), typed=False),
    "all_pairs_dijkstra": row({}, {"cutoff": 2.5}, {"weight": None}),
    "all_pairs_dijkstra_path": row({}, {"cutoff": 2.5}),
    "all_pairs_dijkstra_path_length": row({}, {"cutoff": 2.5}),
    "attribute_assortativity_coefficient": row({"attribute": "group"}, served=0.8, floor=1.0),
    "average_clustering": row({}, W, {"count_zeros": False}, some("nodes"), served=0.6),
    "average_shortest_path_length": row(
        {},
        W,
        {**W, "method": "floyd-warshall"},
        {"method": "no"},
        prepared=in_one_part,
        answered=200,
    ),
    "barycenter": row({}, W, served=0.5, prepared=in_one_part, answered=200),
    "betweenness_centrality_subset": row(
        ends(), ends(normalized=True), ends(**W), all_targets(), served=0.8
    ),
    "bidirectional_dijkstra": row(two_nodes, prepared=in_one_part, answered=200),
    "bidirectional_shortest_path": row(two_nodes, prepared=in_one_part, answered=200),
    "clustering": row({}, W, a_node("nodes"), some("nodes"), some("nodes", **W), served=0.6),
    "constraint": row({}, W, some("nodes"), served=0.3, prepared=undirected_part, answered=200),
    "current_flow_betweenness_centrality": row(
        {},
        W,
        {"normalized": False},
        {"solver": "lu"},
        served=0.1,
        comparable=has_even_weights,
        prepared=undirected_part,
        answered=200,
    ),
    "current_flow_closeness_centrality": row(
        {}, W, served=0.3, comparable=has_even_weights, prepared=undirected_part, answered=200
    ),
    "degree_assortativity_coefficient": row({}, {"x": "in", "y": "out"}, W, served=0.8, floor=1.0),
    "degree_pearson_correlation_coefficient": row(
        {}, {"x": "out", "y": "out"}, served=0.8, floor=1.0
    ),
    "diameter": row({}, W, {"usebounds": False}, served=0.8, prepared=in_one_part, answered=200),
    "dijkstra_path": row(two_nodes),
    "dijkstra_path_length": row(two_nodes),
    "dispersion": row(
        {},
        {"normalized": False},
        a_node("u"),
        a_node("v"),
        partners,
        {"alpha": 2.0, "b": 0.5, "c": 1.0},
        served=0.2,
        prepared=undirected_part,
        answered=200,
    ),
    "eccentricity": row(
        {}, W, a_node("v"), some("v", **W), served=0.8, prepared=in_one_part, answered=200
    ),
    "edge_betweenness_centrality": row(
        {}, {"normalized": False}, W, drawn(3), drawn(2, normalized=False, **W), served=0.4
    ),
    "edge_betweenness_centrality_subset": row(
        all_targets(), all_targets(normalized=True, **W), served=0.4
    ),
    "edge_current_flow_betweenness_centrality": row(
        {},
        W,
        {"normalized": False},
        served=0.1,
        comparable=has_even_weights,
        arranged=edges_by_set,
        prepared=undirected_part,
        answered=200,
    ),
    "effective_graph_resistance": row(
        {},
        {**W, "invert_weight": False},
        served=0.5,
        comparable=has_even_weights,
        prepared=undirected_part,
        answered=200,
    ),
    "effective_size": row(
        {},
        W,
        some("nodes"),
        some("nodes", **W),
        served=0.15,
        prepared=undirected_part,
        answered=200,
    ),
    "estrada_index": row(served=0.8, prepared=undirected_part, answered=100),
    "floyd_warshall_numpy": row({}, {"weight": None}, shuffled),
    "group_closeness_centrality": row(S, node_set("S", **W)),
    "harmonic_diameter": row({}, W, served=0.8, prepared=in_one_part, answered=200),
    "laplacian_centrality": row(
        {},
        {"weight": None},
        {"normalized": False},
        some("nodelist"),
        served=0.4,
        floor=1.0,
    ),
    "local_efficiency": row(served=0.5, prepared=undirected_part, answered=100),
    "local_reaching_centrality": row(a_node("v")),
    "multi_source_dijkstra": row(
        some("sources"), some("sources", cutoff=2), node_set("sources", target="party 2")
    ),
    "multi_source_dijkstra_path": row(some("sources"), some("sources", weight=None)),
    "multi_source_dijkstra_path_length": row(some("sources"), some("sources", cutoff=1)),
    "newman_betweenness_centrality": row({}, {"normalized": False}, a_node("v")),
    "numeric_assortativity_coefficient": row({"attribute": "size"}, served=0.9, floor=1.0),
    "percolation_centrality": row(
        {}, {"attribute": "size"}, values("states"), values("states", **W), served=0.8
    ),
    "periphery": row({}, W, served=0.4, prepared=in_one_part, answered=150),
    "radius": row({}, W, served=0.8, prepared=in_one_part, answered=200),
    "rich_club_coefficient": row({"normalized": False}),
    "second_order_centrality": row(
        served=0.1, comparable=has_even_weights, prepared=undirected_part, answered=100
    ),
    "shortest_path": row(
        {},
        ONE_NODE,
        a_node("target"),
        two_nodes,
        W,
        a_node("source", **W),
        a_node("target", **W),
        lambda graph: {**two_nodes(graph), **W},
        {"method": "nonsense"},
        served=0.8,
    ),
    "single_source_dijkstra": row(ONE_NODE, a_node("source", cutoff=3), two_nodes),
    "single_source_dijkstra_path": row(ONE_NODE, a_node("source", cutoff=3)),
    "single_source_dijkstra_path_length": row(ONE_NODE, a_node("source", weight=None)),
    "square_clustering": row({}, a_node("nodes"), some("nodes"), served=0.4),
    "subgraph_centrality": row(served=0.8, prepared=undirected_part, answered=100),
    "subgraph_centrality_exp": row(served=0.8, prepared=undirected_part, answered=100),
    "transitivity": row(served=0.4),
    "triangles": row({}, a_node("nodes"), some("nodes")),
    "trophic_differences": row(
        {}, {"weight": None}, served=0.1, prepared=below_basal, answered=100
    ),
    "trophic_incoherence_parameter": row(
        {}, {"cannibalism": True}, served=0.1, prepared=below_basal, answered=100, floor=1.0
    ),
    "trophic_levels": row({}, {"weight": None}, served=0.1, prepared=below_basal, answered=100),
    "voterank": row({}, {"number_of_nodes": 3}),
    "wiener_index": row({}, W, served=0.8, prepared=in_one_part, answered=200),
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
    graphs = [(seed, random_graph(seed)) for seed in range(CASES)]
    if how.prepared:
        graphs += [(seed, how.prepared(graph)) for seed, graph in graphs]
    for seed, graph in graphs:
        for arguments in (call(graph) for call in how.calls if how.comparable(graph)):
            theirs = outcome(partial(function, graph, **arguments, backend="networkx"))
            ours = outcome(partial(function, graph, **arguments, backend="aidnet"))
            compared += 1
            answered += not (isinstance(theirs, tuple) and isinstance(theirs[0], type))
            if ours is NotImplementedError:
                declined += 1
                continue
            how_to = {"ordered": how.ordered, "typed": how.typed, "floor": how.floor}
            ours, theirs = how.arranged(ours), how.arranged(theirs)
            assert same(ours, theirs, **how_to), (seed, arguments, ours, theirs)
    assert compared > CASES / 4
    assert answered > how.answered
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
