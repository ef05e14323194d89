"""A ledger of generated flows, read and made into networks, beside pandas and NetworkX, in one run.

    ./dev bench ledger [FLOWS...]        by default 1 000 000 and 10 000 000

pandas reads the same file with its types declared, and adds up the same amounts by pair; it checks
nothing else (no ids, no references, no bounds, no exact sums). Seconds are of one call each; the
best of three below two million flows.
"""

from __future__ import annotations

import csv
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np
import pandas as pd

import aidnet

if TYPE_CHECKING:
    from collections.abc import Callable

PARTIES, PLACES, PROGRAMMES = 20_000, 2_000, 50
TYPES = dict.fromkeys(
    ("donor", "recipient", "programme", "resource", "unit", "qualifier", "status", "source"),
    "category",
)


def generate(flows: int, folder: Path) -> None:
    """A data package: parties in counties of provinces, flows dated and in every status."""
    random = np.random.default_rng(1)
    with (folder / "places.csv").open("w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["place", "level", "parent", "side"])
        out.writerows(
            [f"province{k}", "province", "", "west" if k % 2 else "east"] for k in range(30)
        )
        out.writerows([f"county{k}", "county", f"province{k % 30}", ""] for k in range(PLACES))
    with (folder / "parties.csv").open("w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["party", "place"])
        out.writerows([f"party{k}", f"county{k % PLACES}"] for k in range(PARTIES))
    with (folder / "flows.csv").open("w") as file:
        file.write(
            "flow,donor,recipient,programme,resource,unit,value,qualifier,status,start,end,source\n"
        )
        for first in range(0, flows, 200_000):
            n = min(200_000, flows - first)
            donor, recipient = random.integers(PARTIES, size=(2, n))
            programme, source = random.integers(PROGRAMMES, size=n), random.integers(9, size=n)
            cents, year = random.integers(1, 10**9, size=n), random.integers(2000, 2025, size=n)
            status = np.array(["planned", "committed", "disbursed", ""])[random.integers(4, size=n)]
            file.writelines(
                f"f{first + k},party{d},party{r},programme{p},funding,CNY,{c // 100}.{c % 100:02d},"
                f"exact,{s},{y},{y}-06-30,source{o}\n"
                for k, (d, r, p, c, s, y, o) in enumerate(
                    zip(donor, recipient, programme, cents, status, year, source, strict=True)
                )
            )


def timed(call: Callable[[], Any], rounds: int) -> tuple[float, Any]:
    best, result = float("inf"), None
    for _ in range(rounds):
        result = None  # the memory of the last round is free again
        start = time.perf_counter()
        result = call()
        best = min(best, time.perf_counter() - start)
    return best, result


def run(flows: int, folder: Path) -> None:
    generate(flows, folder)
    rounds = 3 if flows < 2_000_000 else 1
    size = (folder / "flows.csv").stat().st_size / 1e6
    print(f"\n{flows:,} flows, {size:,.0f} MB")

    def show(what: str, seconds: float) -> None:
        print(f"  {what:<58} {seconds:8.2f} s")

    seconds, ledger = timed(lambda: aidnet.read(folder), rounds)
    show("aidnet.read", seconds)
    seconds, money = timed(lambda: ledger.network(unit="CNY"), rounds)
    show("Ledger.network, by party", seconds)
    options = {"unit": "CNY", "level": "province"}
    show("Ledger.network, by province", timed(lambda: ledger.network(**options), rounds)[0])
    options = {"unit": "CNY", "period": (2005, 2010), "spread": "days", "status": ["disbursed"]}
    show(
        "Ledger.network, disbursed 2005-2010 by days",
        timed(lambda: ledger.network(**options), rounds)[0],
    )
    show("Ledger.flows, the DataFrame, first time", timed(lambda: ledger.flows, 1)[0])
    show("Ledger.write", timed(lambda: ledger.write(folder / "out"), rounds)[0])

    seconds, frame = timed(lambda: pd.read_csv(folder / "flows.csv", dtype=TYPES), rounds)
    show("pandas.read_csv", seconds)
    by_pair = frame.groupby(["donor", "recipient"], observed=True)["value"]
    seconds, pairs = timed(by_pair.sum, rounds)
    show("pandas groupby pair, sum", seconds)
    assert len(pairs) == money.edge_count
    assert np.isclose(pairs.sum(), money.total_weight, rtol=1e-12)
    if flows < 2_000_000:
        edges = pairs.reset_index()

        def make() -> nx.DiGraph[Any]:
            return nx.from_pandas_edgelist(
                edges, "donor", "recipient", "value", create_using=nx.DiGraph
            )

        show("networkx.from_pandas_edgelist of the pairs", timed(make, 1)[0])


def main() -> None:
    for flows in [int(text) for text in sys.argv[1:]] or [1_000_000, 10_000_000]:
        with tempfile.TemporaryDirectory() as folder:
            run(flows, Path(folder))


if __name__ == "__main__":
    main()
