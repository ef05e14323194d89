#include "aidnet/algo/structure/core_number.hpp"
#include "aidnet/algo/structure/node_reciprocity.hpp"
#include "aidnet/algo/structure/reciprocity.hpp"
#include "aidnet/algo/structure/strong_components.hpp"
#include "aidnet/algo/structure/weak_components.hpp"
#include "measure.hpp"
#include "register.hpp"

using namespace aidnet;
using measure::field;
using measure::Output;
using measure::Shape;
using measure::single_column;

template <>
struct EnumNames<ReciprocityMethod> {
  static constexpr std::array values{std::pair{"weighted", ReciprocityMethod::weighted},
                                     std::pair{"binary", ReciprocityMethod::binary},
                                     std::pair{"rho", ReciprocityMethod::rho},
                                     std::pair{"weighted_rho", ReciprocityMethod::weighted_rho}};
};

namespace {

constexpr const char* core_number_doc = R"doc(
Core number: how deep a party is in the densely tied part of the network.

The k-core is the largest set of nodes each of which has at least k ties to others in the set; a
node's core number is the largest k whose core it is in.

Returns
-------
pandas.Series
    int64, one number a node, at least 0 and at most its degree. Empty for an empty network.

Raises
------
ValidationError
    For an unknown `mode`.

Notes
-----
Any weight but zero makes a tie, a negative one too. Two nodes that give to each other have two ties
in mode 'all'. Self-loops are left out; apart from that, and from edges of weight zero, the same as
``networkx.core_number``, which refuses networks that have them.

References
----------
Seidman, S. B. (1983): Network structure and minimum degree. Social Networks 5, 269-287,
doi:10.1016/0378-8733(83)90028-X.
Batagelj, V., Zaveršnik, M. (2011): Fast algorithms for determining (generalized) core groups in
social networks. Advances in Data Analysis and Classification 5, 129-145,
doi:10.1007/s11634-010-0079-y.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Shanghai", "Dalian", "Fuzhou"], ["Dalian", "Zunyi", "Zunyi", "Zunyi"]
... )
>>> aidnet.core_number(net)
node
Shanghai    2
Dalian      2
Zunyi       2
Fuzhou      1
Name: core_number, dtype: int64
)doc";

constexpr const char* reciprocity_doc = R"doc(
Reciprocity: the share of all aid, or of all ties, that is returned in kind.

The sum of ``min(w_ij, w_ji)`` over the sum of ``w_ij``, over all ordered pairs of different nodes:
0 where nobody gives to a party that gives to it, 1 where all pairs give each other alike. 'binary'
is the same of ties, each counting 1. 'rho' compares that with ties at random: 0 where as many are
returned as would be then, above 0 where more, below where parties keep to the roles of donor and
recipient. 'weighted_rho' compares the weight likewise with units of weight at random.

Returns
-------
float
    In [0, 1], for the latter two in [-1, 1]. NaN where there is no weight between different nodes;
    'rho' also where every pair is tied. 1.0 for an undirected network otherwise.

Raises
------
ValidationError
    For an unknown `method`; for 'weighted' and 'weighted_rho', for a negative weight, or if the
    weights add up to more than a double.

Notes
-----
Weights are strengths; a common factor changes 'weighted_rho' alone. Zero weights are no ties; for
'binary' and 'rho' any other weight makes one, a negative one too. Self-loops are left out. 'binary' is
``networkx.overall_reciprocity`` of a network without self-loops. 'rho' is ``(r - a) / (1 - a)`` with
`r` of 'binary' and `a` the share of all ordered pairs that are tied. 'weighted_rho' is ``(r - b) /
(1 - b)`` with `r` of 'weighted' and ``b = m / (1 + 2 m)``, where `m` is the mean weight of an ordered
pair: what is returned in the weighted random graph, whose weights are whole numbers of units from
the geometric distribution. The unit matters: count in the smallest amounts that are given.

References
----------
Squartini, T., Picciolo, F., Ruzzenenti, F., Garlaschelli, D. (2013): Reciprocity of weighted
networks. Scientific Reports 3, 2729, doi:10.1038/srep02729.
Garlaschelli, D., Loffredo, M. I. (2004): Patterns of link reciprocity in directed networks.
Physical Review Letters 93, 268701, doi:10.1103/PhysRevLett.93.268701.
Garlaschelli, D. (2009): The weighted random graph model. New Journal of Physics 11, 073005,
doi:10.1088/1367-2630/11/7/073005.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Dalian", "Shanghai"], ["Dalian", "Shanghai", "Zunyi"], [3.0, 1.0, 4.0]
... )
>>> aidnet.reciprocity(net)
0.25
>>> [round(aidnet.reciprocity(net, method=method), 3) for method in ("binary", "rho")]
[0.667, 0.333]
)doc";

constexpr const char* node_reciprocity_doc = R"doc(
Reciprocity of each node: the share of its aid, or of its ties, that is returned in kind.

What a party and its partners give each other alike, the sum of ``min(w_ij, w_ji)``, over what it
gives ('out'), over what it receives ('in'), or twice that over both ('all').

Returns
-------
pandas.Series
    float64, one number a node, in [0, 1]; NaN where there is nothing to take a share of. Empty for
    an empty network.

Raises
------
ValidationError
    For an unknown `mode`; if `weighted`, for a negative weight or if the weights at a node add up to
    more than a double.

