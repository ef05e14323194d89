"""Ranks by several measures side by side, with the intervals that uncertain figures leave."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.errors import ConvergenceError, UndefinedError, ValidationError
from aidnet.report._sums import unstated
from aidnet.report._values import numbers

if TYPE_CHECKING:
    from aidnet.ledger_network import LedgerNetwork
    from aidnet.report._nets import Node

ROWS = 50
"""How many rows of a table of ranks are kept."""
SIDES: dict[str, tuple[Any, tuple[str, ...]]] = {
    "donors": ("out", ("strength", "degree", "hubs", "pagerank")),
    "recipients": ("in", ("strength", "degree", "authorities", "pagerank")),
}
PATHS = 4e7
"""Nodes times edges beyond which betweenness takes too long."""


@dataclass
class Draws:
    """How ranks are drawn, and how much drawing a report can bear."""

    draws: int
    seed: int
    level: float
    each: float = 2e7
    """Nodes times edges times draws that the ranks of one network may take,"""
    left: float = 4e8
    """and those of all together."""

    def for_network(self, net: LedgerNetwork) -> int:
        """How many draws its ranks get: all, or none where that would take too long."""
        if not ((net.lower < net.upper) & np.isfinite(net.upper)).any():
            return self.draws
        cost = len(net) * net.edge_count * self.draws
        if cost > min(self.each, self.left):
            return 0
        self.left -= cost
        return self.draws


@dataclass
class Ranks:
    """Some nodes of a network, by several measures."""

    nodes: list[Node]
    measures: dict[str, dict[str, list[Any]]]
    reasons: dict[str, str]
    """Why a measure is not there."""
    count: int
    attrs: dict[str, int]


@dataclass
class _Tables:
    """By measure a frame with score, rank, rank_low and rank_high of all nodes."""

    of: dict[str, Any] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)
    attrs: dict[str, int] = field(default_factory=dict)


def ranks_of(net: LedgerNetwork, nodes: list[Node], draws: Draws) -> dict[str, Ranks]:
    """Donors, recipients, and who stands between: who receives of one and gives to another."""
    source = np.repeat(np.arange(len(net)), np.diff(net.indptr))
    apart = source != net.indices
    gives, receives, both = (np.zeros(len(net), bool) for _ in range(3))
    gives[source], receives[net.indices] = True, True
    both[np.intersect1d(source[apart], net.indices[apart])] = True
    some = draws.for_network(net)
    tables = {
        side: _tables(net, measures, mode, draws, some) for side, (mode, measures) in SIDES.items()
    }
    tables["between"] = _Tables()
    if both.any():
        tables["between"] = _between(net, tables, draws, some)
    which = {"donors": gives, "recipients": receives, "between": both}
    return {side: _ranks(nodes, tables[side], which[side]) for side in which}


def _between(net: LedgerNetwork, sides: dict[str, _Tables], draws: Draws, some: int) -> _Tables:
    """Betweenness, beside what is received and given."""
    found = _Tables(attrs=sides["donors"].attrs)
    if len(net) * net.edge_count <= PATHS:
        found = _tables(net, ("betweenness",), None, draws, some)
    else:
        found.reasons["betweenness"] = "too_large"
    for side, name in (("recipients", "in"), ("donors", "out")):
        if "strength" in sides[side].of:
            found.of[name] = sides[side].of["strength"]
        else:
            found.reasons[name] = sides[side].reasons["strength"]
    return found


def _tables(
    net: LedgerNetwork, measures: tuple[str, ...], mode: Any, draws: Draws, some: int
) -> _Tables:
    """The measures together; one by one where some are not defined."""
    from aidnet.ranking import rank_table

    options: dict[str, Any] = {
        "mode": mode, "draws": max(some, 1), "seed": draws.seed, "level": draws.level,
    }  # fmt: skip
    found = _Tables()
    try:
        table = rank_table(net, measures, **options)
        found.of = {name: table[name] for name in measures}
    except (UndefinedError, ConvergenceError, ValidationError):
        for name in measures:
            try:
                table = rank_table(net, [name], **options)
                found.of[name] = table[name]
            except UndefinedError:
                found.reasons[name] = "undefined"
            except ConvergenceError:
                found.reasons[name] = "no_convergence"
            except ValidationError:
                found.reasons[name] = "refused"
    found.attrs = {
        "uncertain": int(((net.lower < net.upper) & np.isfinite(net.upper)).sum()),
        "unbounded": int(np.isinf(net.upper).sum()),
        "zero": int(unstated(net).sum()),
        "drawn": some,
    }
    return found


def _ranks(nodes: list[Node], tables: _Tables, which: Any) -> Ranks:
    """The nodes of one side, in the order of the first measure."""
    rows = np.flatnonzero(which)
    if tables.of:
        rank = next(iter(tables.of.values()))["rank"].to_numpy(float, na_value=np.inf)[rows]
        rows = rows[np.argsort(rank, kind="stable")]
    kept = rows[:ROWS]
    measures = {}
    for name, table in tables.of.items():
        columns = {"score": numbers(table["score"].to_numpy()[kept])}
        for one, of in (("rank", "rank"), ("low", "rank_low"), ("high", "rank_high")):
            column = table[of if tables.attrs["drawn"] else "rank"]
            columns[one] = numbers(column.to_numpy(float, na_value=np.nan)[kept])
        measures[name] = columns
    return Ranks([nodes[k] for k in kept], measures, tables.reasons, len(rows), tables.attrs)
