#include "aidnet/algo/local/assortativity.hpp"
#include "aidnet/algo/local/average_neighbor_degree.hpp"
#include "aidnet/algo/local/nominal_assortativity.hpp"
#include "aidnet/algo/local/rich_club.hpp"
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

constexpr const char* assortativity_doc = R"doc(
Assortativity: whether large donors help those who are helped much.

The Pearson correlation, over all ties, of the degrees (or strengths) at their two ends: above 0
where well-connected parties go with well-connected ones, below where hubs serve the periphery. In
an undirected network `source` and `target` change nothing, and each tie counts in both directions.

Returns
-------
float
    In [-1, 1]; NaN where it is not defined: no ties, or no differences at one of their ends.

Raises
------
ValidationError
    For an unknown `source` or `target`; if `weighted`, for a negative weight or if the weights at a
    node add up to more than a double.

Notes
-----
Every tie counts alike. Zero weights are no ties; a common factor of the weights changes nothing.
Self-loops are left out, of degrees and strengths as well; apart from that the same as
``networkx.degree_pearson_correlation_coefficient`` with x for `source`, y for `target` and, if
weighted, ``weight="weight"``. Values that differ by less than 1e-13 of the largest are taken for
the same.

References
----------
Newman, M. E. J. (2003): Mixing patterns in networks. Physical Review E 67, 026126,
doi:10.1103/PhysRevE.67.026126.
Foster, J. G., Foster, D. V., Grassberger, P., Paczuski, M. (2010): Edge direction and the structure
of networks. PNAS 107, 10815-10820, doi:10.1073/pnas.0912671107.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Shanghai", "Dalian"], ["Zunyi", "Liupanshui", "Liupanshui"]
... )
>>> round(aidnet.assortativity(net), 12)
-0.5
)doc";

constexpr const char* average_neighbor_degree_doc = R"doc(
Average neighbour degree: how well connected a party's partners are.

The mean, over the ties of a node that `source` names, of the degree that `target` names: with 'out'
and 'in', whether a donor helps those whom everybody helps. In an undirected network both options
change nothing.

Returns
-------
pandas.Series
    float64, one number a node, at least 0. NaN for a node without such ties: the mean of nothing.
    Empty for an empty network.

Raises
------
ValidationError
    For an unknown `source` or `target`; if `weighted`, for a negative weight or if the weights at a
    node add up to more than a double.

Notes
-----
With source 'all' a partner on both sides counts twice. Zero weights are no ties; a common factor of
the weights changes nothing. Self-loops are left out, of the degrees as well; apart from that the
same as ``networkx.average_neighbor_degree`` with source and target 'out', 'in' or 'in+out', which
has 0 in place of NaN and, in undirected networks, divides by degrees in which loops count twice.

References
----------
Barrat, A., Barthélemy, M., Pastor-Satorras, R., Vespignani, A. (2004): The architecture of complex
weighted networks. PNAS 101, 3747-3752, doi:10.1073/pnas.0400087101.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Shanghai", "Dalian"], ["Dalian", "Zunyi", "Zunyi"], [3.0, 1.0, 5.0]
... )
>>> aidnet.average_neighbor_degree(net, target="in")
node
Shanghai    1.5
Dalian      2.0
Zunyi       NaN
Name: average_neighbor_degree, dtype: float64
)doc";

constexpr const char* nominal_assortativity_doc = R"doc(
Nominal assortativity: whether aid stays within groups, such as regions or kinds of parties.

Newman's coefficient of the groups' mixing: 1 where every tie stays within its group, 0 where ties
are as random, below 0 where they cross, as aid from east to west does. In an undirected network
each tie counts in both directions.

Returns
-------
float
    At most 1; NaN where it is not defined: no ties, or all within one group.

Raises
------
ValidationError
    For a node that is in no group or in two; if `weighted`, for a negative weight or if the weights
    add up to more than a double.

Notes
-----
Zero weights are no ties; a common factor of the weights changes nothing. Self-loops are left out;
apart from that, not weighted, the same as ``networkx.attribute_assortativity_coefficient``.

