"""All pairs of nodes from the definition, in NumPy: distances, paths, what lies between."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np

if TYPE_CHECKING:
    import pandas as pd

    Array = np.ndarray[Any, Any]


def lengths_of(graph: nx.Graph[Any], attribute: str | None) -> Array:
    """The matrix of lengths, infinite where there is no edge."""
    lengths = nx.to_numpy_array(graph, weight=attribute, nonedge=np.inf)
    np.fill_diagonal(lengths, np.inf)
    return lengths


def distances_of(graph: nx.Graph[Any], attribute: str | None) -> Array:
    """NetworkX's distances between all pairs, infinite where there is no path."""
    place = {label: k for k, label in enumerate(graph)}
    matrix = np.full((len(place), len(place)), np.inf)
    for source in graph:
        found = nx.single_source_dijkstra_path_length(graph, source, weight=attribute)
        for target, distance in found.items():
            matrix[place[source], place[target]] = distance
    return matrix


def path_counts(lengths: Array, distances: Array) -> Array:
    """Numbers of shortest paths, for lengths above 0 whose sums are exact."""
    counts = np.eye(len(distances))
    for s, far in enumerate(distances):
        for v in np.argsort(far, kind="stable"):
            if v != s and np.isfinite(far[v]):
                before = far + lengths[:, v] == far[v]
                counts[s, v] = counts[s, before].sum()
    return counts


def on_paths(distances: Array, v: int) -> Array:
    """For which pairs (s, t) of other nodes v lies on a shortest path."""
    through = distances[:, [v]] + distances[[v], :] == distances
    through &= np.isfinite(distances)
    through[v, :] = through[:, v] = False
    np.fill_diagonal(through, val=False)
    return through


def by_edge(
    ours: pd.Series[float], theirs: dict[Any, float], *, directed: bool
) -> dict[Any, float]:
    """Their values in our order; edges of weight zero or infinite length have 0."""
    return {
        (u, v): theirs.get((u, v), 0.0 if directed else theirs.get((v, u), 0.0))
        for u, v in ours.index
    }
