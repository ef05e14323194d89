"""How concentrated the gifts of each donor are, and how much each recipient depends on few."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.errors import ValidationError
from aidnet.report._ranks import ROWS, SIDES
from aidnet.report._sums import unstated
from aidnet.report._values import plain

if TYPE_CHECKING:
    from aidnet.ledger_network import LedgerNetwork
    from aidnet.report._nets import Node


@dataclass
class Concentration:
    """The nodes of one side, the largest first, with their partners."""

    nodes: list[Node]
    largest: list[Node | None]
    """The partner with the largest amount of each."""
    columns: dict[str, list[Any]]
    count: int


def concentration_of(net: LedgerNetwork, nodes: list[Node]) -> dict[str, Concentration]:
    """How much each gives or receives, to how many, and how much of it with the largest."""
    return {side: _side(net, nodes, mode) for side, (mode, _) in SIDES.items()}


def _side(net: LedgerNetwork, nodes: list[Node], mode: Any) -> Concentration:
    import aidnet

    source = np.repeat(np.arange(len(net)), np.diff(net.indptr))
    own, other = (source, net.indices) if mode == "out" else (net.indices, source)
    amount = aidnet.strength(net, mode=mode).to_numpy()
    partners = aidnet.degree(net, mode=mode).to_numpy()
    silent = np.bincount(own[unstated(net)], minlength=len(net))
    try:
        hhi = aidnet.hhi(net, mode=mode).to_numpy()
    except ValidationError:  # amounts below zero have no shares
        hhi = np.full(len(net), np.nan)
    top = np.full(len(net), -1)
    rising = np.argsort(net.weights[::-1], kind="stable")
    backwards = len(net.weights) - 1 - rising  # of equals the first one is set last
    top[own[backwards]] = backwards
    present = np.unique(own)
    rows = present[np.argsort(-amount[present], kind="stable")]
    kept = rows[:ROWS].tolist()
    known = [k for k in kept if not np.isnan(hhi[k])]
    share = {k: float(net.weights[top[k]] / amount[k]) for k in known}
    return Concentration(
        [nodes[k] for k in kept],
        [nodes[int(other[top[k]])] if k in share else None for k in kept],
        {
            "amount": [plain(float(amount[k])) for k in kept],
            "partners": [int(partners[k]) for k in kept],
            "unstated": [int(silent[k]) for k in kept],
            "share": [plain(share.get(k)) for k in kept],
            "hhi": [plain(float(hhi[k])) for k in kept],
            "effective": [plain(1 / float(hhi[k])) for k in kept],
        },
        len(rows),
    )
