#include "aidnet/algo/centrality/eigenvector.hpp"
#include "aidnet/algo/centrality/hits.hpp"
#include "aidnet/algo/centrality/katz.hpp"
#include "aidnet/algo/centrality/pagerank.hpp"
#include "measure.hpp"
#include "option_docs.hpp"
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
    For a negative weight, a damping outside [0, 1], a negative number of iterations, or a
    personalization, dangling or start vector that has negative or infinite values or no positive
    one.
UnknownNodeError
    If `personalization`, `dangling_weights` or `start` names a node that the network does not have.
ConvergenceError
    If `max_iterations` do not suffice.

Notes
-----
Weights are strengths; a common factor changes nothing. Self-loops are ties, zero weights are none.
A node without positive out-strength is dangling. The same as ``networkx.pagerank`` with
``weight="weight"``, except that the default tolerance is tighter and not scaled by the number of
nodes. With `iterations` and all weights alike, it is PageRank as LDBC Graphalytics defines it.

References
----------
Page, L., Brin, S., Motwani, R., Winograd, T. (1999): The PageRank citation ranking: bringing order
to the web. Stanford InfoLab 1999-66.
Langville, A. N., Meyer, C. D. (2004): Deeper inside PageRank. Internet Mathematics 1, 335-380,
doi:10.1080/15427951.2004.10129091.
Iosup, A., et al. (2016): LDBC Graphalytics: a benchmark for large-scale graph analysis on parallel
and distributed platforms. Proceedings of the VLDB Endowment 9, 1317-1328,
doi:10.14778/3007263.3007270.

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

constexpr const char* eigenvector_doc = R"doc(
Eigenvector centrality: a party stands high that receives from parties that stand high.

The vector ``x >= 0`` of length 1 with ``eigenvalue * x_j = sum_i w_ij x_i`` for the largest
eigenvalue of the weights. With ``mode="out"`` a party stands high that gives to parties that stand
high.

Returns
-------
pandas.Series
    float64, one score a node, at least 0, the squares summing to 1; ``.attrs`` has the eigenvalue,
    the iterations and the residual. Empty for an empty network.

Raises
------
ValidationError
    For a negative weight, or where weights or scores exceed a double.
UndefinedError
    If the network has no cycle, so that every eigenvalue is 0 (`katz` and `pagerank` are defined
    there), or if several strong components have the same largest eigenvalue, so that the vector is
    not unique.
ConvergenceError
    If `max_iterations` do not suffice.

Notes
-----
Weights are strengths; a common factor changes nothing. Self-loops add their weight once, zero
weights are no ties. In a network that is not strongly connected, the strong component with the
largest eigenvalue and what it reaches have positive scores, all other nodes 0. Components tie
within a relative 1e-9; one that reaches another one of the tied has no share. The same as
``networkx.eigenvector_centrality_numpy`` with ``weight="weight"`` where the network is strongly
connected; elsewhere that function refuses.

References
----------
Bonacich, P. (1972): Factoring and weighting approaches to status scores and clique identification.
Journal of Mathematical Sociology 2, 113-120, doi:10.1080/0022250X.1972.9989806.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Ningbo", "Shanghai"], ["Ningbo", "Shanghai", "Dali"], [2.0, 8.0, 4.0]
... )
>>> scores = aidnet.eigenvector(net)
>>> scores.round(4)
node
Shanghai    0.6667
Ningbo      0.3333
Dali        0.6667
Name: eigenvector, dtype: float64
>>> round(scores.attrs["eigenvalue"], 4)
4.0
)doc";

constexpr const char* hits_doc = R"doc(
HITS: hubs give to good authorities, authorities receive from good hubs.

The leading singular vectors of the weights: ``s * hub = W authority`` and
``s * authority = W' hub`` for the largest singular value ``s``. Hubs are the main donors and
authorities the main recipients of the network's strongest common pattern of giving.

Returns
-------
pandas.DataFrame
    float64 columns ``hub`` and ``authority``, at least 0, each summing to 1 if `normalized`;
    ``.attrs`` has the singular value, the iterations and the residual. Empty for an empty network.

Raises
------
ValidationError
    For a negative weight, or where weights exceed a double.
UndefinedError
    If no tie has a positive weight, or if several groups of donors and recipients that share no
    tie have the same largest singular value, so that the vectors are not unique.
SizeError
    If twice the nodes or edges do not fit the index type.
ConvergenceError
    If `max_iterations` do not suffice.

Notes
-----
Weights are strengths; a common factor changes nothing. Self-loops are ties, zero weights are none.
Nodes outside the leading group have 0, as have the hubs of nodes that give nothing and the
authorities of nodes that receive nothing. Where every gift is returned, as in an undirected
network, hubs and authorities are the same, also in a star or another bipartite network, which has
other leading singular vectors. As ``networkx.hits`` where the vectors are unique; elsewhere the
answer of NetworkX depends on random numbers, and without edges SciPy's solver fails.

References
----------
Kleinberg, J. M. (1999): Authoritative sources in a hyperlinked environment. Journal of the ACM 46,
604-632, doi:10.1145/324133.324140.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Shanghai", "Dalian"], ["Zunyi", "Liupanshui", "Liupanshui"]
... )
>>> aidnet.hits(net).rename_axis(None).round(3)
              hub  authority
