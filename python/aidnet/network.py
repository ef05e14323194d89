"""The network: a compiled graph and the labels of its nodes."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from aidnet import _core
from aidnet._labels import encode, label_index, node_index, positions, require_same_rows
from aidnet._messages import spoken
from aidnet._numbers import weight_column
from aidnet.errors import UnknownNodeError, ValidationError

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    import networkx as nx
    import pandas as pd
    from scipy.sparse import csr_array

Array = np.ndarray[Any, Any]


class Network:
    """An immutable weighted network whose nodes have labels.

    Made by `from_edges`, `from_networkx` or `from_scipy`. There is at most one edge for each
    ordered pair of nodes (unordered where the network is undirected); its weight is the *strength*
    of the tie, such as an amount of money, and never a distance.

    `indptr`, `indices` and `weights` are the arrays of the compiled graph itself: read-only, shared
    without a copy, and valid for as long as anybody holds them.
    """

    __slots__ = ("_graph", "_nodes", "_nx")
    __hash__ = None  # type: ignore[assignment]  # equal by content
    __networkx_backend__ = "aidnet"  # NetworkX's functions take a Network, see aidnet.nx

    def __init__(self, graph: _core.Graph, nodes: pd.Index) -> None:
        if len(nodes) != graph.node_count:
            raise ValidationError(f"{len(nodes)} labels for {graph.node_count} nodes")
        if not nodes.is_unique:
            raise ValidationError(f"the label {nodes[nodes.duplicated()][0]!r} names two nodes")
        self._graph = graph
        self._nodes = nodes
        self._nx: Any = None  # the same for aidnet.nx, made when NetworkX first asks

    @property
    def graph(self) -> _core.Graph:
        """The compiled graph, on indices instead of labels."""
        return self._graph

    @property
    def nodes(self) -> pd.Index:
        """The labels, in the order of the rows of `indptr`."""
        return self._nodes

    @property
    def directed(self) -> bool:
        """Whether edges have a direction."""
        return self._graph.directed

    def is_directed(self) -> bool:
        """The same as `directed`, by the name that NetworkX asks for."""
        return self.directed

    def is_multigraph(self) -> bool:
        """False: flows between the same two nodes are one edge. NetworkX asks."""
        return False

    @property
    def node_count(self) -> int:
        """Number of nodes, isolated ones included."""
        return self._graph.node_count

    @property
    def edge_count(self) -> int:
        """Number of edges; in an undirected network each pair counts once."""
        return self._graph.edge_count

    @property
    def total_weight(self) -> float:
        """Sum of the weights of all edges."""
        return self._graph.total_weight

    @property
    def indptr(self) -> Array:
        """Where each node's entries begin, shape (nodes + 1,); read-only, shared."""
        return self._graph.indptr

    @property
    def indices(self) -> Array:
        """The target of each entry, shape (entries,); read-only, shared."""
        return self._graph.indices

    @property
    def weights(self) -> Array:
        """The weight of each entry, shape (entries,); read-only, shared."""
        return self._graph.weights

    @property
    def edges(self) -> pd.DataFrame:
        """Columns source, target, weight: one row an edge, ordered by node position.

        The index counts them, and is called 'edge': where values of edges are asked for, a column
        made of this table is known by that from one of another table.
        """
        import pandas as pd

        source = self._entry_sources()
        target = self.indices
        weight = self.weights
        if not self.directed:
            once = source <= target
            source, target, weight = source[once], target[once], weight[once]
        return pd.DataFrame(
            {
                "source": self._nodes.take(source),
                "target": self._nodes.take(target),
                "weight": weight.copy(),
            },
            index=pd.RangeIndex(weight.size, name="edge"),
        )

    def edge_of_entry(self) -> Array:
        """For each entry of `indices`, the row of `edges` that it belongs to."""
        if self.directed:
            return np.arange(self._graph.entry_count)
        source = self._entry_sources()
        low, high = np.minimum(source, self.indices), np.maximum(source, self.indices)
        key = low.astype(np.int64) * self.node_count + high
        return np.unique(key, return_inverse=True)[1]

    def _entry_sources(self) -> Array:
        return np.repeat(np.arange(self.node_count), np.diff(self.indptr))

    def __len__(self) -> int:
        return self.node_count

    def __iter__(self) -> Iterator[Any]:
        return iter(self._nodes)

    def __contains__(self, label: Hashable) -> bool:
        return self._find(label) >= 0

    def _position(self, label: Hashable) -> int:
        found = self._find(label)
        if found < 0:
            raise UnknownNodeError(label, self._nodes)
        return found

    def _find(self, label: Hashable) -> int:
        """Where a label stands, or -1. Not by get_loc, which would take "2020-01" for its days."""
        import pandas as pd

        hash(label)
        one: pd.Index = pd.Index([label], tupleize_cols=False, dtype=object)
        found = int(self._nodes.get_indexer(one)[0])
        return found if found >= 0 and self._nodes[found] == label else -1

    def weight(self, source: Hashable, target: Hashable) -> float:
        """The weight of one edge; 0.0 where there is none."""
        entry = self._graph.find_entry(self._position(source), self._position(target))
        return 0.0 if entry < 0 else float(self.weights[entry])

    def has_edge(self, source: Hashable, target: Hashable) -> bool:
        """Whether there is an edge from `source` to `target`, be its weight zero."""
        return self._graph.find_entry(self._position(source), self._position(target)) >= 0

    def partners(self, label: Hashable, *, mode: Literal["out", "in"] = "out") -> pd.Series:
        """The weights of a node's edges by partner: whom it gives to, or who gives to it."""
        import pandas as pd

        if mode not in ("out", "in"):
            raise ValidationError(f"mode is {mode!r}; it must be one of 'out', 'in'")
        graph = self._graph if mode == "out" else self._graph.reverse()
        k = self._position(label)
        row = slice(graph.indptr[k], graph.indptr[k + 1])
        return pd.Series(
            graph.weights[row].copy(), index=self._nodes.take(graph.indices[row]), name="weight"
        )

    def reverse(self) -> Network:
        """The network with every edge turned round."""
        return Network(self._graph.reverse(), self._nodes)

    def to_undirected(self) -> Network:
        """The undirected network with the weights of both directions added up."""
        return Network(self._graph.to_undirected(), self._nodes)

    def subgraph(self, nodes: Iterable[Hashable]) -> Network:
        """The network among `nodes`, in their order."""
        index = node_index(nodes)
        return Network(self._graph.subgraph(positions(self._nodes, index, "nodes")), index)

    def quotient(self, groups: Any) -> Network:
        """The network between groups of nodes, with weights added up.

        Parameters
        ----------
        groups : mapping, pandas.Series or array_like
            The group of each node: by label, or one element a node in the order of `nodes`.

        Returns
        -------
        Network
            One node a group, in order of first appearance. What stays inside a group is its
            self-loop, so that the total weight is the same.

        Examples
        --------
        >>> import aidnet
        >>> net = aidnet.from_edges(["Ningbo", "Suzhou"], ["Yanbian", "Tongren"], [3.0, 4.0])
        >>> east = {"Ningbo": "east", "Suzhou": "east", "Yanbian": "west", "Tongren": "west"}
        >>> print(net.quotient(east).edges.to_string(index=False))
        source target  weight
          east   west     7.0
        """
        import pandas as pd

        if isinstance(groups, pd.Series) or hasattr(groups, "keys"):
            missing = [label for label in self._nodes if label not in groups]
            if missing:
                raise ValidationError(f"groups has nothing for the node {missing[0]!r}")
            groups = [groups[label] for label in self._nodes]
        index = label_index(groups, "groups")
        codes, labels = pd.factorize(index)
        if len(codes) != self.node_count:
            raise ValidationError(f"{len(codes)} groups for {self.node_count} nodes")
        named: pd.Index = pd.Index(labels, tupleize_cols=False, name="node")
        return Network(self._graph.quotient(codes, len(labels)), named)

    def to_scipy(self) -> csr_array:
        """The weights as a scipy.sparse.csr_array that shares the graph's memory (read-only).

        Rows and columns are in the order of `nodes`; an undirected network is symmetric.
        """
        from scipy.sparse import csr_array

        shape = (self.node_count, self.node_count)
        matrix = csr_array((self.weights, self.indices, self.indptr), shape=shape, copy=False)
        matrix.has_canonical_format = True
        return matrix

    def to_networkx(self, *, weight: str = "weight") -> nx.Graph[Any]:
        """A networkx.DiGraph, or Graph if undirected, with the weight as an edge attribute."""
        import networkx as nx

        graph: nx.Graph[Any] = nx.DiGraph() if self.directed else nx.Graph()
        graph.add_nodes_from(self._nodes)
        edges = self.edges
        graph.add_weighted_edges_from(
            zip(edges["source"], edges["target"], edges["weight"].tolist(), strict=True),
            weight=weight,
        )
        return graph

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Network):
            return NotImplemented
        return self._graph.same_as(other._graph) and bool(self._nodes.equals(other._nodes))

    def __copy__(self) -> Network:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Network:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (self.indptr, self.indices, self.weights, self.directed, self._nodes)

    def __repr__(self) -> str:
        kind = "directed" if self.directed else "undirected"
        return (
            f"<Network: {kind}, {_count(self.node_count, 'node')}, "
            f"{_count(self.edge_count, 'edge')}, total weight {self.total_weight:,.6g}>"
        )

    def _repr_html_(self) -> str:
        shown = 10
        edges = self.edges
        largest = np.argsort(-edges["weight"].to_numpy(), kind="stable")[:shown]
        rows = "".join(
            f"<tr><td>{html.escape(str(e.source))}</td><td>{html.escape(str(e.target))}</td>"
            f"<td style='text-align:right'>{e.weight:,.6g}</td></tr>"
            for e in edges.iloc[largest].itertuples()
        )
        left = self.edge_count - len(largest)
        more = f"<p>… and {_count(left, 'smaller edge')}</p>" if left else ""
        return (
            f"<div><p>{html.escape(repr(self)[1:-1])}</p><table><thead><tr><th>source</th>"
            f"<th>target</th><th>weight</th></tr></thead><tbody>{rows}</tbody></table>{more}</div>"
        )


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _rebuild(indptr: Array, indices: Array, weights: Array, directed: bool, nodes: Any) -> Network:
    return Network(_core.Graph.from_csr(indptr, indices, weights, directed=directed), nodes)


