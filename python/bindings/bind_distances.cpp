#include "aidnet/algo/centrality/decay.hpp"
#include "aidnet/algo/centrality/lin.hpp"
#include "aidnet/algo/centrality/local_reaching.hpp"
#include "aidnet/algo/structure/global_reaching.hpp"
#include "measure.hpp"
#include "option_docs.hpp"
#include "register.hpp"

using namespace aidnet;
using measure::field;
using measure::Shape;
using measure::single_column;

namespace {

constexpr const char* decay_doc = R"doc(
Decay centrality: the benefit of all other parties, fading with distance.

The sum over all other nodes of `delta` to the power of their distance; a node without a path adds
nothing. A small `delta` makes it nearly the degree, one near 1 nearly the number of nodes that have
a path.

Returns
-------
pandas.Series
    float64, one value a node, at least 0; 0 for a node that no other has a path to.
    Empty for an empty network.

Raises
------
ValidationError
    For a delta that is not between 0 and 1, or lengths that do not fit the network.

Notes
-----
Distances follow the edges from donor to recipient and end at the node; ``mode="out"`` takes those
that start from it, ``mode="all"`` follows edges either way. In an undirected network all are the
same. Weights are never lengths; an edge of weight zero is no edge; self-loops change nothing.
`normalized` divides by ``delta * (n - 1)``, the value of a node that is one step from all others.

References
----------
Jackson, M. O. (2008): Social and economic networks. Princeton University Press, section 2.2.4,
doi:10.1515/9781400833993.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Ningbo", "Ningbo", "Guiyang"], ["Guiyang", "Dalian", "Ceheng"], [5.0, 2.0, 2.0]
... )
>>> aidnet.decay(net)
node
Ningbo     0.00
Guiyang    0.50
Dalian     0.50
Ceheng     0.75
Name: decay, dtype: float64
)doc";

constexpr const char* lin_doc = R"doc(
Lin's index: closeness that is fair to large parts of a disconnected network.

The square of the number of nodes that have a path to the node, itself among them, divided by the
sum of their distances. Closeness divides by the mean distance; here the number of nodes counts once
more.

Returns
-------
pandas.Series
    float64, one value a node, 1 for a node that no other has a path to. Empty for an
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
Infinite where all nodes with a path are at distance zero.

References
----------
Lin, N. (1976): Foundations of social research. McGraw-Hill.
Boldi, P., Vigna, S. (2014): Axioms for centrality. Internet Mathematics 10, 222-262,
doi:10.1080/15427951.2013.865686.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Ningbo", "Ningbo", "Guiyang"], ["Guiyang", "Dalian", "Ceheng"], [5.0, 2.0, 2.0]
... )
>>> aidnet.lin(net)
node
Ningbo     1.0
Guiyang    4.0
Dalian     4.0
Ceheng     3.0
Name: lin, dtype: float64
)doc";

constexpr const char* local_reaching_doc = R"doc(
Local reaching centrality: the share of all others that a party's help can get to.

In a directed network, the number of nodes that the node has a path to, divided by that of all other
nodes. In an undirected one, where all nodes of a part reach the same, the mean of one over the
distances to all others.

Returns
-------
pandas.Series
    float64, one value a node, at least 0, and at most 1 in a directed network or with
    unit lengths; NaN for the only node of a network. Empty for an empty network.

Raises
------
ValidationError
    For lengths that do not fit the network.

Notes
-----
Paths follow the edges from donor to recipient; in an undirected network they go either way.
Weights are never lengths; an edge of weight zero is no edge; self-loops change nothing. In a
directed network lengths say only which edges there are: an infinite one is none.

The same as ``networkx.local_reaching_centrality`` without a weight. (With one, NetworkX averages
weights along one shortest path to each node, whichever it finds where several tie.)

References
----------
Mones, E., Vicsek, L., Vicsek, T. (2012): Hierarchy measure for complex networks. PLoS ONE 7,
e33799, doi:10.1371/journal.pone.0033799.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Ningbo", "Ningbo", "Guiyang"], ["Guiyang", "Dalian", "Ceheng"], [5.0, 2.0, 2.0]
... )
>>> aidnet.local_reaching(net).round(3)
node
Ningbo     1.000
Guiyang    0.333
Dalian     0.000
Ceheng     0.000
Name: local_reaching, dtype: float64
)doc";

constexpr const char* global_reaching_doc = R"doc(
Global reaching centrality: how hierarchical a network is, from flat to a star.

The mean difference between the largest local reaching centrality and that of the other nodes: 1
where one party gives to all others and they to nobody, 0 where all reach alike.

Returns
-------
float
    At least 0, and at most 1 in a directed network or with unit lengths; NaN for fewer than two
    nodes, and where nodes of an undirected network are at distance zero.

Raises
------
ValidationError
    For lengths that do not fit the network.

Notes
-----
Paths follow the edges from donor to recipient; in an undirected network they go either way.
Weights are never lengths; an edge of weight zero is no edge; self-loops change nothing. In a
directed network lengths say only which edges there are: an infinite one is none.

The same as ``networkx.global_reaching_centrality`` without a weight, except that it is 0, not an
error, for a network without edges.

References
----------
Mones, E., Vicsek, L., Vicsek, T. (2012): Hierarchy measure for complex networks. PLoS ONE 7,
e33799, doi:10.1371/journal.pone.0033799.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Ningbo", "Ningbo", "Guiyang"], ["Guiyang", "Dalian", "Ceheng"], [5.0, 2.0, 2.0]
... )
>>> round(aidnet.global_reaching(net), 4)
0.8889
)doc";

}  // namespace

void register_distances(pybind11::list& measures) {
  using D = DecayOptions;
  measure::add<D>(
      measures, {"decay", "centrality", Shape::node_series, decay_doc}, &decay,
      {field("delta", &D::delta, "What is left of a benefit after one unit of distance."),
       field("mode", &D::mode, measure::docs::distance_mode),
       field("normalized", &D::normalized,
             "Divide by the value of a node that is one step from all others.")},
      single_column("decay"));

  using L = LinOptions;
  measure::add<L>(measures, {"lin", "centrality", Shape::node_series, lin_doc}, &lin,
                  {field("mode", &L::mode, measure::docs::distance_mode)}, single_column("lin"));

  measure::add(measures, {"local_reaching", "centrality", Shape::node_series, local_reaching_doc},
               &local_reaching, single_column("local_reaching"));
  measure::add(measures, {"global_reaching", "structure", Shape::scalar, global_reaching_doc},
               &global_reaching, [](measure::Output& out, double value) { out.scalar(value); });
}
