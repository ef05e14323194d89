"""Layouts against their definitions: distances, boxes that do not meet, blocks of a matrix."""

from __future__ import annotations

import numpy as np
import pytest

from aidnet.plot._layout import (
    apart,
    component_layout,
    components,
    majorise,
    neighbours_of,
    radial,
    steps,
)
from aidnet.plot._packing import skyline
from aidnet.plot._room import Room
from aidnet.plot._seriation import by_block
from aidnet.plot._text import wrap

AREA = (0.0, 0.0, 400.0, 300.0)


def graph(n: int, seed: int) -> tuple[np.ndarray, np.ndarray]:  # type: ignore[type-arg]
    rng = np.random.default_rng(seed)
    return rng.integers(0, n, n), rng.integers(0, n, n)


def test_steps_and_components_are_those_of_networkx() -> None:
    import networkx as nx

    for seed in range(40):
        n = 3 + seed
        source, target = graph(n, seed)
        other: nx.Graph[int] = nx.Graph()
        other.add_nodes_from(range(n))
        other.add_edges_from(zip(source.tolist(), target.tolist(), strict=True))
        parts = components(n, source, target)
        assert {tuple(part.tolist()) for part in parts} == {
            tuple(sorted(part)) for part in nx.connected_components(other)
        }
        assert [len(part) for part in parts] == sorted(map(len, parts), reverse=True)
        neighbours = neighbours_of(n, source, target)
        (largest, *_) = parts
        number = {int(u): k for k, u in enumerate(largest)}
        distance = steps([[number[v] for v in neighbours[u]] for u in largest])
        lengths = dict(nx.all_pairs_shortest_path_length(other))
        for u in number:
            for v in number:
                assert distance[number[u], number[v]] == lengths[u][v]


def stress(position: np.ndarray, distance: np.ndarray) -> float:  # type: ignore[type-arg]
    u, v = np.triu_indices(len(position), 1)
    far = np.linalg.norm(position[u] - position[v], axis=1)
    return float(((far / distance[u, v] - 1) ** 2).sum())


def test_majorisation_never_makes_it_worse() -> None:
    for n, ties in ((6, [(k, k + 1) for k in range(5)]), (9, [(0, k) for k in range(1, 9)]),
                    (8, [(k, (k + 1) % 8) for k in range(8)])):  # fmt: skip
        source, target = np.array(ties).T
        neighbours = neighbours_of(n, source, target)
        distance = steps(neighbours)
        last = stress(radial(neighbours, distance), distance)
        for sweeps in (1, 5, 20, 120):
            now = stress(majorise(radial(neighbours, distance), distance, sweeps), distance)
            assert now <= last + 1e-9
            last = now


def test_a_path_is_a_line_and_a_ring_is_round() -> None:
    path = component_layout([[1], [0, 2], [1, 3], [2]])
    assert np.diff(path[:, 0]) == pytest.approx([1, 1, 1], abs=0.02)
    assert np.ptp(path[:, 1]) < 0.05
    ring = component_layout([[5, 1], [0, 2], [1, 3], [2, 4], [3, 5], [4, 0]])
    far = np.linalg.norm(ring - ring.mean(axis=0), axis=1)
    assert far == pytest.approx(np.full(6, far.mean()), rel=0.02)


def test_discs_come_apart() -> None:
    for seed in range(30):
        rng = np.random.default_rng(seed)
        n = int(rng.integers(2, 60))
        radius = rng.uniform(2, 9, n)
        position = rng.uniform(0, 300, (n, 2)) if seed else np.full((n, 2), 150.0)
        none = (np.array([], dtype=int), np.array([], dtype=int))
        at = apart(position, radius, AREA, none)
        gap = np.linalg.norm(at[:, None] - at[None], axis=2) - radius[:, None] - radius[None]
        np.fill_diagonal(gap, 1)
        assert gap.min() > 0
        assert (at - radius[:, None] >= -1e-6).all()
        assert (at + radius[:, None] <= np.array(AREA[2:]) + 1e-6).all()


