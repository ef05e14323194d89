"""Rich-club coefficients against NetworkX."""

from __future__ import annotations

import networkx as nx
import numpy as np

import aidnet
from support.cases import networks
from support.undirected import partners


def test_parity_with_networkx() -> None:
    for seed, net in networks():
        graph = partners(net)
        table = aidnet.rich_club(net)
        # NetworkX fails for networks without ties.
        theirs = nx.rich_club_coefficient(graph, normalized=False) if graph.size() else {}
        assert table["k"].tolist() == list(theirs), f"seed {seed}"
        np.testing.assert_allclose(table["coefficient"], list(theirs.values()), rtol=1e-9)
        for row in table.itertuples():
            rich = graph.subgraph([u for u, k in graph.degree if k > row.k])
            assert (row.nodes, row.ties) == (len(rich), rich.size())


def test_zachary_karate_club() -> None:
    """The members with more than nine partners: the two leaders' circle."""
    table = aidnet.rich_club(nx.karate_club_graph()).set_index("k")
    assert table.loc[9, ["nodes", "ties"]].tolist() == [4, 3]
