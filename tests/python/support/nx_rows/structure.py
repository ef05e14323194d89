"""Components, cores, clusters, cuts, mixing, degrees."""

from __future__ import annotations

import math
from typing import Any

from support.nx_calls import (
    Row,
    S,
    W,
    a_node,
    a_side,
    communities,
    most_of,
    node_set,
    nodes_of,
    partners,
    row,
    some,
    two_sets,
    undirected_part,
)


def finite(coefficient: Any) -> Any:
    """Where all values are alike, NetworkX may divide what rounding leaves of them by 0."""
    infinite = isinstance(coefficient, float) and math.isinf(coefficient)
    return math.nan if infinite else coefficient


def of_attribute(name: str) -> Row:
    """By an attribute of the nodes, of all and of some."""
    by = {"attribute": name}
    return row(by, most_of("nodes", **by), a_side("nodes", **by), served=0.7, floor=1.0)


SPANNING = row({}, {"weight": None}, {"weight": "size"}, {"data": False}, served=0.5, answered=100)

ROWS = {
    "find_cycle": row({}, a_node("source"), some("source"), served=0.5, answered=100),
    "maximum_spanning_edges": SPANNING,
    "maximum_spanning_tree": row({}, {"weight": "nothing"}, served=0.5),
    "minimum_spanning_edges": SPANNING,
    "minimum_spanning_tree": row({}, {"weight": "nothing"}, served=0.5),
    "attribute_assortativity_coefficient": of_attribute("group"),
    "average_clustering": row({}, W, {"count_zeros": False}, some("nodes"), served=0.6),
    "average_degree_connectivity": row(
        {},
        {"weight": "weight"},
        {"source": "in", "target": "out", "weight": "weight"},
        {"source": "out", "target": "in"},
        {"source": "nonsense"},
        a_node("nodes"),
        some("nodes"),
        lambda graph: {"nodes": nodes_of(graph, 4) * 2, **W},
        some("nodes", source="in", target="out"),
        served=0.7,
    ),
    "average_neighbor_degree": row(
        {},
        {"weight": "weight"},
        {"source": "in", "target": "out", "weight": "weight"},
        {"source": "in+out", "target": "in+out"},
        {"target": "nonsense"},
        some("nodes"),
        some("nodes", source="in", target="in", weight="weight"),
        served=0.7,
    ),
    "boundary_expansion": row(S),
    "clustering": row({}, W, a_node("nodes"), some("nodes"), some("nodes", **W), served=0.6),
    "conductance": row(S, two_sets(weight="weight")),
    "constraint": row({}, W, some("nodes"), served=0.3, prepared=undirected_part, answered=200),
    "cut_size": row(S, two_sets(), two_sets(weight="weight"), served=0.8, typed=False),
    "degree_assortativity_coefficient": row(
        {},
        {"x": "in", "y": "out"},
        W,
        most_of("nodes"),
        most_of("nodes", **W),
        served=0.7,
        floor=1.0,
        arranged=finite,
    ),
    "degree_pearson_correlation_coefficient": row(
        {}, {"x": "out", "y": "out"}, most_of("nodes"), served=0.7, floor=1.0, arranged=finite
    ),
    "density": row(node_set("nodes")),
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
    "edge_expansion": row(S, two_sets(weight="weight"), typed=False),
    "effective_size": row(
        {},
        W,
        some("nodes"),
        some("nodes", **W),
        served=0.15,
        prepared=undirected_part,
        answered=200,
    ),
    "is_bipartite_node_set": row(node_set("nodes"), served=0.5),
    "is_dominating_set": row(node_set("nbunch")),
    "is_isolate": row(a_node("n")),
    "is_k_regular": row({"k": 0}, {"k": 2}),
    "is_negatively_weighted": row({}, {"weight": "nothing"}),
    "k_core": row({}, {"k": 2}, {"k": 99}),
    "k_corona": row({"k": 1}, {"k": 2}),
    "k_crust": row({}, {"k": 1}),
    "k_shell": row({}, {"k": 2}),
    "k_truss": row({"k": 2}, {"k": 3}, {"k": 4}),
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
    "numeric_assortativity_coefficient": of_attribute("size"),
    "overall_reciprocity": row(served=0.7),
    "reciprocity": row(served=0.7),
    "rich_club_coefficient": row({"normalized": False}),
    "sets": row({}, node_set("top_nodes")),
    "square_clustering": row({}, a_node("nodes"), some("nodes"), served=0.4),
    "transitivity": row(served=0.4),
    "triangles": row({}, a_node("nodes"), some("nodes")),
    "volume": row(S, node_set("S", weight="weight"), typed=False),
}
