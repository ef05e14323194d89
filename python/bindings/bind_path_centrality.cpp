#include "aidnet/algo/centrality/betweenness.hpp"
#include "aidnet/algo/centrality/closeness.hpp"
#include "aidnet/algo/centrality/edge_betweenness.hpp"
#include "aidnet/algo/centrality/harmonic.hpp"
#include "measure.hpp"
#include "option_docs.hpp"
#include "register.hpp"

using namespace aidnet;
using measure::field;
using measure::Shape;
using measure::single_column;

namespace {

constexpr const char* betweenness_doc = R"doc(
Betweenness: how often a party lies on the shortest way from one party to another.

The sum over all pairs of other nodes of the share of their shortest paths that lead through the
node. High scores are brokers and intermediaries: help that goes from hand to hand passes them.

Returns
-------
pandas.Series
    float64, one value a node, at least 0 (and at most 1 if normalized). Empty for an empty network.

Raises
------
ValidationError
    For lengths that do not fit the network, for sources or targets named twice, or where edges of
    length zero form a cycle, so that shortest paths cannot be counted.

Notes
-----
Paths follow the edges from donor to recipient; in an undirected network they go either way and each
pair counts once. Weights are never lengths; an edge of weight zero is no edge. Self-loops are on no
shortest path; pairs without a path add nothing. `normalized` divides by the number of pairs:
``(n - 1) * (n - 2)``, with `endpoints` ``n * (n - 1)``, half of it if undirected. The same as
``networkx.betweenness_centrality``, except that edges of length zero are counted right.

With `sources` or `targets` only paths from a source to a target count, as in
``networkx.betweenness_centrality_subset`` (which by default does not normalise); in an undirected
network each direction is half a pair. `normalized` divides by the pairs of all nodes all the same.
Of large networks ``aidnet.sampled_betweenness`` tells it in less time, within an error that you name.

References
----------
Freeman, L. C. (1977): A set of measures of centrality based on betweenness. Sociometry 40, 35-41,
doi:10.2307/3033543.
Brandes, U. (2001): A faster algorithm for betweenness centrality. Journal of Mathematical
Sociology 25, 163-177, doi:10.1080/0022250X.2001.9990249.
Brandes, U. (2008): On variants of shortest-path betweenness centrality and their generic
computation. Social Networks 30, 136-145, doi:10.1016/j.socnet.2007.11.001.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Shanghai", "Kunming", "Chuxiong"],
...     ["Kunming", "Honghe", "Chuxiong", "Yao'an"],
...     [9.0, 4.0, 3.0, 1.0],
... )
>>> aidnet.betweenness(net, normalized=False)
node
Shanghai    0.0
Kunming     2.0
Honghe      0.0
Chuxiong    2.0
Yao'an      0.0
Name: betweenness, dtype: float64
)doc";

constexpr const char* edge_betweenness_doc = R"doc(
Edge betweenness: how often a tie lies on the shortest way from one party to another.

The sum over all pairs of nodes of the share of their shortest paths that use the edge. High scores
are bridges: ties that hold parts of the network together, and that many chains of help would miss.

Returns
-------
pandas.Series
    float64, one value an edge, by (source, target) in the order of ``network.edges``; at least 0
    (and at most 1 if normalized). Empty for a network without edges.

Raises
------
ValidationError
    For lengths that do not fit the network, for sources or targets named twice, or where edges of
    length zero form a cycle, so that shortest paths cannot be counted.

Notes
-----
Paths follow the edges from donor to recipient; in an undirected network they go either way and each
pair counts once. Weights are never lengths; an edge of weight zero is on no path, nor is a
self-loop: they have 0. Pairs without a path add nothing. `normalized` divides by the number of
pairs, ``n * (n - 1)``, half of it if undirected. The same as
``networkx.edge_betweenness_centrality``, except that edges of length zero are counted right.

With `sources` or `targets` only paths from a source to a target count; in an undirected network
each direction is half a pair. ``networkx.edge_betweenness_centrality_subset`` means the same, but
divides what passes a node that is no target evenly among the edges before it (NetworkX 3.6),
however many paths come by each.

References
----------
Girvan, M., Newman, M. E. J. (2002): Community structure in social and biological networks. PNAS 99,
7821-7826, doi:10.1073/pnas.122653799.
Brandes, U. (2008): On variants of shortest-path betweenness centrality and their generic
computation. Social Networks 30, 136-145, doi:10.1016/j.socnet.2007.11.001.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Shanghai", "Kunming"], ["Kunming", "Honghe", "Chuxiong"], [9.0, 4.0, 3.0]
... )
>>> aidnet.edge_betweenness(net, normalized=False).to_dict()
{('Shanghai', 'Kunming'): 2.0, ('Shanghai', 'Honghe'): 1.0, ('Kunming', 'Chuxiong'): 2.0}
)doc";

