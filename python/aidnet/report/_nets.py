"""Networks as the page draws them: the largest edges, each with the statements behind it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.report._values import plain, rows_of, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from aidnet.ledger_network import LedgerNetwork
    from aidnet.network import Array

EDGES = 400
"""How many edges of a network are kept, the largest."""
Node = tuple[str, str]
"""Kind and id."""


@dataclass(frozen=True)
class Edge:
    """An edge, or the part of it that is of one resource."""

    source: int
    target: int
    weight: float
    lower: float
    upper: float
    unknown: int
    """How many of its flows state no amount."""
    flows: list[int]
    """Rows of the ledger's flows."""
    resource: str = ""


@dataclass
class Net:
    """The nodes of a network by kind and id, and its largest edges."""

    nodes: list[Node]
    edges: list[Edge]
    total: float
    """The sum of all weights, of edges that are left out as well."""
    count: int
    """How many edges there are in all."""
    by_resource: bool = False
    position: dict[int, tuple[float, float]] = field(default_factory=dict)

    def first(self, most: int) -> tuple[list[Edge], dict[str, Any] | None]:
        """The largest edges, and what is left out beyond them."""
        kept = self.edges[:most]
        if len(kept) == self.count:
            return kept, None
        amount = self.total - sum(edge.weight for edge in kept)
        return kept, {"edges": self.count - len(kept), "amount": plain(amount)}


def nodes_of(net: LedgerNetwork) -> list[Node]:
    """Kind and id of each node."""
    table = net.node_table
    return list(zip(table["kind"], table["id"], strict=True))


def touched(edges: Sequence[Edge]) -> list[int]:
    """The nodes of edges, in the network's order."""
    return sorted({edge.source for edge in edges} | {edge.target for edge in edges})


def net_of(
    net: LedgerNetwork, nodes: list[Node], row_of: pd.Index, *, by_resource: bool = False
) -> Net:
    """The network's largest edges; `by_resource` splits each into one for each resource."""
    rows = net.statements()
    source = np.repeat(np.arange(len(net)), np.diff(net.indptr))
    entry = _entries(net, rows, source)
    words = [""]
    unknown = np.zeros(net.edge_count, np.int64)
    if net.options["weight"] == "sum":
        unknown = net.edges["unknown"].to_numpy(np.int64)
    columns = [net.weights, net.lower, net.upper, unknown]
    group, owner = entry, np.arange(net.edge_count)
    if by_resource:
        resource, words = _codes(text(rows["resource"]))
        parts, group = np.unique(entry * len(words) + resource, return_inverse=True)
        owner = parts // len(words)
        columns = _shared_out(net, rows, columns, owner, group)
    weight, lower, upper, unknown = columns
    order = np.argsort(-np.abs(weight), kind="stable")
    behind = _behind(group, rows_of(row_of, rows.index), order[:EDGES].tolist())
    edges = [
        Edge(
            int(source[owner[k]]), int(net.indices[owner[k]]), float(weight[k]), float(lower[k]),
            float(upper[k]), int(unknown[k]), behind[k],
            words[parts[k] % len(words)] if by_resource else "",
        )
        for k in order[:EDGES].tolist()
    ]  # fmt: skip
    return Net(nodes, edges, float(weight.sum()), len(weight), by_resource)


def _entries(net: LedgerNetwork, rows: pd.DataFrame, source: Array) -> Array:
    """The edge of each statement, by its place in the network's arrays."""
    ends = [rows_of(net.nodes, rows[name]) for name in ("source_node", "target_node")]
    known = source * len(net) + net.indices
    order = np.argsort(known)
    found: Array = order[np.searchsorted(known[order], ends[0] * len(net) + ends[1])]
    return found


def _codes(words: pd.Series) -> tuple[Array, list[str]]:
    distinct, codes = np.unique(words.to_numpy(str), return_inverse=True)
    return codes, [str(word) for word in distinct] or [""]


def _shared_out(
    net: LedgerNetwork, rows: pd.DataFrame, whole: list[Array], owner: Array, group: Array
) -> list[Array]:
    """Weight, bounds and number without an amount of each part of an edge.

    A part that is the whole edge has the edge's own: what is left of a total bounds its edge
    together with its parts only.
    """
    figures = rows[["amount", "amount_lower", "amount_upper"]].to_numpy(float)
    missing = np.isnan(figures[:, 0])
    figures = np.where(np.isnan(figures), 0.0, figures)
    if net.options["weight"] != "sum":
        figures[:], missing[:] = 1.0, False
    own = [*figures.T, missing]
    parts = [np.bincount(group, weights=one, minlength=len(owner)) for one in own]
    single = np.bincount(owner, minlength=net.edge_count)[owner] == 1
    return [np.where(single, all_[owner], part) for all_, part in zip(whole, parts, strict=True)]


def _behind(group: Array, rows: Array, wanted: list[int]) -> dict[int, list[int]]:
    """The rows of the flows behind each edge that is wanted, in their order."""
    order = np.argsort(group, kind="stable")
    in_order = group[order]
    first = np.searchsorted(in_order, wanted, side="left").tolist()
    last = np.searchsorted(in_order, wanted, side="right").tolist()
    pieces = zip(wanted, first, last, strict=True)
    return {k: rows[order[begin:end]].tolist() for k, begin, end in pieces}
