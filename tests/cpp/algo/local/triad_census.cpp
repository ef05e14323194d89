#include "aidnet/algo/local/triad_census.hpp"

#include "invariants.hpp"
#include "verify/influence.hpp"

using namespace testing_support;
using aidnet::triad_census;

namespace {

const std::vector<std::string> names(aidnet::triad_names.begin(), aidnet::triad_names.end());

Values run_triad_census(const Graph& graph, const aidnet::Control& control = {}) {
  const aidnet::TriadCensus census = triad_census(graph, control);
  return {census.begin(), census.end()};
}

/// How often a kind occurs.
std::int64_t count(const Graph& graph, const std::string& name) {
  const auto place = std::find(names.begin(), names.end(), name) - names.begin();
  return triad_census(graph)[static_cast<std::size_t>(place)];
}

}  // namespace

TEST_CASE("triad census by hand: each kind by a network of three") {
  const auto one = [](std::vector<Arc> arcs, const char* name) {
    INFO(name);
    CHECK(count(Sample{3, std::move(arcs)}.graph(), name) == 1);
  };
  one({}, "003");
  one({{0, 1}}, "012");
  one({{0, 1}, {1, 0}}, "102");
  one({{0, 1}, {0, 2}}, "021D");
  one({{0, 2}, {1, 2}}, "021U");
  one({{0, 1}, {1, 2}}, "021C");
  one({{0, 1}, {1, 0}, {2, 1}}, "111D");
  one({{0, 1}, {1, 0}, {1, 2}}, "111U");
  one({{0, 1}, {1, 2}, {0, 2}}, "030T");
  one({{0, 1}, {1, 2}, {2, 0}}, "030C");
  one({{0, 1}, {1, 0}, {1, 2}, {2, 1}}, "201");
  one({{0, 1}, {0, 2}, {1, 2}, {2, 1}}, "120D");
  one({{1, 0}, {2, 0}, {1, 2}, {2, 1}}, "120U");
  one({{0, 1}, {2, 0}, {1, 2}, {2, 1}}, "120C");
  one({{0, 1}, {0, 2}, {2, 0}, {1, 2}, {2, 1}}, "210");
  one({{0, 1}, {1, 0}, {0, 2}, {2, 0}, {1, 2}, {2, 1}}, "300");
}

TEST_CASE("triad census agrees with looking at each triad, and adds up") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = with_signs(random_sample(seed));
    const Values census = run_triad_census(sample.graph());
    REQUIRE(census == verify::triad_census(sample.matrix(), names));
    const auto n = static_cast<double>(sample.nodes);
    REQUIRE(std::accumulate(census.begin(), census.end(), 0.0) == n * (n - 1) * (n - 2) / 6);
  }
}

TEST_CASE("triad census keeps its promises") {
  check_invariants(&run_triad_census, {.per_node = false});
}

TEST_CASE("triad census of a large graph, stopped and resumed") {
  check_running(&run_triad_census, large_sample(3'000, 60'000, true).graph());
}

TEST_CASE("triad census of degenerate graphs") {
  CHECK(run_triad_census(Graph()) == Values(16, 0.0));
  CHECK(run_triad_census(Sample{1, {{0, 0, 3.0}}}.graph()) == Values(16, 0.0));
  CHECK(run_triad_census(Sample{2, {{0, 1}, {1, 0}}}.graph()) == Values(16, 0.0));
  // 3 810 779 nodes: the last number whose triads 64 bits count.
  CHECK(triad_census(Sample{3'810'779, {}}.graph())[0] == 9'223'371'416'043'870'029);
  CHECK_THROWS_AS(triad_census(Sample{3'810'780, {}}.graph()), aidnet::SizeError);
}
