#include "aidnet/algo/flow/global_minimum_cut.hpp"
#include "aidnet/algo/flow/gomory_hu_tree.hpp"
#include "aidnet/algo/flow/maximum_flow.hpp"
#include "aidnet/algo/flow/minimum_cost_flow.hpp"
#include "aidnet/algo/flow/minimum_cut.hpp"
#include "measure.hpp"
#include "register.hpp"

using namespace aidnet;
using measure::ends;
using measure::Shape;

namespace {

constexpr const char* maximum_flow_doc = R"doc(
A largest flow: how much help could be passed on at most, over all ways at once.

From one party, or several, to others, where no edge passes on more than its capacity.

Returns
-------
pandas.Series
    float64, one value an edge: how much passes along it, at least 0. In an undirected network what
    passes from the edge's target to its source is less than 0. How much arrives in all is
    ``.attrs["value"]``.

Raises
------
UndefinedError
    Where infinite capacities set no limit; the message has the way.
ValidationError
    For a source or target that is missing, a node that is both, or a negative weight as capacity.

Notes
-----
Flow follows the edges from donor to recipient; an edge of an undirected network carries up to its
capacity one way or the other. What comes to a node that is neither source nor target leaves it
again. Several sources or targets act as one. An edge of weight zero is no edge; self-loops carry
nothing; between disconnected parts the value is 0.

Of the flows of the same value it is always the same one, without cycles. Sums are exact, however
uneven capacities are, so whole capacities give whole flows. The value is that of ``networkx.maximum_flow``, whose flow may be
another one.

References
----------
Goldberg, A. V., & Tarjan, R. E. (1988): A new approach to the maximum-flow problem. Journal of the
ACM 35, 921-940, doi:10.1145/48014.61051.
Cherkassky, B. V., & Goldberg, A. V. (1997): On implementing the push-relabel method for the maximum
flow problem. Algorithmica 19, 390-410, doi:10.1007/PL00009180.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Ningbo", "Ningbo", "Dalian", "Zunyi"],
...     ["Dalian", "Zunyi", "Ceheng", "Ceheng"],
...     [5.0, 2.0, 3.0, 4.0],
... )
>>> flow = aidnet.maximum_flow(net, source="Ningbo", target="Ceheng")
>>> flow.attrs["value"]
5.0
>>> flow
source  target
Ningbo  Dalian    3.0
        Zunyi     2.0
Dalian  Ceheng    3.0
Zunyi   Ceheng    2.0
Name: maximum_flow, dtype: float64
)doc";

constexpr const char* minimum_cut_doc = R"doc(
The bottleneck: the ties with the least capacity together without which no help passes.

From one party, or several, to others. Together they carry as much as the largest flow.

Returns
-------
pandas.DataFrame
    One row an edge of the cut: source and target, which is on the sources' side and which beyond,
    and capacity. ``.attrs["value"]`` is their sum, ``.attrs["side"]`` the nodes on the sources'
    side.

Raises
------
UndefinedError
    Where a way of infinite capacities cannot be cut; the message has it.
ValidationError
    For a source or target that is missing, a node that is both, or a negative weight as capacity.

Notes
-----
The least sum of capacities of the edges from a set of nodes with all sources to the others with all
targets. Edges count from donor to recipient; in an undirected network either way. An edge of weight
zero is no edge; self-loops are in no cut; between disconnected parts the cut is empty and the value
0.

Of several least cuts it is the one nearest to the sources; sums are exact, so that those are found.
The value is that of ``networkx.minimum_cut``, whose cut may be another one.

References
----------
Ford, L. R., & Fulkerson, D. R. (1956): Maximal flow through a network. Canadian Journal of
Mathematics 8, 399-404, doi:10.4153/CJM-1956-045-5.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Ningbo", "Ningbo", "Dalian", "Zunyi"],
...     ["Dalian", "Zunyi", "Ceheng", "Ceheng"],
...     [5.0, 2.0, 3.0, 4.0],
... )
>>> cut = aidnet.minimum_cut(net, source="Ningbo", target="Ceheng")
>>> cut
   source  target  capacity
0  Ningbo   Zunyi       2.0
1  Dalian  Ceheng       3.0
>>> cut.attrs["value"], cut.attrs["side"]
(5.0, ['Ningbo', 'Dalian'])
)doc";

