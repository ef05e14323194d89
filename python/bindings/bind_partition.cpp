#include "aidnet/algo/community/modularity.hpp"
#include "aidnet/algo/community/participation_coefficient.hpp"
#include "aidnet/algo/community/partition_quality.hpp"
#include "aidnet/algo/community/within_module_degree.hpp"
#include "measure.hpp"
#include "option_docs.hpp"
#include "register.hpp"

using namespace aidnet;
using measure::field;
using measure::groups_field;
using measure::Output;
using measure::Shape;
using measure::single_column;

namespace {

constexpr const char* modularity_doc = R"doc(
Modularity: how much more of the aid stays within groups than would if all gave at random.

The share of the weight within groups, less what it would be if every party kept what it gives and
receives in all, but not to and from whom. 0 where all are in one group, near 1 where many groups
give among themselves only, below 0 where aid crosses from group to group.

Returns
-------
float
    At most 1; NaN where there is no weight.

Raises
------
ValidationError
    For a node that is in no group or in two, for a negative weight or resolution, or if the weights
    add up to more than a double.

Notes
-----
Directed networks have ``s_i^out s_j^in / W`` at random (Leicht and Newman), undirected ones
``k_i k_j / 2m``. Where donors only give and recipients only receive, the former is Barber's
modularity of two-mode networks. Weights are strengths; a common factor changes nothing. Zero
weights are no ties; self-loops stay inside their group and count. The same as
``networkx.community.modularity``, which raises an error where there is no weight.

`groups` can be regions by label, what `louvain`, `leiden` and `label_propagation` return, the sets
that NetworkX's functions return, or the name of an attribute of nodes of the NetworkX graph, or of
a column of ``node_table`` of a network of a ledger.

References
----------
Newman, M. E. J., Girvan, M. (2004): Finding and evaluating community structure in networks.
Physical Review E 69, 026113, doi:10.1103/PhysRevE.69.026113.
Leicht, E. A., Newman, M. E. J. (2008): Community structure in directed networks. Physical Review
Letters 100, 118703, doi:10.1103/PhysRevLett.100.118703.
Barber, M. J. (2007): Modularity and community detection in bipartite networks. Physical Review E
76, 066102, doi:10.1103/PhysRevE.76.066102.
Reichardt, J., Bornholdt, S. (2006): Statistical mechanics of community detection. Physical Review E
74, 016110, doi:10.1103/PhysRevE.74.016110.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Dalian", "Dalian"], ["Yunnan", "Guizhou", "Yunnan"], [8, 6, 2]
... )
>>> pairs = {"Shanghai": "a", "Yunnan": "a", "Dalian": "b", "Guizhou": "b"}
>>> aidnet.modularity(net, groups=pairs)
0.375
)doc";

constexpr const char* participation_coefficient_doc = R"doc(
Participation coefficient: how evenly a party's ties are spread over the groups.

1 less the sum, over the groups, of the squared share of its ties that go there: 0 where all its
partners are in one group, be it its own or not, 1 - 1/m where they are evenly in m groups.

Returns
-------
pandas.Series
    float64, one number a node, in [0, 1); NaN for a node without partners. Empty for an empty
    network.

Raises
------
ValidationError
    For an unknown `mode` and for a node that is in no group or in two; if `weighted`, for a negative
    weight or if the weights at a node add up to more than a double.

Notes
-----
With mode 'all' a partner on both sides counts on both; in an undirected network all modes are the
same. Zero weights are no ties; self-loops are left out. The Brain Connectivity Toolbox has 0 where
there are no partners.

References
----------
Guimerà, R., Amaral, L. A. N. (2005): Functional cartography of complex metabolic networks. Nature
433, 895-900, doi:10.1038/nature03288.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Dalian", "Dalian", "Dalian"], ["Yunnan", "Yunnan", "Guizhou", "Shanghai"]
... )
>>> east = {"Shanghai": "east", "Dalian": "east", "Yunnan": "west", "Guizhou": "west"}
>>> aidnet.participation_coefficient(net, groups=east).round(3).to_dict()
{'Shanghai': 0.5, 'Yunnan': 0.0, 'Dalian': 0.444, 'Guizhou': 0.0}
)doc";

constexpr const char* within_module_degree_doc = R"doc(
Within-module degree: how much better connected in its group a party is than the others there.

The number of its ties with its own group, as a z-score over the nodes of the group. Above about 2.5
it is a hub of its group; with the participation coefficient it tells the role of a party.

