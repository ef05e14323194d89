"""NetworkX graphs of every class for the backend's tests, and how results are compared."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np

from support.cases import random_network

if TYPE_CHECKING:
    from collections.abc import Callable

CLASSES = (nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph)


def random_graph(seed: int, kind: type[nx.Graph[Any]] | None = None) -> nx.Graph[Any]:
    """The random network of this seed, nodes and edges shuffled, as one of the four classes.

    Some edges have no weight, multigraphs have parallel ones. Nodes have a group and a size.
    """
    rng = np.random.default_rng(seed)
    kind = kind or CLASSES[seed % 4]
    network = random_network(seed, directed=kind in (nx.DiGraph, nx.MultiDiGraph))
    graph: nx.Graph[Any] = kind(name=f"random graph {seed}")
    graph.add_nodes_from(network.nodes[k] for k in rng.permutation(len(network)))
    edges = list(network.edges.itertuples(index=False))
    if seed % 8 >= 4:  # otherwise nearly every undirected graph has a loop
        edges = [edge for edge in edges if edge[0] != edge[1]]
    if graph.is_multigraph():
        edges += [edge for edge in edges if rng.random() < 0.3]
    for k in rng.permutation(len(edges)):
        source, target, weight = edges[k]
        if rng.random() < 0.1:
            graph.add_edge(source, target)
        else:
            graph.add_edge(source, target, weight=weight if seed % 3 == 2 else int(weight))
    return _described(graph)


def _described(graph: nx.Graph[Any]) -> nx.Graph[Any]:
    """The graph itself, its nodes with a group and a size."""
    for k, node in enumerate(graph):
        graph.nodes[node].update(group=f"group {k % 3}", size=1 + k * k % 7)
    return graph


LARGER = 7


def larger_graph(seed: int, nodes: int) -> nx.Graph[Any]:
    """Three edges a node, more where it was added early: of the four classes, with loops and edges
    without a weight; then an acyclic, a two-mode and a strongly connected one without."""
    rng = np.random.default_rng(seed)
    kind = [*CLASSES, nx.DiGraph, nx.Graph, nx.DiGraph][seed]
    graph: nx.Graph[Any] = kind(name=f"larger graph {seed}")
    graph.add_nodes_from(f"party {k}" for k in rng.permutation(nodes))
    names = list(graph)
    early = (nodes * rng.random(3 * nodes) ** 2).astype(int)
    pairs = [*zip(rng.integers(0, nodes, 3 * nodes), early, strict=True)]
    if seed == 4:
        pairs = [(min(pair), max(pair)) for pair in pairs]
    elif seed == 5:
        pairs = [(u - u % 2, v - v % 2 + 1) for u, v in pairs]
    elif seed == 6:
        pairs += [(k, (k + 1) % nodes) for k in range(nodes)]
    for u, v in pairs:
        if seed < 4 and rng.random() < 0.1:
            graph.add_edge(names[u], names[v])
        elif seed < 4 or u != v:
            weight = int(rng.integers(1, 12)) if seed % 3 else float(rng.lognormal())
            graph.add_edge(names[u], names[v], weight=weight)
    return _described(graph)


def outcome(call: Callable[[], Any], most: int = 1000) -> Any:
    """What a call returns, of iterators the first items as a list, or what it raises."""
    try:
        result = call()
        return list(islice(result, most)) if isinstance(result, Iterator) else result
    except NotImplementedError:
        return NotImplementedError
    except Exception as error:  # noqa: BLE001
        return type(error), None if isinstance(error, ZeroDivisionError) else str(error)


def same(
    ours: Any,
    theirs: Any,
    *,
    ordered: bool = True,
    typed: bool = True,
    floor: float = 0.0,
    tolerance: float = 1e-9,
) -> bool:
    """Equal in value, type and, if `ordered`, the order of dictionaries; floats nearly."""
    if not typed and isinstance(ours, int | float) and isinstance(theirs, int | float):
        return _close(ours, theirs, tolerance, abs(theirs))
    if hasattr(theirs, "toarray"):
        stored = ours.nnz == theirs.nnz and type(ours) is type(theirs)
        return stored and same(ours.toarray(), theirs.toarray(), tolerance=tolerance)
    if isinstance(theirs, np.ndarray):
        return (
            type(ours) is np.ndarray
            and ours.dtype == theirs.dtype
            and ours.shape == theirs.shape
            and np.allclose(ours, theirs, rtol=tolerance, atol=0, equal_nan=True)
        )
    if isinstance(theirs, float):
        return type(ours) is float and _close(ours, theirs, tolerance, max(floor, abs(theirs)))
    if isinstance(theirs, nx.Graph):
        return (
            type(ours) is type(theirs)
            and ours.graph == theirs.graph
            and dict(ours.nodes(data=True)) == dict(theirs.nodes(data=True))
            and sorted(map(repr, ours.edges(data=True)))
            == sorted(map(repr, theirs.edges(data=True)))
        )
    if isinstance(theirs, Mapping):
        if type(ours) is not type(theirs) or ours.keys() != theirs.keys():
            return False
        if ordered and list(ours) != list(theirs):
            return False
        numbers = [v for v in theirs.values() if isinstance(v, float) and math.isfinite(v)]
        scale = max(floor, max(map(abs, numbers), default=0.0))
        return all(
            _close(ours[key], value, tolerance, scale) and type(ours[key]) is type(value)
            if isinstance(value, float)
            else same(ours[key], value, ordered=ordered, tolerance=tolerance)
            for key, value in theirs.items()
        )
    if isinstance(theirs, list | tuple):
        return (
            type(ours) is type(theirs)
            and len(ours) == len(theirs)
            and all(
                same(a, b, ordered=ordered, tolerance=tolerance)
                for a, b in zip(ours, theirs, strict=True)
            )
        )
    return type(ours) is type(theirs) and bool(ours == theirs)


def _close(ours: float, theirs: float, tolerance: float, scale: float) -> bool:
    if math.isnan(theirs) or math.isinf(theirs):
        return ours == theirs or (math.isnan(ours) and math.isnan(theirs))
    return abs(ours - theirs) <= tolerance * scale
