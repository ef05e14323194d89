"""Cheapest paths: what they cost is compared beside bellman_ford."""

from __future__ import annotations

import pytest

import aidnet


def test_ends_must_be_given_and_known() -> None:
    net = aidnet.from_edges(["a"], ["b"])
    with pytest.raises(TypeError, match="needs the keyword argument 'target'"):
        aidnet.bellman_ford_path(net, source="a")
    with pytest.raises(aidnet.UnknownNodeError, match="target"):
        aidnet.bellman_ford_path(net, source="a", target="c")
    with pytest.raises(aidnet.UndefinedError, match="no path from node b to node a"):
        aidnet.bellman_ford_path(net, source="b", target="a")


def test_a_negative_cycle_anywhere_within_reach_is_named() -> None:
    net = aidnet.from_edges(list("aabc"), list("bdcb"))
    cost = aidnet.Cost([1.0, 1.0, -2.0, 1.0])  # a-b, a-d, b-c, c-b
    with pytest.raises(aidnet.NegativeCycleError, match="b → c → b") as error:
        aidnet.bellman_ford_path(net, source="a", target="d", cost=cost)
    assert error.value.cycle == ["b", "c"]
    path = aidnet.bellman_ford_path(net, source="d", target="d", cost=cost)
    assert path.to_list() == ["d"]
