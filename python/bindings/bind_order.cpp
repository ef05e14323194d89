#include "aidnet/algo/structure/ancestors.hpp"
#include "aidnet/algo/structure/articulation_points.hpp"
#include "aidnet/algo/structure/biconnected_components.hpp"
#include "aidnet/algo/structure/bipartition.hpp"
#include "aidnet/algo/structure/bridges.hpp"
#include "aidnet/algo/structure/condensation.hpp"
#include "aidnet/algo/structure/descendants.hpp"
#include "aidnet/algo/structure/find_cycle.hpp"
#include "aidnet/algo/structure/maximum_spanning_tree.hpp"
#include "aidnet/algo/structure/minimum_spanning_arborescence.hpp"
#include "aidnet/algo/structure/minimum_spanning_tree.hpp"
#include "aidnet/algo/structure/simple_cycles.hpp"
#include "aidnet/algo/structure/topological_order.hpp"
#include "measure.hpp"
#include "register.hpp"

using namespace aidnet;
using measure::field;
using measure::Output;
using measure::Shape;

namespace {

constexpr const char* articulation_points_doc = R"doc(
Articulation points: parties without which a connected part of the network falls apart.

A node is one if two of its partners are connected, whichever way ties go, by chains through it
alone. It is the only link of those behind it to all others.

Returns
-------
pandas.Index
    The nodes, in the network's order; empty where there are none.

Raises
------
SizeError
    If the ties both ways are more than the index type numbers.

Notes
-----
Only whether there is a tie counts, not which way it goes or whether it goes both ways: any weight
but zero makes one, a negative one too. Self-loops change nothing. The same nodes as
``networkx.articulation_points``, which refuses directed networks.

References
----------
Hopcroft, J., Tarjan, R. (1973): Algorithm 447: efficient algorithms for graph manipulation.
Communications of the ACM 16, 372-378, doi:10.1145/362248.362272.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Shanghai", "Dalian", "Zunyi", "Ningbo"],
...     ["Dalian", "Zunyi", "Zunyi", "Fuzhou", "Liangshan"],
... )
>>> aidnet.articulation_points(net).to_list()
['Zunyi']
)doc";

constexpr const char* bridges_doc = R"doc(
Bridges: ties without which a connected part of the network falls apart.

A tie is one if no other chain of ties, whichever way they go, connects its ends: if it is on no
cycle.

Returns
-------
pandas.DataFrame
    Columns source and target: one row a bridge, as the tie goes, in the order of ``edges``.

Raises
------
SizeError
    If the ties both ways are more than the index type numbers.

Notes
-----
Only whether there is a tie counts, not which way it goes: any weight but zero makes one, a negative
one too. Two nodes that give to each other have one tie, which may be a bridge and is listed from
the node that comes first in the network. Self-loops are none. The same ties as
``networkx.bridges``, which refuses directed networks.

References
----------
Hopcroft, J., Tarjan, R. (1973): Algorithm 447: efficient algorithms for graph manipulation.
Communications of the ACM 16, 372-378, doi:10.1145/362248.362272.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Shanghai", "Dalian", "Zunyi"], ["Dalian", "Zunyi", "Zunyi", "Fuzhou"]
... )
>>> aidnet.bridges(net)
  source  target
0  Zunyi  Fuzhou
)doc";

constexpr const char* biconnected_components_doc = R"doc(
Biconnected components (blocks): parts of the network that no single party holds together.

Two ties are in the same component if some cycle has both, whichever way its ties go. Within one,
any two parties are connected in two ways that share no party between them; components meet at
articulation points. A tie on no cycle is a component of its own, a bridge.

Returns
-------
pandas.Series
    int, one number a tie: its component, numbered from 0 in order of the first tie; -1 for
    self-loops and edges of weight zero. ``.attrs["count"]`` is the number of components.

Raises
------
SizeError
    If the ties both ways are more than the index type numbers.

Notes
-----
Only whether there is a tie counts, not which way it goes: any weight but zero makes one, a negative
one too. Two nodes that give to each other have one tie; both edges have its component. The same
partition as ``networkx.biconnected_component_edges``, which refuses directed networks.

