"""The states of a report: what its page shows for one lens, resource and year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.report._concentration import Concentration, concentration_of
from aidnet.report._nets import Net, Node, net_of, nodes_of
from aidnet.report._ranks import Draws, Ranks, ranks_of
from aidnet.report._sums import unstated
from aidnet.report._values import exact, rows_of, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import pandas as pd

    from aidnet.ledger import Ledger
    from aidnet.ledger_network import LedgerNetwork
    from aidnet.network import Array
    from aidnet.report._lenses import Lens

LEVELS: dict[str, Any] = {
    "party": "party",
    "province": "province",
    "map": "prefecture",
    "flow": ("province", "prefecture"),
}
"""The levels of a state's networks."""


@dataclass
class State:
    """What is shown for one lens, resource and year."""

    summary: dict[str, Any]
    behind: dict[str, list[int]]
    """The rows of the flows behind figures of the summary."""
    nets: dict[str, Net]
    ranks: dict[str, dict[str, Ranks]]
    concentration: dict[str, dict[str, Concentration]]
    filters: int
    """How many of resource and year are chosen."""


@dataclass(frozen=True)
class Pair:
    """A resource in a year, and how many edges it has between parties."""

    lens: Lens
    resource: str
    year: int
    edges: int


class States:
    """Makes the states of a ledger, those of few filters first; what several share only once."""

    def __init__(self, ledger: Ledger, lenses: list[Lens], draws: Draws) -> None:
        self.ledger = ledger
        self.lenses = lenses
        self.draws = draws
        self.row_of = ledger.ids("flows")
        self._known: dict[tuple[Any, ...], tuple[Any, Any]] = {}

    def wide(self, report: Callable[[float], object]) -> dict[str, State]:
        """Those of all, of one resource, or of one year that have an edge, by key."""
        wanted = [
            (lens, *one)
            for lens in self.lenses
            for one in ((None, None), *((r, None) for r in lens.resources),
                        *((None, y) for y in lens.years))
        ]  # fmt: skip
        wanted.sort(key=lambda one: (one[1] is not None) + (one[2] is not None))
        return self._made(wanted, report)

    def pairs(self) -> dict[str, Pair]:
        """How many edges each resource has in each year, where it has any; by key."""
        found = {}
        for lens in self.lenses:
            for resource in lens.resources:
                for year in lens.years:
                    net = self.ledger.network(**lens.chosen(resource, year))
                    if net.edge_count:
                        found[lens.key_of(resource, year)] = Pair(
                            lens, resource, year, net.edge_count
                        )
        return found

    def narrow(self, pairs: Iterable[Pair], report: Callable[[float], object]) -> dict[str, State]:
        """Those of one resource in one year."""
        return self._made([(one.lens, one.resource, one.year) for one in pairs], report)

    def _made(
        self, wanted: list[tuple[Lens, Any, Any]], report: Callable[[float], object]
    ) -> dict[str, State]:
        states: dict[str, State] = {}
        for k, (lens, resource, year) in enumerate(wanted):
            options = lens.chosen(resource, year)
            net = self.ledger.network(**options)
            if net.edge_count:
                filters = (resource is not None) + (year is not None)
                states[lens.key_of(resource, year)] = self._state(net, options, filters)
            report((k + 1) / len(wanted))
        return states

    def _state(self, net: LedgerNetwork, options: dict[str, Any], filters: int) -> State:
        networks = {
            name: net if level == "party" else self.ledger.network(**options, level=level)
            for name, level in LEVELS.items()
        }
        nodes = {name: nodes_of(one) for name, one in networks.items()}
        nets = {
            name: net_of(
                one, nodes[name], self.row_of, by_resource=name == "flow", placed=name == "party"
            )
            for name, one in networks.items()
        }
        found = {
            level: self._measured(networks[level], nodes[level]) for level in ("party", "province")
        }
        return State(
            summary_of(net),
            behind_of(net, self.row_of),
            nets,
            {level: ranks for level, (ranks, _) in found.items()},
            {level: concentration for level, (_, concentration) in found.items()},
            filters,
        )

    def _measured(
        self, net: LedgerNetwork, nodes: list[Node]
    ) -> tuple[dict[str, Ranks], dict[str, Concentration]]:
        """Ranks and concentration, which equal networks have in common."""
        arrays = (net.indptr, net.indices, net.weights, net.lower, net.upper, unstated(net))
        key = (tuple(nodes), *(array.tobytes() for array in arrays))
        if key not in self._known:
            self._known[key] = ranks_of(net, nodes, self.draws), concentration_of(net, nodes)
        return self._known[key]


def summary_of(net: LedgerNetwork) -> dict[str, Any]:
    """What a network holds, as `LedgerNetwork.describe` tells it.

    ``undated`` counts the statements without a date: those of a network of all years, and those
    that a network of one year leaves out.
    """
    told = net.describe()
    adds = told["weight"] == "sum"
    flows = net.ledger.shared_table("flows").loc[used_in(net)]
    dated = flows["start"].notna() | flows["end"].notna()
    return {
        "used": told["used"],
        "total": exact(told["total"]),
        "lower": exact(told["total_lower"]),
        "upper": exact(told["total_upper"]),
        "missing": told["missing"] if adds else 0,
        "unbounded": told["unbounded"] if adds else 0,
        "undated": int((~dated).sum()) + told["fates"].get("undated", 0),
        "aggregates": int((text(flows["scope"]) == "aggregate").sum()),
    }


def behind_of(net: LedgerNetwork, row_of: pd.Index) -> dict[str, list[int]]:
    """The rows of the flows that a summary counts as used, missing, unbounded and undated."""
    rows = net.statements()
    adds = net.options["weight"] == "sum"
    flows = net.ledger.shared_table("flows")
    used = used_in(net)
    dateless = (flows["start"].isna() & flows["end"].isna()).to_numpy()
    beyond = np.flatnonzero(net.fates.to_numpy(object) == "undated")
    unknown = rows["amount"].isna().to_numpy()
    endless = np.isinf(rows["amount_upper"].to_numpy(float)) & ~unknown
    return {
        "used": used.tolist(),
        "missing": _rows_at(rows, unknown & adds, row_of),
        "unbounded": _rows_at(rows, endless & adds, row_of),
        "undated": np.union1d(used[dateless[used]], beyond).tolist(),
    }


def _rows_at(rows: pd.DataFrame, which: Array, row_of: pd.Index) -> list[int]:
    found: list[int] = np.unique(rows_of(row_of, rows.index[which])).tolist()
    return found


def used_in(net: LedgerNetwork) -> Array:
    """The rows of the flows that are in a network, or of which what their parts leave is."""
    fates = net.fates.to_numpy(object)
    rows: Array = np.flatnonzero((fates == "used") | (fates == "used_remainder"))
    return rows
