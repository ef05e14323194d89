#include "aidnet/algo/centrality/load.hpp"
#include "aidnet/algo/centrality/percolation.hpp"
#include "aidnet/algo/centrality/sampled_betweenness.hpp"
#include "aidnet/algo/centrality/sampled_edge_betweenness.hpp"
#include "aidnet/algo/centrality/stress.hpp"
#include "measure.hpp"
#include "register.hpp"

using namespace aidnet;
using measure::field;
using measure::Shape;
using measure::single_column;

namespace {

constexpr const char* stress_doc = R"doc(
Stress: how many shortest ways from one party to another lead through a party.

The sum over all pairs of other nodes of the number of their shortest paths that lead through the
node. Betweenness asks for their share; here every path counts, however many there are.

Returns
-------
pandas.Series
    float64, one value a node, whole numbers of at least 0, exact up to 2**53 and
    infinite beyond what a float holds. Empty for an empty network.

Raises
------
ValidationError
    For lengths that do not fit the network, or where edges of length zero form a cycle, so that
    shortest paths cannot be counted.

Notes
-----
Paths follow the edges from donor to recipient; in an undirected network they go either way and each
pair counts once. Weights are never lengths; an edge of weight zero is no edge. Self-loops are on no
shortest path; pairs without a path add nothing. There is no normalisation.

References
----------
Shimbel, A. (1953): Structural parameters of communication networks. Bulletin of Mathematical
Biophysics 15, 501-507, doi:10.1007/BF02476438.
Brandes, U. (2008): On variants of shortest-path betweenness centrality and their generic
computation. Social Networks 30, 136-145, doi:10.1016/j.socnet.2007.11.001.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Shanghai", "Kunming", "Honghe"],
...     ["Kunming", "Honghe", "Chuxiong", "Chuxiong"],
... )
>>> aidnet.stress(net)
node
Shanghai    0.0
Kunming     1.0
Honghe      1.0
Chuxiong    0.0
Name: stress, dtype: float64
)doc";

constexpr const char* load_doc = R"doc(
Load: how much passes a party when each asks its nearest suppliers for even shares.

One unit is traced from every node back to every other that has a path to it; wherever several nodes
stand before a node on shortest paths, it is divided evenly among them. The load is what passes a
node. Betweenness divides evenly among the paths instead, however they branch.

Returns
-------
pandas.Series
    float64, one value a node, at least 0 (and at most 1 if normalized). Empty for an
    empty network.

Raises
------
ValidationError
    For lengths that do not fit the network, or where edges of length zero form a cycle, so that
    shortest paths cannot be counted.

Notes
-----
Paths follow the edges from donor to recipient; in an undirected network they go either way. Weights
are never lengths; an edge of weight zero is no edge. Self-loops are on no shortest path; pairs
without a path add nothing. Both orders of a pair are added up, in an undirected network too;
`normalized` divides by ``(n - 1) * (n - 2)``.

The same as ``networkx.load_centrality``, except where an edge ties with a longer path of the same
length: there NetworkX (3.6) can lose the share of the nodes on the longer one. Goh and others split
units where they branch on their way forward, which is this of the reversed network.

References
----------
Newman, M. E. J. (2001): Scientific collaboration networks. II. Physical Review E 64, 016132,
doi:10.1103/PhysRevE.64.016132.
Goh, K.-I., Kahng, B., Kim, D. (2001): Universal behavior of load distribution in scale-free
networks. Physical Review Letters 87, 278701, doi:10.1103/PhysRevLett.87.278701.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Shanghai", "Kunming", "Honghe"],
...     ["Kunming", "Honghe", "Chuxiong", "Chuxiong"],
... )
>>> aidnet.load(net, normalized=False)
node
Shanghai    0.0
Kunming     0.5
Honghe      0.5
Chuxiong    0.0
Name: load, dtype: float64
)doc";

