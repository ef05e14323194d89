"""Networks as files that other programs read: CSV, GraphML, GEXF and node-link JSON."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet._files import write_file
from aidnet.errors import ValidationError
from aidnet.ledger_network import LedgerNetwork

if TYPE_CHECKING:
    import os

    import networkx as nx
    import pandas as pd

    from aidnet.network import Network

# What XML 1.0 cannot hold, not even escaped.
NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
SURROGATE = re.compile("[\ud800-\udfff]")
FORMULA = re.compile(r"[=+\-@\t\r]")
NODE_NAMES = ("name_zh", "name_en")


def write(network: Network, path: str | os.PathLike[str]) -> None:
    """Write a network into a file, in the format that its suffix names.

    Parameters
    ----------
    network : Network
        Of a `LedgerNetwork`, edges have ``weight``, ``lower``, ``upper``, ``unbounded``, ``flows``
        (how many), ``without_amount`` (how many of these state none) and ``flow_ids``, and nodes
        ``ledger_id``, ``kind``, ``name_zh``, ``name_en``, ``above_level`` and ``without_place``; of
        any other, edges have their weight.
    path : path
        ``.csv`` is a table of the edges (without isolated nodes), with the columns of both ends
        before it; ``.graphml`` and ``.gexf`` need NetworkX; ``.json`` is node-link data, as
        ``networkx.node_link_graph`` reads it. The file is written beside its place and renamed.

    Raises
    ------
    ValidationError
        For another suffix, labels that are one text in the file, and characters that the format
        cannot hold; the message names the label.

    Notes
    -----
    Node labels are those of the network; `LedgerNetwork.with_names` chooses. An upper bound that is
    infinite is ``inf`` in CSV, null in JSON, and left out in GraphML and GEXF, whose readers differ
    on how to spell it; ``unbounded`` is true beside it everywhere. Names that are missing are empty
    in CSV, null in JSON, and left out in the others. ``flow_ids`` is a list in JSON, and elsewhere
    a text that is a JSON list, because ids may have spaces and semicolons.

    A CSV cell that begins with = + - or @ is a formula to a spreadsheet. Nothing that guards it
    reads back as the same text, so the names stay as they are, and `formulas` lists them. Texts are
    quoted, numbers not. To read it back exactly::

        pd.read_csv(path, dtype={"source": str, "target": str}, keep_default_na=False)

    without which pandas takes the name NA for missing and 007 for 7.

    Examples
    --------
    >>> import aidnet, aidnet.export, json, pathlib, tempfile
    >>> net = aidnet.from_edges(["Ningbo"], ["Yanbian"], [2.5])
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = pathlib.Path(folder, "net.json")
    ...     aidnet.export.write(net, path)
    ...     json.loads(path.read_text())["edges"]
    [{'source': 'Ningbo', 'target': 'Yanbian', 'weight': 2.5}]
    """
    write_file(path, content(network, Path(path).suffix))


def content(network: Network, suffix: str) -> bytes:
    """What `write` writes into a file with this suffix."""
    makers = {".csv": _csv, ".graphml": _graphml, ".gexf": _gexf, ".json": _json}
    if suffix.lower() not in makers:
        raise ValidationError(
            f"{suffix!r} names no format; a file that ends in {', '.join(makers)} was expected"
        )
    _check_labels(network)
    return makers[suffix.lower()](network)


def formulas(network: Network) -> list[str]:
    """The names in a network's CSV that a spreadsheet would take for formulas."""
    table = edge_table(network)
    texts = {text for column in table for text in table[column] if isinstance(text, str)}
    return sorted(text for text in texts if FORMULA.match(text))


def edge_table(network: Network) -> pd.DataFrame:
    """The edges as the CSV has them: one row an edge, and what is known of both ends."""
    edges = network.edges
    if not isinstance(network, LedgerNetwork):
        return edges
    nodes = _node_columns(network)
    columns: dict[str, Any] = {}
    for end in ("source", "target"):
        known = nodes.loc[edges[end]]
        columns[end] = edges[end].to_numpy(object)
        for name in ("ledger_id", "kind", *NODE_NAMES):
            columns[f"{end}_{name}"] = known[name].to_numpy(object)
    columns |= {name: edges[name].to_numpy() for name in ("weight", "lower", "upper")}
    columns["unbounded"] = np.isinf(edges["upper"].to_numpy())
    behind = _behind(network, edges)
    columns["flows"] = [len(flows) for flows in behind]
    columns["without_amount"] = [sum(flows.values()) for flows in behind]
    columns["flow_ids"] = [list(flows) for flows in behind]
    return edges.iloc[:, :0].assign(**columns)


def _behind(network: LedgerNetwork, edges: pd.DataFrame) -> list[dict[str, bool]]:
    """For each edge its flows, and whether they state no amount."""
    statements = network.statements()
    found: dict[Any, dict[str, bool]] = {}
    for source, target, flow, missing in zip(
        statements["source_node"],
        statements["target_node"],
        statements.index,
        statements["amount"].isna(),
        strict=True,
    ):
        found.setdefault((source, target), {})[str(flow)] = bool(missing)
    return [found.get(edge, {}) for edge in zip(edges["source"], edges["target"], strict=True)]


def _node_columns(network: LedgerNetwork) -> pd.DataFrame:
    table = network.node_table.rename(columns={"id": "ledger_id"})
    order = ["ledger_id", "kind", *NODE_NAMES, "above_level", "without_place"]
    table = table[order].astype(object)
    return table.where(table.notna(), None)


