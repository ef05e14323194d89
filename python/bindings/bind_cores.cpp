#include "aidnet/algo/local/onion_layers.hpp"
#include "aidnet/algo/local/opsahl_degree.hpp"
#include "aidnet/algo/local/s_core.hpp"
#include "aidnet/algo/local/truss.hpp"
#include "measure.hpp"
#include "register.hpp"

using namespace aidnet;
using measure::field;
using measure::Shape;
using measure::single_column;

namespace {

constexpr const char* onion_layers_doc = R"doc(
Onion layers: how many layers of the network must be peeled off to reach a party.

Peeling takes away at once all nodes that have at most `k` partners left: that is one layer. It
begins with `k` = 1 and goes on with the fewest partners that any node has left where that is more.
Layers order the nodes of one core (see `core_number`) from its surface to its centre.

Returns
-------
pandas.Series
    int64, one number a node, at least 1; every number up to the largest is taken. Empty for an
    empty network.

Raises
------
SizeError
    If the ties both ways are more than the index type numbers.

Notes
-----
Nodes without partners are the first layer by themselves if there are any. Only whether there is a
tie counts, not which way it goes: any weight but zero makes one, a negative one too. Self-loops are
left out. The same as ``networkx.onion_layers``, which refuses directed networks and loops.

References
----------
Hébert-Dufresne, L., Grochow, J. A., Allard, A. (2016): Multi-scale structure and topological
anomaly detection via a new network statistic: The onion decomposition. Scientific Reports 6, 31708,
doi:10.1038/srep31708.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Dalian", "Zunyi", "Yanbian"], ["Dalian", "Zunyi", "Yanbian", "Fuzhou"]
... )
>>> aidnet.onion_layers(net).to_dict()
{'Shanghai': 1, 'Dalian': 2, 'Zunyi': 3, 'Yanbian': 2, 'Fuzhou': 1}
)doc";

constexpr const char* opsahl_degree_doc = R"doc(
Opsahl's degree: the number of a party's ties and their amounts in one figure.

``k ** (1 - alpha) * s ** alpha`` with the degree `k` and the strength `s`. Of two donors that give
the same in all, an `alpha` below 1 puts the one with more recipients first, one above 1 the one
with fewer.

Returns
-------
pandas.Series
    float64, one number a node, at least 0. Empty for an empty network.

Raises
------
ValidationError
    If `alpha` is negative, for a negative weight, for an unknown `mode`, or if the weights at a
    node add up to more than a double or its value is more than one.

Notes
-----
Multiplying the weights by `c` multiplies the values by ``c ** alpha``. Zero weights are no ties.
Self-loops count twice in mode 'all' and in an undirected network, as in `degree` and `strength`.
Isolated nodes have 0.

References
----------
Opsahl, T., Agneessens, F., Skvoretz, J. (2010): Node centrality in weighted networks: Generalizing
degree and shortest paths. Social Networks 32, 245-251, doi:10.1016/j.socnet.2010.03.006.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Shanghai", "Dalian"], ["Zunyi", "Yanbian", "Zunyi"], [6.0, 2.0, 8.0]
... )
>>> aidnet.opsahl_degree(net, mode="out").round(3)
node
Shanghai    4.000
Zunyi       0.000
Yanbian     0.000
Dalian      2.828
Name: opsahl_degree, dtype: float64
)doc";

constexpr const char* s_core_doc = R"doc(
s-core, or strength core: how deep a party is in the part of the network where much is given.

The s-core is the largest set of nodes each of which has a strength of at least `s` by its ties to
others in the set; a node's value is the largest `s` whose core it is in. What `core_number` is for
the number of ties: a great donor to parties that get nothing else has a low value.

Returns
-------
pandas.Series
    float64, one number a node, in the unit of the weights, at least 0 and at most its strength.
    Empty for an empty network.

Raises
------
ValidationError
    For a negative weight, for an unknown `mode`, or if the weights at a node add up to more than a
    double.

Notes
-----
A common factor of the weights multiplies the values; with all weights 1 they are the core numbers.
Zero weights are no ties. Self-loops are left out. Isolated nodes have 0.

References
----------
Eidsaa, M., Almaas, E. (2013): s-core network decomposition: A generalization of k-core analysis to
weighted networks. Physical Review E 88, 062819, doi:10.1103/PhysRevE.88.062819.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Dalian", "Shanghai", "Fuzhou"],
...     ["Dalian", "Zunyi", "Zunyi", "Yanbian"],
...     [1.0, 3.0, 2.0, 8.0],
... )
>>> aidnet.s_core(net).to_dict()
{'Shanghai': 3.0, 'Dalian': 3.0, 'Zunyi': 3.0, 'Fuzhou': 8.0, 'Yanbian': 8.0}
)doc";

constexpr const char* truss_doc = R"doc(
Truss number: how densely the surroundings of a tie are woven.

The k-truss is the largest set of ties each of which is in at least `k` - 2 triangles of ties in the
set; a tie's truss number is the largest `k` whose truss it is in. A tie in no triangle has 2, the
ties of a clique of `k` nodes have `k` or more.

Returns
-------
pandas.Series
    int64, one number an edge, at least 2; 0 for self-loops and edges of weight zero, which are no
    ties. Empty for a network without edges.

Raises
------
SizeError
    If the ties both ways are more than the index type numbers.

Notes
-----
Only whether two nodes are tied counts, not which way: edges both ways are one tie and have the same
number. Any weight but zero makes a tie, a negative one too. The edges with a number of `k` or more
are those of ``networkx.k_truss``, which refuses directed networks and loops.

References
----------
Wang, J., Cheng, J. (2012): Truss decomposition in massive networks. PVLDB 5, 812-823,
doi:10.14778/2311906.2311909.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Shanghai", "Dalian", "Fuzhou"], ["Dalian", "Zunyi", "Zunyi", "Zunyi"]
... )
>>> aidnet.truss(net)
source    target
Shanghai  Dalian    3
          Zunyi     3
Dalian    Zunyi     3
Fuzhou    Zunyi     2
Name: truss, dtype: int64
)doc";

}  // namespace

void register_cores(pybind11::list& measures) {
  measure::add(measures, {"onion_layers", "local", Shape::node_series, onion_layers_doc},
               &onion_layers, single_column("onion_layers"));
  measure::add<OpsahlDegreeOptions>(
      measures, {"opsahl_degree", "local", Shape::node_series, opsahl_degree_doc}, &opsahl_degree,
      {field("mode", &OpsahlDegreeOptions::mode,
             "What the node gives, receives, or both added up."),
       field("alpha", &OpsahlDegreeOptions::alpha,
             "How much the amounts count beside the number of ties: 0 is degree, 1 strength.")},
      single_column("opsahl_degree"));
  measure::add<SCoreOptions>(
      measures, {"s_core", "local", Shape::node_series, s_core_doc}, &s_core,
      {field("mode", &SCoreOptions::mode,
             "Weights that count inside a core: those given, received, or both added up.")},
      single_column("s_core"));
  measure::add(measures, {"truss", "local", Shape::edge_series, truss_doc}, &truss,
               single_column("truss"));
}
