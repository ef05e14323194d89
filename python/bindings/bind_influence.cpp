#include "aidnet/algo/local/collective_influence.hpp"
#include "aidnet/algo/local/dispersion.hpp"
#include "aidnet/algo/local/laplacian.hpp"
#include "aidnet/algo/local/triad_census.hpp"
#include "aidnet/algo/local/voterank.hpp"
#include "measure.hpp"
#include "register.hpp"

using namespace aidnet;
using measure::field;
using measure::Output;
using measure::Shape;
using measure::single_column;

namespace {

constexpr const char* collective_influence_doc = R"doc(
Collective influence: whose loss would break the network apart.

A node's number of partners less one, times the sum of the same over the nodes at exactly `radius`
steps from it. Nodes of few partners that hold together regions full of hubs have high values, which
their degree does not show.

Returns
-------
pandas.Series
    int64, one number a node, at least 0; 0 for isolated nodes, those with one partner, and those
    with nothing at that distance. Empty for an empty network.

Raises
------
ValidationError
    If the radius is less than 1.
SizeError
    If the ties both ways are more than the index type numbers.

Notes
-----
Only whether there is a tie counts, not which way it goes: any weight but zero makes one, a negative
one too. Self-loops are left out. The paper takes away the first node and computes all anew; this is
one such round.

References
----------
Morone, F., Makse, H. A. (2015): Influence maximization in complex networks through optimal
percolation. Nature 524, 65-68, doi:10.1038/nature14604.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Shanghai", "Shanghai", "Dalian", "Dalian", "Dalian"],
...     ["Zunyi", "Yanbian", "Guizhou", "Guizhou", "Liupanshui", "Dingxi"],
... )
>>> aidnet.collective_influence(net, radius=1)
node
Shanghai      2
Zunyi         0
Yanbian       0
Guizhou       4
Dalian        2
Liupanshui    0
Dingxi        0
Name: collective_influence, dtype: int64
)doc";

constexpr const char* dispersion_doc = R"doc(
Dispersion: whether a partner reaches into all the circles that a party moves in.

Of the pairs of common partners of source and target, those count that are not tied to each other
and have no partner in common among the source's partners but the target. Normalized it is
``(count + b) ** alpha / (common partners + c)``. High where the target is the only link between
parts of the source's surroundings that else know nothing of each other.

Returns
-------
pandas.DataFrame
    ``source``, ``target`` and ``dispersion``, one row for each ordered pair of nodes that are tied:
    it is seen from the source, and differs from that of the pair turned round.

Raises
------
ValidationError
    If `alpha`, `b` or `c` is not finite, or a value is not.
SizeError
    If the ties both ways are more than the index type numbers.

Notes
-----
Only whether there is a tie counts, not which way it goes: any weight but zero makes one, a negative
one too. Self-loops are left out. Nothing is divided where the common partners and `c` add up to 0.
The same as ``networkx.dispersion`` of the undirected network; of a directed one NetworkX follows
ties one way only.

References
----------
Backstrom, L., Kleinberg, J. (2014): Romantic partnerships and the dispersion of social ties: A
network analysis of relationship status on Facebook. CSCW '14, 831-841,
doi:10.1145/2531602.2531642.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Shanghai", "Shanghai", "Guizhou", "Guizhou"],
...     ["Guizhou", "Zunyi", "Dingxi", "Zunyi", "Dingxi"],
... )
>>> rows = aidnet.dispersion(net)
>>> rows[rows["dispersion"] > 0]
     source    target  dispersion
0  Shanghai   Guizhou         0.5
3   Guizhou  Shanghai         0.5
)doc";

constexpr const char* laplacian_doc = R"doc(
Laplacian centrality: how much of the network's energy would go with a party.

The energy is the sum of the squared eigenvalues of the Laplacian matrix; a node's value is what it
falls by without the node, normalized as a share of it. It tells of a party's own strength and of
its partners'.

Returns
-------
pandas.Series
    float64, one number a node, at least 0; in [0, 1] if normalized, and then NaN for all where
    there are no ties. Empty for an empty network.

Raises
------
ValidationError
    For a negative weight, or if a value is more than a double.
SizeError
    If the ties both ways are more than the index type numbers.

Notes
-----
Which way aid goes does not matter: the weights both ways are added. Multiplying the weights by `c`
multiplies the values by ``c ** 2``, or changes nothing if normalized. Zero weights are no ties.
Self-loops are left out, isolated nodes have 0. The same as ``networkx.laplacian_centrality`` of the
undirected network; of a directed one NetworkX takes another matrix, that of a random walk.

References
----------
Qi, X., Fuller, E., Wu, Q., Wu, Y., Zhang, C.-Q. (2012): Laplacian centrality: A new centrality
measure for weighted networks. Information Sciences 194, 240-253, doi:10.1016/j.ins.2011.12.027.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Shanghai", "Dalian"], ["Zunyi", "Dalian", "Liupanshui"], [4.0, 2.0, 1.0]
... )
>>> aidnet.laplacian(net, normalized=False).to_dict()
{'Shanghai': 100.0, 'Zunyi': 80.0, 'Dalian': 40.0, 'Liupanshui': 8.0}
)doc";

