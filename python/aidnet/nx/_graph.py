"""A graph as NetworkX means it, in the arrays that the compiled part works on."""

from __future__ import annotations

import weakref
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from aidnet import _core
from aidnet.nx._kernels import run

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aidnet.network import Network

Array = np.ndarray[Any, Any]


class Attribute(NamedTuple):
    """The numbers under one name, one an entry of the adjacency."""

    sums: Array
    """Of parallel edges: what NetworkX takes where weights are strengths."""
    minima: Array
    """Of parallel edges: what NetworkX takes where weights are lengths."""
    whole: bool
    """Whether all are whole numbers, so that sums are such as well."""
    plain: bool
    """Whether all are of the types int and float, whose results Python knows."""
    kinds: Array | None = None
    """Which of the minima are whole numbers, where some are and some are not."""


class NxGraph:
    """What every served function gets for a graph, be it NetworkX's or a `Network`.

    Made by `convert_from_nx` and kept in NetworkX's cache, or by `view` of a `Network`. Neighbours
    are in NetworkX's order and parallel edges are one entry; each function says by its choice of
    `ties`, `strengths` or `lengths` what parallel edges mean to it.
    """

    __networkx_backend__ = "aidnet"

    def __init__(
        self,
        nodes: list[Any],
        numbers: dict[Any, int],
        adjacency: _core.Adjacency,
        attributes: dict[Any, Attribute],
        *,
        directed: bool,
        multigraph: bool,
        node_values: dict[Any, list[Any]] | None = None,
        has_all: bool = False,
    ) -> None:
        self.nodes = nodes
        self.numbers = numbers
        self.adjacency = adjacency
        self.attributes = attributes
        self._node_values = node_values or {}
        self._has_all = has_all
        self.directed = directed
        self.multigraph = multigraph
        self._origin: weakref.ref[Any] | None = None
        self._mark: object = None

    def read_from(self, graph: Any) -> None:
        """Mark NetworkX's cache on the graph, which every method that changes the graph clears."""
        cache = getattr(graph, "__networkx_cache__", None)
        if cache is not None:
            self._origin = weakref.ref(graph)
            self._mark = cache.setdefault("aidnet", object())

    @property
    def origin(self) -> Any:
        """NetworkX's graph that this was read from, as long as it is the same."""
        if not self._origin:
            return self._to_networkx()
        graph = self._origin()
        if graph is None or self.changed:
            raise NotImplementedError("the graph that was converted is gone or has changed")
        return graph

    def _to_networkx(self) -> Any:
        import networkx as nx

        graph: Any = nx.DiGraph() if self.directed else nx.Graph()
        graph.add_nodes_from(self.nodes)
        chosen, source, target = self.edge_ends
        weights = self.attributes["weight"].sums[chosen].tolist()
        edges = zip(self.labels(source), self.labels(target), weights, strict=True)
        graph.add_weighted_edges_from(edges)
        return graph

    @property
    def changed(self) -> bool:
        """Whether the graph that this was read from has been changed since."""
        graph = self._origin() if self._origin else None
        cache = getattr(graph, "__networkx_cache__", None) or {}
        return graph is not None and cache.get("aidnet") is not self._mark

    def is_directed(self) -> bool:
        """Whether edges have a direction; NetworkX asks."""
        return self.directed

    def is_multigraph(self) -> bool:
        """Whether it was made of a multigraph; NetworkX asks."""
        return self.multigraph

    def __str__(self) -> str:
        """As NetworkX's messages name a graph."""
        kind = f"{'Multi' if self.multigraph else ''}{'Di' if self.directed else ''}Graph"
        return f"{kind} with {len(self)} nodes and {self.edge_count} edges"

    def __len__(self) -> int:
        return len(self.nodes)

    def __contains__(self, node: Any) -> bool:
        try:
            return node in self.numbers
        except TypeError:  # NetworkX's graphs, too, do not contain what cannot be hashed
            return False

    # ------------------------------------------------------------------------------- the graphs

    @cached_property
    def ties(self) -> _core.Graph:
        """Who is tied to whom: each weight is 1, also where there are parallel edges."""
        return self.adjacency.graph(np.ones(self.adjacency.entry_count), self.directed)

    def strengths(self, attribute: Any) -> _core.Graph:
        """The graph whose weights are the attribute's sums; numbers of edges for None."""
        if attribute not in self._graphs:
            values = self.sums(attribute)
            self._graphs[attribute] = (
                self.ties if values is None else self.adjacency.graph(values, self.directed)
            )
        return self._graphs[attribute]

    def attribute(self, name: Any) -> Attribute | None:
        """An attribute of the edges; None where the graph has none.

        Of a graph that was converted with all its attributes it is read when first asked for.
        """
        if name is None or name in self.attributes or not self._has_all:
            return self.attributes.get(name)
        if callable(name):
            raise NotImplementedError("a weight by a function")
        _, (column,) = _read_rows(
            self.origin.adjacency(), self.numbers, self.multigraph, [(name, 1)]
        )
        self.attributes[name] = Attribute(*column)
        return self.attributes[name]

    def lengths(self, attribute: Any) -> _core.Length | None:
        """How long the entries of `ties` are: the least of parallel edges; None where each is 1."""
        found = self.attribute(attribute)
        if found is None:
            return None
        return _core.Length.given(self.ties, found.minima[self._order])

    def sums(self, attribute: Any) -> Array | None:
        """One value an entry of the adjacency: the sum of parallel edges; None where each is 1.

        An attribute that the graph does not have is 1 on every edge, as it is for NetworkX.
        """
        found = self.attribute(attribute)
        if found is not None:
            return found.sums
        return self.adjacency.copies.astype(float) if self.multigraph else None

    def whole(self, attribute: Any) -> bool:
        """Whether sums of the attribute are whole numbers."""
        found = self.attribute(attribute)
        return found is None or found.whole

    def plain(self, attribute: Any) -> bool:
        """Whether the attribute's values are of the types int and float."""
        found = self.attribute(attribute)
        return found is None or found.plain

    def mixed(self, attribute: Any) -> bool:
        """Whether some of the attribute's values are whole numbers and some are not."""
        found = self.attribute(attribute)
        return found is not None and found.kinds is not None

    def values_of(self, attribute: Any) -> list[Any]:
        """One value a node, of the kind that the graph has; None where it has none."""
        if self._has_all and attribute not in self._node_values:
            found = self.origin.nodes(data=attribute)
            self._node_values[attribute] = [value for _, value in found]
        return self._node_values.get(attribute) or [None] * len(self)

    @property
    def has_zero_weights(self) -> bool:
        """Whether an edge has the weight 0, also where no weights were asked for when reading."""
        found = self.attribute("weight")
        if found is not None:
            return not found.sums.all()
        graph = self._origin() if self._origin else None
        return graph is not None and any(w == 0 for _, _, w in graph.edges(data="weight"))

    def entry_ends(self) -> tuple[Array, Array]:
        """The source and the target of each entry of the adjacency, by number."""
        indptr = self.adjacency.indptr
        source = np.repeat(np.arange(len(self)), np.diff(indptr))
        return source, self.adjacency.indices.astype(np.int64)

    def backward(self, attribute: Any = None) -> tuple[_core.Adjacency, Attribute | None]:
        """The edges turned round, in the order of NetworkX's predecessors, and an attribute's.

        Read when first needed.
        """
        if not self.directed:
            return self.adjacency, self.attribute(attribute)
        known = None if self.attribute(attribute) is None else attribute
        if known not in self._backward:
            self._backward[known] = self._turned_round(known)
        return self._backward[known]

    def _turned_round(self, attribute: Any) -> tuple[_core.Adjacency, Attribute | None]:
        graph = self._origin() if self._origin else None
        known = self.attribute(attribute)
        if graph is None:  # of a Network
            order = np.argsort(self.adjacency.indices, kind="stable")
            turned = known and known._replace(
                sums=known.sums[order],
                minima=known.minima[order],
                kinds=None if known.kinds is None else known.kinds[order],
            )
            return self.adjacency.reversed(), turned
        predecessors = self.origin.pred
        rows = getattr(predecessors, "_atlas", predecessors)  # the dictionaries themselves
        wanted = [] if known is None else [(attribute, 1)]
        adjacency, columns = _read_rows(rows.items(), self.numbers, self.multigraph, wanted)
        return adjacency, Attribute(*columns[0]) if columns else None

    @cached_property
    def _backward(self) -> dict[Any, tuple[_core.Adjacency, Attribute | None]]:
        return {}

    @cached_property
    def _order(self) -> Array:
        return self.adjacency.canonical_order()

    @cached_property
    def _graphs(self) -> dict[Any, _core.Graph]:
        return {}

    # ------------------------------------------------------------------------ counts and degrees

    @cached_property
    def _totals(self) -> tuple[Array, Array, Array]:
        values = self.sums(None)
        return tuple(total.astype(np.int64) for total in self.adjacency.totals(values))  # type: ignore[return-value]

    def totals(self, attribute: Any = None) -> tuple[Array, Array, Array]:
        """Of each node: the sum over its entries, over those that lead to it, and its loops'."""
        if attribute is None:
            return self._totals
        out, into, loop = self.adjacency.totals(self.sums(attribute))
        if self.whole(attribute):
            return out.astype(np.int64), into.astype(np.int64), loop.astype(np.int64)
        return out, into, loop

    def degree(self, attribute: Any = None) -> Array:
        """NetworkX's degree: in a directed graph both kinds together, a loop counted twice."""
        out, into, loop = self.totals(attribute)
        return out + into if self.directed else out + loop

    @cached_property
    def loop_count(self) -> int:
        """Number of self-loops, each of parallel ones counted."""
        return int(self._totals[2].sum())

    @cached_property
    def edge_count(self) -> int:
        """Number of edges, each of parallel ones counted."""
        entries = int(self._totals[0].sum())
        return entries if self.directed else (entries + self.loop_count) // 2

    # --------------------------------------------------------------------------------- components

    @cached_property
    def components(self) -> tuple[Array, int]:
        """The connected, in a directed graph weak, component of each node, and how many there are.

        They are numbered in order of their first node.
        """
        component = run("weak_components", self.ties)["component"]
        return component, int(component.max(initial=-1)) + 1

    @cached_property
    def strong_components(self) -> tuple[Array, int]:
        """The strong component of each node, numbered in NetworkX's order, and how many."""
        return self.adjacency.strong_components()

    @property
    def is_connected(self) -> bool:
        """Whether all nodes are in one component, in a directed graph a strong one."""
        return (self.strong_components if self.directed else self.components)[1] == 1

    # ------------------------------------------------------------------------- nodes and results

    def number(self, node: Any) -> int:
        """The number of a node; NetworkX's error where it is none."""
        import networkx as nx

        try:
            return self.numbers[node]
        except KeyError:
            kind = "digraph" if self.directed else "graph"
            raise nx.NetworkXError(f"The node {node} is not in the {kind}.") from None

    def marks(self, nodes: Iterable[Any]) -> Array:
        """True for each node that is among `nodes`; what is no node does not count."""
        marked = np.zeros(len(self), dtype=bool)
        marked[[self.numbers[node] for node in nodes if node in self.numbers]] = True
        return marked

    def bunch(self, nodes: Any) -> list[Any]:
        """The nodes of a bunch as NetworkX's nbunch_iter has it; all for None."""
        if nodes is None:
            return self.nodes
        if nodes in self:
            return [nodes]
        try:
            return [node for node in nodes if node in self.numbers]
        except TypeError as error:
            raise NotImplementedError("NetworkX has an error for what is no bunch") from error

    def by_node(self, values: Array) -> dict[Any, Any]:
        """NetworkX's way to return one value a node."""
        return dict(zip(self.nodes, values.tolist(), strict=True))

    def of_bunch(self, nodes: Any, values: Array | list[Any]) -> Any:
        """One value a node, for a bunch of nodes or, where `nodes` is one, for it alone."""
        listed = values.tolist() if isinstance(values, np.ndarray) else values
        if nodes is not None and nodes in self:
            return listed[self.numbers[nodes]]
        return {node: listed[self.numbers[node]] for node in self.bunch(nodes)}

    def by_entry(self, values: Array) -> Array:
        """Values one an entry of `ties`, in the order of the adjacency."""
        ordered = np.empty_like(values)
        ordered[self._order] = values
        return ordered

    @cached_property
    def edge_ends(self) -> tuple[Array, Array, Array]:
        """The entries that NetworkX counts as edges, in its order, and their ends."""
        source, target = self.entry_ends()
        if self.directed:
            return np.arange(len(source)), source, target
        chosen = np.flatnonzero(source <= target)
        return chosen, source[chosen], target[chosen]

    def by_edge(self, values: Array) -> dict[tuple[Any, Any], Any]:
        """NetworkX's way to return one value an edge; given one an entry of `ties`."""
        chosen, source, target = self.edge_ends
        edges = zip(self.labels(source), self.labels(target), strict=True)
        return dict(zip(edges, self.by_entry(values)[chosen].tolist(), strict=True))

    def labels(self, numbers: Array) -> list[Any]:
        """The nodes with these numbers."""
        nodes = self.nodes
        return [nodes[k] for k in numbers.tolist()]

    def groups(self, group: Array, count: int) -> list[list[Any]]:
        """The nodes of each group 0 … count − 1, in their order."""
        order = np.argsort(group, kind="stable")
        return self._cut(self.labels(order), np.bincount(group, minlength=count))

    def groups_in_order(self, numbers: Array, group: Array) -> list[list[Any]]:
        """The nodes with these numbers, cut where `group`, which never falls, rises."""
        return self._cut(self.labels(numbers), np.bincount(group))

    @staticmethod
    def _cut(labels: list[Any], sizes: Array) -> list[list[Any]]:
        ends = np.cumsum(sizes).tolist()
        return [labels[a:b] for a, b in zip([0, *ends], ends, strict=False)]