constexpr const char* percolation_doc = R"doc(
Percolation centrality: betweenness for what starts in some parties more than in others.

As betweenness, but each path counts by the state of the node that it starts from, as a share of the
states of all nodes but the one in question. With states that say how much each party was struck, or
has to give, it says who passes that on.

Returns
-------
pandas.Series
    float64, one value a node, between 0 and 1. Empty for an empty network.

Raises
------
ValidationError
    For states that are negative or not finite, for lengths that do not fit the network, or where
    edges of length zero form a cycle, so that shortest paths cannot be counted.

Notes
-----
Paths follow the edges from donor to recipient; in an undirected network they go either way, and
both directions of a pair count, each by its source. Weights are never lengths; an edge of weight
zero is no edge. Self-loops are on no shortest path; pairs without a path add nothing. The sum is
divided by ``n - 2``; nodes that a mapping of states leaves out have 0. The same as
``networkx.percolation_centrality``, except that it is 0, not an error, where no other node has a
state above 0 or there are fewer than three nodes.

References
----------
Piraveenan, M., Prokopenko, M., Hossain, L. (2013): Percolation centrality: quantifying
graph-theoretic impact of nodes during percolation in networks. PLoS ONE 8, e53095,
doi:10.1371/journal.pone.0053095.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(["Ningbo", "Dalian", "Guiyang"], ["Guiyang", "Guiyang", "Ceheng"])
>>> aidnet.percolation(net, states={"Ningbo": 3.0, "Guiyang": 0.0, "Dalian": 0.0, "Ceheng": 1.0})
node
Ningbo     0.000
Guiyang    0.375
Dalian     0.000
Ceheng     0.000
Name: percolation, dtype: float64
)doc";

constexpr const char* sampled_betweenness_doc = R"doc(
Betweenness of large networks, from the paths of some parties, as near as is asked for.

The normalised betweenness, estimated from sources that are drawn until no score can be farther from
the exact one than `error`.

Returns
-------
pandas.Series
    float64, one value a node, between 0 and 1. ``attrs`` has ``samples``, the number of sources
    drawn, and ``bound``, the error that was reached; both are 0 if the scores are exact.

Raises
------
ValidationError
    For an error or confidence that is not between 0 and 1, a negative seed, for lengths that do not
    fit the network, or where edges of length zero form a cycle, so that shortest paths cannot be
    counted.

Notes
-----
What betweenness is and reads, ``aidnet.betweenness`` says. Sources are drawn evenly, with
repetition, in rounds; after each, the bound of Maurer and Pontil says from the mean and variance of
what was found how far off any score can be. With probability `confidence` or more over the seeds all
scores are within the bound, whatever the network. Where that needs as many sources as there are
nodes, all are taken, and the scores are exact: so it is for small networks.

Scores are near, ranks need not be: parties whose scores differ by less than twice the bound may be
in either order. ``networkx.betweenness_centrality(k=...)`` draws a number of sources without saying
how near that is.

References
----------
Brandes, U., Pich, C. (2007): Centrality estimation in large networks. International Journal of
Bifurcation and Chaos 17, 2303-2318, doi:10.1142/S0218127407018403.
Maurer, A., Pontil, M. (2009): Empirical Bernstein bounds and sample variance penalization,
doi:10.48550/arXiv.0907.3740.
Riondato, M., Upfal, E. (2018): ABRA: approximating betweenness centrality in static and dynamic
graphs with Rademacher averages. ACM TKDD 12, 61, doi:10.1145/3208351.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(["hub"] * 5000, range(5000), directed=False)
>>> near = aidnet.sampled_betweenness(net, error=0.05)
>>> near.idxmax(), near.attrs["bound"] <= 0.05, near.attrs["samples"] < 5000
('hub', True, True)
)doc";

constexpr const char* sampled_edge_betweenness_doc = R"doc(
Edge betweenness of large networks, from the paths of some parties, as near as is asked for.

