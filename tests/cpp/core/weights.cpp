#include "aidnet/core/weights.hpp"

#include <limits>
#include <span>
#include <type_traits>

#include "aidnet/core/error.hpp"
#include "invariants.hpp"
#include "numbers.hpp"
#include "sample.hpp"

using namespace testing_support;
using aidnet::Capacity;
using aidnet::Cost;
using aidnet::Length;
using aidnet::ShareOf;
using aidnet::ValidationError;

namespace {

Values values_of(const Length& length) { return {length.values().begin(), length.values().end()}; }

// Numbers never become lengths or capacities by themselves, nor one of these the other.
template <class From, class To>
constexpr bool becomes = std::is_convertible_v<From, To> || std::is_constructible_v<To, From>;
static_assert(!becomes<std::vector<double>, Length>);
static_assert(!becomes<std::span<const double>, Length>);
static_assert(!becomes<Graph, Length>);
static_assert(!becomes<Capacity, Length>);
static_assert(!becomes<std::vector<double>, Capacity>);
static_assert(!becomes<std::span<const double>, Capacity>);
static_assert(!becomes<Length, Capacity>);
static_assert(!becomes<std::vector<double>, Cost>);
static_assert(!becomes<std::span<const double>, Cost>);
static_assert(!becomes<Length, Cost>);
static_assert(!becomes<Cost, Length>);
static_assert(!becomes<Cost, Capacity>);

// 0 gives 1 and 3 to 1 and 2, 1 gives 3 to 2, and nothing is worth mentioning from 2 to 0.
Graph weighted_example() {
  return Sample{3, {{0, 1, 1.0}, {0, 2, 3.0}, {1, 2, 3.0}, {2, 0, 0.0}}}.graph();
}

}  // namespace

TEST_CASE("Length is unit by default, for any graph") {
  CHECK(Length().is_unit());
  CHECK(Length::unit().is_unit());
  CHECK(Length().values().empty());
  CHECK(Length().scaled(3).is_unit());
  CHECK_FALSE(Length::reciprocal(weighted_example()).is_unit());
  CHECK_FALSE(Length::reciprocal(Graph()).is_unit());
}

TEST_CASE("Length::reciprocal is one over the weight, and a zero is no arc") {
  CHECK(values_of(Length::reciprocal(weighted_example())) == Values{1.0, 1.0 / 3, 1.0 / 3, inf});
  CHECK(Length::reciprocal(Graph()).values().empty());
}

TEST_CASE("Length::neg_log_share by hand") {
  // 0 gives 4 in all, 1 gives 3; 1 receives 1, 2 receives 6.
  const double quarter = std::log(4.0);
  require_close(values_of(Length::neg_log_share(weighted_example())),
                {quarter, std::log(4.0 / 3), 0.0, inf}, 1e-15);
  require_close(values_of(Length::neg_log_share(weighted_example(), ShareOf::recipient)),
                {0.0, std::log(2.0), std::log(2.0), inf}, 1e-15);
}

TEST_CASE("Length::neg_log_share is never negative, and zero for the only partner") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    INFO("seed " << seed);
    Sample sample = random_sample(seed);
    sample.directed = true;
    const Graph graph = sample.graph();
    const Eigen::MatrixXd w = sample.matrix();
    for (const ShareOf of : {ShareOf::donor, ShareOf::recipient}) {
      const Length length = Length::neg_log_share(graph, of);
      std::size_t entry = 0;
      for (index_t u = 0; u < graph.node_count(); ++u)
        for (const index_t v : graph.out_neighbors(u)) {
          const double total = of == ShareOf::donor ? w.row(u).sum() : w.col(v).sum();
          const double actual = length.values()[entry++];
          if (w(u, v) == 0.0) {
            REQUIRE(actual == inf);
          } else {
            REQUIRE(actual >= 0.0);
            REQUIRE_THAT(std::exp(-actual), WithinRel(w(u, v) / total, 1e-12));
            if (w(u, v) == total) REQUIRE(actual == 0.0);
          }
        }
    }
  }
}