constexpr const char* triad_census_doc = R"doc(
Triad census: how often each of the sixteen patterns of ties among three parties occurs.

Names are the numbers of mutual, one-way and empty pairs, and Down, Up, Cyclic or Transitive: 021D
is a donor of two that do not help each other, 021U a recipient of two such donors, 021C a chain,
030T help that comes both directly and by way of a third, 030C a circle, 300 three that all help
each other.

Returns
-------
pandas.Series
    Sixteen counts by name; their sum is the number of sets of three nodes.

Raises
------
SizeError
    For more than 3 810 779 nodes, whose triads are more than 64 bits count, or if the ties both
    ways are more than the index type numbers.

Notes
-----
Only whether there is a tie counts: any weight but zero makes one, a negative one too. Self-loops
are left out. In an undirected network all ties are mutual. The same as ``networkx.triadic_census``,
which refuses undirected networks.

References
----------
Holland, P. W., Leinhardt, S. (1976): Local structure in social networks. Sociological Methodology
7, 1-45, doi:10.2307/270703.
Batagelj, V., Mrvar, A. (2001): A subquadratic triad census algorithm for large sparse networks with
small maximum degree. Social Networks 23, 237-243, doi:10.1016/S0378-8733(01)00035-1.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Shanghai", "Dalian", "Fuzhou"], ["Dalian", "Zunyi", "Zunyi", "Zunyi"]
... )
>>> census = aidnet.triad_census(net)
>>> census[census > 0].to_dict()
{'012': 1, '021U': 2, '030T': 1}
)doc";

constexpr const char* voterank_doc = R"doc(
VoteRank: a committee of parties that together reach far, in order of election.

Each node votes for those that `mode` names. The node with most votes is elected, votes no more, and
weakens its voters: each of their votes counts less by the reciprocal of the mean number of voters a
node, down to 0. Then all vote again. So the elected are not only strong but apart from each other,
unlike the first ones of a ranking.

Returns
-------
pandas.Index
    The elected nodes, the first one first; those who get no vote are never elected. Empty where
    there are no ties.

Raises
------
ValidationError
    If `count` is negative, or for an unknown `mode`.
SizeError
    If the ties both ways are more than the index type numbers.

Notes
-----
Only whether there is a tie counts: any weight but zero makes one, a negative one too. Self-loops
are left out. Of nodes with the same votes the first one of the network is elected. Votes are
counted in whole numbers. ``networkx.voterank`` does the same in floating point, where equal votes
can differ by rounding and votes that are used up can be left with a rest of 1e-16, so that it may
order equal nodes otherwise and go on longer.

References
----------
Zhang, J.-X., Chen, D.-B., Dong, Q., Zhao, Z.-D. (2016): Identifying a set of influential spreaders
in complex networks. Scientific Reports 6, 27823, doi:10.1038/srep27823.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Shanghai", "Shanghai", "Dalian", "Dalian"],
...     ["Zunyi", "Yanbian", "Dingxi", "Liupanshui", "Dingxi"],
... )
>>> list(aidnet.voterank(net))
['Shanghai', 'Dalian']
)doc";

}  // namespace

void register_influence(pybind11::list& measures) {
  measure::add<CollectiveInfluenceOptions>(
      measures, {"collective_influence", "local", Shape::node_series, collective_influence_doc},
      &collective_influence,
      {field("radius", &CollectiveInfluenceOptions::radius,
             "How many steps away the nodes are that are added up, at least 1.")},
      single_column("collective_influence"));
  measure::add<DispersionOptions>(
      measures, {"dispersion", "local", Shape::table, dispersion_doc}, &dispersion,
      {field("normalized", &DispersionOptions::normalized,
             "Whether to relate it to the common partners; if not, it is the bare count."),
       field("alpha", &DispersionOptions::alpha, "The power of the count, if normalized."),
       field("b", &DispersionOptions::b, "What is added to the count first, if normalized."),
       field("c", &DispersionOptions::c,
             "What is added to the number of common partners, if normalized.")},
      [](Output& out, Dispersion&& rows) {
        out.nodes("source", std::move(rows.source))
            .nodes("target", std::move(rows.target))
            .column("dispersion", std::move(rows.dispersion));
      });
  measure::add<LaplacianOptions>(
      measures, {"laplacian", "local", Shape::node_series, laplacian_doc}, &laplacian,
      {field("normalized", &LaplacianOptions::normalized,
             "Whether to divide by the energy of the whole network.")},
      single_column("laplacian"));
  measure::add(measures, {"triad_census", "local", Shape::counts, triad_census_doc}, &triad_census,
               [](Output& out, TriadCensus&& census) {
                 for (std::size_t k = 0; k < census.size(); ++k)
                   out.number(triad_names[k], census[k]);
               });
  measure::add<VoterankOptions>(
      measures, {"voterank", "local", Shape::node_list, voterank_doc}, &voterank,
      {field("count", &VoterankOptions::count,
             "How many nodes to elect at most; 0 means as many as get votes."),
       field("mode", &VoterankOptions::mode,
             "Who votes for a node: those it gives to, receives from, or both.")},
      [](Output& out, std::vector<index_t>&& nodes) { out.nodes("node", std::move(nodes)); });
}
