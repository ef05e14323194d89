"""The algorithms of LDBC Graphalytics, as `docs/ldbc.md` says they are called.

Each is written here in plain Python from the specification (arXiv:2011.15028, section 2.3), and
held against the expected output of the specification's two example graphs.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter
from typing import Any

import numpy as np
import pytest

import aidnet
from support.cases import CASES

Graph = dict[int, dict[int, float]]
"""For each vertex the targets and weights of its edges; undirected edges stand both ways."""

# The example graphs, and source, iterations and expected outputs of the benchmark.
DIRECTED = """1 3 0.5; 1 5 0.3; 2 4 0.1; 2 5 0.3; 2 10 0.12; 3 1 0.53; 3 5 0.62; 3 8 0.21;
    3 10 0.52; 5 3 0.69; 5 4 0.53; 5 8 0.1; 6 3 0.23; 6 4 0.39; 7 4 0.83; 8 1 0.39; 9 4 0.69"""
UNDIRECTED = """2 3 0.9; 2 4 0.69; 3 4 0.13; 3 5 0.5; 3 8 0.32; 5 6 0.63; 5 8 0.12; 6 7 0.53;
    6 8 0.64; 6 9 0.23; 6 10 0.63; 7 9 0.36"""
NEVER = math.inf
EXPECTED: dict[bool, dict[str, list[float]]] = {
    True: {
        "BFS": [0, NEVER, 1, 2, 1, NEVER, NEVER, 2, NEVER, 2],
        "WCC": [1] * 10,
        "PR": [
            0.1477629166666667, 0.04753375, 0.1550469444444444, 0.1597573611111111, 0.14624,
            0.04753375, 0.04753375, 0.1135740277777778, 0.04753375, 0.08748375,
        ],
        "CDLP": [1, 2, 3, 4, 1, 1, 2, 3, 2, 1],
        "LCC": [2 / 3, 1 / 6, 0.15, 0.05, 0.25, 0, 0, 5 / 6, 0, 0],
        "SSSP": [0, NEVER, 0.5, 0.83, 0.3, NEVER, NEVER, 0.4, NEVER, 1.02],
    },
    False: {
        "BFS": [0, 1, 1, 2, 3, 4, 2, 4, 4],
        "WCC": [2] * 9,
        "PR": [
            0.09084490740740739, 0.1424089506172839, 0.09084490740740739, 0.1249891975308642,
            0.1686172839506173, 0.09749537037037037, 0.1249891975308642, 0.09749537037037037,
            0.06231481481481481,
        ],
        "CDLP": [2, 3, 2, 2, 6, 5, 2, 5, 5],
        "LCC": [1, 1 / 3, 1, 2 / 3, 0.2, 1, 2 / 3, 1, 0],
        "SSSP": [0, 0.82, 0.69, 1.26, 1.78, 2.31, 1.14, 2.01, 2.41],
    },
}  # fmt: skip


def bfs(graph: Graph, source: int) -> dict[int, float]:
    """How many steps each vertex is from the source, by rounds."""
    level: dict[int, float] = dict.fromkeys(graph, NEVER)
    level[source] = depth = 0
    frontier = {source}
    while frontier:
        depth += 1
        frontier = {v for u in frontier for v in graph[u] if level[v] == NEVER}
        level.update(dict.fromkeys(frontier, depth))
    return level


def wcc(graph: Graph) -> dict[int, float]:
    """The smallest vertex that is connected to each, whichever way edges go."""
    label: dict[int, float] = {v: v for v in graph}
    for _ in graph:
        for u, targets in graph.items():
            for v in targets:
                label[u] = label[v] = min(label[u], label[v])
    return label


def pr(graph: Graph, damping: float, iterations: int) -> dict[int, float]:
    """Ranks after so many iterations; vertices without out-edges give to all."""
    n = len(graph)
    rank = dict.fromkeys(graph, 1 / n)
    for _ in range(iterations):
        lost = sum(rank[v] for v, targets in graph.items() if not targets)
        rank = {
            v: (1 - damping) / n
            + damping * sum(rank[u] / len(out) for u, out in graph.items() if v in out)
            + damping / n * lost
            for v in graph
        }
    return rank


def cdlp(graph: Graph, directed: bool, iterations: int) -> dict[int, float]:
    """Each takes the label that most neighbours had, of several the smallest.

    Of directed edges both ends are neighbours, who count twice where edges go both ways.
    """
    label: dict[int, float] = {v: v for v in graph}
    for _ in range(iterations):
        around: dict[int, Counter[float]] = {v: Counter() for v in graph}
        for u, targets in graph.items():
            for v in targets:
                around[u][label[v]] += 1
                if directed:
                    around[v][label[u]] += 1
        label = {
            v: min(found, key=lambda one: (-found[one], one)) if found else label[v]
            for v, found in around.items()
        }
    return label


def lcc(graph: Graph) -> dict[int, float]:
    """Edges among the neighbours, of all that could be; 0 with fewer than two neighbours."""
    result = {}
    for v in graph:
        around = set(graph[v]) | {u for u in graph if v in graph[u]}
        edges = sum(w in graph[u] for u in around for w in around)
        result[v] = edges / (len(around) * (len(around) - 1)) if len(around) > 1 else 0.0
    return result


def sssp(graph: Graph, source: int) -> dict[int, float]:
    """The lengths of shortest paths from the source, by Dijkstra's algorithm."""
    distance = dict.fromkeys(graph, NEVER)
    queue = [(0.0, source)]
    while queue:
        far, u = heapq.heappop(queue)
        if distance[u] < NEVER:
            continue
        distance[u] = far
        for v, length in graph[u].items():
            heapq.heappush(queue, (far + length, v))
    return distance