constexpr const char* gomory_hu_tree_doc = R"doc(
All minimum cuts of an undirected network at once, as a tree.

The bottleneck between any two parties is the least value on the way between them in the tree.

Returns
-------
pandas.DataFrame
    One row a node but the first: node, its parent in the tree, and the value of the edge between
    them. Taking that edge away leaves the two sides of a minimum cut of this value.

Raises
------
ValidationError
    For a directed network (see ``Network.to_undirected``), or a negative weight as capacity.

Notes
-----
An edge of weight zero is no edge; self-loops carry nothing; disconnected parts are joined by edges
of value 0. Where a way of infinite capacities joins two nodes, the value between them is infinite.
A network may have many such trees, with the same values between nodes; this one is always the same.
The values are those of ``networkx.gomory_hu_tree``.

References
----------
Gomory, R. E., & Hu, T. C. (1961): Multi-terminal network flows. Journal of the Society for
Industrial and Applied Mathematics 9, 551-570, doi:10.1137/0109047.
Gusfield, D. (1990): Very simple methods for all pairs network flow analysis. SIAM Journal on
Computing 19, 143-155, doi:10.1137/0219009.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Ningbo", "Ningbo", "Dalian", "Guiyang"],
...     ["Guiyang", "Dalian", "Guiyang", "Ceheng"],
...     [5.0, 2.0, 3.0, 4.0],
...     directed=False,
... )
>>> aidnet.gomory_hu_tree(net)
      node   parent  value
0  Guiyang   Ningbo    7.0
1   Dalian  Guiyang    5.0
2   Ceheng  Guiyang    4.0
)doc";

constexpr const char* global_minimum_cut_doc = R"doc(
Where a network comes apart most easily: the least of the bottlenecks between any two parties.

The ties with the least capacity together without which not everybody can still reach everybody.

Returns
-------
pandas.DataFrame
    One row an edge of the cut: source and target, which is on one side and which on the other, and
    capacity. ``.attrs["value"]`` is their sum, ``.attrs["side"]`` the nodes on the sources' side.

Raises
------
UndefinedError
    For fewer than two nodes, or where every cut has an infinite capacity.
ValidationError
    For a negative weight as capacity.

Notes
-----
The least sum of capacities of the edges from a set of nodes, neither none nor all, to the others.
Edges count from donor to recipient; in an undirected network either way. An edge of weight zero is
no edge; self-loops are in no cut. Where not everybody reaches everybody, the value is 0 and the cut
is empty. With capacities of 1 the value is the edge connectivity. Of several such cuts it is always
the same one. The value is that of ``networkx.stoer_wagner``, which refuses directed and disconnected
networks.

References
----------
Stoer, M., & Wagner, F. (1997): A simple min-cut algorithm. Journal of the ACM 44, 585-591,
doi:10.1145/263867.263872.
Hao, J., & Orlin, J. B. (1994): A faster algorithm for finding the minimum cut in a directed graph.
Journal of Algorithms 17, 424-446, doi:10.1006/jagm.1994.1043.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Ningbo", "Ningbo", "Dalian", "Guiyang"],
...     ["Guiyang", "Dalian", "Guiyang", "Ceheng"],
...     [5.0, 2.0, 3.0, 4.0],
...     directed=False,
... )
>>> cut = aidnet.global_minimum_cut(net)
>>> cut
    source  target  capacity
0  Guiyang  Ceheng       4.0
>>> cut.attrs["side"]
['Ningbo', 'Guiyang', 'Dalian']
)doc";

constexpr const char* minimum_cost_flow_doc = R"doc(
How help comes from those who have it to those who need it at the least cost.

No edge passes on more than its capacity, and each node receives its demand more than it gives.

Returns
-------
pandas.Series
    float64, one value an edge: how much passes along it, at least 0. In an undirected network what
    passes from the edge's target to its source is less than 0. What it costs in all is
    ``.attrs["cost"]``.

Raises
------
UndefinedError
    Where the demands cannot be met; the message says how much cannot arrive, and where.
NegativeCycleError
    Where a cycle of infinite capacities costs less than nothing.
ValidationError
    For demands that are missing or do not add up to 0, a negative weight as capacity, or a negative
    cost in an undirected network.

