"""Costs: the caller's own values of any sign, and what is refused."""

from __future__ import annotations

import pickle

import numpy as np
import pytest

import aidnet
from aidnet import Cost
from aidnet.cost import as_cost


@pytest.fixture
def net() -> aidnet.Network:
    return aidnet.from_edges(["b", "a", "a"], ["c", "b", "c"], [5.0, 4.0, 1.0], nodes=list("abc"))


def test_values_are_in_the_order_of_edges(net: aidnet.Network) -> None:
    for kind in (list, tuple, np.array):
        assert Cost(kind([1.0, -2.0, 0.0])).resolve(net).values.tolist() == [1, -2, 0]
    assert Cost.unit().resolve(net).values.tolist() == []


def test_values_are_copied(net: aidnet.Network) -> None:
    values = np.ones(3)
    cost = Cost(values)
    values[:] = np.nan
    assert cost.resolve(net).values.tolist() == [1, 1, 1]


def test_undirected_edges_have_one_cost(net: aidnet.Network) -> None:
    around = net.to_undirected()
    assert Cost([1.0, -2.0, 3.0]).resolve(around).values.tolist() == [1, -2, 1, 3, -2, 3]


def test_repr() -> None:
    assert repr(Cost([1.0, 2.0])) == "Cost(<2 values>)"
    assert repr(Cost.unit()) == "Cost.unit()"


def test_what_is_refused(net: aidnet.Network) -> None:
    with pytest.raises(aidnet.ValidationError, match="2 costs for 3 edges"):
        Cost([1.0, 2.0]).resolve(net)
    for value in (np.nan, np.inf, -np.inf):
        with pytest.raises(aidnet.ValidationError, match=r"a → c is -?(nan|inf)"):
            Cost([1.0, value, 1.0]).resolve(net)
    with pytest.raises(aidnet.ValidationError, match="costs must be one-dimensional"):
        Cost([[1.0]])
    with pytest.raises(aidnet.ValidationError, match=r"'unit' or aidnet\.Cost"):
        as_cost("weight")
    for numbers in (net.weights, [1, 1, 1], 1.0, None):
        with pytest.raises(TypeError, match=r"weights are strengths.*aidnet\.Cost\(values\)"):
            as_cost(numbers)


def test_error_of_a_negative_cycle() -> None:
    error = aidnet.NegativeCycleError("round and round", ["a", "b"])
    assert isinstance(error, aidnet.UndefinedError)
    again = pickle.loads(pickle.dumps(error))  # noqa: S301
    for one in (error, again):
        assert str(one) == "round and round"
        assert one.cycle == ["a", "b"]


def test_values_by_the_name_of_an_attribute(net: aidnet.Network) -> None:
    graph = net.to_networkx(weight="fee")
    found = aidnet.bellman_ford(graph, cost=Cost("fee"), source="a")
    assert found.equals(aidnet.bellman_ford(net, cost=Cost(net.weights), source="a"))
    with pytest.raises(aidnet.ValidationError, match="costs: edges have no 'km'"):
        aidnet.bellman_ford(graph, cost=Cost("km"), source="a")