def _check_labels(network: Network) -> None:
    texts: dict[str, Any] = {}
    for label in network.nodes:
        text = str(label)
        if text in texts:
            raise ValidationError(
                f"the labels {texts[text]!r} and {label!r} are one text in a file"
            )
        texts[text] = label
        if SURROGATE.search(text):
            raise ValidationError(
                f"the label {text!r} has lone surrogates, which are no characters"
            )


# ---------------------------------------------------------------------------------- formats


def _csv(network: Network) -> bytes:
    table = edge_table(network)
    if "flow_ids" in table:
        table["flow_ids"] = [_as_text(ids) for ids in table["flow_ids"]]
    return csv_bytes(table)


def csv_bytes(table: pd.DataFrame) -> bytes:
    """A table as CSV: texts are quoted, numbers not, so that a program can tell 007 from 7."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
    writer.writerow(table.columns)
    plain = [table[name].astype(object).where(table[name].notna(), None) for name in table]
    for row in zip(*plain, strict=True):
        writer.writerow(["" if cell is None else _plain(cell) for cell in row])
    return text.getvalue().encode("utf-8")


def _plain(cell: Any) -> Any:
    return cell.item() if hasattr(cell, "item") else cell


def _json(network: Network) -> bytes:
    document: dict[str, Any] = {
        "directed": network.directed,
        "multigraph": False,
        "graph": _facts(network),
        "nodes": [{"id": str(label), **facts} for label, facts in _nodes(network)],
        "edges": [
            {"source": str(source), "target": str(target)}
            | {name: _finite(value) for name, value in facts.items()}
            for source, target, facts in _edges(network)
        ],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def _finite(value: Any) -> Any:
    return None if isinstance(value, float) and not np.isfinite(value) else value


def _graphml(network: Network) -> bytes:
    _networkx()
    from networkx.readwrite.graphml import GraphMLWriter

    writer = GraphMLWriter(graph=_for_xml(network))
    out = io.BytesIO()
    writer.dump(out)
    # Readers of XML turn a carriage return that stands for itself into a line feed.
    return out.getvalue().replace(b"\r", b"&#13;") + b"\n"


def _gexf(network: Network) -> bytes:
    _networkx()
    from networkx.readwrite.gexf import GEXFWriter

    writer = GEXFWriter(graph=_for_xml(network))
    meta = writer.xml.find("meta")
    meta.attrib.clear()  # the day of writing: the same network gives the same bytes
    meta.find("creator").text = "aidnet"
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue().replace(b"\r", b"&#13;") + b"\n"


def _networkx() -> None:
    try:
        import networkx as nx  # noqa: F401
    except ImportError:
        raise ImportError("GraphML and GEXF need NetworkX: pip install networkx") from None


def _for_xml(network: Network) -> nx.Graph[Any]:
    """A NetworkX graph with nothing in it that XML cannot hold."""
    import networkx as nx

    graph: nx.Graph[Any] = nx.DiGraph() if network.directed else nx.Graph()
    graph.graph.update(
        {
            name: fact if isinstance(fact, str) else _as_text(fact)
            for name, fact in _facts(network).items()
        }
    )
    for label, facts in _nodes(network):
        graph.add_node(str(label), **_xml(facts))
    for source, target, facts in _edges(network):
        graph.add_edge(str(source), str(target), **_xml(facts))
    for text in (*graph.nodes, *(v for _, d in graph.nodes(data=True) for v in d.values())):
        if isinstance(text, str) and (found := NOT_IN_XML.search(text)):
            raise ValidationError(
                f"the name {text!r} has U+{ord(found[0]):04X}, which XML cannot hold; "
                "write .json or .csv instead"
            )
    return graph


def _xml(facts: dict[str, Any]) -> dict[str, Any]:
    return {
        name: _as_text(fact) if isinstance(fact, list) else fact
        for name, fact in facts.items()
        if fact is not None and not (isinstance(fact, float) and not np.isfinite(fact))
    }


def _as_text(fact: Any) -> str:
    return json.dumps(fact, ensure_ascii=False, default=str)


def _facts(network: Network) -> dict[str, Any]:
    """What a file says of the network as a whole."""
    if not isinstance(network, LedgerNetwork):
        return {}
    given = {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in network.options.items()
        if value is not None
    }
    ledger = network.ledger
    facts = {"name": ledger.title, "citation": ledger.citation, "unit": network.unit}
    return {name: fact for name, fact in facts.items() if fact} | {"options": given}


def _nodes(network: Network) -> list[tuple[Any, dict[str, Any]]]:
    if not isinstance(network, LedgerNetwork):
        return [(label, {}) for label in network.nodes]
    rows = _node_columns(network).to_dict("records")
    return [
        (label, {str(name): _plain(cell) for name, cell in row.items()})
        for label, row in zip(network.nodes, rows, strict=True)
    ]


def _edges(network: Network) -> list[tuple[Any, Any, dict[str, Any]]]:
    table = edge_table(network)
    names = ["weight", "lower", "upper", "unbounded", "flows", "without_amount", "flow_ids"]
    columns = {name: [_plain(cell) for cell in table[name]] for name in names if name in table}
    facts = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
    return list(zip(table["source"], table["target"], facts, strict=True))
