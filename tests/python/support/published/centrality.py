"""Published values of centralities by degree and by paths."""

from __future__ import annotations

import networkx as nx

from support.published.graphs import (
    arcs,
    families,
    four_edges,
    house,
    kite,
    ties,
)
from support.published.row import LIGHTGRAPHS, NETWORKIT, NX, PYTHON_IGRAPH, Row

CENTRALITY = NX + "centrality/tests/"
STRUCTURAL = PYTHON_IGRAPH + "tests/test_structural.py, "
KITE_BETWEENNESS = dict(enumerate([0.023, 0.023, 0, 0.102, 0, 0.231, 0.231, 0.389, 0.222, 0]))


def percolating() -> nx.Graph[int]:
    graph = ties((1, 4), (2, 4), (3, 4), (4, 5), (5, 6), (6, 7), (6, 8))()
    states = {1: 0.1, 2: 0.2, 3: 0.2, 4: 0.2, 5: 0.3, 6: 0.2, 7: 0.5, 8: 0.5}
    nx.set_node_attributes(graph, states, "percolation")
    return graph


def messages() -> nx.Graph[str]:
    """The three of Freeman's EIES data: how many they wrote to, and how many messages in all."""
    graph: nx.Graph[str] = nx.DiGraph()
    for name, partners, sent in [("Arabie", 28, 155), ("Boyd", 11, 188), ("Hallinan", 6, 227)]:
        for k in range(partners):
            graph.add_edge(name, f"{name} {k}", weight=1 if k else sent - partners + 1)
    return graph


# Cited from memory, not compared with the print.
OPSAHL = (
    "Opsahl, Agneessens and Skvoretz (2010), doi:10.1016/j.socnet.2010.03.006, Arabie, Boyd and "
    "Hallinan in Freeman's EIES network"
)

ROWS = [
    Row(
        "degree",
        STRUCTURAL + "DegreeTests.testDegree",
        four_edges,
        {0: 3, 1: 2, 2: 1, 3: 1},
        {"mode": "out"},
    ),
    Row(
        "strength",
        STRUCTURAL + "DegreeTests.testStrength",
        four_edges,
        {0: 15, 1: 14, 2: 9, 3: 18},
    ),
    Row(
        "opsahl_degree",
        OPSAHL,
        messages,
        {"Arabie": 66, "Boyd": 45, "Hallinan": 37},
        {"mode": "out"},
        digits=0,
    ),
    Row(
        "opsahl_degree",
        OPSAHL,
        messages,
        {"Arabie": 365, "Boyd": 777, "Hallinan": 1396},
        {"mode": "out", "alpha": 1.5},
        digits=0,
    ),
    Row(
        "betweenness",
        CENTRALITY + "test_betweenness_centrality.py, test_krackhardt_kite_graph_normalized",
        kite,
        KITE_BETWEENNESS,
        digits=3,
    ),
    Row(  # so small a network that the answer is exact
        "sampled_betweenness",
        CENTRALITY + "test_betweenness_centrality.py, test_krackhardt_kite_graph_normalized",
        kite,
        KITE_BETWEENNESS,
        digits=3,
    ),
    Row(
        "edge_betweenness",
        STRUCTURAL + "CentralityTests.testEdgeBetweennessCentrality",
        ties((0, 1), (0, 2), (0, 3), (1, 4)),
        {(0, 1): 6, (0, 2): 4, (0, 3): 4, (1, 4): 4},
        {"normalized": False},
    ),
    Row(  # NetworKit counts each of 30 ordered pairs, we have their share
        "sampled_edge_betweenness",
        NETWORKIT + "centrality/test/CentralityGTest.cpp, testEdgeBetweennessCentrality",
        house,
        {(0, 2): 10, (1, 2): 10, (2, 3): 10, (2, 4): 10, (3, 5): 6, (4, 5): 6},
        read=lambda found: (30 * found).to_dict(),
    ),
    Row(  # it counts a pair of nodes from both ends
        "stress",
        LIGHTGRAPHS + "test/centrality/stress.jl",
        ties((1, 2), (2, 3), (3, 4), (4, 1), (4, 5)),
        {1: 4, 2: 2, 3: 4, 4: 10, 5: 0},
        read=lambda found: (2 * found).to_dict(),
    ),
    Row(
        "load",
        CENTRALITY + "test_load_centrality.py, test_florentine_families_load",
        families,
        {
            "Albizzi": 0.211,
            "Barbadori": 0.093,
            "Bischeri": 0.104,
            "Castellani": 0.055,
            "Guadagni": 0.251,
            "Medici": 0.522,
            "Peruzzi": 0.022,
            "Ridolfi": 0.117,
            "Salviati": 0.143,
            "Strozzi": 0.106,
            "Tornabuoni": 0.090,
        },
        digits=3,
    ),
    Row(
        "percolation",
        CENTRALITY + "test_percolation_centrality.py, test_percolation_example1a",
        percolating,
        {4: 0.625, 6: 0.667},
        {"states": "percolation"},
        digits=3,
    ),
    Row(
        "group_degree",
        CENTRALITY + "test_group.py, test_group_degree_centrality_multiple_node",
        ties((1, 2), (1, 3), (1, 6), (1, 7), (1, 8), (2, 3), (2, 4), (2, 5)),
        1,
        {"group": [1, 2]},
    ),
    Row(
        "group_degree",
        CENTRALITY + "test_group.py, test_group_in_degree_centrality",
        arcs((1, 2), (1, 3), (1, 6), (1, 7), (1, 8), (2, 3), (2, 4), (2, 5)),
        0,
        {"group": [1, 2], "mode": "in"},
    ),
    Row(
        "group_betweenness",
        CENTRALITY + "test_group.py, test_two_group_betweenness_value_zero",
        lambda: nx.cycle_graph(7),
        3,
        {"group": [0, 1, 5], "normalized": False},
    ),
    Row(
        "collective_influence",
        "S. Pucilowski's tests for NetworkX, test_collective_influence_1, network of "
        "figure 1 of Kovács and Barabási (2015), doi:10.1038/524038a",
        ties(
            *[(1, 2), (1, 3), (1, 4), (1, 5), (1, 6), (2, 7), (2, 8), (2, 9), (2, 10), (3, 4)],
            *[(3, 8), (3, 19), (7, 8), (7, 11), (7, 13), (8, 26), (11, 14), (11, 12), (12, 15)],
            *[(12, 19), (12, 29), (13, 22), (14, 16), (14, 17), (14, 18), (14, 15), (17, 18)],
            *[(19, 20), (19, 21), (20, 21), (20, 22), (20, 23), (20, 24), (21, 22), (21, 23)],
            *[(21, 25), (22, 26), (22, 27), (22, 28), (26, 29), (27, 28), (29, 30)],
        ),
        {7: 63, 22: 60},
    ),
    Row(
        "laplacian",
        CENTRALITY + "test_laplacian_centrality.py, test_laplacian_centrality_FF",
        families,
        {"Medici": 0.4022989, "Strozzi": 0.2528736, "Pazzi": 0.0344828, "Ginori": 0.045977},
        digits=7,
    ),
    Row(
        "voterank",
        CENTRALITY
        + "test_voterank.py, test_voterank_centrality_1, the example of Zhang et al. (2016)",
        ties(
            *[(7, 8), (7, 5), (7, 9), (5, 0), (0, 1), (0, 2), (0, 3), (0, 4), (1, 6), (2, 6)],
            *[(3, 6), (4, 6)],
        ),
        [0, 7, 6],
        read=list,
    ),
]