References
----------
Hopcroft, J., Tarjan, R. (1973): Algorithm 447: efficient algorithms for graph manipulation.
Communications of the ACM 16, 372-378, doi:10.1145/362248.362272.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Shanghai", "Dalian", "Zunyi"], ["Dalian", "Zunyi", "Zunyi", "Fuzhou"]
... )
>>> aidnet.biconnected_components(net)
source    target
Shanghai  Dalian    0
          Zunyi     0
Dalian    Zunyi     0
Zunyi     Fuzhou    1
Name: biconnected_components, dtype: int32
)doc";

constexpr const char* bipartition_doc = R"doc(
Bipartition: the two sides of a network whose ties all lead from one to the other.

Where donors help recipients, and neither their own kind, these are the two modes.

Returns
-------
pandas.Series
    int8, one number a node: its side, 0 or 1. In each connected component its first node is on
    side 0; isolated nodes are. Empty for an empty network.

Raises
------
CycleError
    Where there is a cycle of odd length, whichever way its ties go: what has none has two sides.
    Its ``cycle`` has the nodes. An UndefinedError.
SizeError
    If the ties both ways are more than the index type numbers.

Notes
-----
Only whether there is a tie counts, not which way it goes: any weight but zero makes one, a negative
one too. A self-loop is a cycle of length 1, which is odd. Which side of one component belongs to
which of another, ties do not say. As ``networkx.bipartite.color``, which has 0 and 1 the other way
round, and 0 for isolated nodes.

References
----------
Kőnig, D. (1916): Über Graphen und ihre Anwendung auf Determinantentheorie und Mengenlehre.
Mathematische Annalen 77, 453-465, doi:10.1007/BF01456961.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(["Ningbo", "Ningbo", "Dalian"], ["Guiyang", "Anshun", "Guiyang"])
>>> aidnet.bipartition(net).to_dict()
{'Ningbo': 0, 'Guiyang': 1, 'Anshun': 1, 'Dalian': 0}
)doc";

constexpr const char* find_cycle_doc = R"doc(
A cycle, if there is one: parties that pass help on in a circle.

Each node of it has an edge to the next one, and the last to the first; two nodes that give to each
other are one. In an undirected network a cycle has three nodes or more.

Returns
-------
pandas.Index
    The nodes of one cycle in its order, the network's first of them first; empty where there is no
    cycle.

Raises
------
TypeError
    For what is no network.

Notes
-----
Any weight but zero makes a tie, a negative one too. A node with a self-loop is a cycle by itself,
in an undirected network too. It is always the same cycle, not the shortest: the first that a
depth-first search closes. ``networkx.find_cycle`` may find another one, and raises an error where
there is none.

References
----------
Tarjan, R. (1972): Depth-first search and linear graph algorithms. SIAM Journal on Computing 1,
146-160, doi:10.1137/0201010.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(["Ningbo", "Guiyang", "Dalian"], ["Guiyang", "Dalian", "Guiyang"])
>>> aidnet.find_cycle(net).to_list()
['Guiyang', 'Dalian']
)doc";

constexpr const char* topological_order_doc = R"doc(
Topological order: the parties in an order in which all help flows, donors before recipients.

Each edge leads from an earlier node to a later one.

Returns
-------
pandas.Index
    All nodes. Of all such orders the first one by the network's own: at each place stands its
    first node all of whose donors stand before it.

Raises
------
CycleError
    Where there is a cycle, self-loops among them; its ``cycle`` has the nodes of one, that of
    ``find_cycle``. An UndefinedError.
ValidationError
    For an undirected network, whose edges have no direction.

Notes
-----
Any weight but zero makes a tie, a negative one too. The same as
``networkx.lexicographical_topological_sort`` with the nodes' positions for a key. Where there are
cycles, ``aidnet.condensation`` makes a network that has none.

References
----------
Kahn, A. B. (1962): Topological sorting of large networks. Communications of the ACM 5, 558-562,
doi:10.1145/368996.369025.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(["Guiyang", "Ningbo", "Ningbo"], ["Ceheng", "Guiyang", "Ceheng"])
>>> aidnet.topological_order(net).to_list()
['Ningbo', 'Guiyang', 'Ceheng']
>>> aidnet.topological_order(aidnet.from_edges(["Ningbo", "Guiyang"], ["Guiyang", "Ningbo"]))
Traceback (most recent call last):
aidnet.errors.CycleError: topological_order: there is a cycle: Ningbo → Guiyang → Ningbo
)doc";

