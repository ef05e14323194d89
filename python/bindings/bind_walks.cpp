#include "aidnet/algo/centrality/birank.hpp"
#include "aidnet/algo/centrality/bonacich_power.hpp"
#include "aidnet/algo/centrality/cohits.hpp"
#include "aidnet/algo/centrality/salsa.hpp"
#include "measure.hpp"
#include "register.hpp"

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

constexpr const char* bonacich_power_doc = R"doc(
Bonacich's power: to be tied to the powerful gives power or, with `beta` below 0, takes it away.

The solution of ``c_i = sum_j w_ij (alpha + beta * c_j)``, ``alpha`` being chosen so that the
squares sum to the number of nodes. With ``beta > 0`` a donor stands high whose recipients pass much
on to others that do; with ``beta < 0`` one whose recipients have nobody else, as in bargaining.

Returns
-------
pandas.Series
    float64, one score a node; 1 is a usual one. Below 0 only where `beta` is. ``.attrs`` has the
    iterations and the residual. Empty for an empty network.

Raises
------
ValidationError
    For a negative weight, a `beta` that is not finite or not below 1/ρ in magnitude, ρ being the
    spectral radius of the weights (the message has both), or where weights or scores exceed a
    double.
SizeError
    If, for `beta` below 0, twice the nodes or edges do not fit the index type.
ConvergenceError
    If `max_iterations` do not suffice.

Notes
-----
Weights are strengths: with weights twice as large, `beta` has to be half as large. Self-loops are
ties, zero weights are none. Without ties all scores are 0. As ``power_centrality`` of igraph in R
for networks without weights, which however takes any exponent, beyond 1/ρ too, where the solution
says nothing about walks.

References
----------
Bonacich, P. (1987): Power and centrality: a family of measures. American Journal of Sociology 92,
1170-1182, doi:10.1086/228631.

Examples
--------
>>> import aidnet
>>> line = aidnet.from_edges(["a", "b", "c", "d"], ["b", "c", "d", "e"], directed=False)
>>> for beta in (0.0, 0.4, -0.4):
...     print(aidnet.bonacich_power(line, beta=beta).round(3).to_dict())
{'a': 0.598, 'b': 1.195, 'c': 1.195, 'd': 1.195, 'e': 0.598}
{'a': 0.637, 'b': 1.133, 'c': 1.274, 'd': 1.133, 'e': 0.637}
{'a': 0.363, 'b': 1.451, 'c': 0.725, 'd': 1.451, 'e': 0.363}
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
      field("require_convergence", &T::require_convergence,
            "Whether missing the tolerance is an error; if not, the last iterate comes back.")};
}

/// Columns of two-mode scores.
template <class Result>
void two_columns(Output& out, Result&& r) {
  out.column("donor", std::move(r.donor)).column("recipient", std::move(r.recipient));
  out.convergence(r.convergence);
}

}  // namespace

void register_walks(pybind11::list& measures) {
  measure::add(measures, {"salsa", "centrality", Shape::node_frame, salsa_doc}, &salsa,
               [](Output& out, SalsaResult&& r) {
                 out.column("hub", std::move(r.hub)).column("authority", std::move(r.authority));
               });

  using P = BonacichPowerOptions;
  measure::add<P>(
      measures, {"bonacich_power", "centrality", Shape::node_series, bonacich_power_doc},
      &bonacich_power,
      {field("beta", &P::beta,
             "What a partner's own power adds, or takes away below 0, by unit of weight."),
       field("normalized", &P::normalized,
             "Whether the squares of the scores sum to the number of nodes; if not, alpha is 1."),
       field("mode", &P::mode,
             "Whose power a node's own is made of: those it gives to, receives from, or both."),
       field("tolerance", &P::tolerance, "Bound on the solver's residual, as for `katz`."),
       field("max_iterations", &P::max_iterations, "Most restarts of the solver."),
       field("require_convergence", &P::require_convergence,
             "Whether missing the tolerance is an error; if not, the last iterate comes back.")},
      [](Output& out, BonacichPowerResult&& r) {
        out.column("bonacich_power", std::move(r.score)).convergence(r.convergence);
      });

  measure::add<BirankOptions>(measures, {"birank", "centrality", Shape::node_frame, birank_doc},
                              &birank, two_mode_fields<BirankOptions>(), two_columns<BirankResult>);
  measure::add<CohitsOptions>(measures, {"cohits", "centrality", Shape::node_frame, cohits_doc},
                              &cohits, two_mode_fields<CohitsOptions>(), two_columns<CohitsResult>);
}
