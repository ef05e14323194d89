"""Where the nodes of the network stand on the page: components side by side."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from aidnet.plot._layout import component_layout, components, neighbours_of
from aidnet.plot._packing import skyline
from aidnet.report._nets import Net, touched

if TYPE_CHECKING:
    from aidnet.network import Array

TALL = 0.64
"""Height of the area as a share of its width."""
MARGIN = 1.0
"""Room around a component, in steps."""


def lay_out(net: Net) -> None:
    """Place the nodes of the kept edges, each coordinate between 0 and 1, y upwards; once."""
    nodes = touched(net.edges)
    if not nodes or net.position:
        return
    number = {node: k for k, node in enumerate(nodes)}
    source = np.array([number[edge.source] for edge in net.edges])
    target = np.array([number[edge.target] for edge in net.edges])
    neighbours = neighbours_of(len(nodes), source, target)
    parts = components(len(nodes), source, target)
    shapes = []
    for part in parts:
        own = {int(u): k for k, u in enumerate(part)}
        shapes.append(_shape(tuple(tuple(own[v] for v in neighbours[u]) for u in part)))
    sizes = np.array([shape.max(axis=0) + MARGIN for shape in shapes])
    width = max(float(np.sqrt(sizes.prod(axis=1).sum() / TALL)), float(sizes[:, 0].max()))
    corners, height = skyline(sizes, width)
    at = np.zeros((len(nodes), 2))
    for part, shape, corner in zip(parts, shapes, corners, strict=True):
        at[part] = shape + corner + MARGIN / 2
    across = float((corners[:, 0] + sizes[:, 0]).max())
    at = np.clip(np.round(at / np.array([across, height]), 4), 0, 1)
    net.position = {node: (float(at[k, 0]), float(at[k, 1])) for k, node in enumerate(nodes)}


@lru_cache(maxsize=1024)
def _shape(neighbours: tuple[tuple[int, ...], ...]) -> Array:
    """Positions of one component a step apart; small ones recur in most networks."""
    return component_layout([list(one) for one in neighbours])
