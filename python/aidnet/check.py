"""What a ledger's reader should know before believing its sums."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aidnet import _core
from aidnet._names import fold
from aidnet._tables import KEYS, TABLES

if TYPE_CHECKING:
    import pandas as pd

    from aidnet.ledger import Ledger


def check(ledger: Ledger, *, about: float | None, nearly: float | None) -> pd.DataFrame:
    """The findings of the compiled part, and names that may mean the same; see `Ledger.check`."""
    import pandas as pd

    def ids(table: str, rows: list[int]) -> tuple[object, ...]:
        # Tables without ids are told by row.
        return tuple(ledger.ids(table)[k] if table in KEYS else k for k in rows)

    findings = [
        (kind, verdict, TABLES[number], ids(TABLES[number], rows), message)
        for kind, verdict, number, rows, message in _core.check_ledger(
            ledger.compiled, about=about, nearly=nearly
        )
    ]
    for similar in _core.similar_names(ledger.compiled, fold):
        table = TABLES[similar[0][0]]
        rows = [row for _, row, _ in similar]
        alike = ids(table, rows)
        known = ledger.shared_table(table).iloc[rows]
        named = [
            f"{key} ({', '.join(name for name in names if isinstance(name, str))})"
            for key, *names in zip(alike, known["name_zh"], known["name_en"], strict=True)
        ]
        message = f"{' and '.join(named)} share a name, or their ids differ in writing only"
        findings.append(("similar_name", "undecided", table, alike, message))
    return pd.DataFrame(findings, columns=["kind", "verdict", "table", "ids", "message"])