def test_boxes_do_not_meet() -> None:
    for seed in range(60):
        rng = np.random.default_rng(seed)
        sizes = rng.uniform(1, 40, (int(rng.integers(1, 50)), 2))
        corners, height = skyline(sizes, 100.0)
        ends = corners + sizes
        assert (corners >= 0).all()
        assert ends[:, 0].max() <= 100 + 1e-9
        assert ends[:, 1].max() == pytest.approx(height)
        for k in range(len(sizes)):
            meets = ((corners < ends[k] - 1e-6) & (ends > corners[k] + 1e-6)).all(axis=1)
            assert meets.sum() == 1  # itself


def test_names_find_room_or_none() -> None:
    room = Room((0, 0, 100, 40), discs=np.array([[50.0, 20.0, 5.0]]))
    size = np.array([30.0, 8.0])
    spots = [room.place(50, 20, 5, size) for _ in range(20)]
    assert spots[0] is not None
    assert spots[0].side == 1
    assert spots[-1] is None
    boxes = room.boxes
    for k, (left, low, right, top) in enumerate(boxes):
        assert left >= 0
        assert top <= 40
        for other in boxes[:k]:
            assert left >= other[2] or right <= other[0] or low >= other[3] or top <= other[1]


def test_names_avoid_lines() -> None:
    line = np.column_stack([np.arange(55.0, 100), np.full(45, 20.0)])
    room = Room((0, 0, 100, 40), discs=np.array([[50.0, 20.0, 5.0]]), lines=line)
    spot = room.place(50, 20, 5, np.array([30.0, 8.0]))
    assert spot is not None
    assert spot.side == -1


def test_lines_of_names() -> None:
    assert wrap("Beijing") == "Beijing"
    assert wrap("Liangshan Yi Autonomous Prefecture").split("\n") == [
        "Liangshan Yi", "Autonomous", "Prefecture",
    ]  # fmt: skip
    assert wrap("水城县装备制造技能实训中心", 16) == "水城县装备制造技\n能实训中心"


def test_separate_blocks_share_neither_rows_nor_columns() -> None:
    for seed in range(30):
        rng = np.random.default_rng(seed)
        hidden = np.zeros((12, 10))
        hidden[:5, :4] = rng.uniform(1, 9, (5, 4))
        hidden[5:, 4:] = rng.uniform(1, 9, (7, 6))
        rows, columns = rng.permutation(12), rng.permutation(10)
        shuffled = hidden[np.ix_(rows, columns)]
        first, second = by_block(shuffled, shuffled > 0)
        ordered = shuffled[np.ix_(first, second)]
        assert sorted(first.tolist()) == list(range(12))
        blocks = [(7, 6), (5, 4)] if hidden[5:].sum() > hidden[:5].sum() else [(5, 4), (7, 6)]
        high, wide = blocks[0]
        assert (ordered[:high, wide:] == 0).all()
        assert (ordered[high:, :wide] == 0).all()


def test_the_largest_block_is_first() -> None:
    """Three blocks, of which the one with the least strong rows is the largest together."""
    hidden = np.zeros((8, 8))
    hidden[:1, :1] = 50
    hidden[1:6, 1:6] = 6  # 150 together, 30 a row
    hidden[6:, 6:] = 20  # 80 together
    for seed in range(20):
        rng = np.random.default_rng(seed)
        shuffled = hidden[np.ix_(rng.permutation(8), rng.permutation(8))]
        ordered = shuffled[np.ix_(*by_block(shuffled, shuffled > 0))]
        assert np.diag(ordered).tolist() == [6, 6, 6, 6, 6, 20, 20, 50]


def test_like_stands_beside_like() -> None:
    """Row k has entries in the columns k and k + 1: a stair, whose steps are found again."""
    hidden = np.eye(9, 10) + np.eye(9, 10, 1)
    for seed in range(20):
        rng = np.random.default_rng(seed)
        shuffled = hidden[np.ix_(rng.permutation(9), rng.permutation(10))]
        ordered = shuffled[np.ix_(*by_block(shuffled, shuffled > 0))]
        assert (ordered == hidden).all() or (ordered == hidden[::-1, ::-1]).all()