def from_edges(
    source: Any,
    target: Any,
    weight: Any = None,
    *,
    nodes: Any = None,
    directed: bool = True,
    duplicates: Literal["sum", "error"] = "sum",
    drop_zeros: bool = False,
) -> Network:
    """Make a network from columns of labels.

    Parameters
    ----------
    source, target : array_like
        The two ends of each edge: any hashable labels (names, codes, numbers, tuples).
    weight : array_like of float, optional
        The strength of each edge, finite. 1 each where it is left out.
    nodes : array_like, optional
        The labels of all nodes, in the order wanted; adds isolated ones. By default the nodes are
        in order of first appearance, row by row.
    directed : bool
        Whether an edge runs from `source` to `target` only.
    duplicates : {'sum', 'error'}
        What to do with a pair that is given more than once. Sums do not depend on the row order.
    drop_zeros : bool
        Leave out edges whose weight is zero, instead of keeping them as entries that count as no
        ties.

    Returns
    -------
    Network
        Its `edges` are in the order of nodes, not of the rows given.

    Raises
    ------
    ValidationError
        For a missing label, a weight that is no finite number, columns of different lengths, or
        refused duplicates; the message names the row. Also for columns of pandas whose indexes
        differ: pandas would pair their rows otherwise than by position.
    UnknownNodeError
        For a label that is not in `nodes`.

    Examples
    --------
    >>> import aidnet
    >>> net = aidnet.from_edges(["Ningbo", "Ningbo"], ["Yanbian", "Qianxinan"], [2.5, 4.0])
    >>> net
    <Network: directed, 3 nodes, 2 edges, total weight 6.5>
    >>> print(net.edges.to_string(index=False))
    source    target  weight
    Ningbo   Yanbian     2.5
    Ningbo Qianxinan     4.0
    """
    require_same_rows({"source": source, "target": target, "weight": weight})
    index, sources, targets = encode(source, target, nodes)
    weights = None if weight is None else weight_column(weight, len(sources))
    if duplicates not in ("sum", "error"):
        raise ValidationError(f"duplicates is {duplicates!r}; it must be one of 'sum', 'error'")
    if duplicates == "error":
        _refuse_duplicates(index, sources, targets, directed)
    graph = _core.Graph.from_edges(
        len(index),
        sources,
        targets,
        weights,
        directed=directed,
        sum_duplicates=True,
        drop_zeros=drop_zeros,
    )
    return Network(graph, index)


