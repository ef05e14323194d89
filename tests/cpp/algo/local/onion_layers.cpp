#include "aidnet/algo/local/onion_layers.hpp"

#include "invariants.hpp"
#include "verify/peeling.hpp"

using namespace testing_support;
using aidnet::onion_layers;

namespace {

using Counts = std::vector<std::int64_t>;

Values run_onion_layers(const Graph& graph, const aidnet::Control& control = {}) {
  const Counts layers = onion_layers(graph, control);
  return {layers.begin(), layers.end()};
}

}  // namespace

TEST_CASE("onion layers by hand: a clique of four with a tail") {
  // The tail 5, then 4, which had two partners, then the clique at once.
  const Sample clique{6, {{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}, {3, 4}, {4, 5}}};
  CHECK(onion_layers(clique.graph()) == Counts{3, 3, 3, 3, 2, 1});
  // A node without partners is a layer by itself; loops and zeros are no ties, i ⇄ j is one.
  Sample more = clique;
  more.nodes = 7;
  more.arcs.insert(more.arcs.end(), {{6, 6}, {6, 0, 0.0}, {5, 4}});
  CHECK(onion_layers(more.graph()) == Counts{4, 4, 4, 4, 3, 2, 1});
}

TEST_CASE("onion layers by hand: a path is peeled from both ends") {
  CHECK(onion_layers(Sample{5, {{0, 1}, {1, 2}, {2, 3}, {3, 4}}, false}.graph()) ==
        Counts{1, 2, 3, 2, 1});
}

TEST_CASE("onion layers agree with counting anew at each layer") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = with_signs(random_sample(seed));
    REQUIRE(run_onion_layers(sample.graph()) == verify::onion_layers(sample.matrix()));
  }
}

TEST_CASE("onion layers keep their promises") { check_invariants(&run_onion_layers); }

TEST_CASE("onion layers of a large graph, stopped and resumed") {
  check_running(&run_onion_layers, large_sample(100'000, 400'000, true).graph());
}

TEST_CASE("onion layers of degenerate graphs") {
  CHECK(onion_layers(Graph()).empty());
  CHECK(onion_layers(Sample{1, {{0, 0, 3.0}}}.graph()) == Counts{1});
  CHECK(onion_layers(Sample{4, {}}.graph()) == Counts(4, 1));
}
