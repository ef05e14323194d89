#include "aidnet/algo/local/rich_club.hpp"

#include "invariants.hpp"
#include "verify/mixing.hpp"

using namespace testing_support;
using aidnet::rich_club;
using aidnet::RichClub;

namespace {

/// Row by row.
Values run_rich_club(const Graph& graph, const aidnet::Control& control = {}) {
  const RichClub club = rich_club(graph, control);
  Values values;
  for (std::size_t r = 0; r < club.k.size(); ++r)
    values.insert(values.end(), {static_cast<double>(club.k[r]), static_cast<double>(club.nodes[r]),
                                 static_cast<double>(club.ties[r]), club.coefficient[r]});
  return values;
}

}  // namespace

TEST_CASE("rich club by hand: a triangle with a tail") {
  // 2 has three partners, 0 and 1 two, 3 one. Four ties of six; three of three among three nodes.
  const Sample sample{5, {{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 2}, {0, 0}, {1, 3, 0.0}}};
  require_close(run_rich_club(sample.graph()), {0, 4, 4, 4.0 / 6, 1, 3, 3, 1.0}, 1e-15);
}

TEST_CASE("rich club agrees with the dense matrix") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    require_close(run_rich_club(sample.graph()), verify::rich_club(sample.matrix()));
    REQUIRE(run_rich_club(with_signs(sample).graph()) == run_rich_club(sample.graph()));
  }
}

TEST_CASE("rich club keeps its promises") { check_invariants(&run_rich_club, {.per_node = false}); }

TEST_CASE("rich club of a large graph, stopped and resumed") {
  check_running(&run_rich_club, large_sample(100'000, 400'000, true).graph());
}

TEST_CASE("rich club of degenerate graphs has no rows") {
  CHECK(run_rich_club(Graph()).empty());
  CHECK(run_rich_club(Sample{1, {{0, 0, 3.0}}}.graph()).empty());
  CHECK(run_rich_club(Sample{4, {}}.graph()).empty());
  CHECK(run_rich_club(Sample{2, {{0, 1, -1.0}}}.graph()) == Values{0, 2, 1, 1.0});
}
