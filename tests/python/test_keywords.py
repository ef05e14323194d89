"""Keywords that a measure does not take, or must have."""

from __future__ import annotations

import inspect

import pytest

import aidnet
from aidnet._keywords import PEERS
from aidnet.measures import ROWS


@pytest.fixture
def net() -> aidnet.Network:
    return aidnet.from_edges(["a", "b"], ["b", "c"], [2.0, 1.0])


@pytest.mark.parametrize(
    ("name", "given", "meant"),
    [
        ("pagerank", "alpha", "damping"),
        ("pagerank", "max_iter", "max_iterations"),
        ("pagerank", "tol", "tolerance"),
        ("katz", "tol", "tolerance"),
        ("katz", "apha", "alpha"),
        ("betweenness", "weight", "length"),
        ("betweenness", "normalised", "normalized"),
        ("closeness", "distance", "length"),
        ("sampled_betweenness", "k", "error"),
        ("modularity", "communities", "groups"),
        ("louvain", "resolution_parameter", "resolution"),
        ("constraint", "weight", "weighted"),
        ("group_degree", "S", "group"),
    ],
)
def test_the_one_that_was_meant_is_named(
    net: aidnet.Network, name: str, given: str, meant: str
) -> None:
    with pytest.raises(TypeError) as caught:
        getattr(aidnet, name)(net, **{given: 1})
    assert f"{name}() got an unexpected keyword argument {given!r}" in str(caught.value)
    assert f"; did you mean {meant!r}?" in str(caught.value)
    assert ", threads, progress" in str(caught.value)


def test_weights_are_said_to_be_those_of_the_network(net: aidnet.Network) -> None:
    with pytest.raises(TypeError, match=r"aidnet\.from_networkx\(graph, weight=\.\.\.\)"):
        aidnet.pagerank(net, weight="amount")
    with pytest.raises(TypeError, match=r"'qqq'; it takes damping,"):
        aidnet.pagerank(net, qqq=1)


def test_options_without_names_are_named(net: aidnet.Network) -> None:
    with pytest.raises(TypeError, match=r"shortest_path\(network, source='a', target='c'\)"):
        aidnet.shortest_path(net, "a", "c")
    with pytest.raises(TypeError, match=r"options by name: pagerank\(network, damping=0\.9\)"):
        aidnet.pagerank(net, 0.9)


def test_the_names_meant_are_names_of_options() -> None:
    known = {field["name"] for row in ROWS.values() for field in row["fields"]}
    known |= {"length", "cost", "capacity", "threads", "progress"}
    assert {name for names in PEERS.values() for name in names} <= known


@pytest.mark.parametrize("name", ["group_degree", "group_closeness", "group_betweenness"])
def test_a_group_is_required(net: aidnet.Network, name: str) -> None:
    measure = getattr(aidnet, name)
    for given in ({}, {"group": None}):
        with pytest.raises(TypeError, match=f"{name}\\(\\) needs the keyword argument 'group'"):
            measure(net, **given)
    with pytest.raises(aidnet.ValidationError, match=r"^group names no node"):
        measure(net, group=[])
    assert inspect.signature(measure).parameters["group"].default is inspect.Parameter.empty
    assert "group : iterable of labels\n" in (inspect.getdoc(measure) or "")


NEEDED = sorted(
    (name, field["name"])
    for name, row in ROWS.items()
    for field in row["fields"]
    if field["required"]
)


def test_what_no_call_can_do_without() -> None:
    options = {option for _, option in NEEDED}
    assert options == {"group", "groups", "source", "target", "node", "demand"}
    assert sum(option == "groups" for _, option in NEEDED) == 6


@pytest.mark.parametrize(("name", "option"), NEEDED)
def test_what_is_needed_is_said_to_be(net: aidnet.Network, name: str, option: str) -> None:
    measure = getattr(aidnet, name)
    others = {other for one, other in NEEDED if one == name and other != option}
    for given in ({}, {option: None}):
        with pytest.raises(TypeError, match=f"{name}\\(\\) needs the keyword argument '{option}'"):
            measure(net, **dict.fromkeys(others, "a"), **given)
    assert inspect.signature(measure).parameters[option].default is inspect.Parameter.empty


@pytest.mark.parametrize("given", [0, "club"])
def test_several_labels_are_not_one(net: aidnet.Network, given: object) -> None:
    with pytest.raises(TypeError, match=f"^group is {given!r}; an iterable of labels is needed"):
        aidnet.group_degree(net, group=given)


@pytest.mark.parametrize("name", ["betweenness", "edge_betweenness"])
@pytest.mark.parametrize("option", ["sources", "targets"])
def test_no_nodes_are_not_all_nodes(net: aidnet.Network, name: str, option: str) -> None:
    with pytest.raises(aidnet.ValidationError, match=f"^{option} names no node"):
        getattr(aidnet, name)(net, **{option: []})
