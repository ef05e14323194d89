"""Published values of communities, roles between groups, and components."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx

from support.published.graphs import ancestry, arcs, club, kruskal, strong, ties
from support.published.row import IGRAPH, LIGHTGRAPHS, NX, PYTHON_IGRAPH, Row, pairs

if TYPE_CHECKING:
    import pandas as pd

BARBELL = [{0, 1, 2}, {3, 4, 5}]
WORSE = [{0, 1, 4}, {2, 3, 5}]
BROKERAGE = "NetworkBrokerage.jl 6cf7dc7, test/test_brokerage.jl, "


def barbell() -> nx.Graph[int]:
    return nx.barbell_graph(3, 0)


def two_cliques(n: int) -> nx.Graph[int]:
    """Two of n, whose last nodes are tied."""
    graph = nx.disjoint_union(nx.complete_graph(n), nx.complete_graph(n))
    graph.add_edge(n - 1, 2 * n - 1)
    return graph


def blondel() -> nx.Graph[int]:
    """The network of 16 nodes of Blondel et al. (2008), doi:10.1088/1742-5468/2008/10/P10008."""
    return ties(
        *[(0, 2), (0, 3), (0, 4), (0, 5), (1, 2), (1, 4), (1, 7), (2, 4), (2, 5), (2, 6), (3, 7)],
        *[(4, 10), (5, 7), (5, 11), (6, 7), (6, 11), (8, 9), (8, 10), (8, 11), (8, 14), (8, 15)],
        *[(9, 12), (9, 14), (10, 11), (10, 12), (10, 13), (10, 14), (11, 13)],
    )()


def members(found: pd.Series[int]) -> set[frozenset[Any]]:
    """Who is together, whatever the numbers."""
    return {frozenset(labels) for labels in found.groupby(found).groups.values()}


def role(name: str) -> Any:
    return lambda found: found[name].to_dict()


ROWS = [
    Row(
        "modularity",
        NX + "community/tests/test_quality.py, test_modularity",
        barbell,
        70 / 196,
        {"groups": BARBELL},
    ),
    Row(
        "modularity",
        NX + "community/tests/test_quality.py, test_modularity",
        barbell,
        -16 / 196,
        {"groups": WORSE},
    ),
    Row(
        "modularity",
        IGRAPH + "tests/unit/igraph_modularity.out, resolution 0.50",
        lambda: two_cliques(5),
        0.702381,
        {"groups": [set(range(5)), set(range(5, 10))], "resolution": 0.5},
        digits=6,
    ),
    Row(
        "partition_quality",
        NX + "community/tests/test_quality.py, TestCoverage, TestPerformance.test_good_partition",
        barbell,
        {"coverage": 6 / 7, "performance": 14 / 15},
        {"groups": BARBELL},
    ),
    Row(
        "partition_quality",
        NX + "community/tests/test_quality.py, TestCoverage, TestPerformance.test_bad_partition",
        barbell,
        {"coverage": 3 / 7, "performance": 8 / 15},
        {"groups": WORSE},
    ),
    Row(
        "louvain",
        PYTHON_IGRAPH
        + "tests/test_decomposition.py, CommunityTests.testMultilevel, of the paper's network",
        blondel,
        0.392219,
        read=lambda found: found.attrs["modularity"],
        digits=6,
    ),
    Row(
        "leiden",
        IGRAPH + "tests/unit/community_leiden.out, 4 clusters of Zachary's karate club",
        club,
        0.41979,
        {"iterations": -1},
        read=lambda found: found.attrs["quality"],
        digits=5,
    ),
    Row(
        "label_propagation",
        LIGHTGRAPHS + "test/community/label_propagation.jl, k = 2",
        lambda: two_cliques(10),
        {frozenset(range(10)), frozenset(range(10, 20))},
        read=members,
    ),
    Row(
        "brokerage",
        BROKERAGE + "2. Simple directed graph - representative",
        arcs((1, 2), (2, 3)),
        {1: 0, 2: 1, 3: 0},
        {"groups": [{1, 2}, {3}]},
        read=role("representative"),
    ),
    Row(
        "brokerage",
        BROKERAGE + "3. Coordinator role - star network",
        arcs((1, 2), (2, 3), (2, 4)),
        {2: 2},
        {"groups": [{1, 2, 3, 4}]},
        read=role("coordinator"),
    ),
    Row(
        "brokerage",
        BROKERAGE + "4. Gatekeeper role",
        arcs((1, 2), (2, 3)),
        {2: 1},
        {"groups": [{1}, {2, 3}]},
        read=role("gatekeeper"),
    ),
    Row(  # its liaison is ours and sna's itinerant broker
        "brokerage",
        BROKERAGE + "5. Liaison role",
        arcs((1, 3), (3, 2), (4, 3)),
        {3: 2},
        {"groups": [{1, 2, 4}, {3}]},
        read=role("itinerant"),
    ),
    Row(  # its cosmopolitan is the paper's liaison
        "brokerage",
        BROKERAGE + "6. Cosmopolitan role",
        arcs((1, 2), (2, 3)),
        {2: 1},
        {"groups": [{1}, {2}, {3}]},
        read=role("liaison"),
    ),
    Row(  # loops count there; here a tie to node 3 of the same group is in the place of node 0's
        "participation_coefficient",
        "bctpy 0622d09603, test/participation_test.py, the third matrix",
        arcs((0, 3), (0, 1), (0, 2)),
        {0: 0.44444444},
        {"groups": [{0, 1, 3}, {2}], "mode": "out"},
        digits=8,
    ),
    Row(
        "strong_components",
        NX + "components/tests/test_strongly_connected.py, TestStronglyConnected.setup_class",
        strong,
        {frozenset({3, 4, 5, 7}), frozenset({1, 2, 8}), frozenset({6})},
        read=members,
    ),
    Row(
        "condensation",
        NX + "components/tests/test_strongly_connected.py, TestStronglyConnected.setup_class",
        strong,
        3,
        read=len,
    ),
    Row(
        "weak_components",
        LIGHTGRAPHS + "test/connectivity.jl, Connectivity, the first network",
        arcs((1, 2), (2, 3), (3, 4), (5, 6), (6, 7), (8, 9), (10, 9)),
        {frozenset({1, 2, 3, 4}), frozenset({5, 6, 7}), frozenset({8, 9, 10})},
        read=members,
    ),
    Row(
        "articulation_points",
        PYTHON_IGRAPH
        + "tests/test_structural.py, BiconnectedComponentTests.testArticulationPoints",
        ties((0, 1), (1, 2), (2, 3), (3, 0), (2, 4), (2, 5), (4, 5)),
        [2],
        read=list,
    ),
    Row(
        "bridges",
        NX + "tests/test_bridges.py, TestBridges.test_single_bridge",
        ties(
            *[(1, 2), (2, 3), (3, 4), (3, 5), (5, 6), (6, 7), (7, 8), (5, 9), (9, 10), (1, 3)],
            *[(1, 4), (2, 5), (5, 10), (6, 8)],
        ),
        [(5, 6)],
        read=lambda found: list(found[["source", "target"]].itertuples(index=False, name=None)),
    ),
    Row(
        "biconnected_components",
        PYTHON_IGRAPH
        + "tests/test_structural.py, BiconnectedComponentTests.testBiconnectedComponents",
        ties((0, 1), (1, 2), (2, 3), (3, 0), (2, 4), (2, 5), (4, 5)),
        {frozenset({0, 1, 2, 3}), frozenset({2, 4, 5})},
        read=lambda found: {frozenset().union(*edges) for edges in members(found)},
    ),
    Row(
        "bipartition",
        NX + "bipartite/tests/test_basic.py, TestBipartiteBasic.test_bipartite_sets",
        lambda: nx.path_graph(4),
        {frozenset({0, 2}), frozenset({1, 3})},
        read=members,
    ),
    Row(
        "find_cycle",
        NX + "tests/test_cycles.py, TestFindCycle.test_digraph",
        arcs((-1, 0), (0, 1), (1, 0), (2, 1), (3, 1)),
        {0, 1},
        read=set,
    ),
    Row(
        "simple_cycles",
        NX + "tests/test_cycles.py, TestCycles.test_simple_cycles",
        arcs((0, 0), (0, 1), (0, 2), (1, 2), (2, 0), (2, 1), (2, 2)),
        [[0], [0, 1, 2], [0, 2], [1, 2], [2]],
        read=lambda found: sorted(sorted(cycle["node"]) for _, cycle in found.groupby("cycle")),
    ),
    Row(
        "topological_order",
        PYTHON_IGRAPH
        + "tests/test_structural.py, MiscTests.testTopologicalSorting, without the isolated node",
        arcs((0, 1), (0, 2), (1, 2), (1, 3), (2, 3)),
        [0, 1, 2, 3],
        read=list,
    ),
    Row(
        "descendants",
        NX + "tests/test_dag.py, TestDAG.test_descendants",
        ancestry,
        {2, 3, 5, 6},
        {"node": 4},
        read=set,
    ),
    Row(
        "ancestors",
        NX + "tests/test_dag.py, TestDAG.test_ancestors",
        ancestry,
        {1, 2, 4, 5},
        {"node": 6},
        read=set,
    ),
    Row(
        "maximum_spanning_tree",
        NX + "tree/tests/test_mst.py, MinimumSpanningTreeTestBase.test_maximum_edges",
        kruskal,
        {(0, 1), (1, 2), (1, 3), (3, 4), (4, 6), (5, 6)},
        read=pairs,
    ),
]
