#include "aidnet/algo/community/label_propagation.hpp"
#include "aidnet/algo/community/leiden.hpp"
#include "aidnet/algo/community/louvain.hpp"
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

template <>
struct EnumNames<LeidenObjective> {
  static constexpr std::array values{std::pair{"modularity", LeidenObjective::modularity},
                                     std::pair{"cpm", LeidenObjective::cpm}};
};

template <>
struct EnumNames<LabelPropagationMethod> {
  static constexpr std::array values{
      std::pair{"asynchronous", LabelPropagationMethod::asynchronous},
      std::pair{"ldbc", LabelPropagationMethod::ldbc}};
};

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

constexpr const char* louvain_doc = R"doc(
Louvain communities: parties that give to one another more than they would at random.

Nodes are moved one by one to the neighbouring community where modularity gains most, and again when
their neighbours have moved; then communities become the nodes of the next level, and so on until
nothing moves.

Returns
-------
pandas.Series
    int, the community of each node, numbered from 0 in order of first appearance. ``.attrs`` has
    their number ``count``, the ``modularity`` (NaN without ties) and the number of ``levels``.
    Empty for an empty network.

Raises
------
ValidationError
    For a negative weight or option, or if the weights add up to more than a double.

Notes
-----
The partition has a high modularity, not the highest, which nobody can find in reasonable time.
Other seeds find others: of several take the one whose modularity is largest. Communities may be
disconnected; `leiden` mends that. The same for the same seed and network, whatever the threads.

Directed networks use directed modularity (see `modularity`). Weights are strengths. Zero weights
are no ties; self-loops count in the strengths. Isolated nodes are communities of their own. Small
communities of a large network can stay merged (resolution limit): raise the resolution.

``networkx.community.louvain_communities`` differs by its random order, and because nodes do not
leave for a community of their own there. It returns sets, which here are
``[set(part) for part in communities.groupby(communities).groups.values()]``.

References
----------
Blondel, V. D., Guillaume, J.-L., Lambiotte, R., Lefebvre, E. (2008): Fast unfolding of communities
in large networks. Journal of Statistical Mechanics, P10008, doi:10.1088/1742-5468/2008/10/P10008.
Leicht, E. A., Newman, M. E. J. (2008): Community structure in directed networks. Physical Review
Letters 100, 118703, doi:10.1103/PhysRevLett.100.118703.
Fortunato, S., Barthélemy, M. (2007): Resolution limit in community detection. PNAS 104, 36-41,
doi:10.1073/pnas.0605965104.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Dalian", "Dalian"], ["Yunnan", "Guizhou", "Yunnan"], [8, 6, 2]
... )
>>> communities = aidnet.louvain(net)
>>> communities.to_dict()
{'Shanghai': 0, 'Yunnan': 0, 'Dalian': 1, 'Guizhou': 1}
>>> [sorted(part) for part in communities.groupby(communities).groups.values()]
[['Shanghai', 'Yunnan'], ['Dalian', 'Guizhou']]
>>> communities.attrs["modularity"]
0.375
)doc";

constexpr const char* leiden_doc = R"doc(
Leiden communities: parties that give to one another more than at random, and stay together.

As `louvain`, but before communities become the nodes of the next level, each is taken apart and put
together again, so that only what is well connected stays together.

Returns
-------
pandas.Series
    int, the community of each node, numbered from 0 in order of first appearance. ``.attrs`` has
    their number ``count``, the ``quality``, which is the objective's value (modularity is NaN
    without ties), and ``converged``, whether the last iteration changed nothing. Empty for an empty
    network.

Raises
------
ValidationError
    For a negative weight or option, or if the weights add up to more than a double.

Notes
-----
Communities are connected, directions aside, and no two would gain by being one; when converged,
moving no single node gains either. It is still not the best partition: of several seeds take the
one whose quality is largest. The same for the same seed and network, whatever the threads.

