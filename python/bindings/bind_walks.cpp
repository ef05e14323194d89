#include <cmath>

#include "aidnet/algo/centrality/bonacich_power.hpp"
#include "aidnet/algo/centrality/communicability.hpp"
#include "aidnet/algo/centrality/communicability_betweenness.hpp"
#include "aidnet/algo/centrality/subgraph.hpp"
#include "aidnet/algo/structure/estrada_index.hpp"
#include "measure.hpp"
#include "option_docs.hpp"
#include "register.hpp"

using namespace aidnet;
using measure::field;
using measure::Field;
using measure::Output;
using measure::Shape;

namespace {

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

constexpr const char* subgraph_doc = R"doc(
Subgraph centrality: how many closed walks begin and end at a party, long ones counting less.

The diagonal of ``exp(A)``: closed walks of `k` steps count by ``1/k!``. High scores are parties in
the midst of dense groups, of which short closed walks are the signs.

Returns
-------
pandas.Series
    float64, one score a node, at least 1, which is the score of an isolated node. Empty for an
    empty network.

Raises
------
ValidationError
    For a negative weight, or where a score exceeds a double.

Notes
-----
By default only whether there is a tie counts, in either direction: this is
``networkx.subgraph_centrality``, which takes undirected graphs only. Self-loops are ties, zero
weights are none. With `weighted`, values depend on the unit and exceed a double where weights add
up to a few hundred: scale them to about 1. No eigenvectors are calculated but sums of positive
terms, so that small values are as exact as large ones. With ``mode="out"``, walks follow the flows,
and a party that gets nothing of its own back has 1.

References
----------
Estrada, E., Rodríguez-Velázquez, J. A. (2005): Subgraph centrality in complex networks. Physical
Review E 71, 056103, doi:10.1103/PhysRevE.71.056103.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(["a", "b", "c", "c"], ["b", "c", "a", "d"])
>>> aidnet.subgraph(net).round(4)
node
a    2.7830
b    2.7830
c    3.4921
d    1.6611
Name: subgraph, dtype: float64
)doc";

constexpr const char* communicability_doc = R"doc(
Communicability: how many walks lead from one party to another, long ones counting less.

The matrix ``exp(A)``: walks of `k` steps count by ``1/k!``. Unlike the distance, it counts all ways
between two parties, so that those with many common partners communicate well.

Returns
-------
pandas.DataFrame
    float64, a row for each node that walks lead from and a column for each that they lead to.

Raises
------
ValidationError
    For a negative weight, or where a value exceeds a double.
SizeError
    For more than 16 384 nodes.

Notes
-----
By default only whether there is a tie counts, in either direction: this is
``networkx.communicability_exp``, which takes undirected graphs only. Self-loops are ties, zero
weights are none. With `weighted`, values depend on the unit and exceed a double where weights add
up to a few hundred: scale them to about 1. No eigenvectors are calculated but sums of positive
terms, so that small values are as exact as large ones. With ``mode="out"``, walks follow the flows.
The diagonal is `subgraph`.

References
----------
Estrada, E., Hatano, N. (2008): Communicability in complex networks. Physical Review E 77, 036111,
doi:10.1103/PhysRevE.77.036111.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(["a", "b", "c", "c"], ["b", "c", "a", "d"])
>>> aidnet.communicability(net).rename_axis(None).rename_axis(columns=None).round(3)
       a      b      c      d
a  2.783  2.415  2.621  0.916
b  2.415  2.783  2.621  0.916
c  2.621  2.621  3.492  1.706
d  0.916  0.916  1.706  1.661
)doc";

constexpr const char* communicability_betweenness_doc = R"doc(
Communicability betweenness: what share of the walks between others a party is on.

The mean over pairs of other nodes of ``(G_pq - G(r)_pq) / G_pq``, where `G` is the
`communicability` and `G(r)` that of the network without node `r`. Unlike betweenness it takes all
walks into account, the shorter the more.

Returns
-------
pandas.Series
    float64, one score a node, in [0, 1]; zeros for less than three nodes. Empty for an empty
    network.

Raises
------
ValidationError
    For a negative weight, or where a value exceeds a double.

