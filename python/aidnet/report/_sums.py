"""Sums of some of a network's statements, with bounds that hold for these alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from aidnet.report._values import rows_of

if TYPE_CHECKING:
    import pandas as pd

    from aidnet.ledger import Ledger
    from aidnet.ledger_network import LedgerNetwork
    from aidnet.network import Array


class Sums:
    """What the statements of a network contribute to it, to be added up by any division of them."""

    def __init__(self, net: LedgerNetwork) -> None:
        self.rows = net.statements()
        self.adds = net.options["weight"] == "sum"
        self.source = np.repeat(np.arange(len(net)), np.diff(net.indptr))
        self.entry = _entries(net, self.rows, self.source)
        """The edge of each statement, by its place in the network's arrays."""
        figures = self.rows[["amount", "amount_lower", "amount_upper"]].to_numpy(float)
        missing = np.isnan(figures[:, 0])
        figures = np.where(np.isnan(figures), 0.0, figures)
        if not self.adds:
            figures[:], missing[:] = 1.0, False
        self.amount, self.lower, self.upper = figures.T.copy()
        self.missing: Array = missing
        self._turn(net)
        self.member, self.branch, self.total = self._branches(net)

    def by(self, group: Array, count: int) -> list[Array]:
        """Weight, bounds and number without an amount of each group of statements.

        What its parts leave of a total bounds the edge together with them. Where they stand in
        another group, each may be any amount between its own bounds.
        """
        weight, lower, upper, missing = (
            np.bincount(group, weights=one, minlength=count)
            for one in (self.amount, self.lower, self.upper, self.missing)
        )
        elsewhere = group[self.member] != group[self.total[self.branch]]
        apart = np.bincount(self.branch, elsewhere, minlength=len(self.total)) > 0
        width = (self.upper - self.lower)[self.member]
        width = np.bincount(self.branch, width, minlength=len(self.total))[apart]
        at = group[self.total[apart]]
        lower -= np.bincount(at, weights=np.maximum(width, 0.0), minlength=count)
        upper += np.bincount(at, weights=np.maximum(width, 0.0), minlength=count)
        least = np.full(count, np.inf)
        np.minimum.at(least, group, self.amount)
        lower = np.where(least >= 0, np.maximum(lower, 0.0), lower)
        return [weight, np.minimum(lower, weight), np.maximum(upper, weight), missing]

    def _turn(self, net: LedgerNetwork) -> None:
        """Give what is left of totals the bounds that add up to the edge's.

        These can be the other way round than `statements` has them; which they are shows on the
        edge. Where it does not, they stay as they are, and are the wider ones.
        """
        left = self.rows["remainder"].to_numpy(bool) & (self.lower < self.upper)
        left &= np.isfinite(self.upper)
        if not (self.adds and left.any()):
            return
        edges = net.edge_count
        added = np.bincount(self.entry, weights=self.lower, minlength=edges)
        width = np.where(left, self.upper - self.lower, 0.0)
        width = np.bincount(self.entry, weights=width, minlength=edges)
        turned = (net.lower - added > width * (1 - 1e-9))[self.entry] & left
        self.lower, self.upper = (
            np.where(turned, self.upper, self.lower), np.where(turned, self.lower, self.upper),
        )  # fmt: skip

    def _branches(self, net: LedgerNetwork) -> tuple[Array, Array, Array]:
        """By part of a total, with its own parts, on the total's own edge.

        The statements that belong to one, to which of these each belongs, and by part what is
        left of the total.
        """
        left = self.rows["remainder"].to_numpy(bool)
        pairs: list[tuple[int, int]] = []
        branches: dict[tuple[int, str], int] = {}
        if self.adds and left.any():
            above = _above(net.ledger)
            ends = zip(self.rows.index, self.entry.tolist(), strict=True)
            at = {one: k for k, one in enumerate(ends) if left[k]}
            spread = np.isfinite(self.upper) & (self.lower != self.upper)
            for k in np.flatnonzero(spread).tolist():
                part, total = self.rows.index[k], above.get(self.rows.index[k])
                while total is not None:
                    rest = at.get((total, self.entry[k]))
                    if rest is not None:
                        pairs.append((k, branches.setdefault((rest, part), len(branches))))
                    part, total = total, above.get(total)
        found: Array = np.array(pairs, np.int64).reshape(-1, 2)
        totals: Array = np.array([rest for rest, _ in branches], np.int64)
        return found[:, 0], found[:, 1], totals


def unstated(net: LedgerNetwork) -> Array:
    """By edge, whether none of its statements has an amount; a stated 0 is one."""
    edges = net.edges
    none: Array = edges["unknown"].to_numpy() == edges["flows"].to_numpy()
    return none if net.options["weight"] == "sum" else np.zeros_like(none)


def _above(ledger: Ledger) -> dict[str, str]:
    """By part its total."""
    flows = ledger.shared_table("flows")
    known = flows[flows["part_of"].notna()]
    return dict(zip(known["flow"], known["part_of"], strict=True))


def _entries(net: LedgerNetwork, rows: pd.DataFrame, source: Array) -> Array:
    """The edge of each statement, by its place in the network's arrays."""
    ends = [rows_of(net.nodes, rows[name]) for name in ("source_node", "target_node")]
    known = source * len(net) + net.indices
    order = np.argsort(known)
    found: Array = order[np.searchsorted(known[order], ends[0] * len(net) + ends[1])]
    return found
