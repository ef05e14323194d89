"""Published values of measures of ties around a node, and of who is tied to whom."""

from __future__ import annotations

import networkx as nx

from support.published.graphs import (
    arcs,
    build,
    club,
    holes,
    lecture,
    ties,
    weighted_holes,
)
from support.published.row import IGRAPH, NETWORKIT, NX, Row

TESTS = NX + "tests/"
CLUSTER = TESTS + "test_cluster.py, "
CORRELATION = NX + "assortativity/tests/test_correlation.py, "
HOLES = TESTS + "test_structuralholes.py, TestStructuralHoles."
EGO = NX + "centrality/tests/test_dispersion.py, TestDispersion.test_article, of "


def small_ego() -> nx.Graph[str]:
    """The sample network of Backstrom and Kleinberg (2014), in NetworkX's tests."""
    among = ["ab", "ac", "bc", "bd", "be", "bf", "cd", "cf", "ch", "df", "ef", "fh", "hj", "hk"]
    return nx.Graph([*among, "ij", "ik", "jk", *("u" + v for v in "abcdefghijk")])


def lind() -> nx.Graph[int]:
    """Figure 1 of Lind, González and Herrmann (2005), as NetworkX's tests have it."""
    return ties(
        *[(1, 2), (1, 3), (1, 6), (1, 7), (2, 4), (2, 5), (3, 4), (3, 5), (6, 7), (7, 8), (6, 8)],
        *[(7, 9), (7, 10), (6, 11), (6, 12), (2, 13), (2, 14), (3, 15), (3, 16)],
    )()


def fish() -> nx.Graph[int]:
    graph = ties((0, 1), (2, 3), (0, 4), (2, 5))()
    kinds = {0: "one", 1: "one", 2: "two", 3: "two", 4: "red", 5: "blue"}
    nx.set_node_attributes(graph, kinds, "fish")
    return graph


def barrat() -> nx.Graph[int]:
    graph = build(nx.Graph(), [(0, k, 5 if k == 5 else 1) for k in range(1, 6)], ())
    return build(graph, [(5, k) for k in range(6, 10)], ())


CONSTRAINT = "tests/unit/igraph_constraint.out, hole in middle of two clusters"

