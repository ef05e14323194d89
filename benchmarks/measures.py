"""The measures beside their peers, in one run: median seconds of five calls each.

    ./dev bench measures [NAME...] [--nodes N] [--edges M]

Random networks: of N nodes and M edges for what visits each edge a few times, a fiftieth of that
for what takes a search from every node. Conversion into each library's own graph is not counted,
nor is the labelling of peers' results; aidnet's time includes its labelled answer. igraph and
NetworkX run on one thread; NetworKit, as aidnet, on all for what it has in parallel. A call that
takes longer than a minute is not repeated. docs/conventions.md says where the numbers differ.
"""

from __future__ import annotations

import statistics
import time
import warnings
from argparse import ArgumentParser, RawTextHelpFormatter
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

import igraph as ig
import networkit as nk
import networkx as nx
import numpy as np

import aidnet

if TYPE_CHECKING:
    from collections.abc import Callable


ROUNDS = 5
PATIENCE = 60.0
PEERS = ("igraph", "NetworKit", "NetworkX")


class Case:
    """One network as the graph of each library, made when first asked for."""

    def __init__(self, nodes: int, edges: int, *, directed: bool) -> None:
        rng = np.random.default_rng(1)
        source, target = rng.integers(0, nodes, (2, edges))
        keep = source != target if directed else source < target
        weight = rng.integers(1, 1000, int(keep.sum()))
        self.net = aidnet.from_edges(
            source[keep], target[keep], weight, nodes=range(nodes), directed=directed
        )

    @cached_property
    def _arcs(self) -> tuple[Any, Any, Any]:
        table = self.net.edges
        return table["source"].to_numpy(), table["target"].to_numpy(), table["weight"].to_numpy()

    @cached_property
    def ig(self) -> ig.Graph:
        source, target, weight = self._arcs
        attributes = {"weight": weight.tolist(), "length": (1 / weight).tolist()}
        return ig.Graph(
            len(self.net),
            np.column_stack([source, target]),
            self.net.directed,
            edge_attrs=attributes,
        )

    @cached_property
    def nx(self) -> Any:
        graph = self.net.to_networkx()
        lengths = {(u, v): 1 / w for u, v, w in graph.edges(data="weight")}
        nx.set_edge_attributes(graph, lengths, "length")
        return graph

    @cached_property
    def nk(self) -> Any:
        source, target, weight = self._arcs
        return self._networkit(source, target, weight)

    @cached_property
    def nk_lengths(self) -> Any:
        source, target, weight = self._arcs
        return self._networkit(source, target, 1 / weight)

    def _networkit(self, source: Any, target: Any, weight: Any) -> Any:
        coordinates = (weight.astype(float), (source.astype(np.uint64), target.astype(np.uint64)))
        graph = nk.GraphFromCoo(
            coordinates, n=len(self.net), weighted=True, directed=self.net.directed
        )
        graph.indexEdges()
        return graph


@dataclass
class Row:
    name: str
    ours: Callable[..., Any]
    igraph: Callable[[Case], Any] | None = None
    networkit: Callable[[Case], Any] | None = None
    networkx: Callable[[Case], Any] | None = None


def done(algorithm: Any) -> Any:
    return algorithm.run()


def last(c: Case) -> int:
    return len(c.net) - 1


LINEAR = [
    Row(
        "strength",
        lambda c, **k: aidnet.strength(c.net, mode="out", **k),
        lambda c: c.ig.strength(mode="out", weights="weight"),
        None,
        lambda c: dict(c.nx.out_degree(weight="weight")),
    ),
    Row(
        "pagerank",
        lambda c, **k: aidnet.pagerank(c.net, **k),
        lambda c: c.ig.pagerank(weights="weight"),
        lambda c: done(nk.centrality.PageRank(c.nk, tol=1e-10)),
        lambda c: nx.pagerank(c.nx),
    ),
    Row(
        "hits",
        lambda c, **k: aidnet.hits(c.net, **k),
        lambda c: c.ig.hub_score(weights="weight"),
        None,
        lambda c: nx.hits(c.nx),
    ),
    Row(
        "eigenvector",
        lambda c, **k: aidnet.eigenvector(c.net, **k),
        lambda c: c.ig.eigenvector_centrality(weights="weight"),
        lambda c: done(nk.centrality.EigenvectorCentrality(c.nk, tol=1e-9)),
        lambda c: nx.eigenvector_centrality(c.nx, 1000, 1e-9, weight="weight"),
    ),
    Row(
        "strong_components",
        lambda c, **k: aidnet.strong_components(c.net, **k),
        lambda c: c.ig.connected_components(mode="strong").membership,
        lambda c: done(nk.components.StronglyConnectedComponents(c.nk)),
        lambda c: list(nx.strongly_connected_components(c.nx)),
    ),
    Row(
        "distances, 1/weight",
        lambda c, **k: aidnet.distances(c.net, source=0, length="reciprocal", **k),
        lambda c: c.ig.distances(0, weights="length"),
        lambda c: done(nk.distance.Dijkstra(c.nk_lengths, 0, storePaths=False)),
        lambda c: nx.single_source_dijkstra_path_length(c.nx, 0, weight="length"),
    ),
    Row(
        "maximum_flow",
        lambda c, **k: aidnet.maximum_flow(c.net, source=0, target=last(c), **k),
        lambda c: c.ig.maxflow(0, last(c), "weight"),
        None,  # Dinic's of NetworKit 11 takes undirected graphs only
        lambda c: nx.maximum_flow_value(c.nx, 0, last(c), capacity="weight"),
    ),
]
"""Directed, of full size."""


