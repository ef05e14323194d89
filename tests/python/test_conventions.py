"""What docs/conventions.md says of aidnet, NetworkX and igraph, tried row by row."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

import igraph as ig
import networkx as nx
import numpy as np
import pytest
from scipy.sparse import csr_array

import aidnet

if TYPE_CHECKING:
    from collections.abc import Callable

PAGE = Path(__file__).parents[2] / "docs" / "conventions.md"
CHECKS: dict[str, Callable[[], None]] = {}

Edges = list[tuple[int, int, float]]
TAIL: Edges = [(0, 1, 1.0), (1, 2, 4.0), (0, 2, 2.0), (2, 3, 3.0)]
"""A triangle and one more."""
CHAIN: Edges = [(0, 1, 2.0), (1, 2, 4.0)]
"""With four nodes, the last one alone."""
LOOP: Edges = [(0, 1, 1.0), (1, 0, 1.0), (1, 2, 1.0), (2, 2, 1.0), (0, 3, 2.0)]


def three(nodes: int, edges: Edges, *, directed: bool = True) -> tuple[Any, Any, Any]:
    """The same network for aidnet, NetworkX and igraph."""
    source, target, weight = zip(*edges, strict=True)
    ours = aidnet.from_edges(source, target, weight, nodes=range(nodes), directed=directed)
    graph: Any = (nx.DiGraph if directed else nx.Graph)()
    graph.add_nodes_from(range(nodes))
    graph.add_weighted_edges_from(edges)
    pairs = list(zip(source, target, strict=True))
    return ours, graph, ig.Graph(nodes, pairs, directed, edge_attrs={"weight": list(weight)})


def numbers(scores: Any) -> list[float]:
    return [float(x) for x in (scores.values() if isinstance(scores, dict) else scores)]


def same(actual: Any, expected: list[float]) -> None:
    np.testing.assert_allclose(numbers(actual), expected, atol=1e-6)


def row(*titles: str) -> Callable[[Callable[[], None]], Callable[[], None]]:
    def enter(check: Callable[[], None]) -> Callable[[], None]:
        CHECKS.update(dict.fromkeys(titles, check))
        return check

    return enter


# ------------------------------------------------------------------------------------- in general


@row("weights", "weight not named")
def weights() -> None:
    ours, graph, theirs = three(4, TAIL)
    same(aidnet.strength(ours, mode="out"), [3, 4, 3, 0])
    # As lengths, the direct way from 0 to 2 is the shorter one; counted in steps as well.
    same(aidnet.distances(ours, source=0), [0, 1, 1, 2])
    same(nx.single_source_dijkstra_path_length(graph, 0), [0, 1, 2, 5])
    same(theirs.distances(0)[0], [0, 1, 1, 2])
    with pytest.raises(TypeError, match=r"aidnet\.Length"):
        aidnet.betweenness(ours, length=ours.weights)
    ranked = numbers(nx.pagerank(graph))
    same(aidnet.pagerank(ours), ranked)  # by default both with weights, igraph without
    assert abs(theirs.pagerank()[1] - ranked[1]) > 1e-3
    np.testing.assert_allclose(theirs.pagerank(weights="weight"), ranked, atol=1e-6)


@row("weight zero")
def weight_zero() -> None:
    ours, graph, theirs = three(3, [(0, 1, 0.0), (1, 2, 1.0)])
    same(aidnet.degree(ours, mode="out"), [0, 1, 0])
    same(dict(graph.out_degree()), [1, 1, 0])
    assert theirs.outdegree() == [1, 1, 0]
    with pytest.raises(ig.InternalError, match="must be positive"):
        theirs.betweenness(weights="weight")


@row("negative weight")
def negative_weight() -> None:
    ours, graph, theirs = three(3, [(0, 1, -0.5), (1, 2, 1.0), (0, 2, 2.0)])
    with pytest.raises(aidnet.ValidationError, match="0 → 1"):
        aidnet.pagerank(ours)
    same(aidnet.strength(ours, mode="out"), [1.5, 1, 0])
    scores = nx.pagerank(graph)
    assert scores[1] < scores[0]  # who gets -1/3 of what 0 passes on has less than who gets nothing
    with pytest.raises(ig.InternalError, match="negative"):
        theirs.pagerank(weights="weight")


@row("edges between the same two")
def parallel() -> None:
    edges = [(0, 1, 1.0), (0, 1, 2.0), (1, 2, 1.0)]
    ours = three(3, edges, directed=False)[0]
    assert ours.weight(0, 1) == 3.0
    same(aidnet.edge_betweenness(ours, normalized=False), [2, 2])
    theirs = ig.Graph([(0, 1), (0, 1), (1, 2)])
    same(theirs.edge_betweenness(), [1, 1, 2])
    same(
        nx.edge_betweenness_centrality(nx.MultiGraph(theirs.get_edgelist()), None, False), [1, 1, 2]
    )


@row("paths of nearly the same length")
def nearly_tied() -> None:
    lengths = {(0, 1): 0.1, (1, 3): 0.2, (0, 2): 0.15, (2, 3): 0.15}  # 0.30000000000000004, 0.3
    ours, graph, theirs = three(4, [(*edge, 1.0) for edge in lengths])
    nx.set_edge_attributes(graph, lengths, "length")
    assert aidnet.betweenness(ours, length=aidnet.Length(lengths), normalized=False)[1] == 0
    assert nx.betweenness_centrality(graph, weight="length", normalized=False)[1] == 0
    assert theirs.betweenness(weights=list(lengths.values()))[1] == 0.5
    counted = aidnet.Length(lengths).in_units(0.05)
    assert aidnet.betweenness(ours, length=counted, normalized=False)[1] == 0.5


@row("symmetric matrix")
def symmetric_matrix() -> None:
    matrix = csr_array(np.array([[0.0, 2.0], [2.0, 0.0]]))
    assert aidnet.as_network(matrix).directed
    assert aidnet.as_network(matrix).total_weight == 4
    assert not aidnet.from_scipy(matrix, directed=False).directed
    assert aidnet.from_scipy(matrix, directed=False).total_weight == 2
    assert not nx.from_scipy_sparse_array(matrix).is_directed()
    assert nx.from_scipy_sparse_array(matrix, create_using=nx.DiGraph).size("weight") == 4
    assert ig.Graph.Adjacency(matrix.toarray()).is_directed()
    assert not ig.Graph.Adjacency(matrix.toarray(), mode="undirected").is_directed()


@row("self-loop, degree")
def loop_degree() -> None:
    ours, graph, theirs = three(3, [(0, 0, 1.0), (0, 1, 1.0)], directed=False)
    same(aidnet.degree(ours), [3, 1, 0])
    same(dict(graph.degree()), [3, 1, 0])
    assert theirs.degree() == [3, 1, 0]
    same(aidnet.degree(three(1, [(0, 0, 1.0)])[0], mode="out"), [1])


@row("share of nothing", "clustering with fewer than two partners")
def share_of_nothing() -> None:
    ours, graph, theirs = three(4, TAIL, directed=False)
    same(aidnet.clustering(ours), [1, 1, 1 / 3, np.nan])
    same(nx.clustering(graph), [1, 1, 1 / 3, 0])
    same(theirs.transitivity_local_undirected(), [1, 1, 1 / 3, np.nan])
    same(theirs.transitivity_local_undirected(mode="zero"), [1, 1, 1 / 3, 0])


@row("undefined (eigenvector without a cycle, …)")
def undefined() -> None:
    ours, graph, theirs = three(4, TAIL)
    with pytest.raises(aidnet.UndefinedError, match="no cycle"):
        aidnet.eigenvector(ours)
    with pytest.raises(nx.PowerIterationFailedConvergence):
        nx.eigenvector_centrality(graph)
    with pytest.warns(RuntimeWarning, match="acyclic"):
        same(theirs.eigenvector_centrality(), [0, 0, 0, 1])


@row("directed, where a measure knows no direction")
def undirected_measures() -> None:
    ours, graph, theirs = three(4, TAIL)
    same(aidnet.triangles(ours), [1, 1, 1, 0])
    with pytest.raises(nx.NetworkXNotImplemented):
        nx.triangles(graph)
    assert theirs.transitivity_undirected() == pytest.approx(0.6)
    by_pair: Any = nx.dispersion(graph)
    assert nx.dispersion(graph, 0, 2) == by_pair[0][2]


@row("answer", "components")
def answer() -> None:
    ours, graph, theirs = three(4, CHAIN)
    assert aidnet.weak_components(ours).to_dict() == {0: 0, 1: 0, 2: 0, 3: 1}
    assert list(nx.weakly_connected_components(graph)) == [{0, 1, 2}, {3}]
    assert theirs.connected_components("weak").membership == [0, 0, 0, 1]


# ------------------------------------------------------------------------------------- centrality


@row("betweenness: scale", "betweenness: edges")
def betweenness() -> None:
    ours, graph, theirs = three(4, CHAIN)
    same(aidnet.betweenness(ours), [0, 1 / 6, 0, 0])
    same(aidnet.betweenness(ours, normalized=False), [0, 1, 0, 0])
    same(nx.betweenness_centrality(graph), [0, 1 / 6, 0, 0])
    same(theirs.betweenness(), [0, 1, 0, 0])
    same(aidnet.edge_betweenness(ours), [2 / 12, 2 / 12])
    same(nx.edge_betweenness_centrality(graph), [2 / 12, 2 / 12])
    same(theirs.edge_betweenness(), [2, 2])


@row("betweenness: lengths of zero")
def zero_lengths() -> None:
    edges = [(0, 2), (0, 3), (0, 4), (1, 4), (2, 4), (3, 1), (3, 4), (4, 1), (4, 3)]
    lengths = [0.0, 0.0, 2.0, 0.0, 0.0, 2.0, 2.0, 1.0, 0.0]
    ours, graph, theirs = three(5, [(*edge, 1.0) for edge in edges])
    nx.set_edge_attributes(graph, dict(zip(edges, lengths, strict=True)), "length")
    exact = _betweenness(graph)
    same(aidnet.betweenness(ours, length=aidnet.Length(lengths), normalized=False), exact)
    counted = nx.betweenness_centrality(graph, weight="length", normalized=False)
    assert np.max(np.abs(np.array(list(counted.values())) - exact)) > 0.1
    with pytest.raises(ig.InternalError, match="must be positive"):
        theirs.betweenness(weights=lengths)


def _betweenness(graph: Any) -> list[float]:
    """From the definition, over all paths."""
    score = dict.fromkeys(graph, 0.0)
    for source in graph:
        for target in set(graph) - {source}:
            paths = list(nx.all_simple_paths(graph, source, target))
            length = [nx.path_weight(graph, path, "length") for path in paths]
            best = [path for path, own in zip(paths, length, strict=True) if own == min(length)]
            for node in (node for path in best for node in path[1:-1]):
                score[node] += 1 / len(best)
    return list(score.values())


@row("closeness: direction", "closeness: not all have a path", "closeness: none has a path")
def closeness() -> None:
    ours, graph, theirs = three(4, CHAIN)
    same(aidnet.closeness(ours), [0, 1 / 3, 2 / 3 * 2 / 3, 0])
    same(nx.closeness_centrality(graph), [0, 1 / 3, 2 / 3 * 2 / 3, 0])
    same(aidnet.closeness(ours, wf_improved=False), [0, 1, 2 / 3, 0])
    same(theirs.closeness(mode="in"), [np.nan, 1, 2 / 3, np.nan])
    same(theirs.closeness(), theirs.closeness(mode="all"))


@row("harmonic: scale", "harmonic: direction")
def harmonic() -> None:
    ours, graph, theirs = three(4, CHAIN)
    same(aidnet.harmonic(ours), [0, 1, 1.5, 0])
    same(nx.harmonic_centrality(graph), [0, 1, 1.5, 0])
    same(theirs.harmonic_centrality(mode="in"), [0, 1 / 3, 0.5, 0])
    same(theirs.harmonic_centrality(), [0.5, 2 / 3, 0.5, 0])


@row("harmonic: a distance of zero (lengths of zero)")
def harmonic_of_zero() -> None:
    ours, graph, theirs = three(3, [(0, 1, 1.0), (1, 2, 1.0)])
    nx.set_edge_attributes(graph, {(0, 1): 0, (1, 2): 1}, "km")
    same(aidnet.harmonic(ours, length=aidnet.Length([0.0, 1.0])), [0, np.inf, 2])
    same(nx.harmonic_centrality(graph, distance="km"), [0, 0, 2])
    # A recipient's only gift is all of what the recipient receives: -ln 1.
    share = aidnet.Length.neg_log_share(of="recipient")
    same(aidnet.harmonic(ours, length=share), [0, np.inf, np.inf])
    with pytest.raises(ig.InternalError, match="must be positive"):
        theirs.harmonic_centrality(mode="in", weights=[0, 1])


@row("eccentricity, diameter: not all have a path")
def eccentricity() -> None:
    ours, graph, theirs = three(4, CHAIN)
    assert aidnet.diameter(ours) == np.inf
    assert aidnet.diameter(ours, reached_only=True) == theirs.diameter() == 2
    same(aidnet.eccentricity(ours), [np.inf] * 4)
    same(aidnet.eccentricity(ours, reached_only=True), [2, 1, 0, 0])
    assert theirs.eccentricity(mode="out") == [2, 1, 0, 0]
    with pytest.raises(nx.NetworkXError, match="infinite path length"):
        nx.diameter(graph)


@row("PageRank: precision")
def precision() -> None:
    graph: Any = nx.gnm_random_graph(400, 1600, 1, directed=True)
    exact = nx.pagerank(graph, tol=1e-15, max_iter=1000)

    def off(scores: Any) -> float:
        return float(sum(abs(scores[node] - exact[node]) for node in graph))

    assert off(aidnet.pagerank(graph)) < 1e-9
    assert 1e-9 < off(nx.pagerank(graph)) < 400e-6 / 0.15
    assert off(ig.Graph(400, list(graph.edges), True).pagerank()) < 1e-9


@row("eigenvector: scale", "eigenvector: weights")
def eigenvector() -> None:
    ours, graph, theirs = three(4, TAIL, directed=False)
    values, vectors = np.linalg.eigh(nx.to_numpy_array(graph))
    leading = np.abs(vectors[:, np.argmax(values)])
    same(aidnet.eigenvector(ours), list(leading))
    same(nx.eigenvector_centrality_numpy(graph, weight="weight"), list(leading))
    same(theirs.eigenvector_centrality(weights="weight"), list(leading / leading.max()))
    assert abs(nx.eigenvector_centrality_numpy(graph)[2] - leading[2]) > 0.01
    assert abs(theirs.eigenvector_centrality()[1] - (leading / leading.max())[1]) > 0.01


@row("HITS: scale")
def hits() -> None:
    ours, graph, theirs = three(4, TAIL)
    hubs = nx.hits(graph)[0]
    assert aidnet.hits(ours)["hub"].sum() == pytest.approx(1)
    same(aidnet.hits(ours)["hub"], list(hubs.values()))
    assert max(theirs.hub_score()) == pytest.approx(1)


@row("HITS: every gift returned (undirected, or both ways)")
def hits_of_a_star() -> None:
    star: Edges = [(0, 1, 1.0), (0, 2, 1.0)]
    ours, _, theirs = three(3, star, directed=False)
    both_ways, _, directed = three(3, [*star, (1, 0, 1.0), (2, 0, 1.0)])
    for network in (ours, both_ways):
        scores = aidnet.hits(network)
        same(scores["hub"], list(scores["authority"]))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that these are eigenvector centralities
        same(theirs.hub_score(), theirs.authority_score())
    assert abs(directed.hub_score()[1] - directed.authority_score()[1]) > 0.1


@row("Katz: scale")
def katz() -> None:
    ours, graph, theirs = three(4, TAIL, directed=False)
    assert np.linalg.norm(aidnet.katz(ours, alpha=0.1)) == pytest.approx(1)
    assert np.linalg.norm(numbers(nx.katz_centrality(graph))) == pytest.approx(1)
    assert not hasattr(theirs, "katz_centrality")


@row("current flow")
def current_flow() -> None:
    ours, graph, theirs = three(4, TAIL, directed=False)
    weighted = nx.current_flow_betweenness_centrality(graph, weight="weight")
    same(aidnet.current_flow_betweenness(ours), list(weighted.values()))
    same(
        aidnet.current_flow_betweenness(ours, weighted=False),
        numbers(nx.current_flow_betweenness_centrality(graph)),
    )
    with pytest.raises(nx.NetworkXError, match="not connected"):
        nx.current_flow_betweenness_centrality(three(4, CHAIN, directed=False)[1])
    same(aidnet.current_flow_betweenness(three(4, CHAIN)[0], normalized=False), [0, 1, 0, 0])
    assert not [name for name in dir(theirs) if "current" in name]


@row("load")
def load() -> None:
    # From 3 to 0 the way by 1 and 2 is as long as the edge; what comes by it passes 1 and 2.
    found = 0
    for seed in range(200):
        rng = np.random.default_rng(seed)
        graph = nx.gnm_random_graph(7, 12, seed, directed=True)
        lengths = {edge: float(rng.integers(1, 4)) for edge in graph.edges}
        nx.set_edge_attributes(graph, lengths, "length")
        ours = aidnet.load(aidnet.from_networkx(graph), length=aidnet.Length(_in_order(lengths)))
        theirs: Any = nx.load_centrality(graph, weight="length")
        exact = _load(graph)
        same(ours, [exact[node] for node in graph])
        found += any(abs(theirs[node] - exact[node]) > 1e-9 for node in graph)
    assert found > 0


def _in_order(lengths: dict[tuple[int, int], float]) -> list[float]:
    return [lengths[edge] for edge in sorted(lengths)]


def _load(graph: Any) -> dict[Any, float]:
    """From the definition: a unit for each pair goes back from its target, halving at each fork."""
    total = dict.fromkeys(graph, 0.0)
    for source in graph:
        before, distance = nx.dijkstra_predecessor_and_distance(graph, source, weight="length")
        carried = dict.fromkeys(distance, 1.0)
        for node in sorted(distance, key=lambda v: -distance[v]):
            for near in before[node]:
                carried[near] += carried[node] / len(before[node])
        for node in distance:
            if node != source:
                total[node] += carried[node] - 1.0
    n = len(graph)
    return {node: value / ((n - 1) * (n - 2)) for node, value in total.items()}


@row("group betweenness")
def group_betweenness() -> None:
    differ = 0
    for seed in range(60):
        graph = nx.gnm_random_graph(7, 10, seed)
        group = [0, 1, 2]
        through = 0.0
        for source, target in ((s, t) for s in graph for t in graph if s < t):
            if {source, target} & set(group) or not nx.has_path(graph, source, target):
                continue
            paths = list(nx.all_shortest_paths(graph, source, target))
            through += sum(bool(set(path) & set(group)) for path in paths) / len(paths)
        found = aidnet.group_betweenness(graph, group=group, normalized=False)
        assert found == pytest.approx(through), seed
        theirs: Any = nx.group_betweenness_centrality(graph, group, False)
        differ += abs(theirs - through) > 1e-9
    assert differ > 0


@row("group closeness: no path")
def group_closeness() -> None:
    ours, graph, _ = three(4, CHAIN, directed=False)
    assert aidnet.group_closeness(ours, group=[0]) == pytest.approx(2 / 3 * 2 / 3)
    assert nx.group_closeness_centrality(graph, [0]) == 3 / 3  # 3 others in 1 + 2 + 0 steps


@row("VoteRank")
def voterank() -> None:
    differ = 0
    for seed in range(40):
        graph = nx.gnm_random_graph(60, 100, seed)
        votes = aidnet.voterank(graph).tolist()
        assert votes
        differ += votes != nx.voterank(graph)
    assert differ > 0


@row("Laplacian centrality, directed")
def laplacian() -> None:
    ours, graph, _ = three(4, TAIL)
    both = graph.to_undirected()
    same(aidnet.laplacian(ours), numbers(nx.laplacian_centrality(both)))
    assert nx.laplacian_centrality(graph) != pytest.approx(nx.laplacian_centrality(both))


@row("trophic levels")
def trophic_levels() -> None:
    ours, graph, _ = three(3, [(0, 1, 1.0), (1, 2, 1.0)])
    same(aidnet.trophic_levels(ours, method="levine"), numbers(nx.trophic_levels(graph)))
    same(aidnet.trophic_levels(ours), [0, 1, 2])


# -------------------------------------------------------------------------------- ties and groups


@row("clustering of a directed network")
def directed_clustering() -> None:
    ours, graph, theirs = three(4, TAIL)
    same(aidnet.clustering(ours), [1 / 2, 1 / 2, 1 / 6, np.nan])
    same(nx.clustering(graph), [1 / 2, 1 / 2, 1 / 6, 0])
    same(aidnet.clustering(ours, method="watts_strogatz"), [1, 1, 1 / 3, np.nan])
    same(theirs.transitivity_local_undirected(), [1, 1, 1 / 3, np.nan])


@row("clustering with weights")
def weighted_clustering() -> None:
    ours, graph, theirs = three(4, TAIL, directed=False)
    onnela = numbers(nx.clustering(graph, weight="weight"))
    same(aidnet.clustering(ours, method="onnela").fillna(0), onnela)
    barrat = theirs.transitivity_local_undirected(weights="weight")
    same(aidnet.clustering(ours, method="barrat"), barrat)
    ours, graph, _ = three(4, TAIL)
    fagiolo = numbers(nx.clustering(graph, weight="weight"))
    same(aidnet.clustering(ours, method="fagiolo_weighted").fillna(0), fagiolo)


@row("transitivity of a directed network")
def directed_transitivity() -> None:
    ours, graph, theirs = three(4, TAIL)
    assert aidnet.transitivity(ours) == pytest.approx(3 / 5)
    assert theirs.transitivity_undirected() == pytest.approx(3 / 5)
    assert nx.transitivity(graph) != pytest.approx(3 / 5)


@row("transitivity without pairs of partners")
def transitivity() -> None:
    ours, graph, theirs = three(2, [(0, 1, 1.0)], directed=False)
    assert np.isnan(aidnet.transitivity(ours))
    assert nx.transitivity(graph) == 0
    assert np.isnan(theirs.transitivity_undirected())


@row("local efficiency")
def local_efficiency() -> None:
    # The partners of 0 are 1 and 3, joined by way of 2 only, which is no partner of it.
    ours, graph, theirs = three(
        4, [(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0), (3, 0, 1.0)], directed=False
    )
    assert aidnet.local_efficiency(ours) == nx.local_efficiency(graph) == 0
    local = getattr(theirs, "local_efficiency", None)  # not in every igraph for Python
    assert local is None or local()[0] == pytest.approx(0.5)


@row("core numbers: loops", "core numbers: directed")
def core_numbers() -> None:
    ours, graph, theirs = three(3, [(0, 0, 1.0), (0, 1, 1.0), (1, 2, 1.0)], directed=False)
    same(aidnet.core_number(ours), [1, 1, 1])
    with pytest.raises(nx.NetworkXNotImplemented):
        nx.core_number(graph)
    assert theirs.coreness() == [2, 1, 1]
    ours, graph, theirs = three(2, [(0, 1, 1.0), (1, 0, 1.0)])
    same(aidnet.core_number(ours), [2, 2])
    same(nx.core_number(graph), [2, 2])
    assert theirs.coreness() == [2, 2]


@row("assortativity by degree: loops")
def assortativity() -> None:
    edges = [(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0), (1, 3, 1.0)]
    without, graph, theirs = three(4, edges, directed=False)
    ours, looped, looped_too = three(4, [*edges, (1, 1, 1.0)], directed=False)
    assert aidnet.assortativity(ours) == pytest.approx(aidnet.assortativity(without))
    plain = nx.degree_pearson_correlation_coefficient(graph)
    assert aidnet.assortativity(ours) == pytest.approx(plain) == theirs.assortativity_degree()
    assert abs(nx.degree_pearson_correlation_coefficient(looped) - plain) > 0.01
    assert abs(looped_too.assortativity_degree() - plain) > 0.01


@row("reciprocity: loops", "reciprocity: weights")
def reciprocity() -> None:
    ours, graph, theirs = three(4, LOOP)  # 2 of 4 ties are returned, besides a loop
    assert aidnet.reciprocity(ours, method="binary") == theirs.reciprocity() == 2 / 4
    assert nx.overall_reciprocity(graph) == 2 / 5
    assert aidnet.reciprocity(ours) == (1 + 1) / (1 + 1 + 1 + 2)


@row("constraint, effective size")
def holes() -> None:
    ours, graph, theirs = three(4, TAIL)
    same(aidnet.constraint(ours), numbers(nx.constraint(graph)))
    same(aidnet.constraint(ours), theirs.constraint())
    rng = np.random.default_rng(3)
    graph = nx.gnm_random_graph(9, 30, 3, directed=True)
    for _, _, edge in graph.edges(data=True):
        edge["weight"] = float(rng.integers(1, 9))
    one_by_one = [nx.effective_size(graph, [node], "weight")[node] for node in graph]
    same(aidnet.effective_size(graph, weighted=True), one_by_one)
    at_once = np.array(numbers(nx.effective_size(graph, weight="weight")))
    assert np.max(np.abs(at_once - one_by_one)) > 0.01


@row("modularity without ties")
def no_modularity() -> None:
    net = aidnet.from_edges([], [], [], nodes=range(2), directed=False)
    assert np.isnan(aidnet.modularity(net, groups=[0, 1]))
    with pytest.raises(ZeroDivisionError):
        nx.community.modularity(nx.empty_graph(2), [{0}, {1}])
    assert np.isnan(ig.Graph(2).modularity([0, 1]))


@row("modularity: loops")
def loops_in_modularity() -> None:
    ours, graph, theirs = three(3, [(0, 0, 1.0), (0, 1, 1.0), (1, 2, 1.0)], directed=False)
    # Of 3 edges 2 are within {0, 1}; of 6 ends 5 are of 0 and 1, two of them the loop's.
    expected = 2 / 3 - (5 / 6) ** 2 - (1 / 6) ** 2
    assert aidnet.modularity(ours, groups=[0, 0, 1]) == pytest.approx(expected)
    assert nx.community.modularity(graph, [{0, 1}, {2}]) == pytest.approx(expected)
    assert theirs.modularity([0, 0, 1]) == pytest.approx(expected)


@row("label propagation of a directed network")
def label_propagation() -> None:
    ours, graph, theirs = three(4, [(0, 1, 1.0), (0, 2, 1.0), (0, 3, 1.0)])
    assert aidnet.label_propagation(ours).nunique() == 1
    assert len(list(nx.community.asyn_lpa_communities(graph, seed=1))) == 3
    assert len(theirs.community_label_propagation()) == 1  # the label of 0 goes out
    ours, graph, theirs = three(4, [(1, 0, 1.0), (2, 0, 1.0), (3, 0, 1.0)])
    assert aidnet.label_propagation(ours).nunique() == 1
    assert len(list(nx.community.asyn_lpa_communities(graph, seed=1))) == 1
    assert len(theirs.community_label_propagation()) == 3


@row("flows: what an edge can carry")
def capacities() -> None:
    ours, graph, theirs = three(3, [(0, 1, 3.0), (1, 2, 2.0)])
    assert aidnet.maximum_flow(ours, source=0, target=2).attrs["value"] == 2
    with pytest.raises(nx.NetworkXUnbounded):
        nx.maximum_flow_value(graph, 0, 2)
    assert nx.maximum_flow_value(graph, 0, 2, capacity="weight") == 2
    assert theirs.maxflow(0, 2).value == 1
    assert theirs.maxflow(0, 2, "weight").value == 2


# ------------------------------------------------------------------------------------ the page


def titles() -> list[str]:
    lines = [line.split("|") for line in PAGE.read_text("utf-8").splitlines() if line[:2] == "| "]
    return [cells[1].strip() for cells in lines if cells[1].strip()]


@pytest.mark.parametrize("title", titles())
def test_row(title: str) -> None:
    CHECKS[title]()


def test_the_page_and_the_checks_are_the_same_rows() -> None:
    assert sorted(titles()) == sorted(CHECKS)
    assert len(set(titles())) == len(titles())
