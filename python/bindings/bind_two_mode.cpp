#include "aidnet/algo/centrality/birank.hpp"
#include "aidnet/algo/centrality/cohits.hpp"
#include "aidnet/algo/centrality/salsa.hpp"
#include "measure.hpp"
#include "option_docs.hpp"
#include "register.hpp"

// Measures that read a network as a two-mode one: donors on one side, recipients on the other.

using namespace aidnet;
using measure::field;
using measure::Field;
using measure::Output;
using measure::Shape;

namespace {

constexpr const char* salsa_doc = R"doc(
SALSA: how large a part of its group's giving or receiving a party has.

A walker on recipients goes back to one of the donors and on to one of that donor's recipients, each
in proportion to the amounts; one on donors the other way round. Started evenly from any recipient,
it ends at `j` with probability ``|A_k| / |A| * s_j / S_k``: its group's share of all recipients
times its share of what the group receives. A group are donors that share recipients, directly or
through others, with these.

Returns
-------
pandas.DataFrame
    float64 columns ``hub`` and ``authority``, at least 0, each summing to 1. Empty for an empty
    network.

Raises
------
ValidationError
    For a negative weight, or where weights add up to more than a double.
UndefinedError
    If no tie has a positive weight.
SizeError
    If twice the nodes or edges do not fit the index type.

Notes
-----
Weights are strengths; a common factor changes nothing. Self-loops are ties, zero weights are none.
Nodes that give nothing have hub 0, nodes that receive nothing authority 0. Groups are weighted by
the number of their members, as Lempel and Moran have it; within a group the scores are shares of
strength, so nothing has to be iterated. Unlike `hits`, which gives all to the leading group.

References
----------
Lempel, R., Moran, S. (2001): SALSA: the stochastic approach for link-structure analysis. ACM
Transactions on Information Systems 19, 131-160, doi:10.1145/382979.383041.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Shanghai", "Dalian", "Ningbo"],
...     ["Zunyi", "Dali", "Dali", "Lishui"],
...     [3.0, 1.0, 2.0, 9.0],
... )
>>> aidnet.salsa(net).rename_axis(None).round(3)
            hub  authority
Shanghai  0.444      0.000
Zunyi     0.000      0.333
Dali      0.000      0.333
Dalian    0.222      0.000
Ningbo    0.333      0.000
Lishui    0.000      0.333
)doc";

constexpr const char* birank_doc = R"doc(
BiRank: donors and recipients rank each other, ties counting by what either end has in all.

The solution of ``u = α S p + (1 - α) u0`` and ``p = β S' u + (1 - β) p0`` with
``S_ij = w_ij / sqrt(s_i s_j)``: a donor stands high that gives to recipients that stand high, and
the other way round; `u` are the nodes as donors, `p` as recipients, `α` and `β` the dampings.

Returns
-------
pandas.DataFrame
    float64 columns ``donor`` and ``recipient``, at least 0; ``.attrs`` has the iterations and the
    residual. Empty for an empty network.

Raises
------
ValidationError
    For a negative weight, a damping outside [0, 1], two dampings of 1, a prior that has negative or
    infinite values or no positive one, or weights too large or too small to take shares of.
UnknownNodeError
    If a prior names a node that the network does not have.
ConvergenceError
    If `max_iterations` do not suffice.

Notes
-----
A directed network is read as a two-mode one: rows are donors, columns recipients. Weights are
strengths; a common factor changes nothing. Self-loops are ties, zero weights are none. A node that
gives nothing has only what is left of its prior as a donor, by default 0; so for recipients.
The roots keep large parties from drawing all to themselves, and unlike the shares of `cohits` treat
both ends alike.

References
----------
He, X., Gao, M., Kan, M.-Y., Wang, D. (2017): BiRank: towards ranking on bipartite graphs. IEEE
Transactions on Knowledge and Data Engineering 29, 57-71, doi:10.1109/TKDE.2016.2611584.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Shanghai", "Dalian"], ["Zunyi", "Dali", "Dali"], [3.0, 1.0, 2.0]
... )
>>> aidnet.birank(net).rename_axis(None).round(3)
          donor  recipient
