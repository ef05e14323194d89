#include "aidnet/algo/centrality/current_flow_betweenness.hpp"
#include "aidnet/algo/centrality/current_flow_closeness.hpp"
#include "aidnet/algo/centrality/edge_current_flow_betweenness.hpp"
#include "aidnet/algo/centrality/second_order.hpp"
#include "measure.hpp"
#include "register.hpp"

using namespace aidnet;
using measure::field;
using measure::Shape;

namespace {

constexpr const char* current_flow_betweenness_doc = R"doc(
Current-flow betweenness: how much passes through a party if it takes all ways at once.

For each pair of others a unit of current enters at one and leaves at the other; ties are wires that
conduct the better the larger their weights are. The score is the current through a node, on
average. Also known as random-walk betweenness: the net number of times that a random walker passes.

Returns
-------
pandas.Series
    float64, one score a node, at least 0, with `normalized` at most 1. Empty for an empty network.

Raises
------
ValidationError
    For a negative weight, or where weights at a node exceed a double.
ConvergenceError
    If weights are so uneven that currents are not known to 1e-10 of a unit.
SizeError
    For a connected part of more than 8 192 nodes.

Notes
-----
A tie's conductance is ``w_ij + w_ji``: current does not mind which way aid flows. Multiplying all
weights by a constant changes nothing. Zero weights are no ties, self-loops carry nothing. Between
parts that are not connected no current flows. The same as
``networkx.current_flow_betweenness_centrality`` with ``weight="weight"``, which takes connected
undirected graphs only; its default, no weights, is ``weighted=False``. NetworkX takes a self-loop
for a way out of the network, and loses digits where weights are uneven; here currents are refined.

References
----------
Newman, M. E. J. (2005): A measure of betweenness centrality based on random walks. Social Networks
27, 39-54, doi:10.1016/j.socnet.2004.11.009.
Brandes, U., Fleischer, D. (2005): Centrality measures based on current flow. STACS 2005, LNCS 3404,
533-544, doi:10.1007/978-3-540-31856-9_44.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(["a", "a", "b", "c", "d"], ["b", "c", "d", "d", "e"])
>>> aidnet.current_flow_betweenness(net).round(4)
node
a    0.2500
b    0.2917
c    0.2917
d    0.6667
e    0.0000
Name: current_flow_betweenness, dtype: float64
)doc";

constexpr const char* edge_current_flow_betweenness_doc = R"doc(
Current-flow betweenness of ties: how much passes through a tie if it takes all ways at once.

For each pair of nodes a unit of current enters at one and leaves at the other; ties are wires that
conduct the better the larger their weights are. The value is the current through a tie, added up.

Returns
-------
pandas.Series
    float64, one value an edge, at least 0, by its ends. Empty for a network without edges.

Raises
------
ValidationError
    For a negative weight, or where weights at a node exceed a double.
ConvergenceError
    If weights are so uneven that currents are not known to 1e-10 of a unit.
SizeError
    For a connected part of more than 8 192 nodes.

Notes
-----
A tie's conductance is ``w_ij + w_ji``: current does not mind which way aid flows. Multiplying all
weights by a constant changes nothing. Zero weights are no ties, self-loops carry nothing. Between
parts that are not connected no current flows. The same as
``networkx.edge_current_flow_betweenness_centrality`` with ``weight="weight"``, which takes
connected undirected graphs only; its default, no weights, is ``weighted=False``. NetworkX takes a
self-loop for a way out of the network, and loses digits where weights are uneven; here currents are
refined. Parties that give to each other are joined by one wire, whose value stands at both edges.
NetworkX has half of the values without `normalized`.

References
----------
Brandes, U., Fleischer, D. (2005): Centrality measures based on current flow. STACS 2005, LNCS 3404,
533-544, doi:10.1007/978-3-540-31856-9_44.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(["a", "a", "b", "c", "d"], ["b", "c", "d", "d", "e"])
>>> aidnet.edge_current_flow_betweenness(net).round(4)
source  target
a       b         0.2917
        c         0.2917
b       d         0.3333
c       d         0.3333
d       e         0.3333
Name: edge_current_flow_betweenness, dtype: float64
)doc";

constexpr const char* current_flow_closeness_doc = R"doc(
Current-flow closeness, or information centrality: how near a party is to all by all ways at once.

``1 / sum_j R_ij``, where `R` are the resistances if every tie is a wire that conducts the better
the larger its weight is: unlike the length of the shortest path, they fall with every further way.

Returns
-------
pandas.Series
    float64, one score a node, at least 0, which is the score of an isolated node. Empty for an
    empty network.