The normalised edge betweenness, estimated from sources that are drawn until no score can be farther
from the exact one than `error`.

Returns
-------
pandas.Series
    float64, one value an edge, by (source, target) in the order of ``network.edges``, between 0
    and 1. ``attrs`` has ``samples``, the number of sources drawn, and ``bound``, the error that was
    reached; both are 0 if the scores are exact. Empty for a network without edges.

Raises
------
ValidationError
    For an error or confidence that is not between 0 and 1, a negative seed, for lengths that do not
    fit the network, or where edges of length zero form a cycle, so that shortest paths cannot be
    counted.

Notes
-----
What edge betweenness is and reads, ``aidnet.edge_betweenness`` says; how sources are drawn, and
what is promised of all scores at once, is as in ``aidnet.sampled_betweenness``.

In a sparse network only bridges between large parts have scores that are not small: choose the
error by the score that matters. Edges whose scores differ by less than twice the bound may be in
either order. ``networkx.edge_betweenness_centrality(k=...)`` draws a number of sources without
saying how near that is.

References
----------
Brandes, U., Pich, C. (2007): Centrality estimation in large networks. International Journal of
Bifurcation and Chaos 17, 2303-2318, doi:10.1142/S0218127407018403.
Maurer, A., Pontil, M. (2009): Empirical Bernstein bounds and sample variance penalization,
doi:10.48550/arXiv.0907.3740.

Examples
--------
>>> import aidnet
>>> east, west = ["Ningbo"] * 2000, ["Guiyang"] * 2000
>>> net = aidnet.from_edges(
...     ["Ningbo", *east, *west], ["Guiyang", *range(4000)], directed=False
... )
>>> near = aidnet.sampled_edge_betweenness(net, error=0.05)
>>> near.idxmax(), f"{near.max():.3f}", near.attrs["samples"] < 4002
(('Ningbo', 'Guiyang'), '0.500', True)
)doc";

/// Both sampled ones: the scores by the name of the measure, the error and the number of sources.
auto sampled(const char* name) {
  return [name](measure::Output& out, auto&& found) {
    out.column(name, std::move(found.score));
    out.facts["bound"] = found.error;
    out.facts["samples"] = found.samples;
  };
}

template <class Options>
std::vector<measure::Field<Options>> sampling() {
  return {
      field("error", &Options::error, "How far each score may be from the exact one."),
      field("confidence", &Options::confidence, "The probability that no score at all is farther."),
      field("seed", &Options::seed, "Which sources are drawn: 0 or more.")};
}

}  // namespace

void register_between(pybind11::list& measures) {
  measure::add(measures, {"stress", "centrality", Shape::node_series, stress_doc}, &stress,
               single_column("stress"));

  using L = LoadOptions;
  measure::add<L>(measures, {"load", "centrality", Shape::node_series, load_doc}, &load,
                  {field("normalized", &L::normalized,
                         "Divide by the number of ordered pairs of other nodes.")},
                  single_column("load"));

  using P = PercolationOptions;
  measure::add<P>(measures, {"percolation", "centrality", Shape::node_series, percolation_doc},
                  &percolation,
                  {measure::of_every_node(
                      field("states", &P::states,
                            "How far each node is affected, 0 or more; all alike if not given."))},
                  single_column("percolation"));

  measure::add<SampledBetweennessOptions>(
      measures, {"sampled_betweenness", "centrality", Shape::node_series, sampled_betweenness_doc},
      &sampled_betweenness, sampling<SampledBetweennessOptions>(), sampled("sampled_betweenness"));
  measure::add<SampledEdgeBetweennessOptions>(
      measures,
      {"sampled_edge_betweenness", "centrality", Shape::edge_series, sampled_edge_betweenness_doc},
      &sampled_edge_betweenness, sampling<SampledEdgeBetweennessOptions>(),
      sampled("sampled_edge_betweenness"));
}
