"""Published values of flows and cuts."""

from __future__ import annotations

import networkx as nx

import aidnet
from support.published.graphs import ties
from support.published.row import NX, PYTHON_IGRAPH, Row, value


def simple() -> nx.Graph[int]:
    """python-igraph's network in its tests of flows."""
    return ties((0, 1, 4), (0, 2, 2), (1, 2, 10), (1, 3, 2), (2, 3, 2))()


def stoer_wagner() -> nx.Graph[int]:
    """Figure 1 of Stoer and Wagner (1997), doi:10.1145/263867.263872."""
    return ties(
        *[(1, 2, 2), (1, 5, 3), (2, 3, 3), (2, 5, 2), (2, 6, 2), (3, 4, 4), (3, 7, 2)],
        *[(4, 7, 2), (4, 8, 2), (5, 6, 3), (6, 7, 1), (7, 8, 3)],
    )()


def bradley() -> nx.Graph[int]:
    """Of Bradley, Hax and Magnanti (1977); what has no limit in NetworkX's tests can carry 100."""
    graph: nx.Graph[int] = nx.DiGraph()
    for u, v, capacity, cost in [
        *[(1, 2, 15, 4), (1, 3, 8, 4), (2, 3, 100, 2), (2, 4, 4, 2), (2, 5, 10, 6)],
        *[(3, 4, 15, 1), (3, 5, 5, 3), (4, 5, 100, 2), (5, 3, 4, 1)],
    ]:
        graph.add_edge(u, v, capacity=capacity, cost=cost)
    nx.set_node_attributes(graph, {1: -20, 2: 0, 3: 0, 4: 5, 5: 15}, "demand")
    return graph


BRADLEY = {
    "capacity": aidnet.Capacity("capacity"),
    "cost": aidnet.Cost("cost"),
    "demand": "demand",
}

ROWS = [
    Row(
        "maximum_flow",
        PYTHON_IGRAPH + "tests/test_flow.py, MaxFlowTests.testMaxFlow",
        simple,
        4,
        {"source": 0, "target": 3},
        read=value,
    ),
    Row(
        "minimum_cut",
        PYTHON_IGRAPH + "tests/test_flow.py, CutTests.testMinCutWithSourceAndTarget",
        simple,
        6,
        {"source": 2, "target": 0},
        read=value,
    ),
    Row(  # trees differ, their values do not
        "gomory_hu_tree",
        "python-jgrapht ac237e6d8b, tests/test_gomoryhu.py, test_gomory_hu_tree",
        ties((0, 1, 20), (0, 2, 10), (1, 2, 30), (1, 3, 10), (2, 3, 20)),
        {0: 30, 1: 30, 2: 50},
        read=lambda found: dict(enumerate(sorted(found["value"]))),
    ),
    Row(
        "global_minimum_cut",
        NX + "connectivity/tests/test_stoer_wagner.py, test_graph3",
        stoer_wagner,
        4,
        read=value,
    ),
    Row(
        "minimum_cost_flow",
        NX + "flow/tests/test_mincost.py, TestMinCostFlow.test_digraph1",
        bradley,
        150,
        BRADLEY,
        read=lambda found: found.attrs["cost"],
    ),
    Row(
        "minimum_cost_flow",
        NX + "flow/tests/test_mincost.py, TestMinCostFlow.test_digraph1",
        bradley,
        {
            (1, 2): 12,
            (1, 3): 8,
            (2, 3): 8,
            (2, 4): 4,
            (2, 5): 0,
            (3, 4): 11,
            (3, 5): 5,
            (4, 5): 10,
            (5, 3): 0,
        },
        BRADLEY,
    ),
]