def _refuse_duplicates(index: pd.Index, source: Array, target: Array, directed: bool) -> None:
    low, high = source, target
    if not directed:
        low, high = np.minimum(source, target), np.maximum(source, target)
    key = low.astype(np.int64) * len(index) + high
    _, first = np.unique(key, return_index=True)
    repeated = np.setdiff1d(np.arange(key.size), first)
    if repeated.size:
        k = int(repeated[0])
        raise ValidationError(
            f"row {k} gives the pair {index[source[k]]!r}, {index[target[k]]!r} again "
            f"(first in row {int(np.flatnonzero(key == key[k])[0])})"
        )


def from_networkx(graph: nx.Graph[Any], *, weight: str | None = "weight") -> Network:
    """Make a network from a NetworkX graph.

    Parameters
    ----------
    graph : networkx.Graph, DiGraph, MultiGraph or MultiDiGraph
        Its nodes become the labels, in its order. Parallel edges are summed.
    weight : str or None
        The edge attribute that holds the strength; 1 where an edge lacks it, or for None. A name
        of your own that no edge has is an error.

    Returns
    -------
    Network

    Raises
    ------
    ValidationError
        For a weight that is no finite number; the message names the edge.
    """
    nodes = list(graph.nodes)
    number = {label: k for k, label in enumerate(nodes)}
    if weight not in (None, "weight") and graph.number_of_edges():
        attributes = {name for _, _, data in graph.edges(data=True) for name in data}
        if weight not in attributes:
            raise ValidationError(
                f"no edge has the attribute {weight!r}; there are {sorted(map(str, attributes))}"
            )
    source, target, weights = [], [], []
    for u, v, data in graph.edges(data=True):
        source.append(number[u])
        target.append(number[v])
        weights.append(1.0 if weight is None else data.get(weight, 1.0))

    def edge(row: int) -> str:
        return f"edge {nodes[source[row]]} → {nodes[target[row]]}: its {weight!r}"

    column = np.fromiter(weights, dtype=object, count=len(weights))  # a list is one value, too
    values = weight_column(column, len(source), edge)
    compiled = _core.Graph.from_edges(
        len(nodes),
        np.array(source, dtype=np.int64),
        np.array(target, dtype=np.int64),
        values,
        directed=graph.is_directed(),
        sum_duplicates=True,
        drop_zeros=False,
    )
    return Network(compiled, node_index(nodes))