'modularity' is as in `modularity`. 'cpm', the constant Potts model, is the weight within
communities less `resolution` for each pair of members, ordered pairs in directed networks. Then the
resolution is a weight: communities have more than that for each pair within, and less for each pair
across, whatever the rest of the network is (no resolution limit).

Weights are strengths. Zero weights are no ties; self-loops count in the strengths. Isolated nodes
are communities of their own. `theta` is relative to the mean weight of a tie, in igraph's
``community_leiden`` (``beta``) to 1: with unit weights it is the same; that function takes
undirected networks only.

References
----------
Traag, V. A., Waltman, L., van Eck, N. J. (2019): From Louvain to Leiden: guaranteeing well-connected
communities. Scientific Reports 9, 5233, doi:10.1038/s41598-019-41695-z.
Traag, V. A., Van Dooren, P., Nesterov, Y. (2011): Narrow scope for resolution-limit-free community
detection. Physical Review E 84, 016114, doi:10.1103/PhysRevE.84.016114.
Leicht, E. A., Newman, M. E. J. (2008): Community structure in directed networks. Physical Review
Letters 100, 118703, doi:10.1103/PhysRevLett.100.118703.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Dalian", "Dalian"], ["Yunnan", "Guizhou", "Yunnan"], [8, 6, 2]
... )
>>> communities = aidnet.leiden(net)
>>> communities.to_dict()
{'Shanghai': 0, 'Yunnan': 0, 'Dalian': 1, 'Guizhou': 1}
>>> communities.attrs["quality"], communities.attrs["converged"]
(0.375, True)
)doc";

constexpr const char* label_propagation_doc = R"doc(
Label propagation communities: parties that agree with most of their partners.

Every node starts with a label of its own, and in each round takes the label that most of its
partners have. Nodes with the same label in the end are a community.

Returns
-------
pandas.Series
    int, the community of each node, numbered from 0 in order of first appearance. ``.attrs`` has
    their number ``count``, the rounds that were made, ``iterations``, and ``converged``, whether
    one more would change nothing. Empty for an empty network.

Raises
------
ValidationError
    For `max_iterations` below 1 or a negative seed; for 'asynchronous', for a negative weight or if
    the weights add up to more than a double.
ConvergenceError
    If 'asynchronous' takes more than `max_iterations` rounds.

Notes
-----
'asynchronous' (Raghavan and others) goes from node to node in a random order and counts partners by
weight, both ways added up; a node keeps a label that is among the best, and otherwise takes one of
them by chance. It is fast, ends by itself in a few rounds, and may differ much from seed to seed.
As ``networkx.community.asyn_lpa_communities`` with ``weight``, which reads only what is given in
directed networks.

'ldbc' is the CDLP of the LDBC Graphalytics benchmark: all nodes at once, every tie alike (twice
where it goes both ways), of several best labels that of the node which stands first in the network;
exactly `max_iterations` rounds, of which those that change nothing are not made. The benchmark's
label of a community can differ from its smallest member, so compare partitions. Where donors only
give and recipients only receive, labels can change sides for ever.

Zero weights are no ties, self-loops are left out, isolated nodes are communities of their own. The
same for the same seed and network, whatever the threads.

References
----------
Raghavan, U. N., Albert, R., Kumara, S. (2007): Near linear time algorithm to detect community
structures in large-scale networks. Physical Review E 76, 036106, doi:10.1103/PhysRevE.76.036106.
Iosup, A. and others (2020): The LDBC Graphalytics benchmark, doi:10.48550/arXiv.2011.15028.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Dalian", "Dalian"], ["Yunnan", "Guizhou", "Yunnan"], [8, 6, 2]
... )
>>> aidnet.label_propagation(net).to_dict()
{'Shanghai': 0, 'Yunnan': 0, 'Dalian': 1, 'Guizhou': 1}
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

constexpr const char* weighted_doc = "Whether ties count by their weights, and not alike.";
constexpr const char* seed_doc = "For the order in which nodes are looked at; 0 or more.";
constexpr const char* resolution_doc =
    "Above 1 small groups are better, below 1 large ones (gamma).";

}  // namespace

