#include "aidnet/algo/structure/trophic_incoherence.hpp"
#include "aidnet/algo/structure/trophic_levels.hpp"
#include "measure.hpp"
#include "register.hpp"

using namespace aidnet;
using measure::field;
using measure::Field;
using measure::Output;
using measure::Shape;

template <>
struct EnumNames<TrophicMethod> {
  static constexpr std::array values{std::pair{"mackay", TrophicMethod::mackay},
                                     std::pair{"levine", TrophicMethod::levine}};
};

namespace {

constexpr const char* trophic_levels_doc = R"doc(
Trophic levels: how far down the stream of giving a party stands.

By MacKay, Johnson and Sansom, the levels for which ties lead up one level as nearly as can be: they
minimise ``sum w_ij (h_j - h_i - 1)^2``, the lowest of each weakly connected part being 0. By
Levine, a party that receives nothing is at 1, any other one above the average of those it receives
from. Low are sources of aid, high its final recipients, intermediaries between them.

Returns
-------
pandas.Series
    float64, one level a node; ``.attrs`` has the iterations and the residual, if any. Empty for an
    empty network.

Raises
------
ValidationError
    For a negative weight, or where weights at a node exceed a double.
UndefinedError
    For ``method="levine"``, if a node is not reached from one that receives nothing.
ConvergenceError
    If `max_iterations` do not suffice.

Notes
-----
Weights are strengths; a common factor changes nothing. Zero weights are no ties. Self-loops change
nothing for mackay; for levine a node with one receives from itself. In an undirected network mackay
puts all at 0. Parts of up to 1 000 nodes are solved by an elimination that is exact however uneven
the weights are. ``method="levine"`` is ``networkx.trophic_levels``, whose inverse loses digits
where almost all that a node receives goes round in circles, and which lists the nodes that receive
nothing first.

References
----------
MacKay, R. S., Johnson, S., Sansom, B. (2020): How directed is a directed network? Royal Society
Open Science 7, 201138, doi:10.1098/rsos.201138.
Levine, S. (1980): Several measures of trophic structure applicable to complex food webs. Journal of
Theoretical Biology 83, 195-207, doi:10.1016/0022-5193(80)90288-X.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Dalian", "Shanghai"], ["Dalian", "Zunyi", "Zunyi"], [4.0, 4.0, 1.0]
... )
>>> aidnet.trophic_levels(net).round(4)
node
Shanghai    0.0000
Dalian      0.8333
Zunyi       1.6667
Name: trophic_levels, dtype: float64
>>> aidnet.trophic_levels(net, method="levine").round(4).to_dict()
{'Shanghai': 1.0, 'Dalian': 2.0, 'Zunyi': 2.8}
)doc";

constexpr const char* trophic_incoherence_doc = R"doc(
Trophic incoherence: how far a network is from giving in one direction.

With the `trophic_levels` of MacKay, Johnson and Sansom, the mean of ``(h_j - h_i - 1)^2`` over all
flows, by weight: 0 where every tie leads up exactly one level, as from donors to recipients, 1
where what goes round in circles leaves no direction. With those of Levine, the standard deviation
of ``h_j - h_i`` over the ties.

Returns
-------
float
    In [0, 1] for mackay; NaN for a network without ties.

Raises
------
ValidationError
    For a negative weight, or where weights at a node exceed a double.
UndefinedError
    For ``method="levine"``, if a node is not reached from one that receives nothing.
ConvergenceError
    If `max_iterations` do not suffice.

Notes
-----
Weights are strengths; a common factor changes nothing. Zero weights are no ties. A self-loop fits
no levels: it adds 1 for mackay. ``method="levine"`` is ``networkx.trophic_incoherence_parameter``,
which leaves self-loops out and counts each tie alike.

References
----------
MacKay, R. S., Johnson, S., Sansom, B. (2020): How directed is a directed network? Royal Society
Open Science 7, 201138, doi:10.1098/rsos.201138.
Johnson, S., Domínguez-García, V., Donetti, L., Muñoz, M. A. (2014): Trophic coherence determines
food-web stability. PNAS 111, 17923-17928, doi:10.1073/pnas.1409077111.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(["a", "b", "c"], ["b", "c", "a"])
>>> round(aidnet.trophic_incoherence(net), 4)
1.0
>>> net = aidnet.from_edges(["a", "b", "a"], ["b", "c", "c"], [4.0, 4.0, 1.0])
>>> round(aidnet.trophic_incoherence(net), 4)
0.0741
)doc";

template <class T>
std::vector<Field<T>> fields() {
  return {
      field("method", &T::method, "Whose definition: MacKay, Johnson and Sansom's or Levine's."),
      field("tolerance", &T::tolerance,
            "Bound on the relative residual in parts of more than 1 000 nodes."),
      field("max_iterations", &T::max_iterations, "Most iterations there."),
      field("require_convergence", &T::require_convergence,
            "Whether missing the tolerance is an error; if not, the last iterate is used.")};
}

}  // namespace

void register_trophic(pybind11::list& measures) {
  measure::add<TrophicLevelsOptions>(
      measures, {"trophic_levels", "structure", Shape::node_series, trophic_levels_doc},
      &trophic_levels, fields<TrophicLevelsOptions>(), [](Output& out, TrophicLevelsResult&& r) {
        out.column("trophic_levels", std::move(r.level)).convergence(r.convergence);
      });
  measure::add<TrophicIncoherenceOptions>(
      measures, {"trophic_incoherence", "structure", Shape::scalar, trophic_incoherence_doc},
      &trophic_incoherence, fields<TrophicIncoherenceOptions>(),
      [](Output& out, double&& value) { out.scalar(value); });
}
