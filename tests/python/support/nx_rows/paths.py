"""Searches, shortest paths and distances."""

from __future__ import annotations

from support.nx_calls import (
    DEPTHS,
    ONE_NODE,
    W,
    a_node,
    in_one_part,
    node_set,
    row,
    shuffled,
    some,
    supplied,
    two_nodes,
    u_and_v,
    undirected_part,
    with_heuristic,
)

BY_COSTS = {"method": "bellman-ford"}
from_a = (ONE_NODE, a_node("source", weight="cost"))
from_a_to_b = (two_nodes, lambda graph: {**two_nodes(graph), "weight": "cost"})
BELLMAN_FORD = row({}, {"weight": "cost"}, served=0.98, prepared=supplied, answered=200)

ALL_FORMS = (
    {},
    ONE_NODE,
    a_node("target"),
    two_nodes,
    W,
    a_node("source", **W),
    a_node("target", **W),
    {**W, **BY_COSTS},
    a_node("source", **W, **BY_COSTS),
    a_node("target", **W, **BY_COSTS),
    lambda graph: {**two_nodes(graph), **W, **BY_COSTS},
    lambda graph: {**two_nodes(graph), **W},
)
"""Between two nodes, from one, to one and between all; by steps and by lengths, by both methods."""

ROWS = {
    "all_pairs_bellman_ford_path": BELLMAN_FORD._replace(calls=BELLMAN_FORD.calls[1:]),
    "all_pairs_bellman_ford_path_length": BELLMAN_FORD._replace(calls=BELLMAN_FORD.calls[1:]),
    "astar_path": row(
        two_nodes, with_heuristic(), with_heuristic(cutoff=4), with_heuristic(weight=None)
    ),
    "astar_path_length": row(two_nodes, with_heuristic(), with_heuristic(weight=None)),
    "bellman_ford_path": BELLMAN_FORD._replace(calls=from_a_to_b),
    "bellman_ford_path_length": BELLMAN_FORD._replace(calls=from_a_to_b),
    "bellman_ford_predecessor_and_distance": BELLMAN_FORD._replace(
        calls=(*from_a, a_node("source", weight="cost", heuristic=True))
    ),
    "find_negative_cycle": BELLMAN_FORD._replace(
        calls=from_a, prepared=lambda graph: supplied(graph, 0.5), answered=40
    ),
    "negative_edge_cycle": row({}, {"weight": "cost"}, prepared=supplied, answered=200),
    "shortest_simple_paths": row(
        two_nodes, lambda graph: {**two_nodes(graph), **W}, prepared=in_one_part, most=20
    ),
    "single_source_bellman_ford": BELLMAN_FORD._replace(calls=(*from_a, *from_a_to_b)),
    "single_source_bellman_ford_path": BELLMAN_FORD._replace(calls=from_a),
    "single_source_bellman_ford_path_length": BELLMAN_FORD._replace(calls=from_a),
    "all_pairs_dijkstra": row({}, {"cutoff": 2.5}, {"weight": None}),
    "all_pairs_dijkstra_path": row({}, {"cutoff": 2.5}),
    "all_pairs_dijkstra_path_length": row({}, {"cutoff": 2.5}),
    "all_pairs_shortest_path": row({}, {"cutoff": 1}),
    "all_pairs_shortest_path_length": row({}, {"cutoff": 1.5}),
    "ancestors": row(ONE_NODE),
    "average_shortest_path_length": row(
        {},
        W,
        {**W, "method": "floyd-warshall"},
        {"method": "no"},
        prepared=in_one_part,
        answered=200,
    ),
    "barycenter": row({}, W, served=0.5, prepared=in_one_part, answered=200),
    "bfs_edges": row(ONE_NODE, *(a_node("source", depth_limit=d) for d in DEPTHS)),
    "bfs_layers": row(a_node("sources"), node_set("sources")),
    "bfs_predecessors": row(ONE_NODE),
    "bfs_successors": row(ONE_NODE),
    "bfs_tree": row(ONE_NODE, a_node("source", depth_limit=2)),
    "bidirectional_dijkstra": row(two_nodes, prepared=in_one_part, answered=200),
    "bidirectional_shortest_path": row(two_nodes, prepared=in_one_part, answered=200),
    "center": row({}, W, served=0.4, prepared=in_one_part, answered=150),
    "descendants": row(ONE_NODE),
    "descendants_at_distance": row(*(a_node("source", distance=d) for d in (0, 1, 2, 99))),
    "dfs_edges": row({}, ONE_NODE, *(a_node("source", depth_limit=d) for d in DEPTHS)),
    "dfs_labeled_edges": row({}, ONE_NODE, *(a_node("source", depth_limit=d) for d in DEPTHS)),
    "dfs_postorder_nodes": row({}, a_node("source", depth_limit=2)),
    "dfs_predecessors": row({}, a_node("source", depth_limit=2)),
    "dfs_preorder_nodes": row({}, a_node("source", depth_limit=2)),
    "dfs_successors": row({}, a_node("source", depth_limit=2)),
    "dfs_tree": row({}, a_node("source", depth_limit=2)),
    "diameter": row({}, W, {"usebounds": False}, served=0.8, prepared=in_one_part, answered=200),
    "dijkstra_path": row(two_nodes),
    "dijkstra_path_length": row(two_nodes),
    "eccentricity": row(
        {}, W, a_node("v"), some("v", **W), served=0.8, prepared=in_one_part, answered=200
    ),
    "efficiency": row(u_and_v),
    "floyd_warshall_numpy": row({}, {"weight": None}, shuffled),
    "generic_bfs_edges": row(ONE_NODE, a_node("source", depth_limit=1)),
    "harmonic_diameter": row({}, W, served=0.8, prepared=in_one_part, answered=200),
    "has_eulerian_path": row({}, a_node("source")),
    "has_path": row(two_nodes),
    "local_efficiency": row(served=0.5, prepared=undirected_part, answered=100),
    "multi_source_dijkstra": row(
        some("sources"), some("sources", cutoff=2), node_set("sources", target="party 2")
    ),
    "multi_source_dijkstra_path": row(some("sources"), some("sources", weight=None)),
    "multi_source_dijkstra_path_length": row(some("sources"), some("sources", cutoff=1)),
    "periphery": row({}, W, served=0.4, prepared=in_one_part, answered=150),
    "radius": row({}, W, served=0.8, prepared=in_one_part, answered=200),
    "shortest_path": row(
        *ALL_FORMS,
        {"method": "nonsense"},
        served=0.8,
    ),
    "shortest_path_length": row(
        *ALL_FORMS,
        served=0.8,
    ),
    "single_source_dijkstra": row(ONE_NODE, a_node("source", cutoff=3), two_nodes),
    "single_source_dijkstra_path": row(ONE_NODE, a_node("source", cutoff=3)),
    "single_source_dijkstra_path_length": row(ONE_NODE, a_node("source", weight=None)),
    "single_source_shortest_path": row(ONE_NODE, a_node("source", cutoff=2)),
    "single_source_shortest_path_length": row(ONE_NODE, a_node("source", cutoff=1.5)),
    "single_target_shortest_path": row(a_node("target"), a_node("target", cutoff=1)),
    "single_target_shortest_path_length": row(a_node("target"), a_node("target", cutoff=1)),
    "wiener_index": row({}, W, served=0.8, prepared=in_one_part, answered=200),
}
