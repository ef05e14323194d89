"""Limits that we mean to keep, measured: ./dev bench limits. Prints each figure beside its bound.

Ctrl-C is answered within 200 ms; a Python thread keeps at least 80 % of its pace beside a long
call; `import aidnet` costs little more than NumPy; ten times the input takes at most thirteen times
as long.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from typing import Any

import numpy as np

import aidnet


def endless(net: aidnet.Network) -> None:
    aidnet.pagerank(
        net,
        damping=1.0,
        personalization={net.nodes[0]: 1.0},
        max_iterations=2_000_000_000,
        threads=1,
    )


def ring(nodes: int) -> aidnet.Network:
    k = np.arange(nodes)
    return aidnet.from_edges(k, (k + 1) % nodes)


def interruption(net: aidnet.Network) -> float:
    """Milliseconds from the signal to the exception: the worst of twenty."""
    worst = 0.0
    for _ in range(20):
        sent: list[float] = []

        def interrupt(sent: list[float] = sent) -> None:
            time.sleep(0.2)
            sent.append(time.perf_counter())
            os.kill(os.getpid(), signal.SIGINT)

        threading.Thread(target=interrupt).start()
        try:
            endless(net)
        except KeyboardInterrupt:
            worst = max(worst, time.perf_counter() - sent[0])
    return 1000 * worst


def counting_pace(seconds: float, beside: Any = None) -> float:
    """Steps a second of a Python thread that counts, beside a call or alone."""
    steps = 0
    stop = threading.Event()

    def count() -> None:
        nonlocal steps
        while not stop.is_set():
            steps += 1

    thread = threading.Thread(target=count)
    timer = threading.Timer(seconds, lambda: os.kill(os.getpid(), signal.SIGINT))
    start = time.perf_counter()
    thread.start()
    timer.start()
    try:
        if beside is None:
            time.sleep(seconds + 60)
        else:
            beside()
    except KeyboardInterrupt:
        stop.set()
    thread.join()
    return steps / (time.perf_counter() - start)


def import_seconds(module: str) -> float:
    code = f"import time; t = time.perf_counter(); import {module}; print(time.perf_counter() - t)"
    runs = [
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout)
        for _ in range(7)
    ]
    return sorted(runs)[len(runs) // 2]


def growth(call: Any, small: int) -> float:
    """How many times longer ten times the input takes (medians of five)."""

    def median(size: int) -> float:
        arguments = call(size)
        times = []
        for _ in range(5):
            start = time.perf_counter()
            arguments()
            times.append(time.perf_counter() - start)
        return sorted(times)[2]

    return median(10 * small) / median(small)


def from_edges_of(size: int) -> Any:
    rng = np.random.default_rng(0)
    source, target = rng.integers(0, size // 4, (2, size))
    return lambda: aidnet.from_edges(source, target)


def pagerank_of(size: int) -> Any:
    net = from_edges_of(size)()
    return lambda: aidnet.pagerank(net, max_iterations=20, require_convergence=False)


def flows_csv(size: int, folder: str) -> str:
    """The path of a table of flows; among the last ones a name of many kilobytes, and quotes."""
    path = f"{folder}/{size}.csv"
    with open(path, "w") as file:  # noqa: PTH123
        file.write("donor,recipient,amount,unit,year,note\n")
        file.writelines(
            f'a{k % 997},b{k % 991},{k}.25,CNY,{2000 + k % 20},"said ""{k}"""\n'
            for k in range(size)
        )
        file.write(f"a1,b1,1,CNY,2020,{'x' * size}\n")
    return path


def read_of(size: int, folder: str) -> Any:
    path = flows_csv(size, folder)
    return lambda: aidnet.read(path)


def network_of(size: int, folder: str) -> Any:
    ledger = read_of(size, folder)()
    return ledger.network


def show(what: str, figure: float, bound: str) -> None:
    print(f"{what:52}{figure:10.2f}   {bound}", flush=True)


def main() -> None:
    show("Ctrl-C answered, worst of 20 (ms)", interruption(ring(1_000_000)), "<= 200")
    alone = counting_pace(2.0)
    beside = counting_pace(2.0, lambda: endless(ring(1_000_000)))
    show("pace of a Python thread beside a call (%)", 100 * beside / alone, ">= 80")
    extra = import_seconds("aidnet") - import_seconds("numpy")
    show("import aidnet, beyond NumPy (ms)", 1000 * extra, "<= 50")
    show("from_edges, 10 times 200 000 rows (times)", growth(from_edges_of, 200_000), "<= 13")
    with tempfile.TemporaryDirectory() as folder:
        reading = growth(lambda size: read_of(size, folder), 100_000)
        show("read, 10 times 100 000 flows (times)", reading, "<= 13")
        making = growth(lambda size: network_of(size, folder), 100_000)
        show("Ledger.network, 10 times 100 000 flows (times)", making, "<= 13")
    show("pagerank, 10 times 200 000 rows (times)", growth(pagerank_of, 200_000), "<= 13")


if __name__ == "__main__":
    main()
