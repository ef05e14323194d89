"""How NetworkX's functions are called in the tests, by arguments made from each graph."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import networkx as nx
import numpy as np

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
    most: int = 1000
    """How many items of an iterator are compared."""


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


def a_side(name: str, **more: Any) -> Callable[[nx.Graph[Any]], Arguments]:
    """Every other node, all of the graph's."""
    return lambda graph: {name: list(graph)[::2], **more}


def most_of(name: str, **more: Any) -> Callable[[nx.Graph[Any]], Arguments]:
    """Three of four nodes, as a list, mostly with one that is no node."""
    return lambda graph: {name: nodes_of(graph, 1 + len(graph) * 3 // 4), **more}


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
D = {"distance": "weight"}
TIGHT = {"tol": 1e-15, "max_iter": 2000}
DEPTHS = (None, 0, 1, 2)
S, ONE_NODE = node_set("S"), a_node("source")


def supplied(graph: nx.Graph[Any], bargains: float = 0.02) -> nx.Graph[Any]:
    """The graph with capacities, some of them infinite, costs of either sign, and demands."""
    rng = rng_of(graph)
    made = graph.copy()
    potential = dict(zip(made, rng.integers(0, 6, len(made)).tolist(), strict=True))
    for u, v, data in made.edges(data=True):
        if rng.random() < 0.9:
            data["capacity"] = int(rng.integers(0, 9))
        # With potentials no cycle costs less than nothing, but for the bargains.
        rise = potential[u] - potential[v] if made.is_directed() else 0
        data["cost"] = int(rng.integers(0, 5)) + rise - int(rng.random() < bargains)
    # What some flow brings about, so that one does; in some graphs more of it than there may be.
    demands = dict.fromkeys(made, 0)
    for u, v, data in made.edges(data=True):
        passed = int(rng.integers(0, 1 + data.get("capacity", 4))) * int(rng.random() < 0.5)
        demands[u] -= passed
        demands[v] += passed
    factor, surplus = int(rng.choice([1, 1, 1, 1, 3])), int(rng.random() < 0.1)
    for node, demand in demands.items():
        made.nodes[node]["demand"] = factor * demand + surplus
    return made


def s_and_t(graph: nx.Graph[Any]) -> Arguments:
    return dict(zip("st", [*nodes_of(graph, 2), "nobody"], strict=False))


def from_s_to_t(**more: Any) -> Callable[[nx.Graph[Any]], Arguments]:
    return lambda graph: {
        **dict(zip(("_s", "_t"), [*nodes_of(graph, 2), "nobody"], strict=False)),
        **more,
    }


def value_and_shape(result: Any) -> Any:
    """Of a flow its value or cost and the edges it is told for; of a cut its value.

    There may be several of that value, of which NetworkX promises none in particular.
    """
    if isinstance(result, tuple) and not isinstance(result[0], type):
        return result[0], shape(result[1])
    return result


def shape(flows: Any) -> Any:
    if isinstance(flows, dict):
        return {u: list(partners) for u, partners in flows.items()}
    return sorted(repr(node) for side in flows for node in side)


def with_heuristic(**more: Any) -> Callable[[nx.Graph[Any]], Arguments]:
    """A heuristic of whole numbers, for some nodes more than the rest of the way."""
    return lambda graph: {
        **two_nodes(graph),
        "heuristic": lambda u, v: len(str((u, v))) % 5,
        **more,
    }
