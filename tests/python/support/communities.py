"""Modularity by its definition, in NumPy, and networks with communities."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np

if TYPE_CHECKING:
    import aidnet


def modularity_by_numpy(net: aidnet.Network, groups: Any, resolution: float = 1.0) -> float:
    """The sum over all pairs; a loop of an undirected network counts from both ends."""
    weights = net.to_scipy().toarray()
    if not net.directed:
        np.fill_diagonal(weights, 2 * weights.diagonal())
    total = weights.sum()
    if not total:
        return math.nan
    same = np.equal.outer(np.asarray(groups), np.asarray(groups))
    random = np.outer(weights.sum(axis=1) / total, weights.sum(axis=0) / total)
    return float(((weights / total - resolution * random) * same).sum())


def planted(seed: int) -> nx.Graph[Any]:
    """Ten groups of twenty, six ties a node within and two across, more or less."""
    return nx.planted_partition_graph(10, 20, 0.3, 0.011, seed=seed)