def view(graph: NxGraph | Network) -> NxGraph:
    """The graph itself, or a Network in the same form: made once and kept."""
    if isinstance(graph, NxGraph):
        return graph
    if graph._nx is None:  # noqa: SLF001
        graph._nx = _of_network(graph)  # noqa: SLF001
    made: NxGraph = graph._nx  # noqa: SLF001
    return made


def _of_network(network: Network) -> NxGraph:
    nodes = network.nodes.tolist()
    weights = network.weights
    return NxGraph(
        nodes,
        {node: k for k, node in enumerate(nodes)},
        _core.Adjacency(network.indptr, network.indices),
        {"weight": Attribute(weights, weights, whole=False, plain=True)},
        directed=network.directed,
        multigraph=False,
    )


def read(
    graph: Any,
    edge_attributes: Mapping[Any, Any],
    node_attributes: Mapping[Any, Any] | None = None,
    *,
    has_all: bool = False,
) -> NxGraph:
    """Read a NetworkX graph and the attributes, given as {name: default}; or all if need be."""
    nodes = list(graph)
    numbers = {node: k for k, node in enumerate(nodes)}
    multigraph = graph.is_multigraph()
    adjacency, columns = _read_rows(
        graph.adjacency(), numbers, multigraph, [*edge_attributes.items()]
    )
    attributes = {
        name: Attribute(*column) for name, column in zip(edge_attributes, columns, strict=True)
    }
    found = NxGraph(
        nodes,
        numbers,
        adjacency,
        attributes,
        directed=graph.is_directed(),
        multigraph=multigraph,
        node_values={
            name: [value for _, value in graph.nodes(data=name, default=default)]
            for name, default in (node_attributes or {}).items()
        },
        has_all=has_all,
    )
    found.read_from(graph)
    return found


def _read_rows(
    items: Iterable[tuple[Any, Any]],
    numbers: dict[Any, int],
    multigraph: bool,
    wanted: list[tuple[Any, Any]],
) -> tuple[_core.Adjacency, list[Any]]:
    """Read NetworkX's successors or predecessors and, one column each, the wanted attributes."""
    rows = dict(items)
    try:
        return _core.Adjacency.read(rows, numbers, multigraph, wanted)
    except TypeError:  # a view, whose rows are no dictionaries
        return _core.Adjacency.read(_plain(rows, multigraph), numbers, multigraph, wanted)


def _plain(rows: dict[Any, Any], multigraph: bool) -> dict[Any, dict[Any, Any]]:
    if any(not isinstance(neighbors, Mapping) for neighbors in rows.values()):
        raise NotImplementedError("a graph without data of its edges")
    if not multigraph:
        return {
            u: {v: dict(data) for v, data in neighbors.items()} for u, neighbors in rows.items()
        }
    return {
        u: {v: {key: dict(data) for key, data in edges.items()} for v, edges in neighbors.items()}
        for u, neighbors in rows.items()
    }