constexpr const char* descendants_doc = R"doc(
Descendants of a party: all others that its help can get to, directly or passed on.

Returns
-------
pandas.Index
    The nodes, in the network's order, without the node itself; empty where there are none.

Raises
------
ValidationError
    For a node that is missing.
UnknownNodeError
    For one that is not in the network.

Notes
-----
Any weight but zero makes a tie, a negative one too; self-loops change nothing. In an undirected
network these are the other nodes of its connected component. The same as
``networkx.descendants``. How far they are, ``aidnet.distances`` says.

References
----------
Tarjan, R. (1972): Depth-first search and linear graph algorithms. SIAM Journal on Computing 1,
146-160, doi:10.1137/0201010.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(["Ningbo", "Guiyang", "Dalian"], ["Guiyang", "Ceheng", "Guiyang"])
>>> aidnet.descendants(net, node="Ningbo").to_list()
['Guiyang', 'Ceheng']
)doc";

constexpr const char* ancestors_doc = R"doc(
Ancestors of a party: all others whose help can get to it, directly or passed on.

Returns
-------
pandas.Index
    The nodes, in the network's order, without the node itself; empty where there are none.

Raises
------
ValidationError
    For a node that is missing.
UnknownNodeError
    For one that is not in the network.

Notes
-----
Any weight but zero makes a tie, a negative one too; self-loops change nothing. In an undirected
network these are the other nodes of its connected component. The same as ``networkx.ancestors``.

References
----------
Tarjan, R. (1972): Depth-first search and linear graph algorithms. SIAM Journal on Computing 1,
146-160, doi:10.1137/0201010.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(["Ningbo", "Guiyang", "Dalian"], ["Guiyang", "Ceheng", "Guiyang"])
>>> aidnet.ancestors(net, node="Ceheng").to_list()
['Ningbo', 'Guiyang', 'Dalian']
)doc";

constexpr const char* condensation_doc = R"doc(
Condensation: the network between circles of mutual help, in which all help flows one way.

Its nodes are the strong components; the weight between two is the sum of all weights between their
members. It has no cycle.

Returns
-------
Network
    Its nodes are the numbers of ``aidnet.strong_components``, which says who is in which. Empty for
    an empty network.

Raises
------
ValidationError
    If weights add up to more than a double.

Notes
-----
What stays inside a component is left out; ``net.quotient(aidnet.strong_components(net))`` keeps it
as self-loops. Edges of weight zero are left out; where weights of either sign cancel, one remains.
Of an undirected network it is undirected: a node a connected component, and no edges. Components
are numbered by their first node, those of ``networkx.condensation``, which adds no weights, in the
order of a search.

References
----------
Harary, F., Norman, R. Z., Cartwright, D. (1965): Structural Models: An Introduction to the Theory of
Directed Graphs. Wiley.
Tarjan, R. (1972): Depth-first search and linear graph algorithms. SIAM Journal on Computing 1,
146-160, doi:10.1137/0201010.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Ningbo", "Guiyang", "Dalian", "Guiyang", "Dalian"],
...     ["Guiyang", "Dalian", "Guiyang", "Ceheng", "Ceheng"],
...     [5.0, 1.0, 1.0, 2.0, 3.0],
... )
>>> aidnet.strong_components(net).to_dict()
{'Ningbo': 0, 'Guiyang': 1, 'Dalian': 1, 'Ceheng': 2}
>>> aidnet.condensation(net).edges
   source  target  weight
0       0       1     5.0
1       1       2     5.0
)doc";

constexpr const char* simple_cycles_doc = R"doc(
Simple cycles: all circles in which help is passed on and comes back, no party in one twice.

Each node of a cycle has an edge to the next one, and the last to the first; two nodes that give to
each other are a cycle of length 2. In an undirected network a cycle has three nodes or more and is
listed once, not once for each way round.

Returns
-------
pandas.DataFrame
    Columns cycle, position and node: one row for each node of each cycle, both numbered from 0.
    Each cycle begins with its first node by the network's order; cycles are in lexicographic order
    of their nodes. ``.attrs["count"]`` is their number.

Raises
------
SizeError
    If there are more than `limit` cycles, of which a network may have exponentially many. There is
    no list of some of them.
ValidationError
    For a negative `max_length`, or a `limit` below 1.

