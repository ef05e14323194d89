// aidnet inside an application that has threads, a progress line and a way to cancel of its own,
// and that runs an algorithm of Boost and a solver of Eigen on the same graph.
//
//   embed [--cancel]
//
// With --cancel the first calculation is stopped at its first report of progress; the graph and the
// pool are then used as if nothing had happened. Every answer is checked against a second way of
// getting it. Exit status: 0 all agree; 1 they do not; 2 wrong usage.
//
//   cmake -S . -B build -DCMAKE_PREFIX_PATH=/where/aidnet/is && cmake --build build && build/embed

#include <aidnet/adapt/boost.hpp>
#include <aidnet/adapt/eigen.hpp>
#include <aidnet/aidnet.hpp>

#include <boost/graph/dijkstra_shortest_paths.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <exception>
#include <functional>
#include <iomanip>
#include <iostream>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "katz_system.hpp"
#include "pool.hpp"

using aidnet::index_t;

namespace {

constexpr int threads = 4;
constexpr index_t parties = 2003;

void check(bool holds, const char* what) {
  if (!holds) throw std::runtime_error(std::string("not so: ") + what);
}

/// Stands for what the application knows of gifts: three a party, of 1 to 9 units.
aidnet::Graph make_graph() {
  std::vector<index_t> giver, receiver;
  std::vector<double> amount;
  for (index_t i = 0; i < parties; ++i) {
    for (index_t k = 0; k < 3; ++k) {
      giver.push_back(i);
      receiver.push_back((31 * i + (7 + i % 5) * k + 1) % parties);
      amount.push_back(1 + (i + 5 * k) % 9);
    }
  }
  return aidnet::Builder(parties).add(giver, receiver, amount).build();
}

/// A line on stderr that counts up to 100 %.
void show(double share) {
  std::fprintf(stderr, "\rbetweenness %3.0f %%%s", 100 * share, share < 1 ? "" : "\n");
}

/// Cancels from within the first report; a button would do the same from another thread.
void stop_at_first_report(const aidnet::Graph& graph, aidnet::Control control) {
  std::stop_source button;
  control.stop = button.get_token();
  control.progress = [&](double share) {
    show(share);
    button.request_stop();
  };
  try {
    (void)aidnet::betweenness(graph, {}, {}, control);
    check(false, "the calculation is cancelled");
  } catch (const aidnet::Cancelled& cancelled) {
    std::fputc('\n', stderr);
    std::cout << "stopped: " << cancelled.what() << '\n';
  }
}

/// Aidnet on the application's threads gives the bits that it gives on one.
void rank_on(const aidnet::Graph& graph, const aidnet::Control& control) {
  const std::vector<double> score = aidnet::betweenness(graph, {}, {}, control);
  check(score == aidnet::betweenness(graph, {}, {}, {.threads = 1}), "threads change nothing");

  std::vector<std::size_t> order(score.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t i) { return score[i]; });
  for (std::size_t rank = 0; rank < 5; ++rank)
    std::cout << "betweenness of party " << order[rank] << ": " << score[order[rank]] << '\n';
}

/// Boost reads the graph itself; its distances add up to aidnet's harmonic centrality.
void run_boost(const aidnet::Graph& graph, index_t from) {
  check(get(boost::edge_weight, graph).values == graph.weights().data(), "Boost reads our weights");
  check(adjacent_vertices(0, graph).first == graph.indices().data(), "Boost reads our indices");

  const aidnet::Length length = aidnet::Length::reciprocal(graph);
  std::vector<double> distance(num_vertices(graph));
  boost::dijkstra_shortest_paths(graph, from,
                                 boost::weight_map(aidnet::adapt::length_map(graph, length))
                                     .distance_map(boost::make_iterator_property_map(
                                         distance.begin(), get(boost::vertex_index, graph))));
  double nearness = 0.0, farthest = 0.0;
  for (const double d : distance) {
    if (d == 0.0 || d == std::numeric_limits<double>::max()) continue;  // itself, or not reached
    nearness += 1.0 / d;
    farthest = std::max(farthest, d);
  }
  const auto harmonic = aidnet::harmonic(graph, length, {.mode = aidnet::Mode::out});
  const double expected = harmonic[static_cast<std::size_t>(from)];
  check(std::abs(nearness - expected) <= 1e-9 * expected, "Boost's distances are aidnet's");
  std::cout << "Boost: harmonic centrality of party " << from << ": " << nearness
            << ", farthest party at " << farthest << '\n';
}

/// Eigen solves (I − α Wᵀ) x = 1 on the same arrays; x is aidnet's Katz centrality.
void run_eigen(const aidnet::Graph& graph, double alpha) {
  const KatzSystem system(graph, alpha);
  check(system.transposed().valuePtr() == graph.weights().data(), "Eigen reads our weights");
  check(system.transposed().innerIndexPtr() == graph.indices().data(), "Eigen reads our indices");
  check(system.transposed().outerIndexPtr() == graph.offsets().data(), "Eigen reads our offsets");

  Eigen::BiCGSTAB<KatzSystem, Eigen::IdentityPreconditioner> solver;
  solver.setTolerance(1e-13);
  solver.compute(system);
  const Eigen::VectorXd x = solver.solve(Eigen::VectorXd::Ones(system.rows()));
  check(solver.info() == Eigen::Success, "the solver converges");

  const auto katz = aidnet::katz(graph, {.alpha = alpha, .normalized = false}).score;
  const Eigen::Map<const Eigen::VectorXd> expected(katz.data(), system.rows());
  const double off = (x - expected).lpNorm<Eigen::Infinity>();
  check(off <= 1e-9 * expected.lpNorm<Eigen::Infinity>(), "Eigen's solution is aidnet's");
  std::cout << "Eigen: largest Katz score " << x.maxCoeff() << ", sum " << x.sum() << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  const bool cancel = argc == 2 && std::string_view(argv[1]) == "--cancel";
  if (argc > 1 && !cancel) {
    std::fputs("usage: embed [--cancel]\n", stderr);
    return 2;
  }
  try {
    Pool pool(threads);
    const aidnet::Graph graph = make_graph();
    std::cout << std::fixed << std::setprecision(9);

    aidnet::Control control{.threads = threads};
    control.executor = [&](int count, const auto& task) { pool.run(count, task); };
    control.progress = show;
    if (cancel) stop_at_first_report(graph, control);

    check(graph == make_graph(), "the graph is as it was");
    std::cout << graph.node_count() << " parties, " << graph.edge_count() << " ties\n";
    rank_on(graph, control);
    check(pool.runs() > 0, "the application's threads did it");
    run_boost(graph, 0);
    run_eigen(graph, 0.02);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "embed: %s\n", error.what());
    return 1;
  }
}
