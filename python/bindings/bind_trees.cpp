#include "aidnet/algo/structure/maximum_spanning_tree.hpp"
#include "aidnet/algo/structure/minimum_spanning_arborescence.hpp"
#include "aidnet/algo/structure/minimum_spanning_tree.hpp"
#include "measure.hpp"
#include "register.hpp"

using namespace aidnet;
using measure::field;
using measure::Output;
using measure::Shape;

namespace {

constexpr const char* maximum_spanning_tree_doc = R"doc(
Maximum spanning tree: the backbone of strongest ties that holds the network together.

The ties without a cycle that connect all that is connected and have the largest total weight. On
its chain between any two parties the weakest tie is as strong as on any other chain.

Returns
-------
pandas.DataFrame
    Columns source, target and weight: one row a tie, from the strongest to the weakest, with the
    node that comes first in the network as its source. ``.attrs["total"]`` is the sum of the
    weights. A tree for each component, where the network is disconnected.

Raises
------
ValidationError
    If weights add up to more than a double.

Notes
-----
Reads the weights as strengths. Direction is ignored: where ties go both ways, their weights are
added up, as ``Network.to_undirected`` does. Zero weights are no ties; negative ones are taken where
nothing else connects. Self-loops are never on it. Of ties of equal weight that with the first nodes
is taken first. ``networkx.maximum_spanning_edges`` refuses directed networks; igraph takes all arcs
for edges of their own.

References
----------
Kruskal, J. B. (1956): On the shortest spanning subtree of a graph and the traveling salesman
problem. Proceedings of the AMS 7, 48-50, doi:10.1090/S0002-9939-1956-0078686-7.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Ningbo", "Guiyang", "Dalian", "Dalian"],
...     ["Guiyang", "Dalian", "Ningbo", "Guiyang"],
...     [5.0, 1.0, 4.0, 2.0],
... )
>>> aidnet.maximum_spanning_tree(net)
   source   target  weight
0  Ningbo  Guiyang     5.0
1  Ningbo   Dalian     4.0
)doc";

constexpr const char* minimum_spanning_tree_doc = R"doc(
Minimum spanning tree: the shortest set of ties that holds the network together.

The ties without a cycle that connect all that is connected and have the smallest total length. For
the backbone of the strongest ties see ``aidnet.maximum_spanning_tree``, which reads weights.

Returns
-------
pandas.DataFrame
    Columns source, target and length: one row a tie, from the shortest to the longest, with the
    node that comes first in the network as its source. ``.attrs["total"]`` is the sum of the
    lengths. A tree for each component, where the network is disconnected.

Raises
------
ValidationError
    For lengths of another network, or so long that a path's could overflow.

Notes
-----
Direction is ignored: where ties go both ways, the shorter one counts. An edge of weight zero is no
tie; otherwise weights do not matter here. Self-loops are never on it. With unit lengths all spanning
trees are alike; of ties of equal length that with the first nodes is taken first.
``networkx.minimum_spanning_edges`` refuses directed networks.

References
----------
Kruskal, J. B. (1956): On the shortest spanning subtree of a graph and the traveling salesman
problem. Proceedings of the AMS 7, 48-50, doi:10.1090/S0002-9939-1956-0078686-7.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Ningbo", "Guiyang", "Dalian"], ["Guiyang", "Dalian", "Ningbo"], [5.0, 1.0, 4.0]
... )
>>> aidnet.minimum_spanning_tree(net, length="reciprocal")
   source   target  length
0  Ningbo  Guiyang    0.20
1  Ningbo   Dalian    0.25
)doc";

constexpr const char* minimum_spanning_arborescence_doc = R"doc(
Minimum spanning arborescence: the shortest set of ties along which one party reaches all others.

Each node but the root has exactly one tie of it that leads to it, and the total length is the
smallest. Unlike a spanning tree it follows the ties from donor to recipient; unlike shortest paths
it makes the whole short, not each way from the root.

Returns
-------
pandas.DataFrame
    Columns source, target and length: one row for each node but the root, in their order as
    targets. ``.attrs["total"]`` is the sum of the lengths. No rows for a network of one node.

Raises
------
UndefinedError
    Where no node, or not the root, reaches all others.
ValidationError
    For lengths of another network, or so long that a path's could overflow.

Notes
-----
An edge of weight zero is no tie; otherwise weights do not matter here. Self-loops are never on it.
In an undirected network edges are taken either way. Of several it is always the same one.
Differences of lengths are rounded, so that the total may miss the smallest by rounding errors. As
long as ``networkx.minimum_spanning_arborescence``, which has no option for the root.

References
----------
Edmonds, J. (1967): Optimum branchings. Journal of Research of the National Bureau of Standards
71B, 233-240, doi:10.6028/jres.071B.032.
Gabow, H. N., Galil, Z., Spencer, T., Tarjan, R. E. (1986): Efficient algorithms for finding minimum
spanning trees in undirected and directed graphs. Combinatorica 6, 109-122,
doi:10.1007/BF02579168.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Ningbo", "Ningbo", "Guiyang"], ["Guiyang", "Ceheng", "Ceheng"], [5.0, 1.0, 4.0]
... )
>>> aidnet.minimum_spanning_arborescence(net, length="reciprocal")
    source   target  length
0   Ningbo  Guiyang    0.20
1  Guiyang   Ceheng    0.25
)doc";

}  // namespace

void register_trees(pybind11::list& measures) {
  const auto tree = [](const char* value) {
    return [value](Output& out, SpanningTree&& found) {
      out.facts["total"] = found.total;
      out.nodes("source", std::move(found.source)).nodes("target", std::move(found.target));
      out.column(value, std::move(found.value));
    };
  };

  measure::add(measures,
               {"maximum_spanning_tree", "structure", Shape::table, maximum_spanning_tree_doc},
               &maximum_spanning_tree, tree("weight"));
  measure::add(measures,
               {"minimum_spanning_tree", "structure", Shape::table, minimum_spanning_tree_doc},
               &minimum_spanning_tree, tree("length"));
  using R = MinimumSpanningArborescenceOptions;
  measure::add<R>(
      measures,
      {"minimum_spanning_arborescence", "structure", Shape::table,
       minimum_spanning_arborescence_doc},
      &minimum_spanning_arborescence,
      {field("root", &R::root, "From which node all others are to be reached; else the best one.")},
      tree("length"));
}