Notes
-----
The least sum of cost times flow. Flow follows the edges from donor to recipient; an edge of an
undirected network carries up to its capacity one way or the other. An edge of weight zero is no
edge. Cycles and self-loops that cost less than nothing carry what they can; where such a cycle has
no limit, it counts as one as ``bellman_ford`` says. Disconnected parts must each meet their own
demands.

Of the flows of the same cost it is always the same one; whole amounts give whole flows. No sum is
rounded, however uneven amounts and costs are. Amounts like tenths, which are rounded to begin with,
may miss what is needed by 1e-12: the demands of a part, or what can come to some of its nodes.
Whole amounts may not. The cost is that of
``networkx.network_simplex``, which is for whole numbers only. With the value of a maximum flow from
``s`` to ``t`` as demand, ``{s: -value, t: value}``, it is the cheapest maximum flow.

References
----------
Kiraly, Z., & Kovacs, P. (2012): Efficient implementations of minimum-cost flow algorithms. Acta
Universitatis Sapientiae, Informatica 4, 67-118, arXiv:1207.6381.
Cunningham, W. H. (1976): A network simplex method. Mathematical Programming 11, 105-116.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Ningbo", "Ningbo", "Dalian", "Zunyi"],
...     ["Dalian", "Zunyi", "Ceheng", "Ceheng"],
...     [5.0, 2.0, 3.0, 4.0],
... )
>>> flow = aidnet.minimum_cost_flow(
...     net, demand={"Ningbo": -4.0, "Ceheng": 4.0}, cost=aidnet.Cost([1.0, 2.0, 4.0, 2.0])
... )
>>> flow.attrs["cost"]
18.0
>>> flow
source  target
Ningbo  Dalian    2.0
        Zunyi     2.0
Dalian  Ceheng    2.0
Zunyi   Ceheng    2.0
Name: minimum_cost_flow, dtype: float64
)doc";

constexpr const char* flow_source_doc = "Where help starts.";
constexpr const char* flow_target_doc = "Where it is to arrive.";

constexpr const char* demand_doc =
    "How much each node needs: more than 0 to keep, less than 0 to give; together 0.";

/// The ties of a cut as rows, its value and the nodes on one side as facts.
template <class Cut>
void show_cut(measure::Output& out, Cut&& cut) {
  out.nodes("source", std::move(cut.source)).nodes("target", std::move(cut.target));
  out.column("capacity", std::move(cut.capacity)).facts["value"] = cut.value;
  out.facts["side"] = array_of(std::move(cut.side));
  out.node_columns.append("side");
}

}  // namespace

void register_flow(pybind11::list& measures) {
  using F = MaximumFlowOptions;
  measure::add<F>(
      measures, {"maximum_flow", "flow", Shape::edge_series, maximum_flow_doc}, &maximum_flow,
      {ends("source", &F::source, flow_source_doc), ends("target", &F::target, flow_target_doc)},
      [](measure::Output& out, MaximumFlow&& flow) {
        out.column("maximum_flow", std::move(flow.flow)).facts["value"] = flow.value;
      });

  using C = MinimumCutOptions;
  measure::add<C>(
      measures, {"minimum_cut", "flow", Shape::table, minimum_cut_doc}, &minimum_cut,
      {ends("source", &C::source, flow_source_doc), ends("target", &C::target, flow_target_doc)},
      [](measure::Output& out, MinimumCut&& cut) { show_cut(out, std::move(cut)); });

  measure::add(measures, {"gomory_hu_tree", "flow", Shape::table, gomory_hu_tree_doc},
               &gomory_hu_tree, [](measure::Output& out, GomoryHuTree&& tree) {
                 out.nodes("node", std::move(tree.node)).nodes("parent", std::move(tree.parent));
                 out.column("value", std::move(tree.value));
               });

  measure::add(measures, {"global_minimum_cut", "flow", Shape::table, global_minimum_cut_doc},
               &global_minimum_cut,
               [](measure::Output& out, GlobalMinimumCut&& cut) { show_cut(out, std::move(cut)); });

  using M = MinimumCostFlowOptions;
  measure::add<M>(
      measures, {"minimum_cost_flow", "flow", Shape::edge_series, minimum_cost_flow_doc},
      &minimum_cost_flow, {measure::required(measure::field("demand", &M::demand, demand_doc))},
      [](measure::Output& out, MinimumCostFlow&& flow) {
        out.column("minimum_cost_flow", std::move(flow.flow)).facts["cost"] = flow.cost;
      });
}
