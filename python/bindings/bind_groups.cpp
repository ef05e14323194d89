#include "aidnet/algo/centrality/group_betweenness.hpp"
#include "aidnet/algo/centrality/group_closeness.hpp"
#include "aidnet/algo/centrality/group_degree.hpp"
#include "measure.hpp"
#include "register.hpp"

using namespace aidnet;
using measure::field;
using measure::required;
using measure::Shape;

namespace {

constexpr const char* group_degree_doc = R"doc(
Group degree: how many parties outside a group its members have as partners.

A partner of several members counts once, and ties among members do not count: it is what the group
covers together.

Returns
-------
float
    At least 0, and at most 1 if normalized; NaN if normalized and all nodes are members.

Raises
------
ValidationError
    For no members, members that are named twice.

Notes
-----
By default the members' recipients count; ``mode="in"`` takes their donors, ``mode="all"`` both. In
an undirected network all are the same. An edge of weight zero is no tie; otherwise weights do not
matter. Self-loops change nothing. The same as ``networkx.group_out_degree_centrality``,
``group_in_degree_centrality`` and, undirected, ``group_degree_centrality``.

References
----------
Everett, M. G., Borgatti, S. P. (1999): The centrality of groups and classes. Journal of
Mathematical Sociology 23, 181-201, doi:10.1080/0022250X.1999.9990219.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(["Ningbo", "Dalian", "Dalian"], ["Guiyang", "Guiyang", "Ceheng"])
>>> aidnet.group_degree(net, group=["Ningbo", "Dalian"])
1.0
)doc";

constexpr const char* group_closeness_doc = R"doc(
Group closeness: how near a group is to all parties outside it.

The number of nodes outside the group with a path to it, divided by the sum of their distances, each
to the nearest member. For a group of one it is the closeness of that node.

Returns
-------
float
    At least 0; 0 where nobody else has a path, and NaN if all nodes are members.

Raises
------
ValidationError
    For no members, members that are named twice, or lengths that do not fit the network.

Notes
-----
Distances follow the edges from donor to recipient and end at the group; ``mode="out"`` takes those
that start from it, ``mode="all"`` follows edges either way. In an undirected network all are the
same. Weights are never lengths; an edge of weight zero is no edge; self-loops change nothing.

`wf_improved` scales by the share of the nodes outside that have a path. The same as
``networkx.group_closeness_centrality`` where all have one; NetworkX counts those without as if they
were at distance zero, so that groups of small parts come out closest.

References
----------
Everett, M. G., Borgatti, S. P. (1999): The centrality of groups and classes. Journal of
Mathematical Sociology 23, 181-201, doi:10.1080/0022250X.1999.9990219.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(["Ningbo", "Guiyang", "Dalian"], ["Guiyang", "Ceheng", "Honghe"])
>>> round(aidnet.group_closeness(net, group=["Ceheng", "Honghe"]), 4)
0.75
)doc";

constexpr const char* group_betweenness_doc = R"doc(
Group betweenness: how often the way between two outsiders leads through a group.

The sum over all pairs of nodes outside the group of the share of their shortest paths that lead
through at least one member: what is lost if all members fall away together.

Returns
-------
float
    At least 0, and at most 1 if normalized.

Raises
------
ValidationError
    For no members, members that are named twice, for lengths that do not fit the network, or where edges of
    length zero form a cycle, so that shortest paths cannot be counted.

Notes
-----
Paths follow the edges from donor to recipient; in an undirected network they go either way and each
pair counts once. Weights are never lengths; an edge of weight zero is no edge. Self-loops are on no
shortest path; pairs without a path add nothing. `normalized` divides by the number of pairs of
nodes outside. The same as ``networkx.group_betweenness_centrality`` for one member of an undirected or
strongly connected network; for more members NetworkX (3.6) often differs from this definition.

References
----------
Everett, M. G., Borgatti, S. P. (1999): The centrality of groups and classes. Journal of
Mathematical Sociology 23, 181-201, doi:10.1080/0022250X.1999.9990219.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(["Ningbo", "Guiyang", "Qianxinan"], ["Guiyang", "Qianxinan", "Ceheng"])
>>> aidnet.group_betweenness(net, group=["Guiyang", "Qianxinan"], normalized=False)
1.0
)doc";

constexpr const char* group_doc = "The members.";

}  // namespace

void register_groups(pybind11::list& measures) {
  const auto number = [](measure::Output& out, double value) { out.scalar(value); };

  using D = GroupDegreeOptions;
  measure::add<D>(
      measures, {"group_degree", "centrality", Shape::scalar, group_degree_doc}, &group_degree,
      {required(field("group", &D::group, group_doc)),
       field("mode", &D::mode, "Whose ties count: to recipients, to donors, or both."),
       field("normalized", &D::normalized, "Divide by the number of nodes outside the group.")},
      number);

  using C = GroupClosenessOptions;
  measure::add<C>(
      measures, {"group_closeness", "centrality", Shape::scalar, group_closeness_doc},
      &group_closeness,
      {required(field("group", &C::group, group_doc)),
       field("mode", &C::mode, "Distances to the group, from it, or along edges either way."),
       field("wf_improved", &C::wf_improved,
             "Scale by the share of the nodes outside that have a path.")},
      number);

  using B = GroupBetweennessOptions;
  measure::add<B>(
      measures, {"group_betweenness", "centrality", Shape::scalar, group_betweenness_doc},
      &group_betweenness,
      {required(field("group", &B::group, group_doc)),
       field("normalized", &B::normalized, "Divide by the number of pairs of nodes outside.")},
      number);
}
