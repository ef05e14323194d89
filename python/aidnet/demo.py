"""The main job in small: the embedded ledger, rankings and the report.

``python -m aidnet.demo [report.html]`` prints the first two, and writes the third where it is told.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from aidnet.ledger_network import LedgerNetwork
    from aidnet.network import Network

COVERAGE = """\
These are the pairings that the coded sources name; they are no complete list."""
EXPLANATION = """\
partners        how many it gives to, or receives from
rounds          the same, a pairing that was renewed in 2021 counted twice
pagerank        where help ends up when each party passes on what reaches it (donors: where it
                comes from, followed back), on a scale where the average party has 1
concentration   Herfindahl-Hirschman index of its partners: 1 is a single partner"""


def ranking(net: Network, mode: Literal["out", "in"], rows: int) -> pd.DataFrame:
    """Return the first donors (mode 'out') or recipients ('in') by PageRank, with other measures.

    Ties keep the order of the network.
    """
    import pandas as pd

    import aidnet

    reached = aidnet.pagerank(net, mode="in" if mode == "out" else "out")
    table = pd.DataFrame(
        {
            "partners": aidnet.degree(net, mode=mode),
            "rounds": aidnet.strength(net, mode=mode).astype(int),
            "pagerank": (reached * net.node_count).round(2),
            "concentration": aidnet.hhi(net, mode=mode).round(2),
        }
    )
    table = table[table["partners"] > 0]
    return table.sort_values("pagerank", ascending=False, kind="stable").head(rows)


def amounts(net: LedgerNetwork, mode: Literal["out", "in"], rows: int) -> pd.DataFrame:
    """Return the first donors (mode 'out') or recipients ('in') by amount, with its bounds."""
    end = "source" if mode == "out" else "target"
    table = net.edges.groupby(end, sort=False)[["weight", "lower", "upper"]].sum()
    return table.sort_values("weight", ascending=False, kind="stable").head(rows)


def print_ledger() -> None:
    """Print what the embedded ledger holds, and who gives and receives most money."""
    import aidnet

    ledger = aidnet.datasets.load_east_west()
    print(f"{ledger.title}\n{ledger!r}\n")
    money = ledger.network(unit="CNY").with_names("en")
    print(f"Money (yuan), joint gifts under the name of the group:\n{money.describe()}\n")
    for title, table in (
        ("Donors", amounts(money, "out", 6)),
        ("Recipients", amounts(money, "in", 6)),
    ):
        print(f"{title}\n{table.rename_axis(None).to_string(float_format='{:,.0f}'.format)}\n")


def print_pairings() -> None:
    """Print who is paired with most, as donor and as recipient, and what the columns mean."""
    import aidnet

    net = aidnet.datasets.load_pairings()
    parts = aidnet.weak_components(net).nunique()
    print("Paired assistance in China, rounds of 2016 and 2021, and of 2017 with the North-East:")
    print(f"{net.node_count} parties, {net.edge_count} pairings, in {parts} separate parts\n")
    print(f"Donors\n{ranking(net, 'out', rows=8).rename_axis(None).to_string()}\n")
    print(f"Recipients\n{ranking(net, 'in', rows=8).rename_axis(None).to_string()}\n")

    between = aidnet.betweenness(net, normalized=False)
    for party, chains in between[between > 0].items():
        givers = ", ".join(net.partners(party, mode="in").index)
        takers = ", ".join(net.partners(party).index)
        print(f"Between: {party} receives from {givers} and gives to {takers} ({chains:.0f} chain)")
    print(f"\n{COVERAGE}\n\n{EXPLANATION}")


def write_report(path: Path) -> None:
    """Write the report of the embedded ledger, and say where it is."""
    import aidnet

    aidnet.report.build(aidnet.datasets.load_east_west()).write(path)
    print(f"\nThe report, to be opened in a browser: {path.resolve().as_uri()}")


def main(paths: Sequence[str] = ()) -> None:
    """Print the ledger and the rankings, and write the report into each of the paths."""
    print_ledger()
    print_pairings()
    for path in paths:
        write_report(Path(path))


if __name__ == "__main__":
    main(sys.argv[1:])
