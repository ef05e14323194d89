"""What was planned against what was delivered, and the chains that lead from one to the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.report._states import summary_of, used_in
from aidnet.report._values import exact, plain, rows_of, text

if TYPE_CHECKING:
    import pandas as pd

    from aidnet.ledger import Ledger
    from aidnet.ledger_network import LedgerNetwork
    from aidnet.report._lenses import Lens

STAGES: dict[str, list[str]] = {
    "planned": ["planned"],
    "pledged": ["pledged"],
    "committed": ["committed"],
    "delivered": ["disbursed", "received", "spent"],
    "unstated": [""],
}
"""The statuses of each column."""
BEFORE = ("planned", "pledged", "committed")


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
    rows = net.statements()
    return sums_of(rows[text(rows["status"]).isin(BEFORE)], row_of)


def sums_of(rows: pd.DataFrame, row_of: pd.Index) -> dict[str, Any]:
    """What some statements of a network contribute to it."""
    flows = sorted(rows_of(row_of, rows.index.unique()).tolist())
    stated = rows[rows["amount"].notna()]
    return {
        "total": plain(float(stated["amount"].sum())),
        "lower": plain(float(stated["amount_lower"].sum())),
        "upper": plain(float(stated["amount_upper"].sum())),
        "missing": int(rows.index[rows["amount"].isna()].nunique()),
        "aggregates": int(rows.index[text(rows["scope"]) == "aggregate"].nunique()),
        "flows": flows,
    }


def chains_of(ledger: Ledger) -> list[list[int]]:
    """Pairs of an earlier flow and a later one that fulfils it, by rows."""
    row_of = ledger.ids("flows")
    later = ledger.shared_table("flows")["fulfils"]
    known = np.flatnonzero(later.notna().to_numpy())
    earlier = rows_of(row_of, later.iloc[known])
    return [[int(a), int(b)] for a, b in zip(earlier, known, strict=True) if a >= 0]
