"""Every function served gives what NetworkX gives: values, types, order and errors."""

from __future__ import annotations

import re
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from aidnet.nx._serve import SERVED
from support.cases import CASES
from support.nx_calls import Row
from support.nx_graphs import CLASSES, outcome, random_graph, same
from support.nx_rows import ROWS

pytestmark = [
    pytest.mark.filterwarnings("ignore::RuntimeWarning"),  # NetworkX's own divisions by zero
    pytest.mark.filterwarnings("ignore:Note. conversions to backend graphs:UserWarning"),
]


PAGE = (Path(__file__).parents[3] / "docs" / "networkx.md").read_text(encoding="utf-8")
ROUNDED = set(re.findall(r"`(.*?)`", PAGE.partition("## The last digits")[2]))
"""What may differ in its last digits; everything else is the same bit for bit."""

COMPARED = [
    name
    for name in sorted(SERVED)
    if "networkx" in attrgetter(SERVED[name].where)(nx).backends  # has one of its own
]


@pytest.mark.parametrize("name", COMPARED)
def test_the_same_as_networkx(name: str) -> None:
    function = attrgetter(SERVED[name].where)(nx)
    how = ROWS.get(name, Row())
    declined = compared = answered = 0
    graphs = [(seed, random_graph(seed)) for seed in range(CASES)]
    if how.prepared:
        graphs += [(seed, how.prepared(graph)) for seed, graph in graphs]
    for seed, graph in graphs:
        for arguments in (call(graph) for call in how.calls if how.comparable(graph)):
            theirs = outcome(partial(function, graph, **arguments, backend="networkx"), how.most)
            ours = outcome(partial(function, graph, **arguments, backend="aidnet"), how.most)
            compared += 1
            answered += not (isinstance(theirs, tuple) and isinstance(theirs[0], type))
            if ours is NotImplementedError:
                declined += 1
                continue
            how_to = {"ordered": how.ordered, "typed": how.typed, "floor": how.floor}
            how_to |= {} if SERVED[name].where in ROUNDED else {"tolerance": 0.0}
            ours, theirs = how.arranged(ours), how.arranged(theirs)
            assert same(ours, theirs, **how_to), (seed, arguments, ours, theirs)
    assert compared > CASES / 4
    assert answered > how.answered
    assert declined <= (1 - how.served) * compared, (declined, compared)


@pytest.mark.parametrize("kind", CLASSES)
@pytest.mark.parametrize("name", COMPARED)
def test_small_graphs(name: str, kind: type[nx.Graph[Any]]) -> None:
    function = attrgetter(SERVED[name].where)(nx)
    how = ROWS.get(name, Row())
    graphs = [kind(), kind(), kind(), kind(), kind()]
    graphs[1].add_node("party 0")
    graphs[2].add_edge("party 0", "party 0")
    graphs[3].add_edge("party 0", "party 1")
    graphs[4].add_nodes_from(["party 1", "party 2", "party 0"])
    for graph in graphs:
        for arguments in (call(graph) for call in how.calls if how.comparable(graph)):
            theirs = outcome(partial(function, graph, **arguments, backend="networkx"), how.most)
            ours = outcome(partial(function, graph, **arguments, backend="aidnet"), how.most)
            if ours is not NotImplementedError:
                ours, theirs = how.arranged(ours), how.arranged(theirs)
                assert same(ours, theirs, ordered=how.ordered, typed=how.typed), (
                    graph.edges,
                    arguments,
                    ours,
                    theirs,
                )
