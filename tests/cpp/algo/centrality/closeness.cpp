#include "aidnet/algo/centrality/closeness.hpp"

#include "invariants.hpp"
#include "lengths.hpp"
#include "modes.hpp"
#include "numbers.hpp"
#include "verify/paths.hpp"

using namespace testing_support;
using aidnet::closeness;
using aidnet::ClosenessOptions;
using aidnet::Length;
using aidnet::Mode;

TEST_CASE("closeness by hand: a chain") {
  // 0 → 1 → 2: to 1 there is a path of 1 from one of two others, to 2 there are 1 and 2.
  const Graph chain = Sample{3, {{0, 1}, {1, 2}}}.graph();
  require_close(closeness(chain), {0, 0.5, 2.0 / 3}, 1e-15);
  require_close(closeness(chain, {}, {.wf_improved = false}), {0, 1, 2.0 / 3}, 1e-15);
  require_close(closeness(chain, {}, {.mode = Mode::out}), {2.0 / 3, 0.5, 0}, 1e-15);
  require_close(closeness(chain, {}, {.mode = Mode::all}), {2.0 / 3, 1, 2.0 / 3}, 1e-15);
}

TEST_CASE("closeness by hand: lengths decide, weights do not") {
  // 0 → 2 directly is 5, through 1 it is 1 + 3. To 2: (4 + 3) for two nodes.
  const Graph graph = Sample{3, {{0, 1, 1.0}, {0, 2, 9.0}, {1, 2, 2.0}}}.graph();
  const Length lengths = Length::given(graph, std::vector{1.0, 5.0, 3.0});
  require_close(closeness(graph, lengths), {0, 0.5, 2.0 / 7}, 1e-15);
  require_close(closeness(graph, lengths, {.mode = Mode::out}), {2.0 / 5, 0.5 / 3, 0}, 1e-15);
  // Either way: 0–1 1, 1–2 3, 0–2 4.
  require_close(closeness(graph, lengths, {.mode = Mode::all}), {2.0 / 5, 2.0 / 4, 2.0 / 7}, 1e-15);
}

TEST_CASE("closeness agrees with all distances") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    const ClosenessOptions options{.mode = std::vector{Mode::in, Mode::out, Mode::all}[seed % 3],
                                   .wf_improved = seed % 4 != 0};
    for (const Lengths& lengths :
         {unit_lengths(sample), whole_lengths(sample, seed, 0), reciprocal_lengths(sample)})
      require_close(closeness(sample.graph(), lengths.length, options),
                    verify::closeness(arriving(lengths.matrix, options.mode), options.wf_improved));
  }
}

TEST_CASE("closeness agrees with all distances on graphs of several batches") {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    INFO("seed " << seed);
    const auto n = static_cast<index_t>(60 + 7 * seed);  // 64 and 128 among them, nearly
    const Sample sample = with_signs(large_sample(n, 2 * n, seed % 2 == 0, seed));
    const Mode mode = std::vector{Mode::in, Mode::out, Mode::all}[seed % 3];
    for (const Lengths& lengths : {unit_lengths(sample), whole_lengths(sample, seed)})
      require_close(closeness(sample.graph(), lengths.length, {.mode = mode}),
                    verify::closeness(arriving(lengths.matrix, mode), true));
  }
}

TEST_CASE("closeness on a long path, where every node is met at another level by each search") {
  // Node i of an undirected path of n nodes: i (i + 1) / 2 to the left, the same to the right.
  for (const index_t n : {63, 64, 65, 128, 300}) {
    Sample path{n, {}, false};
    for (index_t i = 0; i + 1 < n; ++i) path.arcs.push_back({i, i + 1});
    Values expected(at(n));
    for (index_t i = 0; i < n; ++i) {
      const double left = 0.5 * i * (i + 1);
      const double right = 0.5 * (n - 1 - i) * (n - i);
      expected[at(i)] = static_cast<double>(n - 1) / (left + right);
    }
    require_close(closeness(path.graph()), expected, 1e-15);
  }
}

TEST_CASE("closeness keeps its promises") {
  for (const Mode mode : {Mode::in, Mode::out, Mode::all})
    check_invariants([mode](const Graph& g, const aidnet::Control& c) {
      return closeness(g, {}, {.mode = mode}, c);
    });
  // Twice the money is half the distance.
  check_invariants(
      [](const Graph& g, const aidnet::Control& c) {
        return closeness(g, Length::reciprocal(g), {}, c);
      },
      {.scale_power = 1.0});
}

TEST_CASE("closeness runs the same for any number of threads and stops when told") {
  const Graph dense = large_sample(1100, 20'000, true).graph();
  check_running([](const Graph& g, const aidnet::Control& c) { return closeness(g, {}, {}, c); },
                dense);
  const Graph graph = large_sample(288, 5000, true).graph();
  const Length length = Length::reciprocal(graph);
  check_running(
      [&](const Graph& g, const aidnet::Control& c) { return closeness(g, length, {}, c); }, graph);
}

TEST_CASE("closeness of degenerate graphs") {
  for (const Mode mode : {Mode::in, Mode::out, Mode::all}) {
    for (const bool wf_improved : {true, false}) {
      const auto of = [&](const Sample& sample) {
        return closeness(sample.graph(), {}, {.mode = mode, .wf_improved = wf_improved});
      };
      CHECK(of({0, {}}).empty());
      CHECK(of({1, {}}) == Values{0});
      CHECK(of({1, {{0, 0, 3.0}}}) == Values{0});
      CHECK(of({4, {}}) == Values(4, 0.0));
      CHECK(of({2, {{0, 1, 0.0}}}) == Values{0, 0});  // no tie
    }
  }
  CHECK(closeness(Sample{2, {{0, 1}}}.graph()) == Values{0, 1});
  // Two pairs: each node has one partner of three others.
  const Sample pair{2, {{0, 1}}, false};
  require_close(closeness(pair.doubled().graph()), Values(4, 1.0 / 3), 1e-15);
  CHECK(closeness(pair.doubled().graph(), {}, {.wf_improved = false}) == Values(4, 1.0));
  CHECK(closeness(pair.with_isolated_node().graph()) == Values{0.5, 0.5, 0});
}

TEST_CASE("closeness at distance zero is infinite") {
  // 0 gives all that it has to 1, so -ln of its share is 0; 1 gives halves to 2 and 3.
  const Graph graph = Sample{4, {{0, 1, 5.0}, {1, 2, 1.0}, {1, 3, 1.0}}}.graph();
  const double half = std::log(2.0);
  const Values c = closeness(graph, Length::neg_log_share(graph), {.wf_improved = false});
  require_close({c[0], c[2], c[3]}, {0, 1 / half, 1 / half}, 1e-15);
  CHECK(c[1] == inf);
}

TEST_CASE("closeness refuses lengths it cannot use") {
  const Graph pair = Sample{2, {{0, 1}}}.graph();
  const Graph more = Sample{3, {{0, 1}, {1, 2}}}.graph();
  CHECK_THROWS_WITH(closeness(pair, Length::reciprocal(more)),
                    ContainsSubstring("closeness: 2 lengths for 1 entries"));
  CHECK_THROWS_WITH(closeness(more, Length::given(more, std::vector{1e308, 1.0})),
                    ContainsSubstring("closeness: the longest length is 1e+308"));
}
