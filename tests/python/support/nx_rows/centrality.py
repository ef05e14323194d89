"""Centralities, and what is said of the whole graph by them."""

from __future__ import annotations

from support.nx_calls import (
    TIGHT,
    D,
    S,
    W,
    a_node,
    a_side,
    all_targets,
    below_basal,
    drawn,
    edges_by_set,
    ends,
    has_even_weights,
    has_one_leading_vector,
    node_set,
    nodes_of,
    of_katz,
    row,
    some,
    undirected_part,
    values,
)

ROWS = {
    "kemeny_constant": row(
        {}, W, served=0.5, comparable=has_even_weights, prepared=undirected_part, answered=200
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
    "betweenness_centrality_subset": row(
        ends(), ends(normalized=True), ends(**W), all_targets(), served=0.8
    ),
    "bipartite_betweenness_centrality": row(node_set("nodes")),
    "bipartite_closeness_centrality": row(
        node_set("nodes"), node_set("nodes", normalized=False), a_side("nodes")
    ),
    "bipartite_degree_centrality": row(node_set("nodes")),
    "closeness_centrality": row(
        {},
        {"wf_improved": False},
        {"distance": "weight"},
        a_node("u"),
        a_node("u", wf_improved=False),
    ),
    "communicability": row(served=0.8, prepared=undirected_part, answered=100),
    "communicability_betweenness_centrality": row(
        served=0.7, prepared=undirected_part, answered=100
    ),
    "communicability_exp": row(served=0.8, prepared=undirected_part, answered=100),
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
    "eigenvector_centrality": row(
        {}, {"weight": "weight"}, {"max_iter": 3, "tol": 0.1}, values("nstart")
    ),
    "eigenvector_centrality_numpy": row(
        {}, {"weight": "weight"}, served=0.5, comparable=has_even_weights
    ),
    "estrada_index": row(served=0.8, prepared=undirected_part, answered=100),
    "group_closeness_centrality": row(S, node_set("S", **W)),
    "group_degree_centrality": row(S),
    "group_in_degree_centrality": row(S),
    "group_out_degree_centrality": row(S),
    "harmonic_centrality": row(
        {},
        {"distance": "weight"},
        a_node("nbunch"),
        some("nbunch", distance="weight"),
        some("sources"),
        lambda graph: {"nbunch": nodes_of(graph, 2), "sources": nodes_of(graph, 9)[2:]},
        lambda graph: {"nbunch": nodes_of(graph, 9)[3:], "sources": nodes_of(graph, 4), **D},
        served=0.9,
    ),
    "hits": row(TIGHT, values("nstart", **TIGHT), served=0.8, comparable=has_one_leading_vector),
    "katz_centrality": row(
        {"max_iter": 50},
        of_katz(),
        of_katz("beta"),
        of_katz("nstart", normalized=False),
        of_katz(tol=1e-12),
    ),
    "katz_centrality_numpy": row(
        of_katz(), of_katz("beta"), of_katz(normalized=False), served=0.98
    ),
    "laplacian_centrality": row(
        {},
        {"weight": None},
        {"normalized": False},
        some("nodelist"),
        served=0.4,
        floor=1.0,
    ),
    "local_reaching_centrality": row(a_node("v"), a_node("v", normalized=False)),
    "newman_betweenness_centrality": row({}, {"normalized": False}, a_node("v")),
    "pagerank": row(
        {},
        {"weight": None, "alpha": 0.5},
        {"max_iter": 3},
        values("personalization", **TIGHT),
        values("dangling", **TIGHT),
    ),
    "percolation_centrality": row(
        {}, {"attribute": "size"}, values("states"), values("states", **W), served=0.8
    ),
    "second_order_centrality": row(
        served=0.1, comparable=has_even_weights, prepared=undirected_part, answered=100
    ),
    "subgraph_centrality": row(served=0.8, prepared=undirected_part, answered=100),
    "subgraph_centrality_exp": row(served=0.8, prepared=undirected_part, answered=100),
    "trophic_differences": row(
        {}, {"weight": None}, served=0.1, prepared=below_basal, answered=100
    ),
    "trophic_incoherence_parameter": row(
        {}, {"cannibalism": True}, served=0.1, prepared=below_basal, answered=100, floor=1.0
    ),
    "trophic_levels": row({}, {"weight": None}, served=0.1, prepared=below_basal, answered=100),
    "voterank": row({}, {"number_of_nodes": 3}),
}
