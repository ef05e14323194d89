"""A* against NetworkX."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
import numpy as np
import pytest

import aidnet
from support.lengths import networks_with_lengths


@pytest.mark.parametrize("directed", [True, False])
def test_parity_with_networkx(directed: bool) -> None:
    """As long as NetworkX's, with nothing, a part or all of the distances known."""
    for seed, net, length, graph, attribute in networks_with_lengths(directed=directed):
        if len(net) == 0:
            continue
        rng = np.random.default_rng(seed)
        for source, target in rng.choice(net.nodes, (3, 2)):
            to = nx.single_source_dijkstra_path_length(
                graph.reverse() if directed else graph, target, weight=attribute
            )
            known = {v: to.get(v, 1e9) * rng.choice([0.0, 0.5, 0.999999]) for v in graph}
            ask = {"source": source, "target": target, "length": length, "heuristic": known}
            if source not in to:
                with pytest.raises(aidnet.UndefinedError, match="there is no path"):
                    aidnet.astar_path(net, **ask)
                continue
            ours = aidnet.astar_path(net, **ask)
            assert (ours[0], ours[-1]) == (source, target)
            ours_is = sum(graph.edges[e].get(attribute, 1.0) for e in pairwise(ours))
            theirs = nx.astar_path_length(
                graph, source, target, lambda v, _, known=known: known[v], weight=attribute
            )
            assert ours_is == pytest.approx(theirs, rel=1e-9), f"seed {seed}"


def test_what_is_refused() -> None:
    net = aidnet.from_edges(["a"], ["b"])

    def refuse(match: str, **heuristic: float) -> None:
        with pytest.raises(aidnet.ValidationError, match=match):
            aidnet.astar_path(net, source="a", target="b", heuristic=heuristic)

    refuse("heuristic of node a is -1", a=-1, b=0)
    refuse("heuristic of node b is 2; it is the target", a=0, b=2)
    with pytest.raises(TypeError, match="needs the keyword argument 'source'"):
        aidnet.astar_path(net, target="b")
