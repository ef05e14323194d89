"""Opsahl's degree against its formula from NetworkX's degrees."""

from __future__ import annotations

import pytest

import aidnet
from support.cases import assert_close, networks, to_networkx


@pytest.mark.parametrize("alpha", [0.0, 0.5, 1.0, 1.5])
def test_parity_with_networkx(alpha: float) -> None:
    for seed, net in networks():
        graph = to_networkx(net)
        sides = {"all": graph.degree}
        if net.directed:
            sides |= {"out": graph.out_degree, "in": graph.in_degree}
        for mode, view in sides.items():
            strength = dict(view(weight="weight"))
            expected = {u: k ** (1 - alpha) * strength[u] ** alpha if k else 0.0 for u, k in view()}
            assert_close(aidnet.opsahl_degree(net, mode=mode, alpha=alpha), expected, seed)


def test_few_or_many_partners() -> None:
    """Of three with the same strength 8, alpha below 1 favours many ties, above 1 few."""
    net = aidnet.from_edges(["a", *"bb", *"cccc"], list("xxyxyzw"), [8.0, 4, 4, 2, 2, 2, 2])
    half = aidnet.opsahl_degree(net, mode="out", alpha=0.5)[["a", "b", "c"]]
    assert half.round(3).tolist() == [2.828, 4.0, 5.657]
    more = aidnet.opsahl_degree(net, mode="out", alpha=1.5)[["a", "b", "c"]]
    assert more.round(3).tolist() == [22.627, 16.0, 11.314]