ROWS = [
    Row(
        "triangles",
        "KONECT, konect.cc/networks/ucidata-zachary, triangle count",
        club,
        45,
        read=lambda found: found.sum() / 3,
    ),
    Row(
        "transitivity",
        IGRAPH + "tests/unit/global_transitivity.out, Zachary karate club",
        club,
        0.255682,
        digits=6,
    ),
    Row(
        "assortativity",
        IGRAPH + "tests/unit/assortativity.out, degree assortativity",
        club,
        -0.475613,
        digits=6,
    ),
    Row(
        "assortativity",
        CORRELATION + "TestDegreeMixingCorrelation.test_degree_assortativity_directed2",
        arcs((0, 3), (1, 0), (1, 2), (2, 4), (4, 1), (4, 3), (4, 2)),
        0.14852,
        digits=5,
    ),
    Row(
        "clustering",
        NETWORKIT + "centrality/test/CentralityGTest.cpp, testLocalClusteringCoefficientUndirected",
        lecture,
        {6: 0.5, 7: 0, 8: 0.8, 9: 0.8, 10: 0.8, 11: 2 / 3, 12: 0, 13: 0.8, 14: 0.5, 15: 0},
    ),
    Row(
        "clustering",
        TESTS + "test_cluster.py, TestDirectedClustering.test_triangle_and_edge",
        arcs((0, 1), (1, 2), (2, 0), (0, 4)),
        {0: 1 / 6},
    ),
    Row(
        "clustering",
        TESTS + "test_cluster.py, TestWeightedClustering.test_triangle_and_edge",
        ties((0, 1), (1, 2), (2, 0), (0, 4, 2)),
        {0: 1 / 6},
        {"method": "onnela"},
    ),
    Row(
        "square_clustering",
        TESTS + "test_cluster.py, TestSquareClustering.test_lind_square_clustering",
        lind,
        {1: 3 / 43},
    ),
    Row(
        "square_clustering",
        CLUSTER + "TestSquareClustering.test_peng_square_clustering, table 1 of Peng et al. (2008)",
        ties((1, 2), (1, 3), (2, 4), (3, 4), (3, 5), (3, 6)),
        {1: 1 / 3, 2: 1, 3: 0.2, 4: 1 / 3},
    ),
    Row(
        "average_neighbor_degree",
        NX + "assortativity/tests/test_neighbor_degree.py, TestAverageNeighbor.test_degree_barrat",
        barrat,
        {5: 1.8},
    ),
    Row(
        "average_neighbor_degree",
        NX + "assortativity/tests/test_neighbor_degree.py, TestAverageNeighbor.test_degree_barrat",
        barrat,
        {5: 3.222222},
        {"weighted": True},
        digits=6,
    ),
    Row(
        "nominal_assortativity",
        CORRELATION + "TestAttributeMixingCorrelation.test_attribute_assortativity_undirected",
        fish,
        6 / 22,
        {"groups": "fish"},
    ),
    Row(
        "reciprocity",
        IGRAPH + "examples/simple/igraph_reciprocity.c, the last network",
        arcs((0, 1), (1, 2), (2, 1)),
        2 / 3,
        {"method": "binary"},
    ),
    Row(
        "node_reciprocity",
        TESTS + "test_reciprocity.py, TestReciprocity.test_reciprocity_graph_nodes",
        arcs((1, 2), (2, 3), (3, 2)),
        {1: 0, 2: 2 / 3},
        {"weighted": False},
    ),
    Row(
        "triad_census",
        TESTS + "test_triads.py, test_triadic_census",
        arcs("01", "02", "03", "04", "05", "12", "16", "51", "56", "65"),
        {
            "030T": 2,
            "120C": 1,
            "210": 0,
            "120U": 0,
            "012": 9,
            "102": 3,
            "021U": 0,
            "111U": 0,
            "003": 8,
            "030C": 0,
            "021D": 9,
            "201": 0,
            "111D": 1,
            "300": 0,
            "120D": 0,
            "021C": 2,
        },
    ),
    Row(
        "constraint",
        IGRAPH + CONSTRAINT,
        ties(
            *[(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3), (3, 4), (4, 5), (5, 6), (5, 7)],
            *[(5, 8), (6, 7), (6, 8), (7, 8)],
        ),
        {0: 0.865741, 3: 0.583333, 4: 0.5, 5: 0.583333, 8: 0.865741},
        digits=6,
    ),
    Row(
        "constraint",
        HOLES + "test_constraint_undirected",
        holes,
        {"G": 0.400, "A": 0.595, "C": 1},
        digits=3,
    ),
    Row(
        "constraint",
        HOLES + "test_constraint_weighted_undirected",
        weighted_holes,
        {"G": 0.299, "A": 0.795, "C": 1},
        {"weighted": True},
        digits=3,
    ),
    Row(
        "effective_size",
        HOLES + "test_effective_size_undirected_borgatti",
        holes,
        {"G": 4.67, "A": 2.50, "C": 1},
        digits=2,
    ),
    Row(
        "effective_size",
        HOLES + "test_effective_size_weighted_undirected",
        weighted_holes,
        {"G": 5.47, "C": 1},
        {"weighted": True},
        digits=2,
    ),
    Row(
        "dispersion",
        EGO + "the sample network of Backstrom and Kleinberg, doi:10.1145/2531602.2531642",
        small_ego,
        {("u", "h"): 4, ("u", "b"): 1},
        {"normalized": False},
        read=lambda found: found.set_index(["source", "target"])["dispersion"].to_dict(),
    ),
    Row(
        "entropy",
        IGRAPH + "tests/unit/igraph_diversity.out, graph with 4 nodes and 5 edges",
        ties((0, 1, 3), (0, 2, 2), (1, 2, 8), (1, 3, 1), (2, 3, 1)),
        {0: 0.970951, 1: 0.75, 2: 0.69137, 3: 1},
        digits=6,
    ),
    Row(  # in points, of 10 000
        "hhi",
        "US Department of Justice, Herfindahl-Hirschman index: firms of 30, 30, 20, 20 percent",
        arcs(("market", "a", 30), ("market", "b", 30), ("market", "c", 20), ("market", "d", 20)),
        {"market": 2600},
        read=lambda found: (10_000 * found).to_dict(),
    ),
]