Raises
------
ValidationError
    For a negative weight, or where weights at a node exceed a double.
SizeError
    For a connected part of more than 8 192 nodes.

Notes
-----
A tie's conductance is ``w_ij + w_ji``: current does not mind which way aid flows. Multiplying all
weights by a constant multiplies the scores by it. Zero weights are no ties, self-loops change
nothing. Sums are over a node's own connected part. The same as
``networkx.current_flow_closeness_centrality`` and ``information_centrality`` with
``weight="weight"``, which take connected undirected graphs only; their default, no weights, is
``weighted=False``. NetworkX gives 1 to the only node of a network, which has nothing to be near to.

References
----------
Brandes, U., Fleischer, D. (2005): Centrality measures based on current flow. STACS 2005, LNCS 3404,
533-544, doi:10.1007/978-3-540-31856-9_44.
Stephenson, K., Zelen, M. (1989): Rethinking centrality: methods and examples. Social Networks 11,
1-37, doi:10.1016/0378-8733(89)90016-6.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(["a", "a", "b", "c", "d"], ["b", "c", "d", "d", "e"])
>>> aidnet.current_flow_closeness(net).round(4)
node
a    0.2222
b    0.2353
c    0.2353
d    0.2857
e    0.1538
Name: current_flow_closeness, dtype: float64
)doc";

constexpr const char* second_order_doc = R"doc(
Second-order centrality: how irregularly a random walk comes back to a party. Low is central.

The standard deviation of the steps until a walk that is at every node equally often is back: from
`i` it follows the tie to `j` with a probability in proportion to its weight, ``a_ij / d``, and
stays for the rest of the time.

Returns
-------
pandas.Series
    float64, a number of steps a node. Empty for an empty network.

Raises
------
ValidationError
    For a negative weight, or where weights at a node exceed a double.
UndefinedError
    If the network is not connected.
SizeError
    For more than 8 192 nodes.

Notes
-----
``a_ij = w_ij + w_ji``, and `d` is the largest sum of them at a node. Multiplying all weights by a
constant changes nothing. Zero weights are no ties. A self-loop keeps the walk for a step. The same
as ``networkx.second_order_centrality``, which takes undirected graphs only, and which replaces
self-loops where it evens out the walk instead of adding to them, so that with self-loops its walk
is not fair.

References
----------
Kermarrec, A.-M., Le Merrer, E., Sericola, B., Trédan, G. (2011): Second order centrality:
distributed assessment of nodes criticity in complex networks. Computer Communications 34, 619-628,
doi:10.1016/j.comcom.2010.06.007.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(["a", "a", "b", "c", "d"], ["b", "c", "d", "d", "e"])
>>> aidnet.second_order(net).round(4)
node
a     6.7823
b     6.2048
c     6.2048
d     4.0000
e    10.2956
Name: second_order, dtype: float64
)doc";

template <class T>
measure::Field<T> weighted() {
  return field("weighted", &T::weighted,
               "Whether weights are conductances; if not, each tie conducts alike.");
}

}  // namespace

void register_current_flow(pybind11::list& measures) {
  using B = CurrentFlowBetweennessOptions;
  measure::add<B>(
      measures,
      {"current_flow_betweenness", "centrality", Shape::node_series, current_flow_betweenness_doc},
      &current_flow_betweenness,
      {weighted<B>(), field("normalized", &B::normalized,
                            "Whether it is divided by the number of pairs of other nodes.")},
      measure::single_column("current_flow_betweenness"));

  using E = EdgeCurrentFlowBetweennessOptions;
  measure::add<E>(
      measures,
      {"edge_current_flow_betweenness", "centrality", Shape::edge_series,
       edge_current_flow_betweenness_doc},
      &edge_current_flow_betweenness,
      {weighted<E>(), field("normalized", &E::normalized,
                            "Whether it is divided by (n - 1)(n - 2), as in NetworkX.")},
      measure::single_column("edge_current_flow_betweenness"));

  using C = CurrentFlowClosenessOptions;
  measure::add<C>(
      measures,
      {"current_flow_closeness", "centrality", Shape::node_series, current_flow_closeness_doc},
      &current_flow_closeness, {weighted<C>()}, measure::single_column("current_flow_closeness"));

  using S = SecondOrderOptions;
  measure::add<S>(measures, {"second_order", "centrality", Shape::node_series, second_order_doc},
                  &second_order,
                  {field("weighted", &S::weighted,
                         "Whether ties are walked in proportion to their weights; if not, each "
                         "alike.")},
                  measure::single_column("second_order"));
}
