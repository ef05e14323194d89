"""Published values of distances, paths and spanning trees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx

import aidnet
from support.published.graphs import arcs, dijkstra, kruskal, ties
from support.published.row import IGRAPH, NX, PYTHON_IGRAPH, Row, pairs

if TYPE_CHECKING:
    import pandas as pd

PATHS = NX + "shortest_paths/tests/"
LENGTH = {"length": aidnet.Length("weight")}
MATRIX = {
    "y": {"y": 0, "x": 12, "s": 7, "u": 15, "v": 6},
    "x": {"y": 2, "x": 0, "s": 9, "u": 3, "v": 4},
    "s": {"y": 7, "x": 5, "s": 0, "u": 8, "v": 9},
    "u": {"y": 2, "x": 2, "s": 9, "u": 0, "v": 1},
    "v": {"y": 1, "x": 13, "s": 8, "u": 16, "v": 0},
}
WIDEST = IGRAPH + "tests/unit/widest_paths.out, 6. Testing Unreachable Nodes"


def bernstein() -> nx.Graph[str]:
    return ties(
        *[("N4", "N1", 10.0), ("N4", "N0", 7.0), ("N0", "N1", 10.0), ("N3", "N0", 10.0)],
        *[("N2", "N3", 12.0), ("N1", "N2", 15.0)],
    )()


def negative() -> nx.Graph[str]:
    return arcs(("0", "3", 3), ("0", "1", -5), ("0", "2", 2), ("1", "2", 4), ("2", "3", 1))()


def wide() -> nx.Graph[int]:
    return arcs((0, 2, 1.0), (0, 1, 2.0), (1, 2, 3.0), (3, 2, 5.0))()


def listed(found: pd.DataFrame) -> list[list[Any]]:
    return [list(path["node"]) for _, path in found.groupby("path")]


ROWS = [
    Row(
        "distances",
        PATHS + "test_dense.py, TestFloyd.test_floyd_warshall_predecessor_and_distance",
        dijkstra,
        MATRIX["s"],
        {**LENGTH, "source": "s"},
    ),
    Row(
        "distance_matrix",
        PATHS + "test_dense.py, TestFloyd.test_floyd_warshall_predecessor_and_distance",
        dijkstra,
        {(u, v): far for u, row in MATRIX.items() for v, far in row.items()},
        LENGTH,
        read=lambda found: found.stack().to_dict(),
    ),
    *[
        Row(
            measure,
            PATHS + "test_astar.py, TestAStar.test_astar_directed",
            dijkstra,
            ["s", "x", "u", "v"],
            {**LENGTH, "source": "s", "target": "v"},
            read=list,
        )
        for measure in ("shortest_path", "astar_path")
    ],
    Row(
        "has_path",
        PATHS + "test_generic.py, TestGenericPath.test_has_path",
        lambda: nx.Graph([(0, 1), (1, 2), (3, 4)]),
        True,
        {"source": 0, "target": 2},
    ),
    Row(
        "has_path",
        PATHS + "test_generic.py, TestGenericPath.test_has_path",
        lambda: nx.Graph([(0, 1), (1, 2), (3, 4)]),
        False,
        {"source": 0, "target": 4},
    ),
    Row(
        "bellman_ford",
        "Cormen, Leiserson, Rivest and Stein (2009), figure 24.4",
        arcs(
            *[("s", "t", 6), ("s", "y", 7), ("t", "x", 5), ("t", "y", 8), ("t", "z", -4)],
            *[("x", "t", -2), ("y", "x", -3), ("y", "z", 9), ("z", "s", 2), ("z", "x", 7)],
        ),
        {"s": 0, "t": 2, "x": 4, "y": 7, "z": -2},
        {"cost": aidnet.Cost("weight"), "source": "s"},
    ),
    Row(
        "bellman_ford_path",
        PATHS + "test_weighted.py, TestJohnsonAlgorithm.test_negative_weights",
        negative,
        ["0", "1", "2", "3"],
        {"cost": aidnet.Cost("weight"), "source": "0", "target": "3"},
        read=list,
    ),
    Row(
        "k_shortest_paths",
        NX + "tests/test_simple_paths.py, test_Greg_Bernstein",
        bernstein,
        [["N1", "N0", "N3"], ["N1", "N2", "N3"], ["N1", "N4", "N0", "N3"]],
        {**LENGTH, "source": "N1", "target": "N3"},
        read=listed,
    ),
    Row(
        "all_shortest_paths",
        PYTHON_IGRAPH + "tests/test_structural.py, PathTests.testGetAllShortestPaths",
        arcs((0, 1), (1, 2), (1, 3), (2, 4), (3, 4), (4, 5)),
        [[0, 1, 2, 4, 5], [0, 1, 3, 4, 5]],
        {"source": 0, "target": 5},
        read=lambda found: sorted(listed(found)),
    ),
    Row(  # its -Inf where there is no path is our 0
        "bottleneck",
        WIDEST,
        wide,
        {0: float("inf"), 1: 2, 2: 2, 3: 0},
        {"source": 0},
    ),
    Row("widest_path", WIDEST, wide, [0, 1, 2], {"source": 0, "target": 2}, read=list),
    Row(
        "minimum_spanning_tree",
        NX + "tree/tests/test_mst.py, MinimumSpanningTreeTestBase.test_minimum_edges",
        kruskal,
        {(0, 1), (0, 3), (1, 4), (2, 4), (3, 5), (4, 6)},
        LENGTH,
        read=pairs,
    ),
    Row(
        "minimum_spanning_arborescence",
        NX + "tree/tests/test_branchings.py, test_mst",
        lambda: kruskal().to_directed(),
        {(0, 1), (0, 3), (3, 5), (1, 4), (2, 4), (4, 6)},
        LENGTH,
        read=pairs,
    ),
]
