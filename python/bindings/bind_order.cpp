#include "aidnet/algo/structure/ancestors.hpp"
#include "aidnet/algo/structure/condensation.hpp"
#include "aidnet/algo/structure/descendants.hpp"
#include "aidnet/algo/structure/find_cycle.hpp"
#include "aidnet/algo/structure/simple_cycles.hpp"
#include "aidnet/algo/structure/topological_order.hpp"
#include "measure.hpp"
#include "register.hpp"

using namespace aidnet;
using measure::field;
using measure::Output;
using measure::required;
using measure::Shape;

namespace {

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
>>> print(aidnet.condensation(net).edges.to_string(index=False))
 source  target  weight
      0       1     5.0
      1       2     5.0
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
  measure::add(measures, {"find_cycle", "structure", Shape::node_list, find_cycle_doc}, &find_cycle,
               measure::single_nodes("find_cycle"));
  measure::add(measures,
               {"topological_order", "structure", Shape::node_list, topological_order_doc},
               &topological_order, measure::single_nodes("topological_order"));

  using D = DescendantsOptions;
  measure::add<D>(measures, {"descendants", "structure", Shape::node_list, descendants_doc},
                  &descendants, {required(field("node", &D::node, "Whose help is followed."))},
                  measure::single_nodes("descendants"));
  using A = AncestorsOptions;
  measure::add<A>(measures, {"ancestors", "structure", Shape::node_list, ancestors_doc}, &ancestors,
                  {required(field("node", &A::node, "Whose help is traced back."))},
                  measure::single_nodes("ancestors"));

  measure::add(measures, {"condensation", "structure", Shape::network, condensation_doc},
               &condensation,
               [](Output& out, Condensation&& found) { out.graph(std::move(found.graph)); });

  using C = SimpleCyclesOptions;
  measure::add<C>(
      measures, {"simple_cycles", "structure", Shape::table, simple_cycles_doc}, &simple_cycles,
      {field("max_length", &C::max_length, "Longest cycles to list, in nodes; 0 for any length."),
       field("limit", &C::limit, "Most cycles to list; an error where there are more.")},
      as_table);
}
