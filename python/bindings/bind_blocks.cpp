#include "aidnet/algo/structure/articulation_points.hpp"
#include "aidnet/algo/structure/biconnected_components.hpp"
#include "aidnet/algo/structure/bipartition.hpp"
#include "aidnet/algo/structure/bridges.hpp"
#include "measure.hpp"
#include "register.hpp"

using namespace aidnet;
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

}  // namespace

void register_blocks(pybind11::list& measures) {
  measure::add(measures,
               {"articulation_points", "structure", Shape::node_list, articulation_points_doc},
               &articulation_points, measure::single_nodes("articulation_points"));
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
}