Shanghai    0.618      0.000
Zunyi       0.000      0.382
Liupanshui  0.000      0.618
Dalian      0.382      0.000
)doc";

constexpr const char* katz_doc = R"doc(
Katz centrality: what reaches a party along walks of any length, each tie passing on a part.

The solution of ``x_j = alpha * sum_i w_ij x_i + beta_j``. High scores are parties that receive much
from parties that receive much; with ``mode="out"``, that give much to parties that give much.

Returns
-------
pandas.Series
    float64, one score a node, divided by the root of the sum of their squares if `normalized`;
    ``.attrs`` has the iterations and the residual. Empty for an empty network.

Raises
------
ValidationError
    For a negative weight, an `alpha` that is negative or not below 1/ρ, ρ being the spectral radius
    of the weights (the message has both), a `beta` that is not finite, or where weights or scores
    exceed a double.
UnknownNodeError
    If `beta_weights` names a node that the network does not have.
ConvergenceError
    If `max_iterations` do not suffice.

Notes
-----
Weights are strengths: with weights twice as large, `alpha` has to be half as large. Self-loops are
ties, zero weights are none. A network without cycles, such as one of donors that only give and
recipients that only receive, has ρ = 0 and takes any `alpha`. The same as
``networkx.katz_centrality_numpy`` with ``weight="weight"``, which however returns the solution of
the linear system for an `alpha` beyond 1/ρ too, where it says nothing about walks, and turns the
signs if the scores add up to less than 0.

References
----------
Katz, L. (1953): A new status index derived from sociometric analysis. Psychometrika 18, 39-43,
doi:10.1007/BF02289026.
Bonacich, P., Lloyd, P. (2001): Eigenvector-like measures of centrality for asymmetric relations.
Social Networks 23, 191-201, doi:10.1016/S0378-8733(01)00038-7.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(["Shanghai", "Dalian"], ["Dalian", "Liupanshui"], [5.0, 8.0])
>>> aidnet.katz(net, normalized=False).round(4)
node
Shanghai      1.0
Dalian        1.5
Liupanshui    2.2
Name: katz, dtype: float64
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
       field("start", &P::start,
             "A weight for each node, where the iteration starts: near the scores it ends sooner. "
             "None: at the teleport target."),
       field("mode", &P::mode,
             "The way the walker goes: with the flows, against them, or either way."),
       field("tolerance", &P::tolerance, "Bound on the L1 change of the last iteration."),
       field("max_iterations", &P::max_iterations, "Most iterations."),
       field("require_convergence", &P::require_convergence, measure::docs::require_convergence),
       field("iterations", &P::iterations,
             "If not 0, exactly so many iterations from the start, whatever the "
             "tolerance.")},
      [](Output& out, PagerankResult&& r) {
        out.column("pagerank", std::move(r.score)).convergence(r.convergence);
      });

  using E = EigenvectorOptions;
  measure::add<E>(
      measures, {"eigenvector", "centrality", Shape::node_series, eigenvector_doc}, &eigenvector,
      {field("mode", &E::mode,
             "Whose scores a node's own is made of: those it receives from, gives to, or both."),
       field("tolerance", &E::tolerance, "Bound on the length of W'x / eigenvalue - x."),
       field("max_iterations", &E::max_iterations, "Most restarts of the Arnoldi method."),
       field("require_convergence", &E::require_convergence, measure::docs::require_convergence)},
      [](Output& out, EigenvectorResult&& r) {
        out.column("eigenvector", std::move(r.score)).convergence(r.convergence);
        out.facts["eigenvalue"] = r.eigenvalue;
      });

  using H = HitsOptions;
  measure::add<H>(
      measures, {"hits", "centrality", Shape::node_frame, hits_doc}, &hits,
      {field("normalized", &H::normalized,
             "Whether both columns sum to 1; if not, authorities have length 1 and hubs are what "
             "they give to these."),
       field("tolerance", &H::tolerance, "Bound on the length of WW'h / s^2 - h, h of length 1."),
       field("max_iterations", &H::max_iterations, "Most restarts of the Arnoldi method."),
       field("require_convergence", &H::require_convergence, measure::docs::require_convergence)},
      [](Output& out, HitsResult&& r) {
        out.column("hub", std::move(r.hub)).column("authority", std::move(r.authority));
        out.convergence(r.convergence);
        out.facts["singular_value"] = r.singular_value;
      });

  using K = KatzOptions;
  measure::add<K>(
      measures, {"katz", "centrality", Shape::node_series, katz_doc}, &katz,
      {field("alpha", &K::alpha, "What a tie of weight 1 passes on."),
       field("beta", &K::beta, "What every node has from outside the network."),
       field("beta_weights", &K::beta_weights,
             "The same for each node; nodes not named get 0. Replaces `beta`."),
       field("normalized", &K::normalized,
             "Whether the scores are divided by the root of the sum of their squares."),
       field("mode", &K::mode,
             "Whose scores a node's own is made of: those it receives from, gives to, or both."),
       field("tolerance", &K::tolerance,
             "Bound on the length of x - alpha W'x - beta, relative to that of x."),
       field("max_iterations", &K::max_iterations, "Most restarts of the solver."),
       field("require_convergence", &K::require_convergence, measure::docs::require_convergence)},
      [](Output& out, KatzResult&& r) {
        out.column("katz", std::move(r.score)).convergence(r.convergence);
      });
}
