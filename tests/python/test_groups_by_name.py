"""Groups and values by the name of a field of nodes, and of any kind of label."""

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
        aidnet.ValidationError,
        match=r"^groups: nodes have no 'region', only labels;.* the graph of NetworkX itself",
    ):
        measure(aidnet.from_networkx(graph), groups="region")
    del graph.nodes["c"]["region"]
    with pytest.raises(aidnet.ValidationError, match="groups has no group for node c"):
        measure(graph, groups="region")


def test_a_missing_group_is_told_by_its_node() -> None:
    net = aidnet.from_edges(["a", "b"], ["b", "c"])
    for missing in (None, float("nan")):
        with pytest.raises(aidnet.ValidationError, match="groups: node b has no label"):
            aidnet.modularity(net, groups={"a": "x", "b": missing, "c": "y"})


def test_values_by_the_name_of_an_attribute() -> None:
    graph = nx.DiGraph([("a", "b"), ("b", "c"), ("a", "c")])
    values = {"a": -1.0, "b": 0.25, "c": 0.75}
    nx.set_node_attributes(graph, values, "need")
    assert aidnet.minimum_cost_flow(graph, demand="need").equals(
        aidnet.minimum_cost_flow(graph, demand=values)
    )
    drawn = nx.fast_gnp_random_graph(12, 0.3, seed=4, directed=True)
    nx.set_node_attributes(drawn, {node: 0.1 + node % 4 for node in drawn}, "percolation")
    expected = nx.percolation_centrality(drawn, attribute="percolation")
    assert aidnet.percolation(drawn, states="percolation").to_dict() == pytest.approx(expected)
    of_one = aidnet.pagerank(drawn, personalization="percolation")
    expected = nx.pagerank(drawn, personalization=dict(drawn.nodes("percolation")), tol=1e-12)
    assert of_one.to_dict() == pytest.approx(expected)
    for measure, option in (("pagerank", "personalization"), ("percolation", "states")):
        with pytest.raises(aidnet.ValidationError, match=f"^{option}: nodes have no 'x', only 'pe"):
            getattr(aidnet, measure)(drawn, **{option: "x"})
        with pytest.raises(aidnet.ValidationError, match=f"^{option} of node 3 is '1', not a num"):
            getattr(aidnet, measure)(drawn, **{option: {3: "1"}})
        with pytest.raises(aidnet.ValidationError, match=f"^{option} of node 0 is '0', not a num"):
            getattr(aidnet, measure)(drawn, **{option: [str(node) for node in drawn]})
        with pytest.raises(aidnet.UnknownNodeError, match=f"^no node 99 \\({option}\\)$"):
            getattr(aidnet, measure)(drawn, **{option: {99: 1.0}})


@pytest.mark.parametrize("states", [{}, {"a": 1.0, "c": 0.5}])
def test_states_are_those_of_every_node(graph: nx.DiGraph[Any], states: dict[str, float]) -> None:
    first = next(node for node in graph if node not in states)
    with pytest.raises(aidnet.ValidationError, match=f"^states has no value for node {first}$"):
        aidnet.percolation(graph, states=states)
    # What is left out of these is 0, as in NetworkX.
    aidnet.pagerank(graph, personalization={"a": 1.0})


def test_the_same_number_as_networkx(graph: nx.DiGraph[Any]) -> None:
    expected = nx.attribute_assortativity_coefficient(graph, "region")
    assert aidnet.nominal_assortativity(graph, groups="region") == pytest.approx(expected)


def test_columns_of_a_ledgers_nodes() -> None:
    ledger = aidnet.datasets.load_east_west()
    net = ledger.network(unit="CNY", level="province")
    kinds = net.node_table["kind"]
    assert kinds.nunique() > 1
    assert aidnet.modularity(net, groups="kind") == aidnet.modularity(net, groups=kinds)