Returns
-------
pandas.Series
    float64, one number a node; NaN in groups where all have the same, as in groups of one. Empty
    for an empty network.

Raises
------
ValidationError
    For an unknown `mode` and for a node that is in no group or in two; if `weighted`, for a negative
    weight or if the weights at a node add up to more than a double.

Notes
-----
The standard deviation is that of the whole group, divided by n; some programs divide by n - 1.
With mode 'all' a partner on both sides counts on both; in an undirected network all modes are the
same. Zero weights are no ties; self-loops are left out; nodes without ties count in the mean.

References
----------
Guimerà, R., Amaral, L. A. N. (2005): Functional cartography of complex metabolic networks. Nature
433, 895-900, doi:10.1038/nature03288.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Dalian", "Dalian", "Dalian"], ["Yunnan", "Yunnan", "Guizhou", "Shanghai"]
... )
>>> aidnet.within_module_degree(net, groups=dict.fromkeys(net.nodes, 1)).round(3).to_dict()
{'Shanghai': 0.0, 'Yunnan': 0.0, 'Dalian': 1.414, 'Guizhou': -1.414}
)doc";

constexpr const char* partition_quality_doc = R"doc(
Coverage and performance of groups: how much stays within them, and how well they predict ties.

'coverage' is the share of the ties that stay within groups, 'weight_coverage' that of the weight;
'performance' the share of all pairs that are tied within a group, or not tied across groups.

Returns
-------
pandas.Series
    Three numbers by name, in [0, 1]. The coverages are NaN without ties, 'performance' with fewer
    than two nodes.

Raises
------
ValidationError
    For a node that is in no group or in two, for a negative weight, or if the weights add up to
    more than a double.

Notes
-----
Both coverages are 1 where all are in one group; 'performance' is high for small groups where ties
are few; `modularity` compares with chance. Pairs are ordered in directed networks. Zero weights are
no ties; self-loops are left out. 'coverage' and 'performance' are those of
``networkx.community.partition_quality`` of a network without self-loops.

References
----------
Fortunato, S. (2010): Community detection in graphs. Physics Reports 486, 75-174,
doi:10.1016/j.physrep.2009.11.002.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Dalian", "Dalian"], ["Yunnan", "Guizhou", "Yunnan"], [8, 6, 2]
... )
>>> pairs = {"Shanghai": "a", "Yunnan": "a", "Dalian": "b", "Guizhou": "b"}
>>> aidnet.partition_quality(net, groups=pairs).round(3).to_dict()
{'coverage': 0.667, 'weight_coverage': 0.875, 'performance': 0.75}
)doc";

}  // namespace

void register_partition(pybind11::list& measures) {
  using M = ModularityOptions;
  measure::add<M>(measures, {"modularity", "community", Shape::scalar, modularity_doc}, &modularity,
                  {groups_field("groups", &M::groups, measure::docs::groups),
                   field("resolution", &M::resolution, measure::docs::resolution)},
                  [](Output& out, double value) { out.scalar(value); });

  using C = ParticipationCoefficientOptions;
  measure::add<C>(
      measures,
      {"participation_coefficient", "community", Shape::node_series, participation_coefficient_doc},
      &participation_coefficient,
      {groups_field("groups", &C::groups, measure::docs::groups),
       field("mode", &C::mode, "Which partners: those given to, received from, or both."),
       field("weighted", &C::weighted, measure::docs::weighted)},
      single_column("participation_coefficient"));

  using W = WithinModuleDegreeOptions;
  measure::add<W>(
      measures, {"within_module_degree", "community", Shape::node_series, within_module_degree_doc},
      &within_module_degree,
      {groups_field("groups", &W::groups, measure::docs::groups),
       field("mode", &W::mode, "Which ties within the group: those given, received, or both."),
       field("weighted", &W::weighted, measure::docs::weighted)},
      single_column("within_module_degree"));

  using Q = PartitionQualityOptions;
  measure::add<Q>(measures,
                  {"partition_quality", "community", Shape::counts, partition_quality_doc},
                  &partition_quality, {groups_field("groups", &Q::groups, measure::docs::groups)},
                  [](Output& out, PartitionQuality&& quality) {
                    out.number("coverage", quality.coverage)
                        .number("weight_coverage", quality.weight_coverage)
                        .number("performance", quality.performance);
                  });
}