TEST_CASE("Length::given keeps the caller's values") {
  const Graph graph = weighted_example();
  CHECK(values_of(Length::given(graph, Values{0.0, 2.5, inf, 1.0})) == Values{0.0, 2.5, inf, 1.0});
  const Length zero = Length::given(graph, Values{-0.0, 1.0, 1.0, 1.0});
  CHECK_FALSE(std::signbit(zero.values()[0]));
  CHECK(Length::given(Graph(), Values{}).values().empty());
  const Graph edge = Sample{2, {{0, 1}, {1, 1}}, false}.graph();
  CHECK(values_of(Length::given(edge, Values{3.0, 3.0, 7.0})) == Values{3.0, 3.0, 7.0});
}

TEST_CASE("Length::scaled makes whole steps of the longest") {
  const Graph graph = Sample{2, {{0, 0}, {0, 1}, {1, 0}, {1, 1}}}.graph();
  // Steps of 8 / 2^4 = 1/2: 8 is 16, 1.2 is 2.4 and 0.001 is at least one. Zero and infinity stay.
  const Length length = Length::given(graph, Values{8.0, 1.2, 0.001, 0.0}).scaled(4);
  CHECK(values_of(length) == Values{16.0, 2.0, 1.0, 0.0});
  CHECK(values_of(Length::given(graph, Values{inf, inf, 5.0, inf}).scaled(3)) ==
        Values{inf, inf, 8.0, inf});
  CHECK(values_of(Length::given(graph, Values{inf, 0.0, 0.0, inf}).scaled(3)) ==
        Values{inf, 0.0, 0.0, inf});
  // Again the same: the longest is 2^bits already.
  CHECK(values_of(length.scaled(4)) == values_of(length));
  CHECK(values_of(Length::given(graph, Values{1e308, 1e-308, 1e300, 1.0}).scaled(40)) ==
        Values{std::ldexp(1.0, 40), 1.0, std::round(std::ldexp(1e-8, 40)), 1.0});
}

TEST_CASE("Length::in_units makes tenths and thirds tie") {
  const Graph graph = Sample{4, {{0, 1}, {0, 2}, {1, 2}, {2, 3}}}.graph();
  const auto ties = [&](double a, double b, double c, double unit) {
    const Length length = Length::given(graph, Values{a, c, b, 0.0}).in_units(graph, unit);
    return length.values()[0] + length.values()[2] == length.values()[1];
  };
  REQUIRE(0.1 + 0.2 != 0.3);
  CHECK(ties(0.1, 0.2, 0.3, 0.1));
  CHECK_FALSE(ties(0.1, 0.2, 0.4, 0.1));
  CHECK(ties(1.0 / 3, 2.0 / 3, 1.0, 1.0 / 3));
  CHECK(ties(1.4, 2.8, 4.2, 0.7));  // the last one is 6 times 0.7 but for rounding
}