Notes
-----
Any weight but zero makes a tie, a negative one too. A node with a self-loop is a cycle of length 1,
in an undirected network too. The same cycles as ``networkx.simple_cycles``, whose ``length_bound``
is `max_length`.

References
----------
Johnson, D. B. (1975): Finding all the elementary circuits of a directed graph. SIAM Journal on
Computing 4, 77-84, doi:10.1137/0204007.
Gupta, A., Suzumura, T. (2021): Finding all bounded-length simple cycles in a directed graph.
arXiv:2105.10094.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Ningbo", "Guiyang", "Dalian", "Guiyang"], ["Guiyang", "Dalian", "Ningbo", "Ningbo"]
... )
>>> aidnet.simple_cycles(net)
   cycle  position     node
0      0         0   Ningbo
1      0         1  Guiyang
2      1         0   Ningbo
3      1         1  Guiyang
4      1         2   Dalian
)doc";

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

void as_table(Output& out, Cycles&& cycles) {
  std::vector<index_t> cycle;
  std::vector<index_t> position;
  cycle.reserve(cycles.node.size());
  position.reserve(cycles.node.size());
  for (std::size_t k = 0; k + 1 < cycles.begin.size(); ++k)
    for (std::size_t i = cycles.begin[k]; i < cycles.begin[k + 1]; ++i) {
      cycle.push_back(static_cast<index_t>(k));
      position.push_back(static_cast<index_t>(i - cycles.begin[k]));
    }
  out.facts["count"] = cycles.begin.size() - 1;
  out.column("cycle", std::move(cycle)).column("position", std::move(position));
  out.nodes("node", std::move(cycles.node));
}

}  // namespace

void register_order(pybind11::list& measures) {
  const auto nodes = [](const char* name) {
    return [name](Output& out, std::vector<index_t>&& found) { out.nodes(name, std::move(found)); };
  };
  const auto tree = [](const char* value) {
    return [value](Output& out, SpanningTree&& found) {
      out.facts["total"] = found.total;
      out.nodes("source", std::move(found.source)).nodes("target", std::move(found.target));
      out.column(value, std::move(found.value));
    };
  };

  measure::add(measures,
               {"articulation_points", "structure", Shape::node_list, articulation_points_doc},
               &articulation_points, nodes("articulation_points"));
  measure::add(measures, {"bridges", "structure", Shape::table, bridges_doc}, &bridges,
               [](Output& out, Bridges&& found) {
                 out.nodes("source", std::move(found.source));
                 out.nodes("target", std::move(found.target));
               });
  measure::add(
      measures,
      {"biconnected_components", "structure", Shape::edge_series, biconnected_components_doc},
      &biconnected_components, [](Output& out, TieComponents&& found) {
        out.facts["count"] = found.count;
        out.column("component", std::move(found.component));
      });
  measure::add(measures, {"bipartition", "structure", Shape::node_series, bipartition_doc},
               &bipartition, measure::single_column("bipartition"));
  measure::add(measures, {"find_cycle", "structure", Shape::node_list, find_cycle_doc}, &find_cycle,
               nodes("find_cycle"));
  measure::add(measures,
               {"topological_order", "structure", Shape::node_list, topological_order_doc},
               &topological_order, nodes("topological_order"));

  using D = DescendantsOptions;
  measure::add<D>(
      measures, {"descendants", "structure", Shape::node_list, descendants_doc}, &descendants,
      {field("node", &D::node, "Whose help is followed. It must be given.")}, nodes("descendants"));
  using A = AncestorsOptions;
  measure::add<A>(measures, {"ancestors", "structure", Shape::node_list, ancestors_doc}, &ancestors,
                  {field("node", &A::node, "Whose help is traced back. It must be given.")},
                  nodes("ancestors"));

  measure::add(measures, {"condensation", "structure", Shape::network, condensation_doc},
               &condensation,
               [](Output& out, Condensation&& found) { out.graph(std::move(found.graph)); });

  using C = SimpleCyclesOptions;
  measure::add<C>(
      measures, {"simple_cycles", "structure", Shape::table, simple_cycles_doc}, &simple_cycles,
      {field("max_length", &C::max_length, "Longest cycles to list, in nodes; 0 for any length."),
       field("limit", &C::limit, "Most cycles to list; an error where there are more.")},
      as_table);

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
