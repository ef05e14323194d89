#include <cmath>

#include "aidnet/algo/paths/bottleneck.hpp"
#include "aidnet/algo/paths/distance_matrix.hpp"
#include "aidnet/algo/paths/distances.hpp"
#include "aidnet/algo/paths/shortest_path.hpp"
#include "aidnet/algo/paths/widest_path.hpp"
#include "measure.hpp"
#include "option_docs.hpp"
#include "register.hpp"

using namespace aidnet;
using measure::field;
using measure::required;
using measure::Shape;
using measure::single_column;

namespace {

constexpr const char* distances_doc = R"doc(
Distances of one party to all others: in how many steps its help can get there.

The length of the shortest path from the source to each node.

Returns
-------
pandas.Series
    float64, one value a node, at least 0: 0 for the source, and infinite where there
    is no path.

Raises
------
ValidationError
    For a source that is missing, or lengths that do not fit the network.

Notes
-----
Paths follow the edges from donor to recipient and start from the source; ``mode="in"`` takes those
that end at it, ``mode="all"`` follows edges either way. In an undirected network all are the same.
Weights are never lengths; an edge of weight zero is no edge; self-loops change nothing. The same as
``networkx.single_source_dijkstra_path_length``, which leaves nodes without a path out.

References
----------
Dijkstra, E. W. (1959): A note on two problems in connexion with graphs. Numerische Mathematik 1,
269-271, doi:10.1007/BF01386390.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Ningbo", "Ningbo", "Guiyang"], ["Guiyang", "Dalian", "Ceheng"], [5.0, 2.0, 2.0]
... )
>>> aidnet.distances(net, source="Ningbo")
node
Ningbo     0.0
Guiyang    1.0
Dalian     1.0
Ceheng     2.0
Name: distances, dtype: float64
>>> aidnet.distances(net, source="Ningbo", length="reciprocal")["Ceheng"]
np.float64(0.7)
)doc";

constexpr const char* distance_matrix_doc = R"doc(
Distances between all parties.

The length of the shortest path from each node to each other one.

Returns
-------
pandas.DataFrame
    float64, nodes by nodes, from the row's to the column's: at least 0, on the diagonal 0, and
    infinite where there is no path.

Raises
------
ValidationError
    For lengths that do not fit the network.
SizeError
    For more than 46,340 nodes, whose distances take 17 GB.

Notes
-----
Paths follow the edges from donor to recipient; in an undirected network they go either way.
Weights are never lengths; an edge of weight zero is no edge; self-loops change nothing.
The same as ``scipy.sparse.csgraph.shortest_path`` of a matrix of lengths.

References
----------
Dijkstra, E. W. (1959): A note on two problems in connexion with graphs. Numerische Mathematik 1,
269-271, doi:10.1007/BF01386390.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Ningbo", "Ningbo", "Guiyang"], ["Guiyang", "Dalian", "Ceheng"], [5.0, 2.0, 2.0]
... )
>>> aidnet.distance_matrix(net).loc["Ningbo"].to_dict()
{'Ningbo': 0.0, 'Guiyang': 1.0, 'Dalian': 1.0, 'Ceheng': 2.0}
)doc";

constexpr const char* shortest_path_doc = R"doc(
A shortest path from one party to another.

The hands that help passes on its shortest way.

Returns
-------
pandas.Index
    The nodes of the path in order, source and target among them.

Raises
------
UndefinedError
    Where there is no path.
ValidationError
    For a source or target that is missing, or lengths that do not fit the network.

Notes
-----
Paths follow the edges from donor to recipient; in an undirected network they go either way.
Weights are never lengths; an edge of weight zero is no edge; self-loops change nothing. Of
several shortest paths it is always the same one: going back from the target, by the first node, in
the network's order, of those before it. ``networkx.shortest_path`` gives any.

References
----------
Dijkstra, E. W. (1959): A note on two problems in connexion with graphs. Numerische Mathematik 1,
269-271, doi:10.1007/BF01386390.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Ningbo", "Ningbo", "Guiyang"], ["Guiyang", "Dalian", "Ceheng"], [5.0, 2.0, 2.0]
... )
>>> aidnet.shortest_path(net, source="Ningbo", target="Ceheng").to_list()
['Ningbo', 'Guiyang', 'Ceheng']
)doc";

