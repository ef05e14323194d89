#include "aidnet/algo/centrality/pagerank.hpp"
#include "measure.hpp"
#include "register.hpp"

using namespace aidnet;
using measure::field;
using measure::Output;
using measure::Shape;

template <>
struct EnumNames<Dangling> {
  static constexpr std::array values{std::pair{"teleport", Dangling::teleport},
                                     std::pair{"uniform", Dangling::uniform},
                                     std::pair{"stay", Dangling::stay}};
};

namespace {

constexpr const char* pagerank_doc = R"doc(
PageRank: where aid ends up when each party passes it on in proportion to its gifts.

A walker at `i` follows the tie to `j` with probability ``damping * w_ij / s_i`` (``s_i`` is the
total that `i` gives) and otherwise teleports. High scores are parties that much of the network's
giving leads to, directly or through intermediaries.

Returns
-------
pandas.Series
    float64, one score a node, at least 0, summing to 1; ``.attrs`` has the iterations and the
    residual. Empty for an empty network.

Raises
------
ValidationError
    For a negative weight, a damping outside [0, 1], or a personalization that has negative or
    infinite values or no positive one.
UnknownNodeError
    If `personalization` or `dangling_weights` names a node that the network does not have.
ConvergenceError
    If `max_iterations` do not suffice.

Notes
-----
Weights are strengths; a common factor changes nothing. Self-loops are ties, zero weights are none.
A node without positive out-strength is dangling. The same as ``networkx.pagerank`` with
``weight="weight"``, except that the default tolerance is tighter and not scaled by the number of
nodes.

References
----------
Page, L., Brin, S., Motwani, R., Winograd, T. (1999): The PageRank citation ranking: bringing order
to the web. Stanford InfoLab 1999-66.
Langville, A. N., Meyer, C. D. (2004): Deeper inside PageRank. Internet Mathematics 1, 335-380,
doi:10.1080/15427951.2004.10129091.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(["Shanghai", "Dalian"], ["Dalian", "Liupanshui"], [5.0, 8.0])
>>> aidnet.pagerank(net).round(4)
node
Shanghai      0.1844
Dalian        0.3412
Liupanshui    0.4744
Name: pagerank, dtype: float64
)doc";

}  // namespace

void register_link_analysis(pybind11::list& measures) {
  using P = PagerankOptions;
  measure::add<P>(
      measures, {"pagerank", "centrality", Shape::node_series, pagerank_doc}, &pagerank,
      {field("damping", &P::damping, "Probability of following a tie rather than teleporting."),
       field("personalization", &P::personalization,
             "Teleport target: a weight for each node; nodes not named get 0. None: all alike."),
       field("dangling", &P::dangling,
             "Where a walker goes from a node that gives nothing: as a teleport, to any node "
             "alike, or nowhere."),
       field("dangling_weights", &P::dangling_weights,
             "A weight for each node as the target of walkers at dangling nodes; replaces "
             "`dangling`."),
       field("mode", &P::mode,
             "The way the walker goes: with the flows, against them, or either way."),
       field("tolerance", &P::tolerance, "Bound on the L1 change of the last iteration."),
       field("max_iterations", &P::max_iterations, "Most iterations."),
       field("require_convergence", &P::require_convergence,
             "Whether missing the tolerance is an error; if not, the last iterate comes back.")},
      [](Output& out, PagerankResult&& r) {
        out.column("pagerank", std::move(r.score)).convergence(r.convergence);
      });
}
