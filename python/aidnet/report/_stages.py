"""What was planned against what was delivered, and the chains that lead from one to the other."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.report._lenses import lens_of, unit_order
from aidnet.report._states import summary_of, used_in
from aidnet.report._sums import Sums
from aidnet.report._values import exact, plain, rows_of, text

if TYPE_CHECKING:
    import pandas as pd

    from aidnet.ledger import Ledger
    from aidnet.ledger_network import LedgerNetwork
    from aidnet.network import Array
    from aidnet.report._lenses import Lens

STAGES: dict[str, list[str]] = {
    "planned": ["planned"],
    "pledged": ["pledged"],
    "committed": ["committed"],
    "delivered": ["disbursed", "received", "spent"],
    "unstated": [""],
}
"""The statuses of each column."""
UNITS = 40
"""How many units have their plans shown."""
BEFORE = ("planned", "pledged", "committed")


def staged_lenses(ledger: Ledger, lenses: list[Lens]) -> tuple[list[Lens], int]:
    """The units with plans, promises or deliveries: money, people, then by their number.

    Those that can be chosen are among them in any case; the number is that of those left out.
    """
    flows = ledger.shared_table("flows")
    unit = text(flows["unit"])
    stated = flows[["value", "lower", "upper"]].notna().any(axis="columns")
    staged = text(flows["status"]).isin([one for stage in STAGES.values() for one in stage if one])
    counts = Counter(unit.tolist())
    found = set(unit[staged & (stated | (unit != ""))])
    own = {lens.unit: lens for lens in lenses if lens.weight == "sum"}
    units = sorted({*found, *own}, key=lambda one: (unit_order(one), -counts[one], one))
    first = [one for one in units if one in own]
    kept = set((first + [one for one in units if one not in own])[:UNITS])
    made = [own.get(one) or lens_of(ledger, one) for one in units if one in kept]
    return made, len(units) - len(kept)


def stages_of(ledger: Ledger, lens: Lens) -> list[dict[str, Any]]:
    """One row a resource, largest first: amounts by status, and what is planned and still open.

    ``short`` is by how much what was delivered falls short of the plans that it fulfils.
    """
    row_of = ledger.ids("flows")
    rows = []
    for resource in lens.resources:
        chosen = lens.chosen(resource)
        cells = {
            stage: _cell(ledger.network(**chosen, status=statuses))
            for stage, statuses in STAGES.items()
        }
        latest = ledger.network(**chosen)
        cells["open"] = _open(latest, row_of)
        if any(cell["flows"] for cell in cells.values()):
            told = latest.describe()
            short = {"short": exact(told["unexecuted_sum"]), "short_chains": told["unexecuted"]}
            rows.append({"unit": lens.unit, "resource": resource, **short, **cells})
    return sorted(rows, key=lambda row: -max(row[stage]["total"] or 0 for stage in STAGES))


def _cell(net: LedgerNetwork) -> dict[str, Any]:
    told = summary_of(net)
    kept = ("total", "lower", "upper", "missing", "aggregates")
    return {name: told[name] for name in kept} | {"flows": used_in(net).tolist()}


def _open(net: LedgerNetwork, row_of: pd.Index) -> dict[str, Any]:
    """What stands at a plan, pledge or commitment, as nothing later is known of it."""
    sums = Sums(net)
    return sums_of(sums, text(sums.rows["status"]).isin(BEFORE).to_numpy(), row_of)


def sums_of(sums: Sums, which: Array, row_of: pd.Index) -> dict[str, Any]:
    """What some statements of a network contribute to it."""
    rows = sums.rows[which]
    total, lower, upper, _ = (one[1] for one in sums.by(which.astype(np.int64), 2))
    return {
        "total": plain(float(total)),
        "lower": plain(float(lower)),
        "upper": plain(float(upper)),
        "missing": int(rows.index[rows["amount"].isna()].nunique()),
        "aggregates": int(rows.index[text(rows["scope"]) == "aggregate"].nunique()),
        "flows": sorted(rows_of(row_of, rows.index.unique()).tolist()),
    }


def chains_of(ledger: Ledger) -> list[list[int]]:
    """Pairs of an earlier flow and a later one that fulfils it, by rows."""
    row_of = ledger.ids("flows")
    later = ledger.shared_table("flows")["fulfils"]
    known = np.flatnonzero(later.notna().to_numpy())
    earlier = rows_of(row_of, later.iloc[known])
    return [[int(a), int(b)] for a, b in zip(earlier, known, strict=True) if a >= 0]
