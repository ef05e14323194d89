// Micro-benchmarks of what every measure rests on. Arguments are numbers of arcs, four a node.

#include <benchmark/benchmark.h>

#include <cstdint>
#include <random>
#include <vector>

#include "aidnet/aidnet.hpp"

namespace {

using aidnet::index_t;

struct Arcs {
  index_t nodes;
  std::vector<index_t> source;
  std::vector<index_t> target;
  std::vector<double> weight;
};

Arcs random_arcs(std::int64_t count) {
  std::mt19937_64 rng(1);
  Arcs arcs{static_cast<index_t>(count / 4), {}, {}, {}};
  for (std::int64_t k = 0; k < count; ++k) {
    arcs.source.push_back(static_cast<index_t>(rng() % static_cast<std::uint64_t>(arcs.nodes)));
    arcs.target.push_back(static_cast<index_t>(rng() % static_cast<std::uint64_t>(arcs.nodes)));
    arcs.weight.push_back(static_cast<double>(1 + rng() % 1000));
  }
  return arcs;
}

aidnet::Graph build(const Arcs& arcs) {
  aidnet::Builder builder(arcs.nodes);
  builder.add(arcs.source, arcs.target, arcs.weight);
  return builder.build();
}

void BM_build(benchmark::State& state) {
  const Arcs arcs = random_arcs(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(build(arcs));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(BM_build)->Arg(40'000)->Arg(400'000)->Arg(4'000'000)->Unit(benchmark::kMillisecond);

void BM_transpose(benchmark::State& state) {
  const Arcs arcs = random_arcs(state.range(0));
  for (auto _ : state) {
    state.PauseTiming();
    const aidnet::Graph graph = build(arcs);  // a fresh one: the transpose is kept
    state.ResumeTiming();
    benchmark::DoNotOptimize(&graph.transposed());
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(BM_transpose)->Arg(400'000)->Arg(4'000'000)->Unit(benchmark::kMillisecond);

void BM_quotient(benchmark::State& state) {
  const aidnet::Graph graph = build(random_arcs(state.range(0)));
  std::vector<index_t> groups(static_cast<std::size_t>(graph.node_count()));
  for (std::size_t i = 0; i < groups.size(); ++i) groups[i] = static_cast<index_t>(i % 31);
  for (auto _ : state) benchmark::DoNotOptimize(aidnet::quotient(graph, groups, 31));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(BM_quotient)->Arg(400'000)->Unit(benchmark::kMillisecond);

void BM_pagerank_iteration(benchmark::State& state) {
  const aidnet::Graph graph = build(random_arcs(state.range(0)));
  constexpr int iterations = 20;
  const aidnet::PagerankOptions options{.max_iterations = iterations, .require_convergence = false};
  const aidnet::Control control{.threads = static_cast<int>(state.range(1))};
  for (auto _ : state) benchmark::DoNotOptimize(aidnet::pagerank(graph, options, control));
  state.SetItemsProcessed(state.iterations() * iterations * state.range(0));
}
BENCHMARK(BM_pagerank_iteration)
    ->Args({400'000, 1})
    ->Args({400'000, 2})
    ->Args({4'000'000, 1})
    ->Args({4'000'000, 2})
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace
