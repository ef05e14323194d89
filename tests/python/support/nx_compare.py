"""A function of NetworkX by its own code and by aidnet, called alike on one graph."""

from __future__ import annotations

import re
from collections import Counter
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import Any

import networkx as nx

from aidnet.nx._serve import SERVED
from support.nx_calls import Row
from support.nx_graphs import outcome, same
from support.nx_rows import ROWS

PAGE = (Path(__file__).parents[3] / "docs" / "networkx.md").read_text(encoding="utf-8")
ROUNDED = set(re.findall(r"`(.*?)`", PAGE.partition("## The last digits")[2]))
"""What may differ in its last digits; everything else is the same bit for bit."""

COMPARED = [
    name
    for name in sorted(SERVED)
    if "networkx" in attrgetter(SERVED[name].where)(nx).backends  # has one of its own
]


def row_of(name: str) -> Row:
    return ROWS.get(name, Row())


def compare(name: str, graph: nx.Graph[Any]) -> Counter[str]:
    """Assert that both give the same; how many calls were 'compared', 'answered' by NetworkX,
    'declined' by aidnet, and answered by 'both'."""
    function = attrgetter(SERVED[name].where)(nx)
    how = row_of(name)
    how_to = {"ordered": how.ordered, "typed": how.typed, "floor": how.floor}
    how_to |= {} if SERVED[name].where in ROUNDED else {"tolerance": 0.0}
    counts: Counter[str] = Counter()
    for arguments in (call(graph) for call in how.calls if how.comparable(graph)):
        theirs = outcome(partial(function, graph, **arguments, backend="networkx"), how.most)
        ours = outcome(partial(function, graph, **arguments, backend="aidnet"), how.most)
        counts["compared"] += 1
        answered = not (isinstance(theirs, tuple) and isinstance(theirs[0], type))
        counts["answered"] += answered
        if ours is NotImplementedError:
            counts["declined"] += 1
            continue
        counts["both"] += answered
        ours, theirs = how.arranged(ours), how.arranged(theirs)
        assert same(ours, theirs, **how_to), (graph.name, arguments, ours, theirs)
    return counts
