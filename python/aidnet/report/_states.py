"""The states of a report: what its page shows for one lens, resource and year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.report._concentration import Concentration, concentration_of
from aidnet.report._nets import Net, Node, net_of, nodes_of
from aidnet.report._positions import lay_out
from aidnet.report._ranks import Draws, Ranks, ranks_of
from aidnet.report._values import exact, text

if TYPE_CHECKING:
    from collections.abc import Callable

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
    nets: dict[str, Net]
    ranks: dict[str, dict[str, Ranks]]
    concentration: dict[str, dict[str, Concentration]]
    filters: int
    """How many of resource and year are chosen."""


def states_of(
    ledger: Ledger, lenses: list[Lens], draws: Draws, report: Callable[[float], object]
) -> dict[str, State]:
    """All states with an edge, those with the fewest filters first, by key."""
    wanted = [
        (lens, resource, year)
        for lens in lenses
        for resource in (None, *lens.resources)
        for year in (None, *lens.years)
    ]
    wanted.sort(key=lambda one: (one[1] is not None) + (one[2] is not None))
    maker = _Maker(ledger, draws)
    states: dict[str, State] = {}
    for k, (lens, resource, year) in enumerate(wanted):
        options = lens.chosen(resource, year)
        net = ledger.network(**options)
        if net.edge_count:
            filters = (resource is not None) + (year is not None)
            states[lens.key_of(resource, year)] = maker.state(net, options, filters)
        report((k + 1) / len(wanted))
    return states


class _Maker:
    """Makes states; what several of them share is computed once."""

    def __init__(self, ledger: Ledger, draws: Draws) -> None:
        self.ledger = ledger
        self.draws = draws
        self.row_of = ledger.ids("flows")
        self._known: dict[tuple[Any, ...], tuple[Any, Any]] = {}

    def state(self, net: LedgerNetwork, options: dict[str, Any], filters: int) -> State:
        networks = {
            name: net if level == "party" else self.ledger.network(**options, level=level)
            for name, level in LEVELS.items()
        }
        nodes = {name: nodes_of(one) for name, one in networks.items()}
        nets = {
            name: net_of(one, nodes[name], self.row_of, by_resource=name == "flow")
            for name, one in networks.items()
        }
        lay_out(nets["party"])
        found = {
            level: self._measured(networks[level], nodes[level]) for level in ("party", "province")
        }
        return State(
            summary_of(net),
            nets,
            {level: ranks for level, (ranks, _) in found.items()},
            {level: concentration for level, (_, concentration) in found.items()},
            filters,
        )

    def _measured(
        self, net: LedgerNetwork, nodes: list[Node]
    ) -> tuple[dict[str, Ranks], dict[str, Concentration]]:
        """Ranks and concentration, which equal networks have in common."""
        arrays = (net.indptr, net.indices, net.weights, net.lower, net.upper)
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
    statuses = [["" if one == "not stated" else one, n] for one, n in told["statuses"].items()]
    return {
        "used": told["used"],
        "total": exact(told["total"]),
        "lower": exact(told["total_lower"]),
        "upper": exact(told["total_upper"]),
        "missing": told["missing"] if adds else 0,
        "unbounded": told["unbounded"] if adds else 0,
        "remainders": told["remainders"],
        "undated": int((~dated).sum()) + told["fates"].get("undated", 0),
        "aggregates": int((text(flows["scope"]) == "aggregate").sum()),
        "statuses": statuses,
        "nodes": len(net),
        "edges": net.edge_count,
    }


def used_in(net: LedgerNetwork) -> Array:
    """The rows of the flows that are in a network, or of which what their parts leave is."""
    fates = net.fates.to_numpy(object)
    rows: Array = np.flatnonzero((fates == "used") | (fates == "used_remainder"))
    return rows
