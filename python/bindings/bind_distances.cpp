#include "aidnet/algo/centrality/decay.hpp"
#include "aidnet/algo/centrality/eccentricity.hpp"
#include "aidnet/algo/centrality/lin.hpp"
#include "aidnet/algo/centrality/local_reaching.hpp"
#include "aidnet/algo/structure/diameter.hpp"
#include "aidnet/algo/structure/global_efficiency.hpp"
#include "aidnet/algo/structure/global_reaching.hpp"
#include "aidnet/algo/structure/local_efficiency.hpp"
#include "aidnet/algo/structure/radius.hpp"
#include "measure.hpp"
#include "register.hpp"

using namespace aidnet;
using measure::field;
using measure::Shape;
using measure::single_column;

namespace {

constexpr const char* eccentricity_doc = R"doc(
Eccentricity: how far the farthest other party is.

The largest distance from the node to another one. Low values are central: help gets from there to
anyone in few steps.

Returns
-------
pandas.Series
    float64, one value a node, at least 0 and infinite where some other node has no
    path. Empty for an empty network.

Raises
------
ValidationError
    For lengths that do not fit the network.

Notes
-----
Distances follow the edges from donor to recipient and start from the node; ``mode="in"`` takes
those that end at it, ``mode="all"`` follows edges either way. In an undirected network all are the
same. Weights are never lengths; an edge of weight zero is no edge; self-loops change nothing.

Where ``networkx.eccentricity`` raises an error, because not all nodes can be reached, the value is
infinite. `reached_only` leaves those out, as igraph does; a node that reaches none then has 0.

References
----------
Hage, P., Harary, F. (1995): Eccentricity and centrality in networks. Social Networks 17, 57-63,
doi:10.1016/0378-8733(94)00248-9.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Ningbo", "Ningbo", "Guiyang"], ["Guiyang", "Dalian", "Ceheng"], [5.0, 2.0, 2.0]
... )
>>> aidnet.eccentricity(net)
node
Ningbo     2.0
Guiyang    inf
Dalian     inf
Ceheng     inf
Name: eccentricity, dtype: float64
>>> aidnet.eccentricity(net, reached_only=True).to_dict()
{'Ningbo': 2.0, 'Guiyang': 1.0, 'Dalian': 0.0, 'Ceheng': 0.0}
)doc";

constexpr const char* radius_doc = R"doc(
Radius: the distance that the best placed party needs to all others.

The smallest of all eccentricities.

Returns
-------
float
    At least 0; infinite where no node has paths to all others, and NaN for an empty network.

Raises
------
ValidationError
    For lengths that do not fit the network.

Notes
-----
Distances follow the edges from donor to recipient and start from the node; ``mode="in"`` takes
those that end at it, ``mode="all"`` follows edges either way. In an undirected network all are the
same. Weights are never lengths; an edge of weight zero is no edge; self-loops change nothing.

Where ``networkx.radius`` raises an error, because not all nodes can be reached from every other
one, this is the smallest eccentricity of those that are finite. `reached_only` takes each node's
distance to the farthest one that it reaches, as igraph does; one that reaches none then makes it 0.

References
----------
Hage, P., Harary, F. (1995): Eccentricity and centrality in networks. Social Networks 17, 57-63,
doi:10.1016/0378-8733(94)00248-9.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Ningbo", "Ningbo", "Guiyang"], ["Guiyang", "Dalian", "Ceheng"], [5.0, 2.0, 2.0]
... )
>>> aidnet.radius(net), aidnet.radius(net, mode="all")
(2.0, 2.0)
)doc";

constexpr const char* diameter_doc = R"doc(
Diameter: the largest distance between two parties.

In how many steps help gets from any party to any other, at worst: the largest of all
eccentricities.

Returns
-------
float
    At least 0; infinite where some pair has no path, and NaN for an empty network.

Raises
------
ValidationError
    For lengths that do not fit the network.

Notes
-----
Distances follow the edges from donor to recipient, for ``mode="in"`` as for ``mode="out"``, since
both orders of each pair count; ``mode="all"`` follows edges either way. Weights are never lengths;
an edge of weight zero is no edge; self-loops change nothing.

Where ``networkx.diameter`` raises an error, because not all nodes can be reached, this is infinite.
`reached_only` leaves such pairs out, as igraph does: the longest of the shortest paths that there
are, 0 if there is none.

References
----------
Hage, P., Harary, F. (1995): Eccentricity and centrality in networks. Social Networks 17, 57-63,
doi:10.1016/0378-8733(94)00248-9.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Ningbo", "Ningbo", "Guiyang"], ["Guiyang", "Dalian", "Ceheng"], [5.0, 2.0, 2.0]
... )
>>> aidnet.diameter(net), aidnet.diameter(net, mode="all"), aidnet.diameter(net, reached_only=True)
(inf, 3.0, 2.0)
)doc";