Shanghai  0.557      0.000
Zunyi     0.000      0.485
Dali      0.000      0.509
Dalian    0.428      0.000
)doc";

constexpr const char* cohits_doc = R"doc(
Co-HITS: donors and recipients rank each other, each handing its score on in shares.

The solution of ``u_i = α sum_j p_j w_ij / s_j + (1 - α) u0_i`` and ``p_j = β sum_i u_i w_ij / s_i +
(1 - β) p0_j``: a donor stands high that gives a large share of what recipients that stand high
receive, and the other way round; `u` are the nodes as donors, `p` as recipients, `α` and `β` the
dampings.

Returns
-------
pandas.DataFrame
    float64 columns ``donor`` and ``recipient``, at least 0; ``.attrs`` has the iterations and the
    residual. Empty for an empty network.

Raises
------
ValidationError
    For a negative weight, a damping outside [0, 1], two dampings of 1, a prior that has negative or
    infinite values or no positive one, or weights too large or too small to take shares of.
UnknownNodeError
    If a prior names a node that the network does not have.
ConvergenceError
    If `max_iterations` do not suffice.

Notes
-----
A directed network is read as a two-mode one: rows are donors, columns recipients. Weights are
strengths; a common factor changes nothing. Self-loops are ties, zero weights are none. A node that
gives nothing has only what is left of its prior as a donor, by default 0; so for recipients.
Lies between `hits` and a personalised `pagerank`; `birank` scales by roots instead of shares.

References
----------
Deng, H., Lyu, M. R., King, I. (2009): A generalized Co-HITS algorithm and its application to
bipartite graphs. Proceedings of the 15th ACM SIGKDD Conference, 239-248,
doi:10.1145/1557019.1557051.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Shanghai", "Dalian"], ["Zunyi", "Dali", "Dali"], [3.0, 1.0, 2.0]
... )
>>> aidnet.cohits(net).rename_axis(None).round(3)
          donor  recipient
Shanghai  0.628      0.000
Zunyi     0.000      0.475
Dali      0.000      0.525
Dalian    0.372      0.000
)doc";

/// What the two rankings of two-mode networks take.
template <class T>
std::vector<Field<T>> two_mode_fields() {
  return {
      field("donor_damping", &T::donor_damping,
            "Weight of the recipients' scores in a donor's own; the rest is from `donor_prior`."),
      field("recipient_damping", &T::recipient_damping,
            "Weight of the donors' scores in a recipient's own; the rest is from "
            "`recipient_prior`."),
      field("donor_prior", &T::donor_prior,
            "What is known beforehand of each node as a donor, scaled to sum to 1; nodes not named "
            "get 0. None: alike for all that give."),
      field("recipient_prior", &T::recipient_prior,
            "The same of each node as a recipient. None: alike for all that receive."),
      field("tolerance", &T::tolerance, "Bound on the L1 change of the last iteration."),
      field("max_iterations", &T::max_iterations, "Most iterations."),
      field("require_convergence", &T::require_convergence, measure::docs::require_convergence)};
}

/// Columns of two-mode scores.
template <class Result>
void two_columns(Output& out, Result&& r) {
  out.column("donor", std::move(r.donor)).column("recipient", std::move(r.recipient));
  out.convergence(r.convergence);
}

}  // namespace

void register_two_mode(pybind11::list& measures) {
  measure::add(measures, {"salsa", "centrality", Shape::node_frame, salsa_doc}, &salsa,
               [](Output& out, SalsaResult&& r) {
                 out.column("hub", std::move(r.hub)).column("authority", std::move(r.authority));
               });

  measure::add<BirankOptions>(measures, {"birank", "centrality", Shape::node_frame, birank_doc},
                              &birank, two_mode_fields<BirankOptions>(), two_columns<BirankResult>);
  measure::add<CohitsOptions>(measures, {"cohits", "centrality", Shape::node_frame, cohits_doc},
                              &cohits, two_mode_fields<CohitsOptions>(), two_columns<CohitsResult>);
}
