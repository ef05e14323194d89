"""Capacities: the network's weights, the caller's own values, and what is refused."""

from __future__ import annotations

import numpy as np
import pytest

import aidnet
from aidnet import Capacity
from aidnet.capacity import as_capacity


@pytest.fixture
def net() -> aidnet.Network:
    return aidnet.from_edges(["b", "a", "a"], ["c", "b", "c"], [5.0, 4.0, 1.0], nodes=list("abc"))


def test_the_name_of_an_attribute_is_said_to_be_wrapped() -> None:
    net = aidnet.from_edges(["a"], ["b"])
    for given, kind in (("capacity", "Capacity"), ("cost", "Cost"), ("length", "Length")):
        measure = aidnet.closeness if given == "length" else aidnet.minimum_cost_flow
        more = {} if given == "length" else {"demand": {}}
        with pytest.raises(aidnet.ValidationError, match=f"edges: aidnet.{kind}\\('km'\\)$"):
            measure(net, **{given: "km"}, **more)


def test_values_are_in_the_order_of_edges(net: aidnet.Network) -> None:
    for kind in (list, tuple, np.array):
        assert Capacity(kind([1.0, np.inf, 0.0])).resolve(net).values.tolist() == [1, np.inf, 0]
    assert Capacity.weight().resolve(net).values.tolist() == [4, 1, 5]
    assert as_capacity("weight").resolve(net).values.tolist() == [4, 1, 5]


def test_values_are_copied(net: aidnet.Network) -> None:
    values = np.ones(3)
    capacity = Capacity(values)
    values[:] = np.nan
    assert capacity.resolve(net).values.tolist() == [1, 1, 1]


def test_undirected_edges_have_one_capacity(net: aidnet.Network) -> None:
    around = net.to_undirected()
    assert Capacity([1.0, 2.0, 3.0]).resolve(around).values.tolist() == [1, 2, 1, 3, 2, 3]


def test_measures_say_what_they_used(net: aidnet.Network) -> None:
    ends = {"source": "a", "target": "c"}
    assert aidnet.maximum_flow(net, **ends).attrs["capacity"] == "Capacity.weight()"
    ones = Capacity([1.0, 1.0, 1.0])
    assert aidnet.maximum_flow(net, capacity=ones, **ends).attrs["capacity"] == repr(ones)
    assert repr(ones) == "Capacity(<3 values>)"


def test_what_is_refused(net: aidnet.Network) -> None:
    with pytest.raises(aidnet.ValidationError, match="2 capacities for 3 edges"):
        Capacity([1.0, 2.0]).resolve(net)
    for value in (np.nan, -1.0):
        with pytest.raises(aidnet.ValidationError, match=r"a → c is (nan|-1)"):
            Capacity([1.0, value, 1.0]).resolve(net)
    with pytest.raises(aidnet.ValidationError, match="a → c is -1"):
        aidnet.gomory_hu_tree(net.to_undirected(), capacity=Capacity([1.0, -1.0, 1.0]))
    with pytest.raises(aidnet.ValidationError, match="capacities must be one-dimensional"):
        Capacity([[1.0]])
    with pytest.raises(aidnet.ValidationError, match=r"'weight' or aidnet\.Capacity"):
        as_capacity("unit")
    for numbers in (net.weights, [1, 1, 1], 1.0, None):
        with pytest.raises(TypeError, match=r"wrap them: aidnet\.Capacity\(values\)"):
            as_capacity(numbers)


def test_values_by_the_name_of_an_attribute(net: aidnet.Network) -> None:
    graph = net.to_networkx(weight="lorries")
    by_name = aidnet.maximum_flow(graph, source="a", target="c", capacity=Capacity("lorries"))
    assert by_name.attrs["value"] == aidnet.maximum_flow(net, source="a", target="c").attrs["value"]
    with pytest.raises(aidnet.ValidationError, match="capacities: edges have no 'km'"):
        aidnet.maximum_flow(graph, source="a", target="c", capacity=Capacity("km"))