void register_community(pybind11::list& measures) {
  using M = ModularityOptions;
  measure::add<M>(measures, {"modularity", "community", Shape::scalar, modularity_doc}, &modularity,
                  {groups_field("groups", &M::groups, measure::docs::groups),
                   field("resolution", &M::resolution, resolution_doc)},
                  [](Output& out, double value) { out.scalar(value); });

  using L = LouvainOptions;
  measure::add<L>(
      measures, {"louvain", "community", Shape::node_series, louvain_doc}, &louvain,
      {field("resolution", &L::resolution, resolution_doc),
       field("tolerance", &L::tolerance, "Ends when a level gains no more modularity than this."),
       field("max_levels", &L::max_levels,
             "How often communities are merged at most; 0 for no limit."),
       field("seed", &L::seed, seed_doc)},
      [](Output& out, Louvain&& found) {
        out.column("community", std::move(found.community));
        out.facts["count"] = found.count;
        out.facts["modularity"] = found.modularity;
        out.facts["levels"] = found.levels;
      });

  using P = LabelPropagationOptions;
  measure::add<P>(
      measures, {"label_propagation", "community", Shape::node_series, label_propagation_doc},
      &label_propagation,
      {field("method", &P::method, "One node after the other, or all at once as LDBC does."),
       field("max_iterations", &P::max_iterations,
             "Rounds: the most that 'asynchronous' may take, what 'ldbc' makes."),
       field("seed", &P::seed, "For the order and the choices of 'asynchronous'; 0 or more.")},
      [](Output& out, LabelPropagation&& found) {
        out.column("community", std::move(found.community));
        out.facts["count"] = found.count;
        out.facts["iterations"] = found.iterations;
        out.facts["converged"] = found.converged;
      });

  using I = LeidenOptions;
  measure::add<I>(
      measures, {"leiden", "community", Shape::node_series, leiden_doc}, &leiden,
      {field("objective", &I::objective, "Modularity, or the constant Potts model."),
       field("resolution", &I::resolution,
             "Above for small communities, below for large ones (gamma)."),
       field("iterations", &I::iterations,
             "How often it is done again from what was found; -1 until that changes nothing."),
       field("theta", &I::theta,
             "How freely nodes are joined in refining, in mean weights of a tie; 0 for greedily."),
       field("seed", &I::seed, seed_doc)},
      [](Output& out, Leiden&& found) {
        out.column("community", std::move(found.community));
        out.facts["count"] = found.count;
        out.facts["quality"] = found.quality;
        out.facts["converged"] = found.converged;
      });

  using C = ParticipationCoefficientOptions;
  measure::add<C>(
      measures,
      {"participation_coefficient", "community", Shape::node_series, participation_coefficient_doc},
      &participation_coefficient,
      {groups_field("groups", &C::groups, measure::docs::groups),
       field("mode", &C::mode, "Which partners: those given to, received from, or both."),
       field("weighted", &C::weighted, weighted_doc)},
      single_column("participation_coefficient"));

  using Q = PartitionQualityOptions;
  measure::add<Q>(measures,
                  {"partition_quality", "community", Shape::counts, partition_quality_doc},
                  &partition_quality, {groups_field("groups", &Q::groups, measure::docs::groups)},
                  [](Output& out, PartitionQuality&& quality) {
                    out.number("coverage", quality.coverage)
                        .number("weight_coverage", quality.weight_coverage)
                        .number("performance", quality.performance);
                  });

  using W = WithinModuleDegreeOptions;
  measure::add<W>(
      measures, {"within_module_degree", "community", Shape::node_series, within_module_degree_doc},
      &within_module_degree,
      {groups_field("groups", &W::groups, measure::docs::groups),
       field("mode", &W::mode, "Which ties within the group: those given, received, or both."),
       field("weighted", &W::weighted, weighted_doc)},
      single_column("within_module_degree"));
}