constexpr const char* global_efficiency_doc = R"doc(
Global efficiency: how near parties are to one another on average.

The mean over all ordered pairs of one over their distance; a pair without a path adds 0. Unlike the
mean distance it means something for disconnected networks, as most aid networks are.

Returns
-------
float
    At least 0, with unit lengths at most 1; infinite where two nodes are at distance zero, and NaN
    for fewer than two nodes.

Raises
------
ValidationError
    For lengths that do not fit the network.

Notes
-----
Paths follow the edges from donor to recipient; in an undirected network they go either way.
Weights are never lengths; an edge of weight zero is no edge; self-loops change nothing. With
lengths, it is not divided by the value of an ideal network.

The same as ``networkx.global_efficiency``, which has it for undirected networks and steps only and
returns 0 for fewer than two nodes.

References
----------
Latora, V., Marchiori, M. (2001): Efficient behavior of small-world networks. Physical Review
Letters 87, 198701, doi:10.1103/PhysRevLett.87.198701.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Ningbo", "Ningbo", "Guiyang"], ["Guiyang", "Dalian", "Ceheng"], [5.0, 2.0, 2.0]
... )
>>> round(aidnet.global_efficiency(net), 4)
0.2917
)doc";

constexpr const char* local_efficiency_doc = R"doc(
Local efficiency: how near a party's partners stay to one another without it.

The mean over all nodes of the global efficiency of the network among a node's partners, without the
node itself. High values are networks that stand the loss of a party: help finds another way.

Returns
-------
float
    At least 0, with unit lengths at most 1; infinite where two partners of a node are at distance
    zero, and NaN for an empty network.

Raises
------
ValidationError
    For lengths that do not fit the network.

Notes
-----
Partners are donors and recipients alike; paths among them follow the edges from donor to recipient,
in an undirected network either way. Weights are never lengths; an edge of weight zero or infinite
length is no edge; self-loops change nothing. A node with fewer than two partners counts with 0.

The same as ``networkx.local_efficiency``, which has it for undirected networks and steps only,
except that there a node with a self-loop is a partner of its own. In igraph the name stands for
another measure, whose paths may lead outside the partners.

References
----------
Latora, V., Marchiori, M. (2001): Efficient behavior of small-world networks. Physical Review
Letters 87, 198701, doi:10.1103/PhysRevLett.87.198701.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(["a", "a", "b", "c"], ["b", "c", "c", "d"], directed=False)
>>> round(aidnet.local_efficiency(net), 4)
0.5833
)doc";

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

constexpr const char* mode_doc = "Distances to the node, from it, or along edges either way.";
constexpr const char* reached_doc =
    "Leave out nodes without a path, instead of making the value infinite.";

void add_farthest(pybind11::list& measures) {
  using E = EccentricityOptions;
  measure::add<E>(
      measures, {"eccentricity", "centrality", Shape::node_series, eccentricity_doc}, &eccentricity,
      {field("mode", &E::mode, mode_doc), field("reached_only", &E::reached_only, reached_doc)},
      single_column("eccentricity"));

  const auto number = [](measure::Output& out, double value) { out.scalar(value); };
  using R = RadiusOptions;
  measure::add<R>(
      measures, {"radius", "structure", Shape::scalar, radius_doc}, &radius,
      {field("mode", &R::mode, mode_doc), field("reached_only", &R::reached_only, reached_doc)},
      number);

  using D = DiameterOptions;
  measure::add<D>(
      measures, {"diameter", "structure", Shape::scalar, diameter_doc}, &diameter,
      {field("mode", &D::mode, mode_doc), field("reached_only", &D::reached_only, reached_doc)},
      number);
}

}  // namespace

void register_distances(pybind11::list& measures) {
  add_farthest(measures);
  const auto number = [](measure::Output& out, double value) { out.scalar(value); };
  measure::add(measures, {"global_efficiency", "structure", Shape::scalar, global_efficiency_doc},
               &global_efficiency, number);
  measure::add(measures, {"local_efficiency", "structure", Shape::scalar, local_efficiency_doc},
               &local_efficiency, number);

  using D = DecayOptions;
  measure::add<D>(
      measures, {"decay", "centrality", Shape::node_series, decay_doc}, &decay,
      {field("delta", &D::delta, "What is left of a benefit after one unit of distance."),
       field("mode", &D::mode, mode_doc),
       field("normalized", &D::normalized,
             "Divide by the value of a node that is one step from all others.")},
      single_column("decay"));

  using L = LinOptions;
  measure::add<L>(measures, {"lin", "centrality", Shape::node_series, lin_doc}, &lin,
                  {field("mode", &L::mode, mode_doc)}, single_column("lin"));

  measure::add(measures, {"local_reaching", "centrality", Shape::node_series, local_reaching_doc},
               &local_reaching, single_column("local_reaching"));
  measure::add(measures, {"global_reaching", "structure", Shape::scalar, global_reaching_doc},
               &global_reaching, number);
}
