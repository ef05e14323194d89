"""Published values of measures by walks, currents and matrices."""

from __future__ import annotations

import networkx as nx

from support.published.graphs import arcs, aric, surveyed, ties
from support.published.row import NETWORKIT, NX, R_IGRAPH, Row, side

CENTRALITY = NX + "centrality/tests/"
SECOND_ORDER = CENTRALITY + "test_second_order_centrality.py, "
LINKS = NX + "link_analysis/tests/"
SURVEY = "Langville and Meyer (2005), doi:10.1137/S0036144503424786"
FLOW = CENTRALITY + "test_current_flow_betweenness_centrality.py, TestFlowBetweennessCentrality."


def davis() -> nx.Graph[str]:
    """The Southern women, each going to her events."""
    graph = nx.davis_southern_women_graph()
    women = [node for node, side in graph.nodes(data="bipartite") if side == 0]
    return nx.DiGraph([(woman, event) for woman in women for event in graph[woman]])


def heavier_k4() -> nx.Graph[int]:
    graph = nx.complete_graph(4)
    graph.add_edge(0, 1, weight=0.5)
    return graph


POWER = R_IGRAPH + "Power centrality works, networks of Bonacich (1987), doi:10.1086/228631"

ROWS = [
    Row(
        "pagerank",
        LINKS + "test_pagerank.py, TestPageRank.test_pagerank, from " + SURVEY,
        arcs((1, 2), (1, 3), (3, 1), (3, 2), (3, 5), (4, 5), (4, 6), (5, 4), (5, 6), (6, 4)),
        {
            1: 0.03721197,
            2: 0.05395735,
            3: 0.04150565,
            4: 0.37508082,
            5: 0.20599833,
            6: 0.28624589,
        },
        {"damping": 0.9, "tolerance": 1e-12},
        digits=8,
    ),
    Row(
        "hits",
        LINKS + "test_hits.py, TestHITS.test_hits, from " + SURVEY,
        surveyed,
        {1: 0.366025, 2: 0, 3: 0.211325, 4: 0, 5: 0.211325, 6: 0.211325},
        read=side("hub"),
        digits=6,
    ),
    Row(
        "hits",
        LINKS + "test_hits.py, TestHITS.test_hits, from " + SURVEY,
        surveyed,
        {1: 0, 2: 0, 3: 0.366025, 4: 0.133975, 5: 0.5, 6: 0},
        read=side("authority"),
        digits=6,
    ),
    Row(  # both cited from memory, not compared with the print
        "salsa",
        SURVEY + ", the example of SALSA, hubs",
        surveyed,
        {1: 0.2667, 2: 0.2, 3: 0.1333, 4: 0, 5: 0.2667, 6: 0.1333},
        read=side("hub"),
        digits=4,
    ),
    Row(
        "salsa",
        SURVEY + ", the example of SALSA, authorities",
        surveyed,
        {1: 0.25, 2: 0, 3: 0.25, 4: 0.125, 5: 0.375, 6: 0},
        read=side("authority"),
    ),
    Row(
        "eigenvector",
        NETWORKIT + "centrality/test/CentralityGTest.cpp, testEigenvectorCentrality",
        ties(
            *[(0, 2, 3), (1, 2, 2), (2, 3, 3), (2, 4, 2), (2, 5, 1.5), (3, 5, 3), (4, 5, 2)],
            *[(5, 6, 3), (5, 7, 2)],
        ),
        {
            0: 0.2254,
            1: 0.1503,
            2: 0.5290,
            3: 0.4508,
            4: 0.3006,
            5: 0.5290,
            6: 0.2254,
            7: 0.1503,
        },
        digits=4,
    ),
    Row(
        "katz",
        CENTRALITY + "test_katz_centrality.py, TestKatzCentrality.test_multiple_alpha",
        lambda: nx.path_graph(3),
        {0: 0.5454545454545454, 1: 0.6363636363636365},
        {"alpha": 0.2},
    ),
    Row(
        "katz",
        CENTRALITY + "test_katz_centrality.py, TestKatzCentrality.test_P3",
        lambda: nx.path_graph(3),
        {0: 0.5598852584152165, 1: 0.6107839182711449},
        {"alpha": 0.1},
    ),
    *[
        Row(
            "bonacich_power",
            POWER + ", g.c",
            ties((1, 2), (1, 3), (2, 4), (3, 5)),
            dict(zip((1, 2, 4), values, strict=True)),
            {"beta": beta},
            digits=2,
        )
        for beta, values in [
            (-0.5, (0.00, 1.58, 0.00)),
            (-0.3, (0.97, 1.34, 0.49)),
            (0.2, (1.25, 1.16, 0.62)),
            (0.5, (1.28, 1.12, 0.64)),
        ]
    ],
    *[
        Row(
            "bonacich_power",
            POWER + ", g.e",
            ties((1, 2), (1, 3), (1, 4), (2, 5), (2, 6), (3, 7), (3, 8), (4, 9), (4, 10)),
            dict(zip((1, 2, 5), values, strict=True)),
            {"beta": beta},
            digits=2,
        )
        for beta, values in [(-0.4, (-1.00, 1.67, -0.33)), (0.4, (1.72, 1.30, 0.57))]
    ],
    Row(  # its alpha is ours of recipients, its beta, 1 here, of donors
        "birank",
        NX + "bipartite/tests/test_link_analysis.py, test_davis_birank_with_personalization",
        davis,
        {"Laura Mandeville": 0.29, "Theresa Anderson": 0.08, "Evelyn Jefferson": 0.09},
        {
            "donor_damping": 0.8,
            "recipient_damping": 1.0,
            "donor_prior": {"Laura Mandeville": 1.0},
        },
        read=side("donor"),
        digits=2,
    ),
    Row(
        "subgraph",
        CENTRALITY + "test_subgraph.py, TestSubgraph.test_subgraph_centrality",
        aric,
        {
            "1": 1.6445956054135658,
            "Albert": 2.4368257358712189,
            "Aric": 2.4368257358712193,
            "Dan": 3.1306328496328168,
            "Franck": 2.3876142275231915,
        },
    ),
    Row(
        "communicability",
        NX + "tests/test_communicability.py, TestCommunicability.test_communicability2",
        aric,
        {
            ("1", "Albert"): 0.7430186221096251,
            ("1", "Dan"): 1.6208126320442937,
            ("Albert", "Franck"): 1.8340111678944691,
            ("Dan", "Franck"): 1.4860372442192515,
            ("Dan", "Dan"): 3.1306328496328168,
        },
        read=lambda found: found.stack().to_dict(),
    ),
    Row(
        "communicability_betweenness",
        CENTRALITY + "test_subgraph.py, TestSubgraph.test_communicability_betweenness_centrality",
        aric,
        {
            "1": 0.060039074193949521,
            "Albert": 0.315470761661372,
            "Aric": 0.31547076166137211,
            "Dan": 0.68297778678316201,
            "Franck": 0.21977926617449497,
        },
    ),
    Row(
        "estrada_index",
        CENTRALITY + "test_subgraph.py, TestSubgraph.test_estrada_index",
        nx.karate_club_graph,
        1041.2470334195475,
    ),
    Row(
        "current_flow_betweenness",
        FLOW + "test_K4_normalized",
        heavier_k4,
        {0: 0.2222222, 1: 0.2222222, 2: 0.3055555, 3: 0.3055555},
        digits=7,
        cut=True,
    ),
    Row(
        "current_flow_betweenness",
        FLOW + "test_P4",
        lambda: nx.path_graph(4),
        {0: 0, 1: 2, 2: 2, 3: 0},
        {"normalized": False},
    ),
    Row(  # so small a network that the answer is exact
        "approximate_current_flow_betweenness",
        FLOW + "test_K4_normalized",
        lambda: nx.complete_graph(4),
        dict.fromkeys(range(4), 0.25),
    ),
    Row(
        "edge_current_flow_betweenness",
        CENTRALITY
        + "test_current_flow_betweenness_centrality.py, TestEdgeFlowBetweennessCentrality.test_K4",
        lambda: nx.complete_graph(4),
        dict.fromkeys(nx.complete_graph(4).edges, 0.25),
    ),
    Row(
        "current_flow_closeness",
        CENTRALITY + "test_current_flow_closeness.py, TestFlowClosenessCentrality.test_P4",
        lambda: nx.path_graph(4),
        {0: 1 / 6, 1: 1 / 4, 2: 1 / 4, 3: 1 / 6},
    ),
    Row(
        "second_order",
        SECOND_ORDER + "test_P3, from Kermarrec et al. (2011), doi:10.1016/j.comcom.2010.06.007",
        lambda: nx.path_graph(3),
        {0: 3.741, 1: 1.414, 2: 3.741},
        digits=3,
        cut=True,
    ),
    Row(
        "second_order",
        SECOND_ORDER + "test_ring_graph, from the same paper",
        lambda: nx.cycle_graph(5),
        dict.fromkeys(range(5), 4.472),
        digits=3,
    ),
    Row(
        "trophic_levels",
        CENTRALITY + "test_trophic.py, test_trophic_levels_levine, figure 5 of Levine (1980)",
        arcs(
            *[(1, 2, 1.0), (1, 3, 0.2), (1, 4, 0.8), (2, 3, 0.2), (2, 5, 0.3), (4, 3, 0.6)],
            *[(4, 5, 0.7), (5, 4, 0.2)],
        ),
        {1: 1, 2: 2, 3: 3.07906977, 4: 2.46511628, 5: 3.3255814},
        {"method": "levine"},
        digits=8,
    ),
    Row(
        "trophic_incoherence",
        "MacKay, Johnson and Sansom's toolbox, Python_files/demo_trophic_analysis.ipynb, example 1",
        arcs((1, 2), (2, 3), (1, 3)),
        0.111,
        digits=3,
    ),
]
