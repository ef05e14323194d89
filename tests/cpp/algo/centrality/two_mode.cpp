#include "verify/two_mode.hpp"
#include "aidnet/algo/centrality/birank.hpp"
#include "aidnet/algo/centrality/cohits.hpp"
#include "invariants.hpp"

// BiRank and Co-HITS differ in what they make of the weights, and in nothing else.

using namespace testing_support;

namespace {

struct Birank {
  using Options = aidnet::BirankOptions;
  static constexpr auto measure = &aidnet::birank;
  static constexpr auto dense = &verify::birank;
};

struct Cohits {
  using Options = aidnet::CohitsOptions;
  static constexpr auto measure = &aidnet::cohits;
  static constexpr auto dense = &verify::cohits;
};

/// Scores as donors, then as recipients, to a tolerance below what the comparisons allow.
template <class Of>
Values run_two_mode(const Graph& graph, typename Of::Options options) {
  options.tolerance = 1e-15;
  auto result = Of::measure(graph, options, {});
  result.donor.insert(result.donor.end(), result.recipient.begin(), result.recipient.end());
  return result.donor;
}

template <class Of>
Values donors(const Graph& graph, const aidnet::Control& control) {
  return Of::measure(graph, {}, control).donor;
}

template <class Of>
Values recipients(const Graph& graph, const aidnet::Control& control) {
  return Of::measure(graph, {}, control).recipient;
}

const Graph& one_donor() {
  static const Graph graph = Sample{3, {{0, 1, 10.0}, {0, 2, 30.0}}}.graph();
  return graph;
}

}  // namespace

TEST_CASE("birank by hand: one donor, two recipients") {
  // S = (√(1/4), √(3/4)), p⁰ = (1/2, 1/2), u⁰ = 1, both dampings 1/2:
  // u = (S p)/2 + 1/2, p = Sᵀ u/2 + 1/4, so that u = u/4 + (1/2 + √3/2)/8 + 1/2.
  const double root = std::sqrt(3.0) / 2;
  const double u = ((0.5 + root) / 8 + 0.5) / 0.75;
  require_close(run_two_mode<Birank>(one_donor(), {.donor_damping = 0.5, .recipient_damping = 0.5}),
                {u, 0, 0, 0, u / 4 + 0.25, root * u / 2 + 0.25}, 1e-14);
}

TEST_CASE("cohits by hand: one donor, two recipients") {
  // The donor gives all that either receives: u = (p_1 + p_2)/2 + 1/2, p_1 = u/8 + 1/4,
  // p_2 = 3 u/8 + 1/4: u = u/4 + 1/4 + 1/2 = 1.
  require_close(run_two_mode<Cohits>(one_donor(), {.donor_damping = 0.5, .recipient_damping = 0.5}),
                {1, 0, 0, 0, 3.0 / 8, 5.0 / 8}, 1e-14);
}

TEMPLATE_TEST_CASE("two-mode scores agree with the dense linear system", "", Birank, Cohits) {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    if (sample.nodes == 0) continue;
    Rng rng(seed);
    const Eigen::MatrixXd weights = sample.matrix();
    typename TestType::Options options;
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
    require_close(run_two_mode<TestType>(sample.graph(), options),
                  verify::two_mode(TestType::dense(weights), options.donor_damping,
                                   options.recipient_damping, donor, recipient));
  }
}

TEMPLATE_TEST_CASE("two-mode scores keep their promises", "", Birank, Cohits) {
  check_invariants(donors<TestType>);
  check_invariants(recipients<TestType>);
}

TEMPLATE_TEST_CASE("two-mode scores run the same for any number of threads and stop when told", "",
                   Birank, Cohits) {
  check_running(donors<TestType>, large_sample(40'000, 600'000, true).graph());
}

TEMPLATE_TEST_CASE("two-mode scores of degenerate graphs", "", Birank, Cohits) {
  CHECK(run_two_mode<TestType>(Graph(), {}).empty());
  CHECK(run_two_mode<TestType>(Sample{2, {}}.graph(), {}) == Values(4, 0.0));
  CHECK(run_two_mode<TestType>(Sample{2, {{0, 1, 0.0}}}.graph(), {}) == Values(4, 0.0));
  require_close(run_two_mode<TestType>(Sample{1, {{0, 0, 3.0}}}.graph(), {}), {1.0, 1.0}, 1e-13);
  // What is left of a prior without ties.
  require_close(run_two_mode<TestType>(Sample{2, {}}.graph(), {.donor_prior = {1.0, 3.0}}),
                {0.15 * 0.25, 0.15 * 0.75, 0.0, 0.0}, 1e-15);
}

TEMPLATE_TEST_CASE("two-mode scores refuse what cannot be ranked", "", Birank, Cohits) {
  const auto rank = [](const Graph& graph, typename TestType::Options options = {}) {
    return TestType::measure(graph, options, {});
  };
  const Graph pair = Sample{2, {{0, 1, 1.0}}}.graph();
  CHECK_THROWS_WITH(rank(Sample{2, {{1, 0, -3.0}}}.graph()), ContainsSubstring("1 → 0 (-3)"));
  CHECK_THROWS_AS(rank(pair, {.donor_damping = 1.1}), aidnet::ValidationError);
  CHECK_THROWS_AS(rank(pair, {.recipient_damping = std::nan("")}), aidnet::ValidationError);
  CHECK_THROWS_WITH(rank(pair, {.donor_damping = 1.0, .recipient_damping = 1.0}),
                    ContainsSubstring("both 1"));
  CHECK_THROWS_AS(rank(pair, {.tolerance = 0.0}), aidnet::ValidationError);
  CHECK_THROWS_AS(rank(pair, {.max_iterations = 0}), aidnet::ValidationError);
  CHECK_THROWS_WITH(rank(pair, {.donor_prior = {1.0}}),
                    ContainsSubstring("1 elements for 2 nodes"));
  CHECK_THROWS_WITH(rank(pair, {.recipient_prior = {1.0, -1.0}}),
                    ContainsSubstring("recipient_prior of node 1 is -1"));
  CHECK_THROWS_AS(rank(pair, {.donor_prior = {0.0, 0.0}}), aidnet::ValidationError);
  const Graph ring = Sample{3, {{0, 1}, {1, 2}, {2, 0}, {0, 2}}}.graph();
  CHECK_THROWS_AS(rank(ring, {.max_iterations = 2}), aidnet::ConvergenceError);
  const auto cut = rank(ring, {.max_iterations = 2, .require_convergence = false});
  CHECK_FALSE(cut.convergence.converged);
}
