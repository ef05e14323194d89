"""Small ledgers, written as tables of words, and what networks say of them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import aidnet

ROOT = Path(__file__).parents[3]
EAST_WEST = ROOT / "src/datasets/east_west"
TABLES = (
    "flows", "parties", "places", "groups", "relations", "programmes", "aliases", "sources",
)  # fmt: skip


def seeds() -> Path:
    """The five texts of the embedded ledger; for tests that are marked external."""
    return Path(os.environ["AIDNET_EXTERNAL"]) / "seeds"


def table_of(text: str) -> dict[str, list[str | None]]:
    """Columns of "donor recipient value; a b 3; a c .": a dot is an empty cell."""
    header, *rows = (row.split() for row in text.split(";") if row.strip())
    cells = [[None if cell == "." else cell for cell in row] for row in rows]
    assert all(len(row) == len(header) for row in cells), text
    return {name: [row[k] for row in cells] for k, name in enumerate(header)}


def ledger_of(flows: str, negative: Any = "error", **tables: str) -> aidnet.Ledger:
    """A ledger of tables that are written as for `table_of`."""
    others = {name: table_of(text) for name, text in tables.items()}
    return aidnet.Ledger.from_frames(table_of(flows), negative=negative, **others)


def weights_of(net: aidnet.Network) -> dict[str, float]:
    """By edge, as "a > b"."""
    return {f"{e.source} > {e.target}": e.weight for e in net.edges.itertuples()}


def fates_of(net: aidnet.LedgerNetwork) -> list[str]:
    return net.fates.astype(str).tolist()
