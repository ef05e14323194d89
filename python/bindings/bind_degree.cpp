#include "aidnet/algo/centrality/degree.hpp"
#include "aidnet/algo/centrality/strength.hpp"
#include "measure.hpp"
#include "register.hpp"

using namespace aidnet;
using measure::field;
using measure::Shape;
using measure::single_column;

template <>
struct EnumNames<Balance> {
  static constexpr std::array values{std::pair{"out", Balance::out}, std::pair{"in", Balance::in},
                                     std::pair{"all", Balance::all},
                                     std::pair{"net", Balance::net}};
};

namespace {

constexpr const char* degree_doc = R"doc(
Degree: with how many partners a party has ties.

The out-degree is to how many recipients a donor spreads itself, the in-degree how many donors a
recipient has to deal with. A partner on both sides counts twice in `all`.

Returns
-------
pandas.Series
    int64, one count a node, at least 0 except for 'net'. Empty for an empty network.

Raises
------
ValidationError
    For an unknown `mode`.

Notes
-----
Any weight but zero makes a tie, a negative one too. A self-loop is one tie given and one received;
in an undirected network, where 'out', 'in' and 'all' agree and 'net' is 0, it counts twice. The
same as ``networkx.DiGraph.degree``, ``out_degree`` and ``in_degree`` without weights, except that
edges of weight zero do not count.

References
----------
Freeman, L. C. (1978): Centrality in social networks: conceptual clarification. Social Networks 1,
215-239, doi:10.1016/0378-8733(78)90021-7.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Shanghai", "Dalian"], ["Zunyi", "Dalian", "Liupanshui"], [5.0, 1.0, 8.0]
... )
>>> aidnet.degree(net)
node
Shanghai      2
Zunyi         1
Dalian        2
Liupanshui    1
Name: degree, dtype: int64
>>> aidnet.degree(net, mode="net")["Dalian"].item()
0
)doc";

constexpr const char* strength_doc = R"doc(
Strength: how much a party gives and receives in total.

With 'net', what it receives less what it gives: above 0 for net recipients, below for net donors,
near 0 for intermediaries that pass on what they get.

Returns
-------
pandas.Series
    float64, one total a node, in the unit of the weights. Empty for an empty network.

Raises
------
ValidationError
    If the weights at a node add up to more than a double, or for an unknown `mode`.

Notes
-----
Weights may have any sign. A self-loop is both given and received, so it does not touch 'net'; in an
undirected network, where 'out', 'in' and 'all' agree and 'net' is 0, it counts twice. Sums are
compensated. The same as ``networkx.DiGraph.degree``, ``out_degree`` and ``in_degree`` with
``weight="weight"``.

References
----------
Barrat, A., Barthélemy, M., Pastor-Satorras, R., Vespignani, A. (2004): The architecture of complex
weighted networks. PNAS 101, 3747-3752, doi:10.1073/pnas.0400087101.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Shanghai", "Dalian"], ["Zunyi", "Dalian", "Liupanshui"], [5.0, 1.0, 8.0]
... )
>>> aidnet.strength(net, mode="out")
node
Shanghai      6.0
Zunyi         0.0
Dalian        8.0
Liupanshui    0.0
Name: strength, dtype: float64
>>> aidnet.strength(net, mode="net")["Dalian"].item()
-7.0
)doc";

}  // namespace

void register_degree(pybind11::list& measures) {
  measure::add<DegreeOptions>(
      measures, {"degree", "centrality", Shape::node_series, degree_doc}, &degree,
      {field("mode", &DegreeOptions::mode,
             "Ties that the node gives or receives, both together, or received less given.")},
      single_column("degree"));
  measure::add<StrengthOptions>(
      measures, {"strength", "centrality", Shape::node_series, strength_doc}, &strength,
      {field("mode", &StrengthOptions::mode,
             "What the node gives or receives, both together, or received less given.")},
      single_column("strength"));
}