Notes
-----
By default only whether there is a tie counts, in either direction: this is
``networkx.communicability_betweenness_centrality``, which takes undirected graphs only. Pairs
without a walk add 0, where NetworkX has NaN; between nodes that are far apart, of which
``scipy.linalg.expm`` returns few digits, its result is less exact. Self-loops are ties, zero
weights are none. With `weighted`, values depend on the unit and exceed a double where weights add
up to a few hundred: scale them to about 1. No eigenvectors are calculated but sums of positive
terms, so that small values are as exact as large ones. Meant for networks of at most a few hundred
nodes: all walks are counted anew without each node.

References
----------
Estrada, E., Higham, D. J., Hatano, N. (2009): Communicability betweenness in complex networks.
Physica A 388, 764-774, doi:10.1016/j.physa.2008.11.011.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(["a", "b", "c", "c"], ["b", "c", "a", "d"])
>>> aidnet.communicability_betweenness(net).round(4)
node
a    0.3442
b    0.3442
c    0.8378
d    0.0818
Name: communicability_betweenness, dtype: float64
)doc";

constexpr const char* estrada_index_doc = R"doc(
The Estrada index of a network: its closed walks, long ones counting less.

The sum of `subgraph` over all nodes, ``sum_i exp(λ_i)`` for the eigenvalues of the network. It is
the number of nodes without ties and grows with how densely knit the network is.

Returns
-------
float
    At least the number of nodes; 0.0 for an empty network.

Raises
------
ValidationError
    For a negative weight, or where the index exceeds a double.

Notes
-----
By default only whether there is a tie counts, in either direction: this is
``networkx.estrada_index``, which takes undirected graphs only. Self-loops are ties, zero weights
are none. With `weighted`, values depend on the unit and exceed a double where weights add up to a
few hundred: scale them to about 1. No eigenvectors are calculated but sums of positive terms, so
that small values are as exact as large ones. With ``mode="out"``, walks follow the flows, and a
network without cycles has its number of nodes.

References
----------
Estrada, E. (2000): Characterization of 3D molecular structure. Chemical Physics Letters 319,
713-718, doi:10.1016/S0009-2614(00)00158-5.
de la Peña, J. A., Gutman, I., Rada, J. (2007): Estimating the Estrada index. Linear Algebra and its
Applications 427, 70-76, doi:10.1016/j.laa.2007.06.020.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(["a", "b", "c", "c"], ["b", "c", "a", "d"])
>>> round(aidnet.estrada_index(net), 4), round(aidnet.estrada_index(net, mode="out"), 4)
(10.7192, 4.5042)
)doc";

/// What the measures that count walks take.
template <class T>
std::vector<Field<T>> walk_fields() {
  return {
      field("weighted", &T::weighted,
            "Whether walks count with the product of their weights; if not, each tie counts as "
            "1."),
      field("mode", &T::mode, "Which way walks go: with the flows, against them, or either way.")};
}

}  // namespace

void register_walks(pybind11::list& measures) {
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
       field("require_convergence", &P::require_convergence, measure::docs::require_convergence)},
      [](Output& out, BonacichPowerResult&& r) {
        out.column("bonacich_power", std::move(r.score)).convergence(r.convergence);
      });

  measure::add<SubgraphOptions>(
      measures, {"subgraph", "centrality", Shape::node_series, subgraph_doc}, &subgraph,
      walk_fields<SubgraphOptions>(), measure::single_column("subgraph"));
  measure::add<CommunicabilityOptions>(
      measures, {"communicability", "centrality", Shape::node_matrix, communicability_doc},
      &communicability, walk_fields<CommunicabilityOptions>(),
      [](Output& out, std::vector<double>&& values) {
        const double rows = std::sqrt(static_cast<double>(values.size()));
        out.matrix(std::move(values), static_cast<index_t>(std::lround(rows)));
      });
  measure::add<CommunicabilityBetweennessOptions>(
      measures,
      {"communicability_betweenness", "centrality", Shape::node_series,
       communicability_betweenness_doc},
      &communicability_betweenness, walk_fields<CommunicabilityBetweennessOptions>(),
      measure::single_column("communicability_betweenness"));
  measure::add<EstradaIndexOptions>(
      measures, {"estrada_index", "structure", Shape::scalar, estrada_index_doc}, &estrada_index,
      walk_fields<EstradaIndexOptions>(), [](Output& out, double&& value) { out.scalar(value); });
}