Notes
-----
Without weights it is twice the number of partners on both sides over the number of ties, as
``networkx.reciprocity`` of the nodes of a network without self-loops. Weights are strengths; a
common factor changes nothing. Zero weights are no ties; without weights any other makes one, a
negative one too. Self-loops are left out. 1 for nodes with partners in an undirected network.

References
----------
Squartini, T., Picciolo, F., Ruzzenenti, F., Garlaschelli, D. (2013): Reciprocity of weighted
networks. Scientific Reports 3, 2729, doi:10.1038/srep02729.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Dalian", "Shanghai"], ["Dalian", "Shanghai", "Zunyi"], [3.0, 1.0, 4.0]
... )
>>> aidnet.node_reciprocity(net).to_dict()
{'Shanghai': 0.25, 'Dalian': 0.5, 'Zunyi': 0.0}
>>> aidnet.node_reciprocity(net, mode="in").loc["Shanghai"].item()
1.0
)doc";

constexpr const char* strong_components_doc = R"doc(
Strong components: largest groups of parties that help each other in a circle.

Two nodes are in the same component if ties lead from each to the other. Aid that enters a
component can return to where it came from; between components it flows one way only. Where donors
only give and recipients only receive, every party is a component of its own.

Returns
-------
pandas.Series
    int, the component of each node, numbered from 0 in order of first appearance;
    ``.attrs["count"]`` is the number of components. Empty for an empty network.

Raises
------
TypeError
    If `network` is neither a Network nor a graph of NetworkX or SciPy.

Notes
-----
Any weight but zero makes a tie, a negative one too. Self-loops change nothing; an isolated node is
a component of its own. In an undirected network these are the connected components. The same
partition as ``networkx.strongly_connected_components``, as labels instead of sets.

References
----------
Tarjan, R. (1972): Depth-first search and linear graph algorithms. SIAM Journal on Computing 1,
146-160, doi:10.1137/0201010.
Gabow, H. N. (2000): Path-based depth-first search for strong and biconnected components.
Information Processing Letters 74, 107-114, doi:10.1016/S0020-0190(00)00051-X.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Dalian", "Guiyang", "Dalian"], ["Dalian", "Guiyang", "Dalian", "Liupanshui"]
... )
>>> parts = aidnet.strong_components(net)
>>> parts.to_dict()
{'Shanghai': 0, 'Dalian': 1, 'Guiyang': 1, 'Liupanshui': 2}
>>> parts.attrs["count"]
3
)doc";

constexpr const char* weak_components_doc = R"doc(
Weak components: groups of parties that help connects, whichever way it flows.

Two nodes are in the same component if a chain of ties leads from one to the other, each tie taken
in either direction. No aid and no dependence crosses from one component to another.

Returns
-------
pandas.Series
    int, the component of each node, numbered from 0 in order of first appearance;
    ``.attrs["count"]`` is the number of components. Empty for an empty network.

Raises
------
TypeError
    If `network` is neither a Network nor a graph of NetworkX or SciPy.

Notes
-----
Any weight but zero makes a tie, a negative one too. Self-loops change nothing; an isolated node is
a component of its own. In an undirected network these are the connected components. The same
partition as ``networkx.weakly_connected_components``, as labels instead of sets.

References
----------
Tarjan, R. E., van Leeuwen, J. (1984): Worst-case analysis of set union algorithms. Journal of the
ACM 31, 245-281, doi:10.1145/62.2160.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Fuzhou", "Dalian"], ["Dalian", "Dingxi", "Liupanshui"]
... )
>>> parts = aidnet.weak_components(net)
>>> parts.to_dict()
{'Shanghai': 0, 'Dalian': 0, 'Fuzhou': 1, 'Dingxi': 1, 'Liupanshui': 0}
>>> parts.attrs["count"]
2
)doc";

void give_components(Output& out, Components&& c) {
  out.column("component", std::move(c.component));
  out.facts["count"] = c.count;
}

}  // namespace

void register_structure(pybind11::list& measures) {
  measure::add<CoreNumberOptions>(
      measures, {"core_number", "structure", Shape::node_series, core_number_doc}, &core_number,
      {field("mode", &CoreNumberOptions::mode,
             "Ties that count inside a core: those given, received, or both added up.")},
      single_column("core_number"));
  measure::add<ReciprocityOptions>(
      measures, {"reciprocity", "structure", Shape::scalar, reciprocity_doc}, &reciprocity,
      {field("method", &ReciprocityOptions::method,
             "Whether weights or ties are returned, or either compared with chance.")},
      [](Output& out, double value) { out.scalar(value); });
  measure::add<NodeReciprocityOptions>(
      measures, {"node_reciprocity", "structure", Shape::node_series, node_reciprocity_doc},
      &node_reciprocity,
      {field("mode", &NodeReciprocityOptions::mode,
             "The share of what it gives, of what it receives, or of both together."),
       field("weighted", &NodeReciprocityOptions::weighted,
             "Whether ties count by their weights, and not alike.")},
      single_column("node_reciprocity"));
  measure::add(measures,
               {"strong_components", "structure", Shape::node_series, strong_components_doc},
               &strong_components, &give_components);
  measure::add(measures, {"weak_components", "structure", Shape::node_series, weak_components_doc},
               &weak_components, &give_components);
}
