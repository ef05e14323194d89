#include "aidnet/algo/centrality/birank.hpp"

#include "invariants.hpp"
#include "verify/two_mode.hpp"

using namespace testing_support;
using aidnet::birank;
using aidnet::BirankOptions;

namespace {

/// Scores as donors, then as recipients, to a tolerance below what the comparisons allow.
Values run(const Graph& graph, BirankOptions options, const aidnet::Control& control = {}) {
  options.tolerance = 1e-15;
  aidnet::BirankResult result = birank(graph, options, control);
  result.donor.insert(result.donor.end(), result.recipient.begin(), result.recipient.end());
  return result.donor;
}

}  // namespace

TEST_CASE("birank by hand: one donor, two recipients") {
  // S = (√(1/4), √(3/4)), p⁰ = (1/2, 1/2), u⁰ = 1, both dampings 1/2:
  // u = (S p)/2 + 1/2, p = Sᵀ u/2 + 1/4, so that u = u/4 + (1/2 + √3/2)/8 + 1/2.
  const Graph fork = Sample{3, {{0, 1, 10.0}, {0, 2, 30.0}}}.graph();
  const double root = std::sqrt(3.0) / 2;
  const double u = ((0.5 + root) / 8 + 0.5) / 0.75;
  const Values expected{u, 0, 0, 0, u / 4 + 0.25, root * u / 2 + 0.25};
  require_close(run(fork, {.donor_damping = 0.5, .recipient_damping = 0.5}), expected, 1e-14);
}

TEST_CASE("birank agrees with the dense linear system") {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    if (sample.nodes == 0) continue;
    Rng rng(seed);
    const Eigen::MatrixXd weights = sample.matrix();
    BirankOptions options;
    options.donor_damping = std::vector{0.85, 0.0, 1.0, 0.5}[seed % 4];
    options.recipient_damping = std::vector{0.85, 0.7, 0.9}[seed % 3];
    Eigen::VectorXd donor = verify::alike(weights);
    Eigen::VectorXd recipient = verify::alike(weights.transpose());
    if (seed % 5 == 0) {
      for (double& value : donor) value = static_cast<double>(rng() % 3);
      donor(0) += 1.0;
      options.donor_prior.assign(donor.begin(), donor.end());
      donor /= donor.sum();
      recipient.setZero();
      recipient(sample.nodes - 1) = 3.0;
      options.recipient_prior.assign(recipient.begin(), recipient.end());
      recipient /= 3.0;
    }
    require_close(run(sample.graph(), options),
                  verify::two_mode(verify::birank(weights), options.donor_damping,
                                   options.recipient_damping, donor, recipient));
  }
}

TEST_CASE("birank keeps its promises") {
  check_invariants([](const Graph& g, const aidnet::Control& c) { return birank(g, {}, c).donor; });
  check_invariants(
      [](const Graph& g, const aidnet::Control& c) { return birank(g, {}, c).recipient; });
}

TEST_CASE("birank runs the same for any number of threads and stops when told") {
  check_running([](const Graph& g, const aidnet::Control& c) { return birank(g, {}, c).donor; },
                large_sample(40'000, 600'000, true).graph());
}

TEST_CASE("birank of degenerate graphs") {
  CHECK(run(Graph(), {}).empty());
  CHECK(run(Sample{2, {}}.graph(), {}) == Values(4, 0.0));
  CHECK(run(Sample{2, {{0, 1, 0.0}}}.graph(), {}) == Values(4, 0.0));
  require_close(run(Sample{1, {{0, 0, 3.0}}}.graph(), {}), {1.0, 1.0}, 1e-13);
  // What is left of a prior without ties.
  require_close(run(Sample{2, {}}.graph(), {.donor_prior = {1.0, 3.0}}),
                {0.15 * 0.25, 0.15 * 0.75, 0.0, 0.0}, 1e-15);
}

TEST_CASE("birank refuses what it cannot rank") {
  const Graph pair = Sample{2, {{0, 1, 1.0}}}.graph();
  CHECK_THROWS_WITH(birank(Sample{2, {{1, 0, -3.0}}}.graph()), ContainsSubstring("1 → 0 (-3)"));
  CHECK_THROWS_AS(birank(pair, {.donor_damping = 1.1}), aidnet::ValidationError);
  CHECK_THROWS_AS(birank(pair, {.recipient_damping = std::nan("")}), aidnet::ValidationError);
  CHECK_THROWS_WITH(birank(pair, {.donor_damping = 1.0, .recipient_damping = 1.0}),
                    ContainsSubstring("both 1"));
  CHECK_THROWS_AS(birank(pair, {.tolerance = 0.0}), aidnet::ValidationError);
  CHECK_THROWS_AS(birank(pair, {.max_iterations = 0}), aidnet::ValidationError);
  CHECK_THROWS_WITH(birank(pair, {.donor_prior = {1.0}}),
                    ContainsSubstring("1 elements for 2 nodes"));
  CHECK_THROWS_WITH(birank(pair, {.recipient_prior = {1.0, -1.0}}),
                    ContainsSubstring("recipient_prior of node 1 is -1"));
  CHECK_THROWS_AS(birank(pair, {.donor_prior = {0.0, 0.0}}), aidnet::ValidationError);
  const Graph ring = Sample{3, {{0, 1}, {1, 2}, {2, 0}, {0, 2}}}.graph();
  CHECK_THROWS_AS(birank(ring, {.max_iterations = 2}), aidnet::ConvergenceError);
  const auto cut = birank(ring, {.max_iterations = 2, .require_convergence = false});
  CHECK_FALSE(cut.convergence.converged);
}
