#include "aidnet/algo/paths/all_shortest_paths.hpp"
#include "aidnet/algo/paths/astar_path.hpp"
#include "aidnet/algo/paths/bellman_ford.hpp"
#include "aidnet/algo/paths/bellman_ford_path.hpp"
#include "aidnet/algo/paths/has_path.hpp"
#include "aidnet/algo/paths/k_shortest_paths.hpp"
#include "measure.hpp"
#include "option_docs.hpp"
#include "register.hpp"

using namespace aidnet;
using measure::field;
using measure::required;
using measure::Shape;
using measure::single_column;

namespace {

constexpr const char* has_path_doc = R"doc(
Whether help can get from one party to another, by any number of hands.

Returns
-------
bool

Raises
------
ValidationError
    For a source or target that is missing.

Notes
-----
Paths follow the edges from donor to recipient; in an undirected network they go either way. An edge
of weight zero is no edge; self-loops change nothing. From a node to itself there is always the path
of no steps. The same as ``networkx.has_path``.

References
----------
Pohl, I. (1971): Bi-directional search. Machine Intelligence 6, 127-140.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(["Ningbo", "Guiyang"], ["Guiyang", "Ceheng"])
>>> aidnet.has_path(net, source="Ningbo", target="Ceheng")
True
>>> aidnet.has_path(net, source="Ceheng", target="Ningbo")
False
)doc";

constexpr const char* astar_path_doc = R"doc(
A shortest path from one party to another, found the sooner the more is known of distances.

The search goes first where the way so far and the estimate of the rest add up to least: with road
lengths, say, the distance as the crow flies, and it never looks the other way.

Returns
-------
pandas.Index
    The nodes of the path in order, source and target among them.

Raises
------
UndefinedError
    Where there is no path.
ValidationError
    For a source or target that is missing, an estimate that is negative, NaN, or not 0 at the
    target, or lengths that do not fit the network.

Notes
-----
An estimate may be too low, or out of proportion to its neighbours'; infinity says that the target
cannot be reached from there. If none is too high, the path is a shortest one, and of several the
same as that of ``aidnet.shortest_path`` (among paths with edges of length zero it may be another).
If some are too high, it is a path, longer than the shortest by no more than the largest excess; if
that is infinite, none may be found.

Paths follow the edges from donor to recipient; in an undirected network they go either way.
Weights are never lengths; an edge of weight zero is no edge; self-loops change nothing.
``networkx.astar_path`` takes the estimates as a function.

References
----------
Hart, P. E., Nilsson, N. J. and Raphael, B. (1968): A formal basis for the heuristic determination
of minimum cost paths. IEEE Transactions on Systems Science and Cybernetics 4, 100-107,
doi:10.1109/TSSC.1968.300136.
Martelli, A. (1977): On the complexity of admissible search algorithms. Artificial Intelligence 8,
1-13, doi:10.1016/0004-3702(77)90002-9.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(list("aabc"), list("bcdd"))
>>> by_road = aidnet.Length([3.0, 2.0, 1.0, 4.0])
>>> by_air = {"a": 3.5, "b": 1.0, "c": 4.0, "d": 0.0}
>>> aidnet.astar_path(net, source="a", target="d", length=by_road, heuristic=by_air).to_list()
['a', 'b', 'd']
)doc";

constexpr const char* bellman_ford_doc = R"doc(
The cheapest ways from one party to all others, where some hands cost less than nothing.

The least sum of costs on a path from the source to each node. A subsidy that is more than the fee,
the logarithm of a rate of exchange: with costs like these a longer path may be the cheaper one.

Returns
-------
pandas.Series
    float64, one value a node: 0 for the source, and infinite where there is no path.

Raises
------
NegativeCycleError
    If costs that can be reached from the source add up to less than zero round a cycle, so that
    nothing is the cheapest. Its ``cycle`` has the nodes. In an undirected network an edge of
    negative cost is such a cycle, there and back.
ValidationError
    For a source that is missing, or costs that do not fit the network.

Notes
-----
Paths follow the edges from donor to recipient. Weights are never costs; an edge of weight zero is
no edge; a self-loop changes nothing unless its cost is negative. Sums round a cycle that are below
zero by rounding only, less than 2**-51 of what goes into them, count as zero. Where no cost is
negative, ``aidnet.distances`` is faster. The same as
``networkx.single_source_bellman_ford_path_length``, which leaves nodes without a path out.

