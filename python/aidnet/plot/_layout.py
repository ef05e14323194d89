"""Where the nodes of a network stand: each component by its distances, all packed side by side.

A component is laid out by stress majorisation (Gansner, Koren and North 2005,
doi:10.1007/978-3-540-31843-9_25) of the numbers of steps between its nodes, from a radial tree.
Nothing is random, so that the same network always looks the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from aidnet.network import Array


SWEEPS = 120
PUSHES = 200
GAP = 2.0
ARROW_GAP = 17.0
"""Points between discs, and between those that an arrow joins."""
GOLDEN = np.pi * (3 - np.sqrt(5))


def components(n: int, source: Array, target: Array) -> list[Array]:
    """The nodes of each weak component, edges of weight zero included; the largest first."""
    neighbours = neighbours_of(n, source, target)
    seen, found = np.zeros(n, bool), []
    for start in range(n):
        if seen[start]:
            continue
        seen[start], queue = True, [start]
        for u in queue:
            for v in neighbours[u]:
                if not seen[v]:
                    seen[v] = True
                    queue.append(v)
        found.append(np.array(sorted(queue)))
    return sorted(found, key=lambda part: (-len(part), part[0]))


def neighbours_of(n: int, source: Array, target: Array) -> list[list[int]]:
    """The neighbours of each node, whichever way the edge goes, in ascending order."""
    sets: list[set[int]] = [set() for _ in range(n)]
    for u, v in zip(source.tolist(), target.tolist(), strict=True):
        if u != v:
            sets[u].add(v)
            sets[v].add(u)
    return [sorted(one) for one in sets]


def steps(neighbours: list[list[int]]) -> Array:
    """Number of steps between each two nodes of a connected graph."""
    n = len(neighbours)
    distance = np.zeros((n, n))
    for start in range(n):
        depth = {start: 0}
        queue = [start]
        for u in queue:
            for v in neighbours[u]:
                if v not in depth:
                    depth[v] = depth[u] + 1
                    queue.append(v)
        distance[start, list(depth)] = list(depth.values())
    return distance


def radial(neighbours: list[list[int]], distance: Array) -> Array:
    """The tree of shortest paths from the middle: a ring a step, a sector a branch."""
    n = len(neighbours)
    degree = np.array([len(one) for one in neighbours])
    middle = int(np.lexsort((np.arange(n), -degree, distance.sum(axis=1), distance.max(axis=1)))[0])
    order, parent = [middle], {middle: -1}
    for u in order:
        for v in neighbours[u]:
            if v not in parent:
                parent[v] = u
                order.append(v)
    leaves = np.zeros(n)
    for u in reversed(order):
        leaves[u] = max(leaves[u], 1)
        if parent[u] >= 0:
            leaves[parent[u]] += leaves[u]
    begin, position = np.zeros(n), np.zeros((n, 2))
    used = np.zeros(n)
    for u in order[1:]:
        above = parent[u]
        begin[u] = begin[above] + used[above]
        share = 2 * np.pi * leaves[u] / leaves[middle]
        used[above] += share
        angle = begin[u] + share / 2
        position[u] = distance[middle, u] * np.array([np.cos(angle), np.sin(angle)])
    # A touch off the rings, so that no two nodes of a symmetric graph coincide.
    spiral = np.arange(n) * GOLDEN
    return position + 1e-3 * np.stack([np.cos(spiral), np.sin(spiral)], axis=1)


def majorise(position: Array, distance: Array, sweeps: int = SWEEPS) -> Array:
    """Move nodes until the distances drawn are as near to the steps as they get."""
    n = len(position)
    if n < 3:
        return position
    with np.errstate(divide="ignore"):
        weight = np.where(distance > 0, 1 / distance**2, 0.0)
    laplacian = np.diag(weight.sum(axis=1)) - weight
    inverse = np.linalg.inv(laplacian + 1.0 / n) - 1.0 / n
    for _ in range(sweeps):
        apart = np.linalg.norm(position[:, None] - position[None], axis=2)
        with np.errstate(divide="ignore", invalid="ignore"):
            pull = np.where(apart > 1e-12, weight * distance / apart, 0.0)
        position = inverse @ (np.diag(pull.sum(axis=1)) @ position - pull @ position)
    return position


def upright(position: Array) -> Array:
    """Turned so that the long side lies across, as names do; nodes in order from the left."""
    centred = position - position.mean(axis=0)
    (xx, xy), (_, yy) = centred.T @ centred
    angle = 0.5 * np.arctan2(2 * xy, xx - yy)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    turned: Array = centred @ turn
    turned *= np.where(turned[0] > 1e-9, -1.0, 1.0)  # the first node lies left and below
    return turned


def component_layout(neighbours: list[list[int]]) -> Array:
    """Positions of one component, a step about 1 apart, from (0, 0) to the right and up."""
    n = len(neighbours)
    if n == 1:
        return np.zeros((1, 2))
    distance = steps(neighbours)
    position = upright(majorise(radial(neighbours, distance), distance))
    rounded: Array = np.round(position - position.min(axis=0), 6)
    return rounded


def apart(
    position: Array,
    radius: Array,
    area: tuple[float, float, float, float],
    ties: tuple[Array, Array],
) -> Array:
    """Push discs apart that touch, farther where an arrow runs between them, and into the area."""
    position = position.copy()
    n = len(position)
    low = np.stack([area[0] + radius, area[1] + radius], axis=1)
    high = np.maximum(np.stack([area[2] - radius, area[3] - radius], axis=1), low)
    gap = np.full((n, n), GAP)
    gap[ties] = gap[ties[::-1]] = ARROW_GAP
    need = radius[:, None] + radius[None] + gap
    np.fill_diagonal(need, 0)
    spiral = np.arange(n) * GOLDEN
    way = np.stack([np.cos(spiral), np.sin(spiral)], axis=1)
    for _ in range(PUSHES):
        position = np.clip(position, low, high)
        away = position[:, None] - position[None]
        far = np.linalg.norm(away, axis=2)
        close = far < need - 1e-9
        if not close.any():
            break
        # Nodes at one point leave it each its own way.
        away = np.where((far < 1e-9)[:, :, None], way[:, None] - way[None], away)
        push = np.where(close, (need - far) / 2 + 1e-3, 0.0) / np.maximum(
            np.linalg.norm(away, axis=2), 1e-9
        )
        position += 0.8 * (away * push[:, :, None]).sum(axis=1)
    inside: Array = np.round(np.clip(position, low, high), 6)
    return inside
