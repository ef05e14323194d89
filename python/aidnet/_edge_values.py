"""Values of the caller's own, one an edge."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet._labels import positions
from aidnet._numbers import column, numbers
from aidnet.errors import ValidationError

if TYPE_CHECKING:
    import pandas as pd

    from aidnet.network import Network

    Array = np.ndarray[Any, Any]
    Given = Array | pd.Series[Any]
    EdgeValues = Given | str


def edge_values(values: Any, what: str) -> EdgeValues:
    """A copy of the values as floats: an array in the order of edges, or a Series by their ends.

    Or the name of what holds them, as it is. `what` they are, for messages.
    """
    return values if isinstance(values, str) else _given(values, what)


def _given(values: Any, what: str) -> Given:
    if isinstance(values, Mapping) or (hasattr(values, "index") and hasattr(values, "iloc")):
        return _series(values, what)
    array = column(values)
    if array.ndim == 0:
        raise ValidationError(
            f"{what} cannot be {values!r}; give one value an edge, by (source, target) or in the "
            "order of network.edges, or the name of an attribute of edges"
        )
    if array.ndim != 1:
        raise ValidationError(f"{what} must be one-dimensional, not of shape {array.shape}")
    return numbers(array, lambda row: f"{what}: the value of row {row} of network.edges")


def _series(values: Any, what: str) -> Given:
    import pandas as pd

    if isinstance(values, Mapping):
        pairs = list(values)
        if not all(isinstance(pair, tuple) and len(pair) == 2 for pair in pairs):
            raise ValidationError(f"{what} by edge need pairs (source, target) as keys")
        ends = pd.MultiIndex.from_arrays(
            [pd.Index([pair[k] for pair in pairs], dtype=object) for k in (0, 1)]
        )
        given = np.fromiter((values[pair] for pair in pairs), object, len(pairs))
        return _by_ends(given, ends, what)
    if getattr(values, "ndim", 1) != 1:
        raise ValidationError(f"{what} must be one-dimensional, not of shape {values.shape}")
    if isinstance(values.index, pd.MultiIndex) and values.index.nlevels == 2:
        return _by_ends(values.to_numpy(), values.index, what)
    of_edges = values.index.name == "edge"
    if not (of_edges and values.index.equals(pd.RangeIndex(len(values)))):
        raise ValidationError(
            f"the index of the {what} says neither the edges (source, target) nor counts them as "
            "that of network.edges does; a column of the table that the network was made of needs "
            "table.set_index([source, target])[column], because its rows may come in another "
            "order; without an index (.to_numpy()) values are taken in the order of network.edges"
        )
    return _given(values.to_numpy(), what)


def _by_ends(values: Array, ends: pd.MultiIndex, what: str) -> pd.Series[Any]:
    import pandas as pd

    floats = numbers(values, lambda row: f"{what}: {ends[row][0]} → {ends[row][1]}")
    return pd.Series(floats, index=ends)


def shown(values: EdgeValues) -> str:
    """The values as a `repr` shows them."""
    return repr(values) if isinstance(values, str) else f"<{values.size} values>"


def entry_values(network: Network, values: EdgeValues, what: str, of: Any = None) -> Array:
    """The same, one a stored entry: of an undirected network most edges have two.

    `of` is the graph of NetworkX that the network was made of, which may have what a name means.
    """
    given = _named(network, values, what, of) if isinstance(values, str) else values
    array = given if isinstance(given, np.ndarray) else _in_order(network, given, what)
    edges = network.graph.edge_count
    if array.size != edges:
        raise ValidationError(
            f"{array.size} {what} for {edges} edges; "
            "one an edge is needed, in the order of network.edges"
        )
    found: Array = array[network.edge_of_entry()]
    return found


def _named(network: Network, name: str, what: str, of: Any) -> Given:
    """The values of an attribute of the graph's edges, or else of a column of `network.edges`."""
    said = (
        "values in a table are given by their ends: "
        f"table.set_index(['source', 'target'])[{name!r}]"
    )
    if hasattr(of, "is_multigraph"):
        values = {}
        for u, v, data in of.edges(data=True):
            if (u, v) in values:
                raise ValidationError(
                    f"{what} {name!r}: there are several edges {u} → {v}, and which one is meant "
                    "is not said; give one value for each (source, target), such as the least: "
                    f"{{(u, v): min(d[{name!r}] for d in graph[u][v].values()) for u, v in "
                    "set(graph.edges())}"
                )
            values[u, v] = data
        found = {ends: data[name] for ends, data in values.items() if name in data}
        if found or not values:
            return _series(found, what)
        there = {attribute for data in values.values() for attribute in data}
    else:
        edges = network.edges
        there = {*edges} - {"source", "target"}
        if name in there:
            return _given(edges[name].to_numpy(), what)
        said += (
            ", and those of a graph of NetworkX by their name where it is itself given, in place "
            "of the network"
        )
    known = ", ".join(sorted(map(repr, there))) or "ends"
    raise ValidationError(f"{what}: edges have no {name!r}, only {known}; {said}")


def _in_order(network: Network, values: pd.Series[Any], what: str) -> Array:
    """Values by ends in the order of edges: one for each, and none for anything else."""

    def named(key: int) -> str:
        source, target = divmod(int(key), len(network))
        return f"{network.nodes[source]} → {network.nodes[target]}"

    ends = [positions(network.nodes, values.index.get_level_values(k), what) for k in (0, 1)]
    given = _keys(network, ends[0], ends[1])
    order = np.argsort(given, kind="stable")
    keys = given[order]
    twice = np.flatnonzero(keys[1:] == keys[:-1])
    if twice.size:
        raise ValidationError(f"{what}: {named(keys[twice[0]])} is there more than once")
    sources = np.repeat(np.arange(len(network)), np.diff(network.indptr))
    known = np.unique(_keys(network, sources, network.indices))
    for wrong, problem in (
        (np.setdiff1d(keys, known), "is no edge"),
        (np.setdiff1d(known, keys), "is missing"),
    ):
        if wrong.size:
            raise ValidationError(f"{what}: {named(wrong[0])} {problem}")
    return values.to_numpy(dtype=np.float64)[order]


def _keys(network: Network, source: Array, target: Array) -> Array:
    """A number for each pair of nodes, which ascends in the order of edges."""
    if not network.directed:
        source, target = np.minimum(source, target), np.maximum(source, target)
    keys: Array = source.astype(np.int64) * len(network) + target
    return keys