TEST_CASE("Length::in_units: equal numbers of units are equal sums, whatever the order") {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    INFO("seed " << seed);
    Rng rng(seed);
    const double unit =
        std::vector{0.1, 1.0 / 3, 1.0 / 7, 0.07, 1e-7, 2.7e9, 5e-324, 1e300}[seed % 8];
    const index_t n = 2 + draw(rng, 200);
    Sample sample{n, {}};
    for (index_t v = 1; v < n; ++v) sample.arcs.push_back({v - 1, v});
    const Graph graph = sample.graph();
    std::vector<std::int64_t> counts;
    Values values;
    for (index_t e = 0; e < graph.entry_count(); ++e) {
      counts.push_back(static_cast<std::int64_t>(draw(rng, 20'000)));
      values.push_back(static_cast<double>(counts.back()) * unit);
    }
    const Values lengths = values_of(Length::given(graph, values).in_units(graph, unit));
    require_close(lengths, values);
    double forth = 0.0;
    double back = 0.0;
    std::int64_t all = 0;
    for (std::size_t e = 0; e < lengths.size(); ++e) {
      forth += lengths[e];
      back += lengths[lengths.size() - 1 - e];
      all += counts[e];
    }
    REQUIRE(forth == back);
    // As many units, one by one or in one piece.
    const auto one = std::find_if(counts.begin(), counts.end(), [](auto k) { return k > 0; });
    if (one == counts.end()) continue;
    const double step = lengths[static_cast<std::size_t>(one - counts.begin())] /
                        static_cast<double>(*one);  // exact, as the product was
    REQUIRE(forth == step * static_cast<double>(all));
  }
}

TEST_CASE("Length::in_units keeps what is exact, zeros and missing arcs") {
  const Graph graph = Sample{2, {{0, 0}, {0, 1}, {1, 0}, {1, 1}}}.graph();
  const Values given{0.75, inf, 0.0, 1e6};
  CHECK(values_of(Length::given(graph, given).in_units(graph, 0.25)) == given);
  CHECK(values_of(Length::given(graph, given).in_units(graph, 0.125)) == given);
  CHECK(Length::unit().in_units(graph, 0.1).is_unit());
  CHECK(Length::given(Graph(), Values{}).in_units(Graph(), 0.1).values().empty());
}

TEST_CASE("Length::in_units refuses what is no number of units") {
  const Graph graph = weighted_example();
  const auto refused = [&](const Values& values, double unit, const char* why) {
    CHECK_THROWS_WITH(Length::given(graph, values).in_units(graph, unit), ContainsSubstring(why));
    CHECK_THROWS_AS(Length::given(graph, values).in_units(graph, unit), ValidationError);
  };
  refused({0.1, 0.2, 0.25, 0.0}, 0.1,
          "Length::in_units: the length of 1 → 2 is 0.25, which is 2.5 times 0.1, no whole number");
  refused({0.1, 0.0400001, 0.2, 0.0}, 0.02, "0 → 2");
  refused({0.1, 1e-12, 0.2, 0.0}, 0.1, "0 → 2");
  refused({0.1, 1e12 + 0.05, 0.2, 0.0}, 0.1, "0 → 2");  // a half, beside very many
  refused({1e-300, 1e300, 0.0, 0.0}, 1e-300, "0 → 2");
  refused({0.0, 5e-324, 0.0, 0.0}, 1e300, "0 → 2");  // not nothing, though next to it
  const double most = std::numeric_limits<double>::max();
  refused({0.0, most, 0.0, 0.0}, most / 7, "a path could be 21 times");
  refused({0.1, 1e8, 0.1, 0.1}, 0.1, "a path could be 3e+09 times 0.1 long");
  for (const double unit : {0.0, -1.0, inf, std::nan("")}) refused({1, 1, 1, 1}, unit, "unit is ");
  CHECK_THROWS_WITH(Length::given(graph, Values{1, 1, 1, 1}).in_units(Graph(), 1.0),
                    ContainsSubstring("4 lengths for 0 entries"));
}

TEST_CASE("Length::scaled makes sums tie that rounding tears apart") {
  const Graph graph = Sample{4, {{0, 1}, {0, 2}, {1, 3}, {2, 3}}}.graph();
  const Length decimal = Length::given(graph, Values{0.1, 0.15, 0.2, 0.15});
  const auto sums = [](const Length& l) {
    return std::pair(l.values()[0] + l.values()[2], l.values()[1] + l.values()[3]);
  };
  const auto [left, right] = sums(decimal);
  REQUIRE(left != right);  // 0.30000000000000004 and 0.3
  const auto [steps_left, steps_right] = sums(decimal.scaled(2));
  CHECK(steps_left == steps_right);
}

TEST_CASE("Length refuses what is no length") {
  const Graph graph = weighted_example();
  CHECK_THROWS_WITH(Length::given(graph, Values{1.0}),
                    ContainsSubstring("length: 1 values for 4 entries"));
  CHECK_THROWS_WITH(Length::given(graph, Values{1.0, 1.0, -2.0, 1.0}),
                    ContainsSubstring("length of 1 → 2 is -2"));
  CHECK_THROWS_AS(Length::given(graph, Values{1.0, std::nan(""), 1.0, 1.0}), ValidationError);
  const Graph edge = Sample{2, {{0, 1}}, false}.graph();
  CHECK_THROWS_WITH(Length::given(edge, Values{1.0, 2.0}),
                    ContainsSubstring("the edge 0 → 1 has two lengths"));

  const Graph negative = Sample{2, {{1, 0, -3.0}}}.graph();
  CHECK_THROWS_WITH(Length::reciprocal(negative), ContainsSubstring("1 → 0 (-3)"));
  CHECK_THROWS_WITH(Length::neg_log_share(negative), ContainsSubstring("1 → 0 (-3)"));
  CHECK_THROWS_WITH(Length::neg_log_share(edge), ContainsSubstring("undirected"));
  // 1/w of a weight this small is infinite, which would mean: no arc.
  CHECK_THROWS_WITH(Length::reciprocal(Sample{2, {{0, 1, 1e-310}}}.graph()),
                    ContainsSubstring("the weight of 0 → 1 is 1e-310"));
  const Graph rich = Sample{3, {{0, 1, 1e308}, {0, 2, 1e308}}}.graph();
  CHECK_THROWS_WITH(Length::neg_log_share(rich), ContainsSubstring("the weights at node 0 add up"));
  CHECK_NOTHROW(Length::neg_log_share(rich, ShareOf::recipient));

  for (const int bits : {0, 41, -1})
    CHECK_THROWS_WITH(Length::reciprocal(graph).scaled(bits), ContainsSubstring("1 to 40"));
}

TEST_CASE("Capacity is the weights, or what the caller gives") {
  const Graph graph = weighted_example();
  const Capacity of_weights = Capacity::of_weights(graph);
  CHECK(Values(of_weights.values().begin(), of_weights.values().end()) ==
        Values{1.0, 3.0, 3.0, 0.0});
  const Capacity given = Capacity::given(graph, Values{inf, 0.0, 2.0, 1.0});
  CHECK(Values(given.values().begin(), given.values().end()) == Values{inf, 0.0, 2.0, 1.0});
  CHECK_THROWS_WITH(Capacity::of_weights(Sample{2, {{0, 1, -1.0}}}.graph()),
                    ContainsSubstring("capacity of 0 → 1 is -1"));
  CHECK_THROWS_WITH(Capacity::given(graph, Values{}),
                    ContainsSubstring("capacity: 0 values for 4 entries"));
  CHECK_THROWS_AS(Capacity::given(graph, Values{1.0, std::nan(""), 1.0, 1.0}), ValidationError);
}

TEST_CASE("Cost is unit by default, or the caller's values of any sign") {
  CHECK(Cost().is_unit());
  CHECK(Cost::unit().is_unit());
  CHECK(Cost().values().empty());
  const Cost cost = Cost::given(weighted_example(), Values{-1.5, 0.0, 1e300, -0.0});
  CHECK_FALSE(cost.is_unit());
  CHECK(Values(cost.values().begin(), cost.values().end()) == Values{-1.5, 0.0, 1e300, 0.0});
  CHECK_FALSE(std::signbit(cost.values()[3]));
  CHECK_FALSE(Cost::given(Graph(), Values{}).is_unit());
  const Graph edge = Sample{2, {{0, 1}, {1, 1}}, false}.graph();
  CHECK_NOTHROW(Cost::given(edge, Values{-3.0, -3.0, 7.0}));
}

TEST_CASE("Cost refuses what is no cost") {
  CHECK_THROWS_WITH(Cost::given(weighted_example(), Values{1.0}),
                    ContainsSubstring("cost: 1 values for 4 entries"));
  CHECK_THROWS_WITH(Cost::given(weighted_example(), Values{1.0, 1.0, inf, 1.0}),
                    ContainsSubstring("cost of 1 → 2 is inf; it must be finite"));
  CHECK_THROWS_AS(Cost::given(weighted_example(), Values{1.0, std::nan(""), 1.0, 1.0}),
                  ValidationError);
  CHECK_THROWS_AS(Cost::given(weighted_example(), Values{1.0, 1.0, 1.0, -inf}), ValidationError);
  const Graph edge = Sample{2, {{0, 1}}, false}.graph();
  CHECK_THROWS_WITH(Cost::given(edge, Values{1.0, 2.0}),
                    ContainsSubstring("the edge 0 → 1 has two costs"));
}