References
----------
Bellman, R. (1958): On a routing problem. Quarterly of Applied Mathematics 16, 87-90,
doi:10.1090/qam/102435.
Cherkassky, B. V. and Goldberg, A. V. (1999): Negative-cycle detection algorithms. Mathematical
Programming 85, 277-311, doi:10.1007/s101070050058.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Ningbo", "Ningbo", "Guiyang"], ["Ceheng", "Guiyang", "Ceheng"]
... )
>>> fees = aidnet.Cost([2.0, 3.0, -2.5])  # in the order of net.edges
>>> aidnet.bellman_ford(net, source="Ningbo", cost=fees)
node
Ningbo     0.0
Ceheng     0.5
Guiyang    3.0
Name: bellman_ford, dtype: float64
)doc";

constexpr const char* bellman_ford_path_doc = R"doc(
The cheapest way from one party to another, where some hands cost less than nothing.

What it costs, ``aidnet.bellman_ford`` says, and what costs are.

Returns
-------
pandas.Index
    The nodes of the path in order, source and target among them, each once.

Raises
------
NegativeCycleError
    If costs that can be reached from the source add up to less than zero round a cycle, on the way
    to the target or not. Its ``cycle`` has the nodes.
UndefinedError
    Where there is no path.
ValidationError
    For a source or target that is missing, or costs that do not fit the network.

Notes
-----
Paths follow the edges from donor to recipient. Weights are never costs; an edge of weight zero is
no edge; self-loops are on no path. Of several cheapest paths it is one, always the same. As cheap
as ``networkx.bellman_ford_path``.

References
----------
Bellman, R. (1958): On a routing problem. Quarterly of Applied Mathematics 16, 87-90,
doi:10.1090/qam/102435.
Cherkassky, B. V. and Goldberg, A. V. (1999): Negative-cycle detection algorithms. Mathematical
Programming 85, 277-311, doi:10.1007/s101070050058.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Ningbo", "Ningbo", "Guiyang"], ["Ceheng", "Guiyang", "Ceheng"]
... )
>>> fees = aidnet.Cost([2.0, 3.0, -2.5])  # in the order of net.edges
>>> aidnet.bellman_ford_path(net, source="Ningbo", target="Ceheng", cost=fees).to_list()
['Ningbo', 'Guiyang', 'Ceheng']
)doc";

constexpr const char* k_shortest_paths_doc = R"doc(
The shortest paths from one party to another, and the next best: who else could pass it on.

Returns
-------
pandas.DataFrame
    A row for each node of each path: ``path``, from 1 for the shortest to `k`; ``position``, the
    steps from the source; ``node``; and ``distance``, the length of the way so far. Fewer paths if
    there are no more, and no rows if there is none.

Raises
------
ValidationError
    For a source or target that is missing, `k` below 1, or lengths that do not fit the network.

Notes
-----
No path goes by a node twice. They follow the edges from donor to recipient; in an undirected
network they go either way. Weights are never lengths; an edge of weight zero is no edge.
Of paths as long as each other, those with fewer steps come first, and of those with as many, going
back from the target, the one with the earlier node in the network's order where they first differ.
As long as the first `k` of ``networkx.shortest_simple_paths``, which orders ties in its own way.

References
----------
Yen, J. Y. (1971): Finding the k shortest loopless paths in a network. Management Science 17,
712-716, doi:10.1287/mnsc.17.11.712.
Lawler, E. L. (1972): A procedure for computing the k best solutions to discrete optimization
problems and its application to the shortest path problem. Management Science 18, 401-405,
doi:10.1287/mnsc.18.7.401.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Ningbo", "Ningbo", "Guiyang"], ["Guiyang", "Ceheng", "Ceheng"], [5.0, 2.0, 4.0]
... )
>>> aidnet.k_shortest_paths(net, source="Ningbo", target="Ceheng", k=2, length="reciprocal")
   path  position     node  distance
0     1         0   Ningbo      0.00
1     1         1  Guiyang      0.20
2     1         2   Ceheng      0.45
3     2         0   Ningbo      0.00
4     2         1   Ceheng      0.50
)doc";

constexpr const char* all_shortest_paths_doc = R"doc(
All shortest paths from one party to another: on how many ways help gets there as soon.

Returns
-------
pandas.DataFrame
    A row for each node of each path: ``path``, from 1; ``position``, the steps from the source;
    ``node``; and ``distance``, the length of the way so far. No rows if there is no path. Of more
    than `limit` paths only the first are there: ``attrs["count"]`` is the number of all of them.