def network_of(graph: Graph, directed: bool) -> tuple[aidnet.Network, aidnet.Length]:
    """The network, all of whose weights are 1, and the weights of the graph as lengths."""
    edges = [(u, v) for u, out in graph.items() for v in out if directed or u < v]
    net = aidnet.from_edges(
        [u for u, _ in edges], [v for _, v in edges], nodes=list(graph), directed=directed
    )
    lengths = [graph[u][v] for u, v in net.edges[["source", "target"]].to_numpy().tolist()]
    return net, aidnet.Length(lengths)


def ours(graph: Graph, directed: bool, source: int, iterations: int) -> dict[str, Any]:
    """Each algorithm as docs/ldbc.md says."""
    net, length = network_of(graph, directed)
    parts = aidnet.weak_components(net)
    found = aidnet.label_propagation(net, method="ldbc", max_iterations=iterations)
    return {
        "BFS": aidnet.distances(net, source=source),
        "WCC": parts.groupby(parts).transform(lambda part: part.index[0]),
        "PR": aidnet.pagerank(net, damping=0.85, iterations=iterations),
        "CDLP": found.map(dict(enumerate(found.attrs["label"]))),
        "LCC": aidnet.clustering(net, method="ldbc").fillna(0.0),
        "SSSP": aidnet.distances(net, length=length, source=source),
    }


def defined(
    graph: Graph, directed: bool, source: int, iterations: int
) -> dict[str, dict[int, float]]:
    return {
        "BFS": bfs(graph, source),
        "WCC": wcc(graph),
        "PR": pr(graph, 0.85, iterations),
        "CDLP": cdlp(graph, directed, iterations),
        "LCC": lcc(graph),
        "SSSP": sssp(graph, source),
    }


def example(directed: bool) -> Graph:
    graph: Graph = {v: {} for v in (range(1, 11) if directed else range(2, 11))}
    for line in (DIRECTED if directed else UNDIRECTED).split(";"):
        u, v, weight = line.split()
        graph[int(u)][int(v)] = float(weight)
        if not directed:
            graph[int(v)][int(u)] = float(weight)
    return graph


def random_graph(seed: int, directed: bool) -> Graph:
    """As in the benchmark: no loops, no parallel edges; connected or not."""
    rng = np.random.default_rng(seed)
    n = int(rng.integers(1, 25))
    graph: Graph = {v: {} for v in range(n)}
    for u, v in rng.integers(0, n, (int(n * rng.choice([0.5, 1.5, 4.0])), 2)).tolist():
        if u != v:
            graph[u][v] = round(float(rng.random()), 2)
            if not directed:
                graph[v][u] = graph[u][v]
    return graph


@pytest.mark.parametrize("directed", [True, False])
def test_the_examples_of_the_specification(directed: bool) -> None:
    graph = example(directed)
    source = 1 if directed else 2
    by_definition = defined(graph, directed, source, 2)
    for name, values in ours(graph, directed, source, 2).items():
        expected = EXPECTED[directed][name]
        np.testing.assert_allclose(values, expected, rtol=1e-12, err_msg=name)
        np.testing.assert_allclose(list(by_definition[name].values()), expected, rtol=1e-12)


@pytest.mark.parametrize("directed", [True, False])
def test_random_graphs(directed: bool) -> None:
    for seed in range(CASES):
        graph = random_graph(seed, directed)
        source, iterations = seed % len(graph), 1 + seed % 12
        theirs = defined(graph, directed, source, iterations)
        for name, values in ours(graph, directed, source, iterations).items():
            expected = list(theirs[name].values())
            np.testing.assert_allclose(values, expected, rtol=1e-9, err_msg=f"{name}, {seed}")
