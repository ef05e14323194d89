"""Flows, cuts and connectivity."""

from __future__ import annotations

import networkx as nx

from support.nx_calls import (
    W,
    from_s_to_t,
    row,
    s_and_t,
    supplied,
    undirected_part,
    value_and_shape,
)

FLOWS = row(
    from_s_to_t(),
    from_s_to_t(capacity="weight"),
    from_s_to_t(flow_func=nx.algorithms.flow.dinitz),
    served=0.8,
    typed=False,
    prepared=supplied,
    answered=200,
)
CUTS = FLOWS._replace(served=0.6)
COSTS = row(
    {"weight": "cost"},
    {"weight": "cost", "capacity": "nothing"},
    {"weight": "cost", "demand": "nothing"},
    served=0.6,
    prepared=supplied,
    answered=60,
)

ROWS = {
    "edge_connectivity": row({}, s_and_t, {"s": "party 1"}, served=0.5, answered=200),
    "gomory_hu_tree": row({}, {"capacity": "weight"}, served=0.6, prepared=supplied, answered=40),
    "maximum_flow": FLOWS._replace(calls=FLOWS.calls[:2], arranged=value_and_shape),
    "maximum_flow_value": FLOWS,
    "min_cost_flow": COSTS._replace(calls=COSTS.calls[:1], served=0.5),
    "min_cost_flow_cost": COSTS,
    "minimum_cut": CUTS,
    "minimum_cut_value": FLOWS._replace(calls=FLOWS.calls[:1], answered=100),
    "network_simplex": COSTS._replace(served=0.4),
    "node_connectivity": row({}, s_and_t, served=0.9, answered=200),
    "stoer_wagner": row(
        {},
        W,
        {"weight": "nothing"},
        served=0.9,
        arranged=value_and_shape,
        prepared=undirected_part,
        answered=200,
    ),
}