Raises
------
ValidationError
    For a source or target that is missing, a `limit` below 1, lengths that do not fit the network,
    or edges of length zero that form a cycle.

Notes
-----
Paths follow the edges from donor to recipient; in an undirected network they go either way.
Weights are never lengths; an edge of weight zero is no edge; self-loops are on no path. The
order is that of the network's nodes, going back from the target: the first path is
``aidnet.shortest_path``. The same paths as ``networkx.all_shortest_paths``.

References
----------
Dijkstra, E. W. (1959): A note on two problems in connexion with graphs. Numerische Mathematik 1,
269-271, doi:10.1007/BF01386390.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(list("aabc"), list("bcdd"))
>>> paths = aidnet.all_shortest_paths(net, source="a", target="d")
>>> paths
   path  position node  distance
0     1         0    a       0.0
1     1         1    b       1.0
2     1         2    d       2.0
3     2         0    a       0.0
4     2         1    c       1.0
5     2         2    d       2.0
>>> paths.attrs["count"]
2.0
)doc";

/// A row for each node of each path.
template <class Paths>
void write_table(measure::Output& out, Paths&& found) {
  std::vector<index_t> number;
  std::vector<index_t> position;
  for (index_t p = 0; p + 1 < static_cast<index_t>(found.offsets.size()); ++p)
    for (std::size_t k = 0; k < found.path(p).size(); ++k) {
      number.push_back(p + 1);
      position.push_back(static_cast<index_t>(k));
    }
  out.column("path", std::move(number)).column("position", std::move(position));
  out.nodes("node", std::move(found.nodes)).column("distance", std::move(found.distances));
}

}  // namespace

void register_routes(pybind11::list& measures) {
  const auto path = [](const char* name) {
    return [name](measure::Output& out, std::vector<index_t>&& nodes) {
      out.nodes(name, std::move(nodes));
    };
  };

  using H = HasPathOptions;
  measure::add<H>(measures, {"has_path", "paths", Shape::boolean, has_path_doc}, &has_path,
                  {required(field("source", &H::source, measure::docs::path_source)),
                   required(field("target", &H::target, measure::docs::path_target))},
                  [](measure::Output& out, bool found) { out.boolean(found); });

  using A = AstarPathOptions;
  measure::add<A>(
      measures, {"astar_path", "paths", Shape::node_list, astar_path_doc}, &astar_path,
      {required(field("source", &A::source, measure::docs::path_source)),
       required(field("target", &A::target, measure::docs::path_target)),
       field("heuristic", &A::heuristic,
             "What is known of the distance from each node to the target: no more than it is.")},
      path("astar_path"));

  using B = BellmanFordOptions;
  measure::add<B>(measures, {"bellman_ford", "paths", Shape::node_series, bellman_ford_doc},
                  &bellman_ford,
                  {required(field("source", &B::source, measure::docs::path_source))},
                  single_column("bellman_ford"));

  using P = BellmanFordPathOptions;
  measure::add<P>(measures, {"bellman_ford_path", "paths", Shape::node_list, bellman_ford_path_doc},
                  &bellman_ford_path,
                  {required(field("source", &P::source, measure::docs::path_source)),
                   required(field("target", &P::target, measure::docs::path_target))},
                  path("bellman_ford_path"));

  using K = KShortestPathsOptions;
  measure::add<K>(
      measures, {"k_shortest_paths", "paths", Shape::table, k_shortest_paths_doc},
      &k_shortest_paths,
      {required(field("source", &K::source, measure::docs::path_source)),
       required(field("target", &K::target, measure::docs::path_target)),
       field("k", &K::k, "How many paths to find, at least 1.")},
      [](measure::Output& out, KShortestPaths&& found) { write_table(out, std::move(found)); });

  using L = AllShortestPathsOptions;
  measure::add<L>(measures, {"all_shortest_paths", "paths", Shape::table, all_shortest_paths_doc},
                  &all_shortest_paths,
                  {required(field("source", &L::source, measure::docs::path_source)),
                   required(field("target", &L::target, measure::docs::path_target)),
                   field("limit", &L::limit, "How many paths to write down at most, at least 1.")},
                  [](measure::Output& out, AllShortestPaths&& found) {
                    out.facts["count"] = found.count;
                    write_table(out, std::move(found));
                  });
}
