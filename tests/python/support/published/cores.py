"""Published values of measures of cores."""

from __future__ import annotations

import networkx as nx

from support.published.graphs import (
    build,
    club,
    cores,
    lecture,
    ties,
)
from support.published.row import IGRAPH, NETWORKIT, NX, Row

TESTS = NX + "tests/"
CORES_OF_CLUB = (
    *[4, 4, 4, 4, 3, 3, 3, 4, 4, 2, 3, 1, 2, 4, 2, 2, 2, 2, 2, 3, 2, 2, 2, 3, 3, 3, 2, 3],
    *[3, 3, 4, 3, 4, 4],
)


ROWS = [
    Row(
        "core_number",
        IGRAPH + "tests/unit/coreness.out, Zachary karate club",
        club,
        dict(enumerate(CORES_OF_CLUB)),
    ),
    Row(
        "core_number",
        TESTS
        + "test_core.py, TestCore.test_core_number, of figure 1 of Batagelj and Zaversnik (2003)",
        cores,
        {
            **dict.fromkeys(range(1, 9), 3),
            **dict.fromkeys(range(9, 17), 2),
            **dict.fromkeys(range(17, 21), 1),
            21: 0,
        },
    ),
    Row(
        "core_number",
        NETWORKIT + "centrality/test/CentralityGTest.cpp, testCoreDecompositionDirected",
        lambda: build(nx.DiGraph(), lecture().edges, range(16)),
        dict(enumerate([0, 0, 1, 1, 1, 1, 3, 2, 4, 4, 4, 4, 2, 4, 3, 2])),
    ),
    Row(  # where all weights are 1, s-cores are k-cores, as Eidsaa and Almaas (2013) say
        "s_core",
        IGRAPH + "tests/unit/coreness.out, Zachary karate club",
        club,
        dict(enumerate(CORES_OF_CLUB)),
    ),
    Row(
        "truss",
        IGRAPH + "tests/unit/igraph_trussness.out, simple graph",
        ties(
            *[(0, 1), (0, 2), (0, 3), (0, 4), (1, 2), (1, 3), (1, 4), (2, 3), (2, 4), (3, 4)],
            *[(3, 6), (3, 11), (4, 5), (4, 6), (5, 6), (5, 7), (5, 8), (5, 9), (6, 7), (6, 10)],
            *[(6, 11), (7, 8), (7, 9), (8, 9), (8, 10)],
        ),
        {
            (0, 1): 5,
            (0, 2): 5,
            (0, 3): 5,
            (0, 4): 5,
            (1, 2): 5,
            (1, 3): 5,
            (1, 4): 5,
            (2, 3): 5,
            (2, 4): 5,
            (3, 4): 5,
            (3, 6): 3,
            (3, 11): 3,
            (4, 5): 3,
            (4, 6): 3,
            (5, 6): 3,
            (5, 7): 4,
            (5, 8): 4,
            (5, 9): 4,
            (6, 7): 3,
            (6, 10): 2,
            (6, 11): 3,
            (7, 8): 4,
            (7, 9): 4,
            (8, 9): 4,
            (8, 10): 2,
        },
    ),
    Row(
        "onion_layers",
        TESTS + "test_core.py, TestCore.test_onion_layers",
        cores,
        {
            **dict.fromkeys([21], 1),
            **dict.fromkeys([17, 18, 19, 20], 2),
            **dict.fromkeys([10, 12, 13, 14, 15, 16], 3),
            **dict.fromkeys([9, 11], 4),
            **dict.fromkeys([1, 2, 4, 5, 6, 8], 5),
            **dict.fromkeys([3, 7], 6),
        },
    ),
    Row(
        "rich_club",
        TESTS + "test_richclub.py, test_richclub3",
        club,
        {0: 156 / 1122, 1: 154 / 1056, 2: 110 / 462, 3: 78 / 240, 4: 44 / 90, 5: 22 / 42},
        read=lambda found: found.set_index("k")["coefficient"].to_dict(),
    ),
]
