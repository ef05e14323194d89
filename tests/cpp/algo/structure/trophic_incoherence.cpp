#include "aidnet/algo/structure/trophic_incoherence.hpp"

#include "invariants.hpp"
#include "verify/trophic.hpp"

using namespace testing_support;
using aidnet::trophic_incoherence;
using aidnet::TrophicMethod;

namespace {

double levine_incoherence(const Graph& graph) {
  return trophic_incoherence(graph, {.method = TrophicMethod::levine});
}

}  // namespace

TEST_CASE("trophic_incoherence by hand") {
  // Levels 0, 5/6, 10/6: twice 4 (1/6)² and once (4/6)², of weights of 9.
  const Graph short_cut = Sample{3, {{0, 1, 4.0}, {1, 2, 4.0}, {0, 2, 1.0}}}.graph();
  CHECK_THAT(trophic_incoherence(short_cut), WithinAbs(24.0 / 36 / 9, 1e-15));
  // Levels 1, 2, 2.8: rises 1, 0.8, 1.8, of mean 1.2: squares 0.04 + 0.16 + 0.36, over 3.
  CHECK_THAT(levine_incoherence(short_cut), WithinAbs(std::sqrt(0.56 / 3), 1e-15));
  CHECK(trophic_incoherence(Sample{3, {{0, 1}, {1, 2}, {2, 0}}}.graph()) == 1.0);
  CHECK(trophic_incoherence(Sample{4, {{0, 2}, {0, 3}, {1, 3}}}.graph()) == 0.0);
  CHECK(trophic_incoherence(Sample{3, {{0, 1, 2.0}, {1, 2, 5.0}}, false}.graph()) == 1.0);
  // A loop of 1 beside a tie of 3: (1 + 0)/4; without the loop, q = 0.
  const Graph loop = Sample{2, {{0, 1, 3.0}, {1, 1, 1.0}}}.graph();
  CHECK(trophic_incoherence(loop) == 0.25);
  CHECK(levine_incoherence(loop) == 0.0);
}

TEST_CASE("trophic_incoherence agrees with the definitions") {
  for (std::uint64_t seed = 0; seed < rounds(600u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    Eigen::MatrixXd weights = sample.matrix();
    const Values level = verify::mackay_levels(weights);
    double sum = 0.0;
    for (index_t i = 0; i < sample.nodes; ++i)
      for (index_t j = 0; j < sample.nodes; ++j)
        sum += weights(i, j) * std::pow(level[at(j)] - level[at(i)] - 1.0, 2);
    if (sample.nodes == 0 || weights.sum() == 0.0) {
      CHECK(std::isnan(trophic_incoherence(sample.graph())));
      continue;
    }
    CHECK_THAT(trophic_incoherence(sample.graph()), WithinAbs(sum / weights.sum(), 1e-9));

    weights.diagonal().setZero();
    const auto other = verify::levine_levels(weights);
    if (!other) {
      CHECK_THROWS_AS(levine_incoherence(sample.graph()), aidnet::UndefinedError);
      continue;
    }
    Values rises;
    double most = 1.0;
    for (index_t i = 0; i < sample.nodes; ++i)
      for (index_t j = 0; j < sample.nodes; ++j)
        if (weights(i, j) > 0.0) {
          rises.push_back((*other)[at(j)] - (*other)[at(i)]);
          most = std::max(most, (*other)[at(j)]);
        }
    double mean = 0.0;
    for (const double rise : rises) mean += rise / static_cast<double>(rises.size());
    double squares = 0.0;
    for (const double rise : rises)
      squares += (rise - mean) * (rise - mean) / static_cast<double>(rises.size());
    if (most > 1e8) continue;  // the reference loses a digit for each of the highest level
    if (rises.empty())
      CHECK(std::isnan(levine_incoherence(sample.graph())));
    else
      CHECK_THAT(levine_incoherence(sample.graph()), WithinAbs(std::sqrt(squares), 1e-9 * most));
  }
}

TEST_CASE("trophic_incoherence keeps its promises") {
  const auto f = [](const Graph& g, const aidnet::Control& c) {
    return Values{trophic_incoherence(g, {}, c), 1.0};  // the size that rounding is relative to
  };
  check_invariants(f, {.per_node = false});
  check_running(f, large_sample(20'000, 260'000, true).graph());
}

TEST_CASE("trophic_incoherence refuses what it cannot judge") {
  CHECK_THROWS_WITH(trophic_incoherence(Sample{2, {{1, 0, -3.0}}}.graph()),
                    ContainsSubstring("1 → 0 (-3)"));
  CHECK_THROWS_AS(levine_incoherence(Sample{2, {{0, 1}, {1, 0}}}.graph()), aidnet::UndefinedError);
  CHECK(std::isnan(trophic_incoherence(Graph())));
  CHECK(std::isnan(levine_incoherence(Sample{1, {{0, 0}}}.graph())));
}
