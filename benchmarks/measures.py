"""The measures beside their peers, in one run: median seconds of five calls each.

    ./dev bench measures [NODES EDGES]

Conversion into each library's own graph is not counted, nor is the labelling of peers' results;
aidnet's time includes its labelled Series. igraph runs on one thread, aidnet on one and on all.
"""

from __future__ import annotations

import statistics
import sys
import time
import warnings
from typing import TYPE_CHECKING, Any

import igraph as ig
import networkx as nx
import numpy as np

import aidnet

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 5
PATIENCE = 60.0  # a call that takes longer is not repeated


def median_seconds(call: Callable[[], Any]) -> float:
    call()  # first use: caches, lazily built transposes
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
        if times[-1] > PATIENCE:
            break
    return statistics.median(times)


def rows(
    net: aidnet.Network, theirs: ig.Graph, graph: nx.DiGraph[Any]
) -> dict[str, tuple[Callable[..., Any], Callable[[], Any], Callable[[], Any] | None]]:
    """For each measure: ours (taking threads), igraph's, NetworkX's."""
    weight = theirs.es["weight"]
    ig_all = theirs.connected_components
    return {
        "strength": (
            lambda **k: aidnet.strength(net, mode="out", **k),
            lambda: theirs.strength(mode="out", weights=weight),
            lambda: dict(graph.out_degree(weight="weight")),
        ),
        "pagerank": (
            lambda **k: aidnet.pagerank(net, **k),
            lambda: theirs.pagerank(weights=weight),
            lambda: nx.pagerank(graph),
        ),
        "hits": (
            lambda **k: aidnet.hits(net, **k),
            lambda: theirs.hub_score(weights=weight),
            lambda: nx.hits(graph),
        ),
        "eigenvector": (
            lambda **k: aidnet.eigenvector(net, **k),
            lambda: theirs.eigenvector_centrality(weights=weight),
            lambda: nx.eigenvector_centrality(graph, 1000, 1e-9, weight="weight"),
        ),
        "core_number": (
            lambda **k: aidnet.core_number(net, **k),
            theirs.coreness,
            lambda: nx.core_number(graph),
        ),
        "strong_components": (
            lambda **k: aidnet.strong_components(net, **k),
            lambda: ig_all(mode="strong").membership,
            lambda: list(nx.strongly_connected_components(graph)),
        ),
        "weak_components": (
            lambda **k: aidnet.weak_components(net, **k),
            lambda: ig_all(mode="weak").membership,
            lambda: list(nx.weakly_connected_components(graph)),
        ),
    }


def path_rows(
    net: aidnet.Network, theirs: ig.Graph, graph: nx.DiGraph[Any]
) -> dict[str, tuple[Callable[..., Any], Callable[[], Any], Callable[[], Any] | None]]:
    """Measures of all shortest paths, on a smaller network."""
    nx.set_edge_attributes(graph, {(u, v): 1 / w for u, v, w in graph.edges.data("weight")}, "len")
    lengths = [1 / w for w in theirs.es["weight"]]
    return {
        "betweenness": (
            lambda **k: aidnet.betweenness(net, **k),
            theirs.betweenness,
            lambda: nx.betweenness_centrality(graph),
        ),
        "betweenness, 1/weight": (
            lambda **k: aidnet.betweenness(net, length="reciprocal", **k),
            lambda: theirs.betweenness(weights=lengths),
            None,  # minutes
        ),
        "closeness": (
            lambda **k: aidnet.closeness(net, **k),
            lambda: theirs.closeness(mode="in"),
            lambda: nx.closeness_centrality(graph),
        ),
        "harmonic, 1/weight": (
            lambda **k: aidnet.harmonic(net, length="reciprocal", **k),
            lambda: theirs.harmonic_centrality(mode="in", weights=lengths),
            lambda: nx.harmonic_centrality(graph, distance="len"),
        ),
    }


def network(nodes: int, edges: int) -> aidnet.Network:
    rng = np.random.default_rng(1)
    source, target = rng.integers(0, nodes, (2, edges))
    loop = source == target
    return aidnet.from_edges(
        source[~loop], target[~loop], rng.integers(1, 1000, int((~loop).sum())), nodes=range(nodes)
    )


def compare(table: Any, nodes: int, edges: int) -> None:
    net = network(nodes, edges)
    frame = net.edges
    theirs = ig.Graph(
        nodes,
        frame[["source", "target"]].to_numpy(),
        True,
        edge_attrs={"weight": net.weights.tolist()},
    )
    print(f"\n{net}")
    print(f"{'seconds':24}{'aidnet':>10}{'1 thread':>10}{'igraph':>10}{'NetworkX':>10}")
    for name, (ours, igraphs, networkxs) in table(net, theirs, net.to_networkx()).items():
        figures = [
            median_seconds(ours),
            median_seconds(lambda ours=ours: ours(threads=1)),
            median_seconds(igraphs),
        ]
        if networkxs is not None:
            figures.append(median_seconds(networkxs))
        print(f"{name:24}" + "".join(f"{seconds:10.4f}" for seconds in figures), flush=True)


def main() -> None:
    warnings.filterwarnings("ignore", message=".*scores are.*")  # igraph, of disconnected graphs
    warnings.filterwarnings("ignore", message=".*centralities are nearly zero.*")
    nodes, edges = map(int, sys.argv[1:3]) if len(sys.argv) > 2 else (100_000, 400_000)
    compare(rows, nodes, edges)
    compare(path_rows, nodes // 50, edges // 50)


if __name__ == "__main__":
    main()
