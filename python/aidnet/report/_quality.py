"""How far to believe the ledger: what it holds by every property, and what its checks find."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.report._values import rows_of, text

if TYPE_CHECKING:
    import pandas as pd

    from aidnet.ledger import Ledger
    from aidnet.report._lenses import Lens

BY = ("resource", "unit", "status", "qualifier", "direction", "confidence", "source")


def counts_of(ledger: Ledger) -> dict[str, list[tuple[str, list[int]]]]:
    """The rows of the flows with each word, the most frequent first; by year in order.

    The year is that of the end, else of the start, "" where there is none.
    """
    flows = ledger.shared_table("flows")
    found = {name: _grouped(text(flows[name])) for name in BY}
    end, start = text(flows["end"]), text(flows["start"])
    years = end.where(end != "", start).str[:4] if len(flows) else end
    found["year"] = sorted(_grouped(years))
    return found


def _grouped(words: pd.Series) -> list[tuple[str, list[int]]]:
    rows: dict[str, list[int]] = {}
    for row, word in enumerate(words.astype(str).tolist()):
        rows.setdefault(word, []).append(row)
    return sorted(rows.items(), key=lambda one: (-len(one[1]), one[0]))


def named_in(ledger: Ledger) -> int:
    """How many parties the flows name, as donors, recipients or channels."""
    flows = ledger.shared_table("flows")
    ends = (set(text(flows[end])) for end in ("donor", "recipient", "channel"))
    return len(set[str]().union(*ends) - {""})


def findings_of(ledger: Ledger) -> list[dict[str, Any]]:
    """What `Ledger.check` finds, with the rows of the flows that it is about."""
    row_of = ledger.ids("flows")
    found = []
    for kind, state, table, ids, message in ledger.check().itertuples(index=False):
        about = rows_of(row_of, ids).tolist() if table == "flows" else []
        kinds = {"parties": "party", "places": "place", "programmes": "programme"}
        nodes = [(kinds[table], str(one)) for one in ids] if table in kinds else []
        found.append({
            "kind": kind, "state": state, "table": table, "message": message,
            "flows": [row for row in about if row >= 0], "nodes": nodes,
        })  # fmt: skip
    return found


def fates_of(ledger: Ledger, lens: Lens) -> dict[str, list[int]]:
    """What became of each flow under a lens: rows by fate."""
    fates = ledger.network(**lens.options).fates.to_numpy(object)
    return {
        str(fate): np.flatnonzero(fates == fate).tolist()
        for fate in sorted(set(fates.tolist()), key=lambda one: (one != "used", one))
    }
