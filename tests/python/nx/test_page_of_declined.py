"""What the page says aidnet declines is declined, and nothing else that a signature offers."""

from __future__ import annotations

import re
from operator import attrgetter
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

import aidnet
from aidnet.nx._serve import SERVED

DOCS = Path(__file__).parents[3] / "docs"
OPTIONS, FUNCTIONS = (DOCS / "networkx-declined.md").read_text(encoding="utf-8").split("## Func")
LENGTHS = "all that take lengths"
BY_PLACE = {served.where: served for served in SERVED.values()}

pytestmark = pytest.mark.filterwarnings("ignore:Note. conversions to backend graphs:UserWarning")


def takes_lengths(served: Any) -> bool:
    """Whether NetworkX's documentation of its weight offers a function."""
    text = attrgetter(served.where)(nx).__doc__ or ""
    return "weight" in served.signature.parameters and "is a function" in text


def cells(text: str) -> list[list[str]]:
    lines = re.findall(r"^\| (.*) \|$", text, re.MULTILINE)
    return [[cell.strip() for cell in line.split(" | ")] for line in lines[1:]]


def declined() -> list[tuple[str, str, str]]:
    """Function, class of graph and options."""
    found = []
    for functions, given, _ in (
        row if len(row) == 3 else [row[0], "", ""] for row in cells(OPTIONS)
    ):
        parts = re.findall(r"`(.*?)`", given)
        kind = next((part for part in parts if hasattr(nx, part)), "")
        options = ", ".join(part for part in parts if part != kind)
        names = re.findall(r"`(.*?)`", functions)
        if functions == LENGTHS:
            names = [served.where for served in SERVED.values() if takes_lengths(served)]
        found += [(name, kind, options) for name in names]
    return found


ROWS = declined()


def graph_of(kind: str) -> nx.Graph[Any]:
    """Six nodes, connected both ways, or of that class with an edge twice."""
    base = nx.cycle_graph(6)
    base.add_edges_from([(0, 2), (1, 4)])
    graph: nx.Graph[Any] = getattr(nx, kind)(base)
    for k, (u, v) in enumerate(base.edges):
        graph.add_edge(
            u, v, **({"key": 0} if graph.is_multigraph() else {}), weight=1 + k % 3, capacity=3
        )
    if graph.is_directed():
        graph.remove_edge(2, 0)
    if graph.is_multigraph():
        graph.add_edge(0, 1, weight=2, capacity=1)
    nx.set_node_attributes(graph, {node: node % 3 for node in graph}, "size")
    return graph


def basal(graph: nx.Graph[Any]) -> nx.Graph[Any]:
    """With a node that nothing leads to, as trophic levels need."""
    graph.add_edge("first", 0, weight=1)
    return graph


REQUIRED: dict[str, Any] = {
    "source": 0, "target": 3, "_s": 0, "_t": 3, "v": 1, "S": {0, 2}, "T": {1}, "attribute": "size",
    "sources": [0, 1], "targets": [0, 1, 2, 3, 4, 5], "neighbors": None, "heuristic": None,
    "flowG": None,
}  # fmt: skip
ALLOWED = {
    "rich_club_coefficient": {"normalized": False},
    "effective_graph_resistance": {"weight": "weight", "invert_weight": False},
}
"""What is served of a function that is declined by default, or with another option."""


def arguments(name: str) -> dict[str, Any]:
    """What a call of this function needs beside the graph."""
    parameters = list(BY_PLACE[name].signature.parameters.values())[1:]
    needed = [p.name for p in parameters if p.default is p.empty and p.kind < p.VAR_KEYWORD]
    return {key: REQUIRED[key] for key in needed if key in REQUIRED}


def run(name: str, kind: str, **options: Any) -> Any:
    graph = graph_of(kind)
    if name.startswith("trophic"):
        graph = basal(graph)
    result = attrgetter(name)(nx)(graph, **{**arguments(name), **options}, backend="aidnet")
    return list(result) if hasattr(result, "__next__") else result


def kinds(name: str) -> list[str]:
    """The simple classes that the function is served for."""
    found = []
    for kind in ("Graph", "DiGraph"):
        more = ALLOWED.get(name, {})
        if name in ("cut_size", "mixing_expansion"):
            more = {"T": {1}}
        try:
            run(name, kind, **more)
        except (NotImplementedError, nx.NetworkXNotImplemented):
            continue
        except nx.NetworkXException:
            pass  # an answer: there is no negative cycle
        found.append(kind)
    return found


@pytest.mark.parametrize(("name", "kind", "options"), ROWS)
def test_each_row_is_declined(name: str, kind: str, options: str) -> None:
    given = eval(f"dict({options})")  # noqa: S307
    served = ["Graph"] if name == "generic_bfs_edges" else kinds(name)
    assert served, "served for no graph at all"
    with pytest.raises(NotImplementedError):
        run(name, kind or served[0], **given)


def test_every_option_that_is_not_taken_is_on_the_page() -> None:
    listed = {(name, key) for name, _, options in ROWS for key in eval(f"dict({options})")}  # noqa: S307
    for served in SERVED.values():
        for option in list(served.signature.parameters)[1:]:
            if option not in served._settled and not option.startswith("backend"):
                assert (served.where, option) in listed


def test_what_may_differ_in_its_last_digits_is_served() -> None:
    page = (DOCS / "networkx.md").read_text(encoding="utf-8")
    rounded = re.findall(r"`(.*?)`", page.partition("## The last digits")[2])
    assert len(rounded) > 50
    assert set(rounded) <= BY_PLACE.keys()


def test_functions_that_are_not_served() -> None:
    names = set()
    for theirs, ours, _ in cells(FUNCTIONS):
        names.add(theirs.strip("`"))
        assert "aidnet" not in attrgetter(theirs.strip("`"))(nx).backends
        assert hasattr(aidnet, ours.strip("`"))
    peers = (DOCS / "from-networkx.md").read_text(encoding="utf-8")
    called = set(
        re.findall(r"\bnx\.([\w.]+)\(", "".join(re.findall(r"^\| `.*?` \|", peers, re.MULTILINE)))
    )
    measured = {name for name in called if hasattr(attrgetter(name)(nx), "backends")}
    assert measured - BY_PLACE.keys() - {"path_graph"} <= names
