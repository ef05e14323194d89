"""Published values of measures by distances."""

from __future__ import annotations

import networkx as nx

import aidnet
from support.published.graphs import (
    arcs,
    club,
    directed_path,
    kite,
)
from support.published.row import IGRAPH, NX, PYTHON_IGRAPH, Row

CENTRALITY = NX + "centrality/tests/"
STRUCTURAL = PYTHON_IGRAPH + "tests/test_structural.py, "


def decaying() -> nx.Graph[int]:
    return arcs(
        *[(1, 3), (1, 5), (1, 2), (1, 6), (1, 9), (2, 4), (2, 7), (3, 5), (3, 6), (4, 8)],
        *[(4, 7), (5, 6), (5, 9), (7, 8)],
    )()


# Decay centrality is in a branch of NetworkX only.
DECAY = "NetworkX 8dfe15caf2, networkx/algorithms/centrality/tests/test_decay_centrality.py, "
WEBGRAPH = "WebGraph 2ffd9d9, test/it/unimi/dsi/webgraph/algo/GeometricCentralitiesTest.java, "

ROWS = [
    Row(
        "closeness",
        CENTRALITY + "test_closeness_centrality.py, test_krackhardt_closeness",
        kite,
        dict(enumerate([0.529, 0.529, 0.500, 0.600, 0.500, 0.643, 0.643, 0.600, 0.429, 0.310])),
        digits=3,
    ),
    Row(
        "harmonic",
        CENTRALITY + "test_harmonic_centrality.py, test_weighted_harmonic",
        arcs(
            ("a", "b", 10),
            ("d", "c", 5),
            ("a", "c", 1),
            ("e", "f", 2),
            ("f", "c", 1),
            ("a", "f", 3),
        ),
        {"a": 0, "b": 0.1, "c": 2.533, "d": 0, "e": 0, "f": 0.833},
        {"length": aidnet.Length("weight")},
        digits=3,
    ),
    Row(
        "decay",
        DECAY + "test_decay_centrality_krackhardt_kite_graph",
        kite,
        {
            0: 2.9375,
            1: 2.9375,
            2: 2.6875,
            3: 3.4375,
            4: 2.6875,
            5: 3.375,
            6: 3.375,
            7: 3.0,
            8: 2.125,
            9: 1.3125,
        },
    ),
    Row(
        "decay",
        DECAY + "test_decay_centrality_digraph",
        decaying,
        {1: 0, 3: 0.5, 5: 1.0, 2: 0.5, 6: 1.5, 9: 1.25, 4: 0.75, 7: 1.25, 8: 1.375},
        {"mode": "in"},
    ),
    Row(
        "lin",
        WEBGRAPH + "testPath",
        directed_path(3),
        {0: 1, 1: 4, 2: 3},
    ),
    Row(
        "lin",
        WEBGRAPH + "testCycle",
        lambda: nx.cycle_graph(10, create_using=nx.DiGraph),
        dict.fromkeys(range(10), 20 / 9),
    ),
    Row(
        "local_reaching",
        CENTRALITY
        + "test_reaching.py, TestLocalReachingCentrality.test_undirected_unweighted_star",
        lambda: nx.star_graph(2),
        {1: 0.75},
    ),
    Row(
        "global_reaching",
        CENTRALITY
        + "test_reaching.py, TestGlobalReachingCentrality.test_undirected_unweighted_star",
        lambda: nx.star_graph(2),
        0.25,
    ),
    Row(
        "global_reaching",
        CENTRALITY + "test_reaching.py, TestGlobalReachingCentrality.test_directed_star",
        arcs((1, 2), (1, 3)),
        1,
    ),
    Row(
        "eccentricity",
        STRUCTURAL + "SimplePropertiesTests.testEccentricity",
        lambda: nx.Graph([(0, 1), (0, 2), (1, 2), (0, 3), (1, 3)]),
        {0: 1, 1: 1, 2: 2, 3: 2},
    ),
    Row(
        "radius",
        NX + "tests/test_distance_measures.py, TestDistance.test_radius",
        lambda: nx.grid_2d_graph(4, 4),
        4,
    ),
    Row(
        "diameter",
        NX + "tests/test_distance_measures.py, TestDistance.test_diameter",
        lambda: nx.grid_2d_graph(4, 4),
        6,
    ),
    Row("diameter", "KONECT, konect.cc/networks/ucidata-zachary", club, 5),
    Row(
        "global_efficiency",
        IGRAPH + "tests/unit/efficiency.out, ring graph, directed",
        lambda: nx.cycle_graph(4, create_using=nx.DiGraph),
        0.611111,
        digits=6,
    ),
    Row(
        "local_efficiency",
        NX + "tests/test_efficiency.py, TestEfficiency.test_using_ego_graph",
        lambda: nx.lollipop_graph(3, 1),
        7 / 12,
    ),
    Row(
        "group_closeness",
        CENTRALITY + "test_group.py, test_group_closeness_multiple_node",
        lambda: nx.path_graph(4),
        1,
        {"group": [1, 2]},
    ),
]