constexpr const char* closeness_doc = R"doc(
Closeness: how near a party is to those that can reach it, or that it can reach.

The number of other nodes with a path to the node, divided by the sum of their distances. High
scores are parties that help gets to in few steps, wherever it starts.

Returns
-------
pandas.Series
    float64, one value a node, at least 0; 0 for a node that no other has a path to. Empty for an
    empty network.

Raises
------
ValidationError
    For lengths that do not fit the network.

Notes
-----
Distances follow the edges from donor to recipient and end at the node; ``mode="out"`` takes those
that start from it, ``mode="all"`` follows edges either way. In an undirected network all are the
same. Weights are never lengths; an edge of weight zero is no edge; self-loops change nothing.

Unreachable nodes are left out of the sum, which favours nodes of small parts; `wf_improved` sets
that right by the share of the other nodes that have a path. The same as
``networkx.closeness_centrality``, except where all partners of a node are at distance zero: then it
is infinitely close, not 0.

References
----------
Freeman, L. C. (1978): Centrality in social networks: conceptual clarification. Social Networks 1,
215-239, doi:10.1016/0378-8733(78)90021-7.
Wasserman, S., Faust, K. (1994): Social network analysis: methods and applications. Cambridge
University Press, p. 201, doi:10.1017/CBO9780511815478.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(["Ningbo", "Guiyang"], ["Guiyang", "Ceheng"], [5.0, 2.0])
>>> aidnet.closeness(net).round(4)
node
Ningbo     0.0000
Guiyang    0.5000
Ceheng     0.6667
Name: closeness, dtype: float64
)doc";

constexpr const char* harmonic_doc = R"doc(
Harmonic centrality: the sum of the nearnesses of all other parties.

The sum of one over the distance from every other node; a node without a path adds nothing. That
makes it the closeness for disconnected networks, as most aid networks are.

Returns
-------
pandas.Series
    float64, one value a node, at least 0; 0 for a node that no other has a path to. Empty for an
    empty network.

Raises
------
ValidationError
    For lengths that do not fit the network.

Notes
-----
Distances follow the edges from donor to recipient and end at the node; ``mode="out"`` takes those
that start from it, ``mode="all"`` follows edges either way. In an undirected network all are the
same. Weights are never lengths; an edge of weight zero is no edge; self-loops change nothing. The
same as ``networkx.harmonic_centrality``, except that another node at distance zero makes the value
infinite, instead of counting as unreachable.

References
----------
Marchiori, M., Latora, V. (2000): Harmony in the small-world. Physica A 285, 539-546,
doi:10.1016/S0378-4371(00)00311-3.
Boldi, P., Vigna, S. (2014): Axioms for centrality. Internet Mathematics 10, 222-262,
doi:10.1080/15427951.2013.865686.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(["Ningbo", "Guiyang"], ["Guiyang", "Ceheng"], [5.0, 2.0])
>>> aidnet.harmonic(net)
node
Ningbo     0.0
Guiyang    1.0
Ceheng     1.5
Name: harmonic, dtype: float64
)doc";

constexpr const char* sources_doc = "Count only paths that start from these; all if none is given.";
constexpr const char* targets_doc = "Count only paths that end at these; all if none is given.";

}  // namespace

void register_path_centrality(pybind11::list& measures) {
  using B = BetweennessOptions;
  measure::add<B>(
      measures, {"betweenness", "centrality", Shape::node_series, betweenness_doc}, &betweenness,
      {field("normalized", &B::normalized,
             "Divide by the number of pairs whose paths could lead through a node."),
       field("endpoints", &B::endpoints, "Count a path for the two nodes at its ends, too."),
       field("sources", &B::sources, sources_doc), field("targets", &B::targets, targets_doc)},
      single_column("betweenness"));

  using E = EdgeBetweennessOptions;
  measure::add<E>(
      measures, {"edge_betweenness", "centrality", Shape::edge_series, edge_betweenness_doc},
      &edge_betweenness,
      {field("normalized", &E::normalized, "Divide by the number of pairs of nodes."),
       field("sources", &E::sources, sources_doc), field("targets", &E::targets, targets_doc)},
      single_column("edge_betweenness"));

  using C = ClosenessOptions;
  measure::add<C>(measures, {"closeness", "centrality", Shape::node_series, closeness_doc},
                  &closeness,
                  {field("mode", &C::mode, measure::docs::distance_mode),
                   field("wf_improved", &C::wf_improved,
                         "Scale by the share of the other nodes that have a path (Wasserman and "
                         "Faust).")},
                  single_column("closeness"));

  using H = HarmonicOptions;
  measure::add<H>(measures, {"harmonic", "centrality", Shape::node_series, harmonic_doc}, &harmonic,
                  {field("mode", &H::mode, measure::docs::distance_mode),
                   field("normalized", &H::normalized, "Divide by the number of other nodes.")},
                  single_column("harmonic"));
}