constexpr const char* bottleneck_doc = R"doc(
Bottlenecks: how much a chain of gifts can carry at most from one party to each other.

Of all paths from the source to a node, the largest of their smallest weights. Unlike a maximum flow
it is one path, not all of them together.

Returns
-------
pandas.Series
    float64, one value a node, in the unit of the weights: infinite for the source, and 0
    where there is no path.

Raises
------
ValidationError
    For a negative weight, or a source that is missing.

Notes
-----
Reads the weights as strengths: the wider the better. Paths follow the edges from donor to recipient
and start from the source; ``mode="in"`` takes those that end at it, ``mode="all"`` follows edges
either way. In an undirected network all are the same. An edge of weight zero is no edge; self-loops
change nothing.

References
----------
Pollack, M. (1960): The maximum capacity through a network. Operations Research 8, 733-736,
doi:10.1287/opre.8.5.733.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Ningbo", "Ningbo", "Guiyang"], ["Guiyang", "Dalian", "Ceheng"], [5.0, 2.0, 2.0]
... )
>>> aidnet.bottleneck(net, source="Ningbo")
node
Ningbo     inf
Guiyang    5.0
Dalian     2.0
Ceheng     2.0
Name: bottleneck, dtype: float64
)doc";

constexpr const char* widest_path_doc = R"doc(
A widest path from one party to another.

The chain of gifts whose smallest one is the largest; how large, ``aidnet.bottleneck`` says.

Returns
-------
pandas.Index
    The nodes of the path in order, source and target among them.

Raises
------
UndefinedError
    Where there is no path.
ValidationError
    For a negative weight, or a source or target that is missing.

Notes
-----
Reads the weights as strengths: the wider the better. Paths follow the edges from donor to
recipient; in an undirected network they go either way. An edge of weight zero is no edge;
self-loops are on no path. Of several widest paths it is always the same one of the fewest steps:
going back from the target, by the first node, in the network's order, of those before it.

References
----------
Pollack, M. (1960): The maximum capacity through a network. Operations Research 8, 733-736,
doi:10.1287/opre.8.5.733.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(list("aabc"), list("dbcd"), [1.0, 5.0, 3.0, 4.0])
>>> aidnet.widest_path(net, source="a", target="d").to_list()
['a', 'b', 'c', 'd']
)doc";

constexpr const char* mode_doc = "Paths from the source, to it, or along edges either way.";

}  // namespace

void register_paths(pybind11::list& measures) {
  const auto path = [](const char* name) {
    return [name](measure::Output& out, std::vector<index_t>&& nodes) {
      out.nodes(name, std::move(nodes));
    };
  };

  using D = DistancesOptions;
  measure::add<D>(measures, {"distances", "paths", Shape::node_series, distances_doc}, &distances,
                  {required(field("source", &D::source, measure::docs::path_source)),
                   field("mode", &D::mode, mode_doc)},
                  single_column("distances"));
  measure::add(measures, {"distance_matrix", "paths", Shape::node_matrix, distance_matrix_doc},
               &distance_matrix, [](measure::Output& out, std::vector<double>&& values) {
                 const auto rows = static_cast<index_t>(
                     std::lround(std::sqrt(static_cast<double>(values.size()))));
                 out.matrix(std::move(values), rows);
               });

  using S = ShortestPathOptions;
  measure::add<S>(measures, {"shortest_path", "paths", Shape::node_list, shortest_path_doc},
                  &shortest_path,
                  {required(field("source", &S::source, measure::docs::path_source)),
                   required(field("target", &S::target, measure::docs::path_target))},
                  path("shortest_path"));

  using B = BottleneckOptions;
  measure::add<B>(measures, {"bottleneck", "paths", Shape::node_series, bottleneck_doc},
                  &bottleneck,
                  {required(field("source", &B::source, measure::docs::path_source)),
                   field("mode", &B::mode, mode_doc)},
                  single_column("bottleneck"));

  using W = WidestPathOptions;
  measure::add<W>(measures, {"widest_path", "paths", Shape::node_list, widest_path_doc},
                  &widest_path,
                  {required(field("source", &W::source, measure::docs::path_source)),
                   required(field("target", &W::target, measure::docs::path_target))},
                  path("widest_path"));
}