UNDIRECTED = [
    Row(
        "core_number",
        lambda c, **k: aidnet.core_number(c.net, **k),
        lambda c: c.ig.coreness(),
        lambda c: done(nk.centrality.CoreDecomposition(c.nk)),
        lambda c: nx.core_number(c.nx),
    ),
    Row(
        "triangles",
        lambda c, **k: aidnet.triangles(c.net, **k),
        None,
        None,
        lambda c: nx.triangles(c.nx),
    ),
    Row(
        "clustering",
        lambda c, **k: aidnet.clustering(c.net, **k),
        lambda c: c.ig.transitivity_local_undirected(),
        lambda c: done(nk.centrality.LocalClusteringCoefficient(c.nk)),
        lambda c: nx.clustering(c.nx),
    ),
    Row(
        "biconnected_components",
        lambda c, **k: aidnet.biconnected_components(c.net, **k),
        lambda c: c.ig.biconnected_components(),
        lambda c: done(nk.components.BiconnectedComponents(c.nk)),
        lambda c: list(nx.biconnected_components(c.nx)),
    ),
    Row(
        "minimum_spanning_tree",
        lambda c, **k: aidnet.minimum_spanning_tree(c.net, length="reciprocal", **k),
        lambda c: c.ig.spanning_tree(weights="length", return_tree=False),
        None,
        lambda c: list(nx.minimum_spanning_edges(c.nx, weight="length", data=False)),
    ),
    Row(
        "louvain",
        lambda c, **k: aidnet.louvain(c.net, **k),
        lambda c: c.ig.community_multilevel(weights="weight"),
        lambda c: done(nk.community.PLM(c.nk, par="balanced")),
        lambda c: nx.community.louvain_communities(c.nx, seed=1),
    ),
    Row(
        "leiden",
        lambda c, **k: aidnet.leiden(c.net, **k),
        lambda c: c.ig.community_leiden("modularity", weights="weight", n_iterations=2),
        lambda c: done(nk.community.ParallelLeiden(c.nk, iterations=2)),
    ),
]
"""Undirected, of full size."""


EVERY_SOURCE = [
    Row(
        "betweenness",
        lambda c, **k: aidnet.betweenness(c.net, **k),
        lambda c: c.ig.betweenness(),
        lambda c: done(nk.centrality.Betweenness(nk.graphtools.toUnweighted(c.nk))),
        lambda c: nx.betweenness_centrality(c.nx),
    ),
    Row(
        "betweenness, 1/weight",
        lambda c, **k: aidnet.betweenness(c.net, length="reciprocal", **k),
        lambda c: c.ig.betweenness(weights="length"),
        lambda c: done(nk.centrality.Betweenness(c.nk_lengths)),
        lambda c: nx.betweenness_centrality(c.nx, weight="length"),
    ),
    Row(
        "edge_betweenness",
        lambda c, **k: aidnet.edge_betweenness(c.net, **k),
        lambda c: c.ig.edge_betweenness(),
        None,
        lambda c: nx.edge_betweenness_centrality(c.nx),
    ),
    Row(
        "closeness",
        lambda c, **k: aidnet.closeness(c.net, **k),
        lambda c: c.ig.closeness(mode="in"),
        None,  # of NetworKit 11 undirected or strongly connected graphs only
        lambda c: nx.closeness_centrality(c.nx),
    ),
    Row(
        "harmonic, 1/weight",
        lambda c, **k: aidnet.harmonic(c.net, length="reciprocal", **k),
        lambda c: c.ig.harmonic_centrality(mode="in", weights="length"),
        lambda c: done(nk.centrality.HarmonicCloseness(c.nk_lengths)),
        lambda c: nx.harmonic_centrality(c.nx, distance="length"),
    ),
    Row(
        "distance_matrix",
        lambda c, **k: aidnet.distance_matrix(c.net, **k),
        lambda c: c.ig.distances(),
        lambda c: done(nk.distance.APSP(nk.graphtools.toUnweighted(c.nk))),
        lambda c: dict(nx.all_pairs_shortest_path_length(c.nx)),
    ),
]
"""Directed, small: a search from every node."""


def median_seconds(call: Callable[[Case], Any], case: Case) -> float:
    times: list[float] = []
    while len(times) <= ROUNDS:
        start = time.perf_counter()
        call(case)
        times.append(time.perf_counter() - start)
        if times[-1] > PATIENCE:
            return times[-1]
    return statistics.median(times[1:])  # the first pays for caches and lazily built transposes


def compare(rows: list[Row], case: Case) -> None:
    print(f"\n{case.net}")
    print(f"{'seconds':24}{'aidnet':>11}{'1 thread':>11}" + "".join(f"{p:>11}" for p in PEERS))
    for row in rows:
        alone = partial(row.ours, threads=1)
        print(f"{row.name:24}", end="", flush=True)
        for call in (row.ours, alone, row.igraph, row.networkit, row.networkx):
            cell = "–" if call is None else f"{median_seconds(call, case):.4f}"
            print(f"{cell:>11}", end="", flush=True)
        print()


def main() -> None:
    warnings.filterwarnings("ignore", category=RuntimeWarning)  # igraph, of disconnected graphs
    parser = ArgumentParser(description=__doc__, formatter_class=RawTextHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help="measures; all by default")
    parser.add_argument("--nodes", type=int, default=100_000)
    parser.add_argument("--edges", type=int, default=400_000)
    given = parser.parse_args()
    for table, share, directed in (
        (LINEAR, 1, True),
        (UNDIRECTED, 1, False),
        (EVERY_SOURCE, 50, True),
    ):
        rows = [r for r in table if not given.names or r.name.partition(",")[0] in given.names]
        if rows:
            compare(rows, Case(given.nodes // share, given.edges // share, directed=directed))


if __name__ == "__main__":
    main()
