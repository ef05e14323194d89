"""Values of the caller's own, one an edge."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet._labels import positions
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
    array = np.array(values, dtype=np.float64)
    if array.ndim != 1:
        raise ValidationError(f"{what} must be one-dimensional, not of shape {array.shape}")
    return array


def _series(values: Any, what: str) -> Given:
    import pandas as pd

    if isinstance(values, Mapping):
        pairs = list(values)
        if not all(isinstance(pair, tuple) and len(pair) == 2 for pair in pairs):
            raise ValidationError(f"{what} by edge need pairs (source, target) as keys")
        ends = pd.MultiIndex.from_arrays(
            [pd.Index([pair[k] for pair in pairs], dtype=object) for k in (0, 1)]
        )
        return pd.Series([values[pair] for pair in pairs], index=ends, dtype=np.float64)
    if getattr(values, "ndim", 1) != 1:
        raise ValidationError(f"{what} must be one-dimensional, not of shape {values.shape}")
    if isinstance(values.index, pd.MultiIndex) and values.index.nlevels == 2:
        by_ends: pd.Series[Any] = values.astype(np.float64)
        return by_ends
    if not values.index.equals(pd.RangeIndex(len(values))):
        raise ValidationError(
            f"the index of the {what} says neither the edges (source, target) nor counts them in "
            "the order of network.edges; without an index (.to_numpy()) they are taken in that "
            "order"
        )
    array: Array = values.to_numpy(dtype=np.float64, copy=True)
    return array


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
    if hasattr(of, "is_multigraph"):
        if of.is_multigraph():
            raise ValidationError(
                f"{what} {name!r}: there may be several edges between two nodes, and which one is "
                "meant is not said; give one value for each (source, target)"
            )
        ends = [(u, v) for u, v, data in of.edges(data=True) if name in data]
        if ends or not of.number_of_edges():
            return _series({(u, v): of.edges[u, v][name] for u, v in ends}, what)
        there = {attribute for _, _, data in of.edges(data=True) for attribute in data}
    else:
        edges = network.edges
        if name in edges:
            return _given(edges[name].to_numpy(), what)
        there = {*edges} - {"source", "target"}
    raise ValidationError(
        f"{what}: edges have no {name!r}, only {', '.join(sorted(map(repr, there))) or 'ends'}; "
        "values in a table are given by their ends: "
        f"table.set_index(['source', 'target'])[{name!r}]"
    )


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
