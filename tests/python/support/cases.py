"""Random networks of every kind that breaks things, for parity with peer libraries."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import numpy as np

import aidnet

if TYPE_CHECKING:
    from collections.abc import Iterator

    import networkx as nx
    import pandas as pd

DEEP = bool(os.environ.get("AIDNET_DEEP"))  # by ./dev test --deep, for ten times as many cases
CASES = 2_200 if DEEP else 220


def random_network(seed: int, *, directed: bool | None = None) -> aidnet.Network:
    """0 to 30 nodes, loops, two modes, stored zeros, isolated nodes, weights over 12 decades."""
    rng = np.random.default_rng(seed)
    n = seed // 25 % 3 if seed % 25 == 0 else int(rng.integers(2, 31))
    arcs = int(n * rng.choice([0.5, 1.2, 3.0, 8.0])) if n else 0
    active = max(1, n - int(rng.integers(0, 4)))
    source, target = rng.integers(0, active, (2, arcs)) if arcs else np.zeros((2, 0), dtype=int)
    if seed % 7 == 3 and active > 1:  # two-mode: donors give only, recipients receive only
        donors = active // 2
        source, target = source % donors, donors + target % (active - donors)
    if seed % 2:
        source, target = source[source != target], target[source != target]
    kind = seed % 3
    weight = np.ones(source.size)
    if kind == 1:
        weight = rng.integers(1, 5, source.size).astype(float)
    elif kind == 2:
        weight = 10.0 ** rng.uniform(-6, 6, source.size)
    if seed % 4 == 0:
        weight[rng.random(source.size) < 0.1] = 0.0
    labels = np.array([f"party {k}" for k in range(n)], dtype=object)
    return aidnet.from_edges(
        labels[source],
        labels[target],
        weight,
        nodes=labels,
        directed=bool(rng.integers(0, 2)) if directed is None else directed,
    )


def networks(share: float = 1.0, **options: Any) -> Iterator[tuple[int, aidnet.Network]]:
    """The cases that every measure is compared on: at least 200 if it is defined on `share`."""
    for seed in range(int(CASES / share)):
        yield seed, random_network(seed, **options)


def to_networkx(network: aidnet.Network) -> nx.Graph[Any]:
    """As a NetworkX graph without edges of weight zero, which are no ties for aidnet."""
    graph = network.to_networkx()
    graph.remove_edges_from([(u, v) for u, v, w in graph.edges(data="weight") if w == 0])
    return graph


def assert_close(
    actual: pd.Series[float], expected: dict[Any, float], seed: int, tolerance: float = 1e-9
) -> None:
    """Equal within `tolerance` of the largest magnitude; NaN where NaN."""
    assert list(actual.index) == list(expected), f"seed {seed}"
    values = np.array(list(expected.values()), dtype=float)
    scale = np.max(np.abs(values), initial=0.0, where=np.isfinite(values))
    np.testing.assert_allclose(
        actual.to_numpy(dtype=float), values, rtol=0, atol=tolerance * scale, err_msg=f"seed {seed}"
    )