def from_scipy(matrix: Any, *, nodes: Any = None, directed: bool = True) -> Network:
    """Make a network from a square SciPy sparse array: element (i, j) is the weight of i → j.

    Parameters
    ----------
    matrix : scipy.sparse array or matrix, shape (n, n)
        Stored zeros are kept as edges of weight zero; duplicates are summed.
    nodes : array_like, optional
        n labels; 0 to n - 1 where they are left out.
    directed : bool
        False needs a symmetric matrix and makes an undirected network. A symmetric matrix does not
        make one by itself, as it does in ``networkx.from_scipy_sparse_array``: of what one party
        gives another, and this one gives back, the same amount may be a coincidence. Do not add
        the two directions up by ``to_undirected`` where each is the whole tie.

    Returns
    -------
    Network

    Raises
    ------
    ValidationError
        For a matrix that is not square, a weight that is not finite, or one that is not symmetric
        where `directed` is False.
    """
    import pandas as pd
    from scipy.sparse import csr_array

    if matrix.ndim != 2 or matrix.shape[0] != matrix.shape[1]:
        raise ValidationError(f"an adjacency matrix is square; this one is {matrix.shape}")
    csr = csr_array(matrix)
    if not csr.has_canonical_format:
        csr = csr.copy()  # sorting happens in place
        csr.sum_duplicates()
    index = pd.RangeIndex(csr.shape[0], name="node") if nodes is None else node_index(nodes)

    def ends(entry: int) -> str:
        source = int(np.searchsorted(csr.indptr, entry, side="right")) - 1
        return f"weight: {index[source]} → {index[int(csr.indices[entry])]}"

    values = weight_column(csr.data, csr.nnz, ends)
    with spoken(index):
        graph = _core.Graph.from_csr(csr.indptr, csr.indices, values, directed=directed)
    return Network(graph, index)


def as_network(data: Any) -> Network:
    """A Network as it is; a NetworkX graph or a SciPy sparse array made into one."""
    if isinstance(data, Network):
        return data
    if hasattr(data, "is_directed") and hasattr(data, "edges") and hasattr(data, "nodes"):
        return from_networkx(data)
    if hasattr(data, "tocsr") and hasattr(data, "shape"):
        return from_scipy(data)
    raise TypeError(
        f"expected an aidnet.Network, a NetworkX graph or a SciPy sparse array, "
        f"not {type(data).__name__}; aidnet.from_edges makes a network from columns"
    )
