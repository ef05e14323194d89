#include "aidnet/algo/centrality/eccentricity.hpp"
#include "aidnet/algo/structure/diameter.hpp"
#include "aidnet/algo/structure/global_efficiency.hpp"
#include "aidnet/algo/structure/local_efficiency.hpp"
#include "aidnet/algo/structure/radius.hpp"
#include "measure.hpp"
#include "option_docs.hpp"
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

constexpr const char* reached_doc =
    "Leave out nodes without a path, instead of making the value infinite.";

}  // namespace

void register_extent(pybind11::list& measures) {
  using E = EccentricityOptions;
  measure::add<E>(measures, {"eccentricity", "centrality", Shape::node_series, eccentricity_doc},
                  &eccentricity,
                  {field("mode", &E::mode, measure::docs::distance_mode),
                   field("reached_only", &E::reached_only, reached_doc)},
                  single_column("eccentricity"));

  const auto number = [](measure::Output& out, double value) { out.scalar(value); };
  using R = RadiusOptions;
  measure::add<R>(measures, {"radius", "structure", Shape::scalar, radius_doc}, &radius,
                  {field("mode", &R::mode, measure::docs::distance_mode),
                   field("reached_only", &R::reached_only, reached_doc)},
                  number);

  using D = DiameterOptions;
  measure::add<D>(measures, {"diameter", "structure", Shape::scalar, diameter_doc}, &diameter,
                  {field("mode", &D::mode, measure::docs::distance_mode),
                   field("reached_only", &D::reached_only, reached_doc)},
                  number);

  measure::add(measures, {"global_efficiency", "structure", Shape::scalar, global_efficiency_doc},
               &global_efficiency, number);
  measure::add(measures, {"local_efficiency", "structure", Shape::scalar, local_efficiency_doc},
               &local_efficiency, number);
}
