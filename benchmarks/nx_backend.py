"""What the NetworkX backend costs and gains: conversion, and where each kind of function pays.

python benchmarks/nx_backend.py [NODES [EDGES]]
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Any

import networkx as nx

if TYPE_CHECKING:
    from collections.abc import Callable

FUNCTIONS = {
    "pagerank": nx.pagerank,
    "eigenvector_centrality": nx.eigenvector_centrality,
    "hits": nx.hits,
    "connected_components": lambda g, **o: list(nx.connected_components(g, **o)),
    "core_number": nx.core_number,
    "laplacian_matrix": nx.laplacian_matrix,
    "clustering": nx.clustering,
    "constraint": nx.constraint,
    "degree_assortativity": nx.degree_assortativity_coefficient,
    "dijkstra from one node": lambda g, **o: nx.single_source_dijkstra(g, next(iter(g)), **o),
    "closeness_centrality": nx.closeness_centrality,
    "edge_betweenness": nx.edge_betweenness_centrality,
    "floyd_warshall_numpy": nx.floyd_warshall_numpy,
    "estrada_index": nx.estrada_index,
    "current_flow_closeness": nx.current_flow_closeness_centrality,
    "betweenness_centrality": nx.betweenness_centrality,
}
SLOW = {
    "closeness_centrality",
    "betweenness_centrality",
    "edge_betweenness",
    "floyd_warshall_numpy",
    "estrada_index",
    "current_flow_closeness",
}


def best(call: Callable[[], Any], repeats: int = 5) -> float:
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return min(times)


def fresh(name: str, graph: nx.Graph[Any]) -> None:
    graph.__networkx_cache__.clear()
    FUNCTIONS[name](graph, backend="aidnet")


def main(nodes: int = 100_000, edges: int = 400_000) -> None:
    nx.config.warnings_to_ignore.add("cache")
    graph = nx.gnm_random_graph(nodes, edges, seed=1)
    for u, v in graph.edges:
        graph[u][v]["weight"] = float(u + v + 1)
    backend = nx.utils.backends._load_backend("aidnet")  # noqa: SLF001
    print(f"{nodes} nodes, {edges} edges")
    for attributes in (None, {"weight": 1}):
        seconds = best(lambda a=attributes: backend.convert_from_nx(graph, edge_attrs=a))
        print(f"convert, {attributes or 'structure'}: {seconds:.3f} s")
    print("\nseconds: NetworkX, aidnet with conversion, aidnet converted")
    for size in (10, 30, 100, 300, 1000, 10_000, nodes):
        graph = nx.gnm_random_graph(size, 4 * size, seed=2)
        for name, function in FUNCTIONS.items():
            if name in SLOW and size > 1000:
                continue
            repeats = 5 if size < 1000 else 1
            try:
                theirs = best(lambda f=function, g=graph: f(g, backend="networkx"), repeats)
                cold = best(lambda n=name, g=graph: fresh(n, g), repeats)
                warm = best(lambda f=function, g=graph: f(g, backend="aidnet"), repeats)
            except nx.NetworkXException as error:
                print(f"{size:7} {name:24} {type(error).__name__}")
                continue
            print(f"{size:7} {name:24} {theirs:10.5f} {cold:10.5f} {warm:10.5f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
