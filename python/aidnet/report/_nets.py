"""Networks as the page draws them: the largest edges, each with the statements behind it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from aidnet.report._sums import Sums, unstated
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


class Ends(NamedTuple):
    """What a node gives and receives in the whole network."""

    out: float
    """Not a number where none of its edges states an amount."""
    out_flows: int
    out_unknown: int
    """How many of these statements state no amount."""
    in_: float
    in_flows: int
    in_unknown: int


@dataclass
class Net:
    """The nodes of a network by kind and id, and its largest edges."""

    nodes: list[Node]
    edges: list[Edge]
    total: float
    """The sum of all weights, of edges that are left out as well."""
    count: int
    """How many edges there are in all."""
    ends: list[Ends]
    """By node."""
    by_resource: bool = False
    placed: bool = False
    """Whether its nodes have a position of their own on the page."""
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
    net: LedgerNetwork,
    nodes: list[Node],
    row_of: pd.Index,
    *,
    by_resource: bool = False,
    placed: bool = False,
) -> Net:
    """The network's largest edges; `by_resource` splits each into one for each resource."""
    sums = Sums(net)
    unknown = np.zeros(net.edge_count, np.int64)
    if sums.adds:
        unknown = net.edges["unknown"].to_numpy(np.int64)
    columns = [net.weights, net.lower, net.upper, unknown]
    words, group, owner = [""], sums.entry, np.arange(net.edge_count)
    if by_resource:
        resource, words = _codes(text(sums.rows["resource"]))
        parts, group = np.unique(sums.entry * len(words) + resource, return_inverse=True)
        owner = parts // len(words)
        single = np.bincount(owner, minlength=net.edge_count)[owner] == 1
        pieces = sums.by(group, len(parts))
        columns = [
            np.where(single, whole[owner], piece)
            for whole, piece in zip(columns, pieces, strict=True)
        ]
    weight, lower, upper, unknown = columns
    order = np.argsort(-np.abs(weight), kind="stable")
    behind = _behind(group, rows_of(row_of, sums.rows.index), order[:EDGES].tolist())
    edges = [
        Edge(
            int(sums.source[owner[k]]), int(net.indices[owner[k]]), float(weight[k]),
            float(lower[k]), float(upper[k]), int(unknown[k]), behind[k],
            words[parts[k] % len(words)] if by_resource else "",
        )
        for k in order[:EDGES].tolist()
    ]  # fmt: skip
    return Net(
        nodes, edges, float(weight.sum()), len(weight), _ends(net, sums), by_resource, placed
    )


def _codes(words: pd.Series) -> tuple[Array, list[str]]:
    distinct, codes = np.unique(words.to_numpy(str), return_inverse=True)
    return codes, [str(word) for word in distinct] or [""]


def _ends(net: LedgerNetwork, sums: Sums) -> list[Ends]:
    """What each node gives and receives: its strength, and the statements behind it."""
    stated = ~unstated(net)
    _, flow = np.unique(sums.rows.index.to_numpy(str), return_inverse=True)
    sides = []
    for at in (sums.source, net.indices):
        known = np.bincount(at[stated], minlength=len(net)) > 0
        amount = np.bincount(at, weights=net.weights, minlength=len(net))
        own = at[sums.entry]
        counts = [_distinct(own[which], flow[which], len(net))
                  for which in (slice(None), sums.missing)]  # fmt: skip
        amounts = np.where(known | (counts[0] == 0), amount, np.nan)
        sides.append((amounts.tolist(), *(one.tolist() for one in counts)))
    return [Ends(*one) for one in zip(*sides[0], *sides[1], strict=True)]


def _distinct(own: Array, flow: Array, size: int) -> Array:
    """How many different flows each node has; one flow can be on several of its edges."""
    pairs = np.unique(np.column_stack([own, flow]), axis=0)
    return np.bincount(pairs[:, 0], minlength=size)


def _behind(group: Array, rows: Array, wanted: list[int]) -> dict[int, list[int]]:
    """The rows of the flows behind each edge that is wanted, in their order."""
    order = np.argsort(group, kind="stable")
    in_order = group[order]
    first = np.searchsorted(in_order, wanted, side="left").tolist()
    last = np.searchsorted(in_order, wanted, side="right").tolist()
    pieces = zip(wanted, first, last, strict=True)
    return {k: rows[order[begin:end]].tolist() for k, begin, end in pieces}
