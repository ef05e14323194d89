"""A graph as NetworkX means it, in the arrays that the compiled part works on."""

from __future__ import annotations

from functools import cached_property
from typing import Any

import numpy as np

from aidnet import _core
from aidnet.nx._kernels import run
from aidnet.nx._labels import Labels
from aidnet.nx._origin import Origin
from aidnet.nx._rows import Array, Attribute, read_rows


class NxGraph(Labels, Origin):
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

    def _to_networkx(self) -> Any:
        import networkx as nx

        graph: Any = nx.DiGraph() if self.directed else nx.Graph()
        graph.add_nodes_from(self.nodes)
        chosen, source, target = self.edge_ends
        weights = self.attributes["weight"].sums[chosen].tolist()
        edges = zip(self.labels(source), self.labels(target), weights, strict=True)
        graph.add_weighted_edges_from(edges)
        return graph

    def is_directed(self) -> bool:
        """Whether edges have a direction; NetworkX asks."""
        return self.directed

    def is_multigraph(self) -> bool:
        """Whether it was made of a multigraph; NetworkX asks."""
        return self.multigraph

    def __str__(self) -> str:
        """As NetworkX's messages name a graph."""
        kind = f"{'Multi' if self.multigraph else ''}{'Di' if self.directed else ''}Graph"
        name = getattr(self.read_graph, "name", "")
        kind += f" named {name!r}" if name else ""
        return f"{kind} with {len(self)} nodes and {self.edge_count} edges"

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

    def attribute(self, name: Any, default: float = 1) -> Attribute | None:
        """An attribute of the edges; None where the graph has none.

        Of a graph that was converted with all its attributes it is read when first asked for; of
        others, what edges without it have was said when they were converted.
        """
        if name is None or not self._has_all:
            return self.attributes.get(name)
        if callable(name):
            raise NotImplementedError("a weight by a function")
        wanted = name, default
        if wanted not in self.attributes:
            rows = self.origin.adjacency()
            _, (column,) = read_rows(rows, self.numbers, self.multigraph, [wanted])
            self.attributes[wanted] = Attribute(*column)
        return self.attributes[wanted]

    def lengths(self, attribute: Any) -> _core.Length | None:
        """How long the entries of `ties` are: the least of parallel edges; None where each is 1."""
        found = self.attribute(attribute)
        if found is None:
            return None
        return _core.Length.given(self.ties, self.by_tie(found.minima))

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
        graph = self.read_graph
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
        known = self.attribute(attribute)
        if self.read_graph is None:  # of a Network
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
        adjacency, columns = read_rows(rows.items(), self.numbers, self.multigraph, wanted)
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

    # -------------------------------------------------------------------------------------- edges

    def by_tie(self, values: Array) -> Array:
        """Values in the order of the adjacency, as one an entry of `ties`."""
        ordered: Array = values[self._order]
        return ordered

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