References
----------
Newman, M. E. J. (2003): Mixing patterns in networks. Physical Review E 67, 026126,
doi:10.1103/PhysRevE.67.026126.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Dalian", "Shanghai", "Dalian"], ["Dalian", "Shanghai", "Zunyi", "Yanbian"]
... )
>>> east = {"Shanghai": "east", "Dalian": "east", "Zunyi": "west", "Yanbian": "west"}
>>> aidnet.nominal_assortativity(net, groups=east)
0.0
>>> aidnet.nominal_assortativity(net, groups=[{"Shanghai", "Yanbian"}, {"Dalian", "Zunyi"}])
-1.0
)doc";

constexpr const char* rich_club_doc = R"doc(
Rich club: whether the best-connected parties are tied to one another.

For each number `k`, the share of pairs of the nodes with more than `k` partners that are tied.
It rises with `k` in almost every network; a club is where it exceeds that of random networks of the
same degrees, which are not made here.

Returns
-------
pandas.DataFrame
    One row for each `k` from 0 as long as two nodes or more have more than `k` partners: ``k``,
    ``nodes`` that have, ``ties`` among them, and the ``coefficient``, in [0, 1].

Raises
------
SizeError
    If the ties both ways are more than the index type numbers.

Notes
-----
Only whether there is a tie counts, not which way it goes: any weight but zero makes one, a negative
one too. Self-loops are left out. The same as ``networkx.rich_club_coefficient`` with
``normalized=False``, which refuses directed networks and loops.

References
----------
Zhou, S., Mondragón, R. J. (2004): The rich-club phenomenon in the Internet topology. IEEE
Communications Letters 8, 180-182, doi:10.1109/LCOMM.2004.823426.
Colizza, V., Flammini, A., Serrano, M. A., Vespignani, A. (2006): Detecting rich-club ordering in
complex networks. Nature Physics 2, 110-115, doi:10.1038/nphys209.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Shanghai", "Dalian", "Fuzhou"], ["Dalian", "Zunyi", "Zunyi", "Zunyi"]
... )
>>> aidnet.rich_club(net).round(3)
   k  nodes  ties  coefficient
0  0      4     4        0.667
1  1      3     3        1.000
)doc";

}  // namespace

void register_mixing(pybind11::list& measures) {
  measure::add<AssortativityOptions>(
      measures, {"assortativity", "local", Shape::scalar, assortativity_doc}, &assortativity,
      {field("source", &AssortativityOptions::source,
             "What is taken of the giving end: what it gives, receives, or both."),
       field("target", &AssortativityOptions::target,
             "What is taken of the receiving end, likewise."),
       field("weighted", &AssortativityOptions::weighted,
             "Whether to take strengths, and not degrees.")},
      [](Output& out, double value) { out.scalar(value); });
  measure::add<AverageNeighborDegreeOptions>(
      measures,
      {"average_neighbor_degree", "local", Shape::node_series, average_neighbor_degree_doc},
      &average_neighbor_degree,
      {field("source", &AverageNeighborDegreeOptions::source,
             "Which partners: those given to, received from, or both."),
       field("target", &AverageNeighborDegreeOptions::target,
             "Which degree of theirs is averaged."),
       field("weighted", &AverageNeighborDegreeOptions::weighted,
             "Whether partners count by the weight of the tie, and not alike.")},
      single_column("average_neighbor_degree"));
  measure::add<NominalAssortativityOptions>(
      measures, {"nominal_assortativity", "local", Shape::scalar, nominal_assortativity_doc},
      &nominal_assortativity,
      {groups_field("groups", &NominalAssortativityOptions::groups, measure::docs::groups),
       field("weighted", &NominalAssortativityOptions::weighted,
             "Whether ties count by their weights, and not alike.")},
      [](Output& out, double value) { out.scalar(value); });
  measure::add(measures, {"rich_club", "local", Shape::table, rich_club_doc}, &rich_club,
               [](Output& out, RichClub&& club) {
                 out.column("k", std::move(club.k))
                     .column("nodes", std::move(club.nodes))
                     .column("ties", std::move(club.ties))
                     .column("coefficient", std::move(club.coefficient));
               });
}
