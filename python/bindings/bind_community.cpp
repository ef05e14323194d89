#include "aidnet/algo/community/label_propagation.hpp"
#include "aidnet/algo/community/leiden.hpp"
#include "aidnet/algo/community/louvain.hpp"
#include "measure.hpp"
#include "option_docs.hpp"
#include "register.hpp"

using namespace aidnet;
using measure::field;
using measure::Output;
using measure::Shape;

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
    their number ``count``, for each of them the node whose label it has, ``label``, the rounds that
    were made, ``iterations``, and ``converged``, whether one more would change nothing. Empty for
    an empty network.

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
labels, which need not be members of their communities, are those of ``label``. Where donors only
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

constexpr const char* seed_doc = "For the order in which nodes are looked at; 0 or more.";

}  // namespace

void register_community(pybind11::list& measures) {
  using L = LouvainOptions;
  measure::add<L>(
      measures, {"louvain", "community", Shape::node_series, louvain_doc}, &louvain,
      {field("resolution", &L::resolution, measure::docs::resolution),
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

  using P = LabelPropagationOptions;
  measure::add<P>(
      measures, {"label_propagation", "community", Shape::node_series, label_propagation_doc},
      &label_propagation,
      {field("method", &P::method, "One node after the other, or all at once as LDBC does."),
       field("max_iterations", &P::max_iterations,
             "Rounds: the most that 'asynchronous' may take, what 'ldbc' makes."),
       field("seed", &P::seed, "For the order and the choices of 'asynchronous'; 0 or more.")},
      [](Output& out, LabelPropagation&& found) {
        std::vector<index_t> label(static_cast<std::size_t>(found.count));
        for (std::size_t i = 0; i < found.label.size(); ++i)
          label[static_cast<std::size_t>(found.community[i])] = found.label[i];
        out.facts["label"] = array_of(std::move(label));
        out.node_columns.append("label");
        out.column("community", std::move(found.community));
        out.facts["count"] = found.count;
        out.facts["iterations"] = found.iterations;
        out.facts["converged"] = found.converged;
      });
}
