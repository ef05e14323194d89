"""The graph's arrays seen from NumPy and SciPy: one memory, read-only, outliving the graph."""

from __future__ import annotations

import gc

import numpy as np
import pytest

import aidnet
from support.cases import networks

ARRAYS = ["indptr", "indices", "weights"]


@pytest.fixture
def net() -> aidnet.Network:
    return aidnet.from_edges(range(50), [(7 * k) % 50 for k in range(50)], np.arange(1.0, 51.0))


@pytest.mark.parametrize("name", ARRAYS)
def test_arrays_share_memory(net: aidnet.Network, name: str) -> None:
    first, second = getattr(net, name), getattr(net, name)
    assert np.shares_memory(first, second)
    assert first.__array_interface__["data"] == second.__array_interface__["data"]
    assert not first.flags.owndata


@pytest.mark.parametrize("name", ARRAYS)
def test_arrays_are_read_only(net: aidnet.Network, name: str) -> None:
    array = getattr(net, name)
    with pytest.raises(ValueError, match="read-only"):
        array[0] = 1
    with pytest.raises(ValueError, match="WRITEABLE"):
        array.flags.writeable = True


def test_types(net: aidnet.Network) -> None:
    assert net.weights.dtype == np.float64
    assert net.indptr.dtype == net.indices.dtype
    assert net.indices.dtype in (np.int32, np.int64)


def test_scipy_shares_memory(net: aidnet.Network) -> None:
    matrix = net.to_scipy()
    assert np.shares_memory(matrix.data, net.weights)
    assert np.shares_memory(matrix.indices, net.indices)
    assert np.shares_memory(matrix.indptr, net.indptr)
    assert not matrix.data.flags.writeable
    np.testing.assert_array_equal(matrix @ np.ones(50), np.asarray(net.nodes) + 1.0)


def test_arrays_outlive_the_network(net: aidnet.Network) -> None:
    arrays = [getattr(net, name) for name in ARRAYS]
    copies = [array.copy() for array in arrays]
    matrix = net.to_scipy()
    dense = matrix.toarray()
    del net
    gc.collect()
    _ = [np.full(10_000, 7) for _ in range(50)]  # whatever was freed is overwritten
    for array, expected in zip(arrays, copies, strict=True):
        np.testing.assert_array_equal(array, expected)
    np.testing.assert_array_equal(matrix.toarray(), dense)


def test_reverse_shares_the_transpose(net: aidnet.Network) -> None:
    back = net.reverse()
    assert np.shares_memory(back.reverse().weights, net.weights)
    assert np.shares_memory(net.reverse().weights, back.weights)


def test_results_own_their_memory_once() -> None:
    scores = aidnet.pagerank(aidnet.from_edges(["a"], ["b"]))
    assert np.shares_memory(scores.to_numpy(), scores.to_numpy())
    assert scores.to_numpy().base is not None


def test_dense_matrix_equals_the_definition() -> None:
    for _, net in networks():
        dense = np.zeros((net.node_count, net.node_count))
        place = {label: k for k, label in enumerate(net.nodes)}
        for source, target, weight in net.edges.itertuples(index=False):
            dense[place[source], place[target]] += weight
            if not net.directed and source != target:
                dense[place[target], place[source]] += weight
        np.testing.assert_array_equal(net.to_scipy().toarray(), dense)
