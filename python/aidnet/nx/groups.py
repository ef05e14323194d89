"""networkx.algorithms.centrality: groups and elected committees."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from aidnet.nx._kernels import run
from aidnet.nx._refusals import any_of, function_of_edges, no_sets
from aidnet.nx._serve import Work, serves
from aidnet.nx.weighted_paths import require_sources

if TYPE_CHECKING:
    from collections.abc import Collection

    from aidnet.nx._graph import NxGraph


@serves(refuses=any_of(no_sets("S"), function_of_edges))
def group_closeness_centrality(graph: NxGraph, S: Collection[Any], weight: Any) -> float:
    """A node without a path counts as if it were at distance zero, as in NetworkX."""
    require_sources(graph, S)
    others = len(graph) - len(S)
    options = {"group": [graph.numbers[node] for node in S], "mode": "in"}
    lengths = graph.lengths(weight)
    plain = run("group_closeness", graph.ties, lengths, wf_improved=False, **options)["value"]
    if others == 0 or plain == 0 or math.isinf(plain):
        return 0
    improved = run("group_closeness", graph.ties, lengths, wf_improved=True, **options)["value"]
    return float(plain * plain / improved)  # of those with a path, to all others


@serves(Work.MANY_VISITS)
def voterank(graph: NxGraph, number_of_nodes: int | None) -> list[Any]:
    """By NetworkX's sums, whose rounding decides between equals."""
    n = len(graph)
    count = n if number_of_nodes is None or number_of_nodes > n else number_of_nodes
    return graph.labels(graph.adjacency.voterank(graph.directed, count))
