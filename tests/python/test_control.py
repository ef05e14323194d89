"""Threads, progress, Ctrl-C, the GIL and worker processes, on calls of every length."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import warnings
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

import aidnet

if TYPE_CHECKING:
    from collections.abc import Iterator


def ring(nodes: int = 10_000) -> aidnet.Network:
    k = np.arange(nodes)
    return aidnet.from_edges(k, (k + 1) % nodes)


def endless(net: aidnet.Network, **options: Any) -> Any:
    """A walk that never settles: all of the mass goes round and round."""
    start = {net.nodes[0]: 1.0}
    return aidnet.pagerank(
        net, damping=1.0, personalization=start, max_iterations=2_000_000_000, **options
    )


def big(nodes: int = 20_000, edges: int = 200_000) -> aidnet.Network:
    rng = np.random.default_rng(3)
    source, target = rng.integers(0, nodes, (2, edges))
    return aidnet.from_edges(source, target, rng.random(edges))


@pytest.fixture
def interrupts_in_measures() -> Iterator[None]:
    """Ctrl-C counts while a measure runs; earlier it could be lost in somebody's callback."""

    def handler(_: int, frame: Any) -> None:
        if frame.f_code.co_filename.endswith("_factory.py"):
            raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize("threads", [1, 2, None])
@pytest.mark.usefixtures("interrupts_in_measures")
def test_ctrl_c_ends_a_call_that_would_never_end(threads: int | None) -> None:
    """The other thread can only count, and then interrupt, because the call holds no GIL."""
    net = ring()
    for _ in range(5):
        counted: list[int] = []
        ended = threading.Event()

        def count_and_interrupt(counted: list[int] = counted, ended: Any = ended) -> None:
            counted.extend(range(20_000))
            while not ended.wait(0.01):
                os.kill(os.getpid(), signal.SIGINT)

        other = threading.Thread(target=count_and_interrupt)
        other.start()
        with pytest.raises(KeyboardInterrupt):
            endless(net, threads=threads)
        ended.set()
        other.join()
        assert len(counted) == 20_000
    assert aidnet.pagerank(net).sum() == pytest.approx(1.0)


def test_progress_counts_up_to_one() -> None:
    seen: list[float] = []
    aidnet.pagerank(big(), progress=seen.append, tolerance=1e-14)
    assert seen[-1] == 1.0
    assert seen == sorted(seen)
    assert all(0.0 < fraction <= 1.0 for fraction in seen)


def test_an_error_of_the_callback_comes_as_it_is() -> None:
    network = aidnet.from_edges(["a", "b"], ["b", "c"])
    own: Exception
    for own in (
        aidnet.ValidationError("node 1 of mine: 0 → 1"),
        aidnet.UnknownNodeError("d"),
        ValueError("mine"),
    ):

        def refuse(_: float, error: Exception = own) -> None:
            raise error

        with pytest.raises(type(own)) as caught:
            aidnet.pagerank(network, progress=refuse)
        assert caught.value is own


def test_progress_bar(capsys: pytest.CaptureFixture[str]) -> None:
    aidnet.pagerank(ring(100), progress=True)
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "pagerank: 100%" in captured.err
    aidnet.pagerank(ring(100), progress=False)
    assert capsys.readouterr().err == ""


def test_bad_controls_are_refused() -> None:
    net = ring(10)
    for threads in (0, -1, 2.5, True, "2"):
        with pytest.raises(aidnet.ValidationError, match="threads"):
            aidnet.pagerank(net, threads=threads)
    with pytest.raises(TypeError, match="progress"):
        aidnet.pagerank(net, progress=3)


def test_environment_sets_the_default_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    net = ring(10)
    monkeypatch.setenv("AIDNET_NUM_THREADS", "2")
    assert aidnet.pagerank(net).sum() == pytest.approx(1.0)
    monkeypatch.setenv("AIDNET_NUM_THREADS", "many")
    with pytest.raises(aidnet.ValidationError, match="AIDNET_NUM_THREADS is 'many'"):
        aidnet.pagerank(net)
    assert aidnet.pagerank(net, threads=1).sum() == pytest.approx(1.0)


def test_eight_python_threads_share_one_network() -> None:
    """The first use of the transpose happens in all of them at once."""
    for _ in range(5):
        net = big(2_000, 20_000)
        expected = aidnet.pagerank(big(2_000, 20_000)).to_numpy().tobytes()
        with ThreadPoolExecutor(8) as pool:
            results = list(pool.map(lambda _, net=net: aidnet.pagerank(net), range(8)))
        assert {result.to_numpy().tobytes() for result in results} == {expected}


def rank(net: aidnet.Network) -> bytes:
    return aidnet.pagerank(net, threads=2).to_numpy().tobytes()


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_worker_processes_after_use_in_the_parent(method: str) -> None:
    net = big()
    expected = rank(net)
    with warnings.catch_warnings():
        # Python ≥ 3.12 warns of any fork beside threads, such as the test runner's own.
        warnings.simplefilter("ignore", DeprecationWarning)
        with multiprocessing.get_context(method).Pool(2) as pool:
            assert pool.map(rank, [net] * 4) == [expected] * 4


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"damping": "high"}, "damping must be float, not 'high'"),
        ({"max_iterations": 2.5}, "max_iterations must be int, not 2.5"),
        ({"max_iterations": True}, "max_iterations must be int, not True"),
        ({"require_convergence": 1}, "require_convergence must be bool, not 1"),
        ({"mode": None}, "mode must not be None"),
    ],
)
def test_options_of_the_wrong_type_are_named(options: dict[str, Any], message: str) -> None:
    with pytest.raises(TypeError, match=message):
        aidnet.pagerank(ring(10), **options)


def test_numpy_scalars_are_numbers() -> None:
    net = ring(10)
    ours = aidnet.pagerank(net, damping=np.float64(0.5), max_iterations=np.int64(50))
    assert ours.equals(aidnet.pagerank(net, damping=0.5, max_iterations=50))


def test_numbers_beyond_the_range_are_refused() -> None:
    net = ring(10)
    for options in ({"max_iterations": 2**40}, {"damping": 10**400}):
        with pytest.raises(aidnet.ValidationError, match="beyond the range"):
            aidnet.pagerank(net, **options)
    assert aidnet.pagerank(net, threads=np.int64(2)).sum() == pytest.approx(1.0)


def test_attrs_say_which_length_was_used() -> None:
    net = ring(10)
    assert aidnet.betweenness(net).attrs["length"] == "Length.unit()"
    assert aidnet.betweenness(net, length="reciprocal").attrs["length"] == "Length.reciprocal()"
