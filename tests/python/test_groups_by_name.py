"""Groups by the name of a field of nodes, and of any kind of label."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pytest

import aidnet

REGIONS = {"a": "east", "b": "west", "c": "west", "d": "east"}
MEASURES = [
    "brokerage",
    "modularity",
    "nominal_assortativity",
    "participation_coefficient",
    "partition_quality",
    "within_module_degree",
]


@pytest.fixture
def graph() -> nx.DiGraph[Any]:
    graph = nx.DiGraph([("a", "b"), ("b", "c"), ("b", "d"), ("d", "a")])
    nx.set_node_attributes(graph, REGIONS, "region")
    return graph


@pytest.mark.parametrize("name", MEASURES)
def test_attributes_of_nodes(graph: nx.DiGraph[Any], name: str) -> None:
    measure = getattr(aidnet, name)
    expected = measure(aidnet.from_networkx(graph), groups=REGIONS)
    by_name = measure(graph, groups="region")
    assert by_name.equals(expected) if hasattr(expected, "equals") else by_name == expected
    with pytest.raises(
        aidnet.ValidationError, match=r"^groups: nodes have no 'side', only 'region'"
    ):
        measure(graph, groups="side")
    with pytest.raises(
        aidnet.ValidationError, match=r"^groups: nodes have no 'region', only labels"
    ):
        measure(aidnet.from_networkx(graph), groups="region")
    del graph.nodes["c"]["region"]
    with pytest.raises(aidnet.ValidationError, match="groups has no group for node c"):
        measure(graph, groups="region")


def test_the_same_number_as_networkx(graph: nx.DiGraph[Any]) -> None:
    expected = nx.attribute_assortativity_coefficient(graph, "region")
    assert aidnet.nominal_assortativity(graph, groups="region") == pytest.approx(expected)


def test_columns_of_a_ledgers_nodes() -> None:
    ledger = aidnet.datasets.load_east_west()
    net = ledger.network(unit="CNY", level="province")
    kinds = net.node_table["kind"]
    assert kinds.nunique() > 1
    assert aidnet.modularity(net, groups="kind") == aidnet.modularity(net, groups=kinds)
