#include "aidnet/algo/centrality/approximate_current_flow_betweenness.hpp"
#include "aidnet/algo/centrality/random_walk_closeness.hpp"
#include "measure.hpp"
#include "register.hpp"

using namespace aidnet;
using measure::field;
using measure::Shape;
using measure::single_column;

namespace {

constexpr const char* random_walk_closeness_doc = R"doc(
Random-walk closeness, or Markov centrality: how soon a party is found by what wanders about.

One over the mean number of steps until a random walk from another node is there for the first time.
News, or a case of need, that is passed on at random gets early to the parties of high scores.

Returns
-------
pandas.Series
    float64, one score a node, from 0 to 1. Empty for an empty network.

Raises
------
ValidationError
    For a negative weight, or where the weights of a part exceed a double.
SizeError
    For a connected part of more than 8 192 nodes.

Notes
-----
``c_j = (n - 1) / sum_i H_ij`` with the mean times `H_ij` from `i` to `j` of a walk that follows ties
in proportion to ``w_ij + w_ji``. Multiplying all weights by a constant changes nothing. Zero weights
are no ties. A self-loop keeps the walk for a step. Where the network is not connected, `n` and the
sum are of a node's own part; an isolated node has 0. NetworkX and igraph have no such measure.

References
----------
Noh, J. D., Rieger, H. (2004): Random walks on complex networks. Physical Review Letters 92, 118701,
doi:10.1103/PhysRevLett.92.118701.
White, S., Smyth, P. (2003): Algorithms for estimating relative importance in networks. KDD 2003,
266-275, doi:10.1145/956750.956782.
Grassmann, W. K., Taksar, M. I., Heyman, D. P. (1985): Regenerative analysis and steady state
distributions for Markov chains. Operations Research 33, 1107-1116, doi:10.1287/opre.33.5.1107.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(["a", "a", "b", "c", "d"], ["b", "c", "d", "d", "e"])
>>> aidnet.random_walk_closeness(net).round(4)
node
a    0.1905
b    0.2162
c    0.2162
d    0.3636
e    0.0870
Name: random_walk_closeness, dtype: float64
)doc";

constexpr const char* approximate_doc = R"doc(
Current-flow betweenness of large networks, from some pairs of nodes, as near as is asked for.

Pairs of nodes are drawn until all scores are within `error` of the exact ones, with a probability of
`confidence` over the seeds, whatever the network.

Returns
-------
pandas.Series
    float64, one score a node, from 0 to 1. ``attrs["bound"]`` is the error that was reached,
    ``attrs["samples"]`` the number of pairs; both are 0 where scores are the exact ones.

Raises
------
ValidationError
    For an `error` or `confidence` that is not between 0 and 1, a negative `seed`, a negative
    weight, or where weights at a node exceed a double.
ConvergenceError, SizeError
    Where scores are to be exact, as ``aidnet.current_flow_betweenness``.

Notes
-----
What the measure is and reads, ``aidnet.current_flow_betweenness`` says; this is the normalised one,
without its limit of 8 192 nodes. Scores are the exact ones where the error asks for as many pairs as
there are, and where weights are so uneven, over more than some ten decades, that doubles cannot hold
the potentials. The bound is that of Maurer and Pontil, for all nodes at once, and has what currents
may be wrong by in it. ``networkx.approximate_current_flow_betweenness_centrality`` draws a number of
pairs that is fixed by `epsilon`, of connected networks only.

References
----------
Brandes, U., Fleischer, D. (2005): Centrality measures based on current flow. STACS 2005, LNCS 3404,
533-544, doi:10.1007/978-3-540-31856-9_44.
Maurer, A., Pontil, M. (2009): Empirical Bernstein bounds and sample variance penalization,
doi:10.48550/arXiv.0907.3740.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(["a", "a", "b", "c", "d"], ["b", "c", "d", "d", "e"])
>>> aidnet.approximate_current_flow_betweenness(net).round(4)  # so small that it is exact
node
a    0.2500
b    0.2917
c    0.2917
d    0.6667
e    0.0000
Name: approximate_current_flow_betweenness, dtype: float64
)doc";

}  // namespace

void register_wandering(pybind11::list& measures) {
  using W = RandomWalkClosenessOptions;
  measure::add<W>(
      measures,
      {"random_walk_closeness", "centrality", Shape::node_series, random_walk_closeness_doc},
      &random_walk_closeness,
      {field("weighted", &W::weighted,
             "Whether ties are walked in proportion to their weights; if not, each alike.")},
      single_column("random_walk_closeness"));

  using A = ApproximateCurrentFlowBetweennessOptions;
  measure::add<A>(
      measures,
      {"approximate_current_flow_betweenness", "centrality", Shape::node_series, approximate_doc},
      &approximate_current_flow_betweenness,
      {field("weighted", &A::weighted,
             "Whether weights are conductances; if not, each tie has the conductance 1."),
       field("error", &A::error, "How far each score may be from the exact one."),
       field("confidence", &A::confidence, "The probability that no score at all is farther."),
       field("seed", &A::seed, "Which pairs are drawn: 0 or more.")},
      [](measure::Output& out, ApproximateCurrentFlowBetweenness&& found) {
        out.column("approximate_current_flow_betweenness", std::move(found.score));
        out.facts["bound"] = found.error;
        out.facts["samples"] = found.samples;
      });
}
