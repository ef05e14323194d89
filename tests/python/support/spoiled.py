"""Ledgers with one kind of mistake in every row that can have it, for the audit to find."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import pandas as pd

import aidnet
from support.ledgers import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Flows = pd.DataFrame
Texts = dict[str, str]


def with_flows(ledger: aidnet.Ledger, flows: Flows, **tables: Flows) -> aidnet.Ledger:
    frames = {table: getattr(ledger, table) for table in TABLES}
    return aidnet.Ledger.from_frames(**(frames | {"flows": flows} | tables))


def with_texts(ledger: aidnet.Ledger, folder: Path) -> aidnet.Ledger:
    """The ledger with texts of its own: each figure in brackets, and its span around it."""
    flows, sources = ledger.flows, ledger.sources
    for k, source in enumerate(sources["source"]):
        text = ""
        for row in flows.index[flows["source"] == source]:
            figure = flows.loc[row, "figure"]
            piece = "（）" if pd.isna(figure) else f"（{figure}）"
            flows.loc[row, ["span_start", "span_end"]] = len(text), len(text) + len(piece)
            text += piece
        data = text.encode()
        (folder / f"{source}.txt").write_bytes(data)
        sources.loc[k, ["file", "sha256"]] = f"{source}.txt", hashlib.sha256(data).hexdigest()
    flows[["context_start", "context_end"]] = None
    return with_flows(ledger, flows, sources=sources)


def texts_of(ledger: aidnet.Ledger, folder: Path) -> Texts:
    files = ledger.sources.set_index("source")["file"].dropna()
    return {
        source: (folder / name).read_bytes().decode()
        for source, name in files.items()
        if (folder / name).is_file()
    }


def tenfold(flows: Flows, _: Texts) -> Any:
    amounts = ["value", "lower", "upper"]
    flows[amounts] *= 10
    return flows[amounts].max(axis="columns") > 0


def one_more(flows: Flows, _: Texts) -> Any:
    flows["value"] += 1
    flows["upper"] = flows[["value", "upper"]].max(axis="columns").where(flows["upper"].notna())
    return flows["value"].notna()


def lower_bound(flows: Flows, _: Texts) -> Any:
    can = flows["lower"] >= 1
    flows.loc[can, "lower"] -= 1
    return can


def upper_bound(flows: Flows, _: Texts) -> Any:
    flows["upper"] += 1
    return flows["upper"].notna()


def qualifier(flows: Flows, _: Texts) -> Any:
    other = {"exact": "about", "about": "nearly"}
    flows["qualifier"] = (
        flows["qualifier"].astype(object).map(lambda word: other.get(word, "exact"))
    )
    return flows["figure"].notna()


def span(flows: Flows, texts: Texts) -> Any:
    flows[["span_start", "span_end"]] += 3
    inside = [
        row.figure in texts[row.source][row.span_start : row.span_end]
        for row in flows[flows["figure"].notna()].itertuples()
    ]
    leaves = flows["figure"].notna()
    leaves[leaves] = [not stays for stays in inside]
    return leaves


def figure(flows: Flows, _: Texts) -> Any:
    flows["figure"] = flows["figure"].str.slice(1)
    return flows["figure"].notna()


# Each spoils a frame in place, and says which rows it could spoil.
MISTAKES: dict[str, Callable[[Flows, Texts], Any]] = {
    one.__name__: one
    for one in (tenfold, one_more, lower_bound, upper_bound, qualifier, span, figure)
}


def survivors(ledger: aidnet.Ledger, folder: Path, mistake: str) -> tuple[int, list[str]]:
    """How many rows were spoiled, and the figures of those that the audit did not find."""
    flows = ledger.flows
    figures = flows["figure"].copy()
    rows = MISTAKES[mistake](flows, texts_of(ledger, folder)).to_numpy(bool)
    kept = pd.concat([flows[rows].astype(object), ledger.flows[~rows].astype(object)]).sort_index()
    statuses = with_flows(ledger, kept).audit(folder)["status"].to_numpy()
    return int(rows.sum()), figures[rows & (statuses == "ok")].tolist()
