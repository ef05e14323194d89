// Who receives how much money, and which statement says so.
//
//   follow_the_money [--input PACKAGE] [--level LEVEL] [GIVER RECEIVER]
//
// Reads the embedded ledger, or a data package or CSV file of your own; makes the network of its
// money; ranks the receivers by amount and by PageRank; and follows the largest edge, or the one
// between two names, back to its statements. A name is an id, a code, a name or an alias. LEVEL is
// party (the default), institution, county, prefecture or province.
//
// Exit status: 0 done; 1 the ledger or a name is refused, or there is no such edge; 2 wrong usage.
//
//   cmake -S . -B build -DCMAKE_PREFIX_PATH=/where/aidnet/is && cmake --build build
//   build/follow_the_money --level province 辽宁 贵州

#include <aidnet/aidnet.hpp>

#include <algorithm>
#include <exception>
#include <functional>
#include <iomanip>
#include <iostream>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

#include "arguments.hpp"
#include "nodes.hpp"

namespace al = aidnet::ledger;
using aidnet::index_t;

namespace {

/// Rank 1 is the largest; equal scores share the better rank.
auto rank_of(double score, const std::vector<double>& all) {
  return 1 + std::count_if(all.begin(), all.end(), [&](double other) { return other > score; });
}

void print_money(double amount, double lower, double upper) {
  std::cout << amount << " CNY, at least " << lower << ", at most " << upper << '\n';
}

void print_ranking(const al::LedgerNetwork& money) {
  const aidnet::Graph& graph = money.graph();
  const std::vector<double> received = aidnet::strength(graph, {.mode = aidnet::Balance::in});
  const std::vector<double> pagerank = aidnet::pagerank(graph).score;
  // Bounds add up as amounts do; an upper one is infinite where nothing bounds a receipt.
  std::vector<double> lower(received.size()), upper(received.size());
  for (std::size_t entry = 0; entry < graph.indices().size(); ++entry) {
    lower[at(graph.indices()[entry])] += money.lower()[entry];
    upper[at(graph.indices()[entry])] += money.upper()[entry];
  }
  const auto sum = [](const auto& all) { return std::accumulate(all.begin(), all.end(), 0.0); };
  std::cout << graph.node_count() << " nodes, " << graph.edge_count() << " edges, ";
  print_money(sum(received), sum(lower), sum(upper));

  std::vector<index_t> order(received.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::stable_sort(order, std::greater<>(), [&](index_t i) { return received[at(i)]; });
  order.resize(std::min(order.size(), std::size_t{10}));
  std::cout << "\nrank     received     at least      at most  rank  pagerank  receiver\n";
  for (const index_t i : order)
    std::cout << std::setw(4) << rank_of(received[at(i)], received) << std::setw(13)
              << received[at(i)] << std::setw(13) << lower[at(i)] << std::setw(13) << upper[at(i)]
              << std::setw(6) << rank_of(pagerank[at(i)], pagerank) << "  " << std::fixed
              << std::setprecision(6) << pagerank[at(i)] << std::defaultfloat
              << std::setprecision(15) << "  " << name_of(money, i) << '\n';
}

void print_statements(const al::LedgerNetwork& money, index_t entry) {
  const auto line = [](const char* what, std::string_view cell) {
    std::cout << what << (cell.empty() ? "not stated" : cell) << '\n';
  };
  const al::Flows& flows = money.ledger().flows();
  for (const al::EdgeFlow& part : money.flows_of(entry)) {
    const std::size_t row = at(part.flow);
    const std::string first = flows.start[row].to_string(), last = flows.end[row].to_string();
    const al::Decimal amount(part.amount, money.decimals());
    line("\nflow    ", flows.flow[row]);
    const std::string of = part.remainder ? " CNY, which its parts leave of a total" : " CNY";
    line("amount  ", part.missing ? "" : amount.to_string() + of);
    line("figure  ", flows.figure[row]);
    line("status  ", al::name_of(flows.status[row]));
    line("date    ", first == last ? first : first + " to " + last);
    if (flows.source[row] == aidnet::no_index) continue;
    line("source  ", money.ledger().sources().file[at(flows.source[row])]);
    if (flows.span_start[row] == al::no_number) continue;
    std::cout << "span    code points " << flows.span_start[row] << " to " << flows.span_end[row]
              << '\n';
  }
}

void follow(const Arguments& wanted) {
  const al::Ledger ledger =
      wanted.input.empty() ? aidnet::datasets::east_west() : aidnet::io::read_package(wanted.input);
  const al::LedgerNetwork money = al::network(
      ledger, {.unit = "CNY", .donor_level = wanted.level, .recipient_level = wanted.level});
  const aidnet::Graph& graph = money.graph();
  if (graph.entry_count() == 0) throw aidnet::ValidationError("the ledger has no flows in CNY");
  print_ranking(money);

  const auto weights = graph.weights();
  auto entry = static_cast<index_t>(std::ranges::max_element(weights) - weights.begin());
  if (wanted.edge) {
    const index_t giver = node_called(wanted.edge->first, money, wanted.level);
    const index_t receiver = node_called(wanted.edge->second, money, wanted.level);
    entry = graph.find_entry(giver, receiver);
    if (entry == aidnet::no_index)
      throw aidnet::ValidationError("no money is stated from " + name_of(money, giver) + " to " +
                                    name_of(money, receiver));
  }
  std::cout << '\n'
            << name_of(money, graph.entry_source(entry)) << " -> "
            << name_of(money, graph.indices()[at(entry)]) << ": ";
  print_money(weights[at(entry)], money.lower()[at(entry)], money.upper()[at(entry)]);
  print_statements(money, entry);
}

}  // namespace

int main(int argc, char** argv) {
  std::cout << std::setprecision(15);
  try {
    follow(parse_arguments({argv + 1, argv + argc}));
    return 0;
  } catch (const UsageError& error) {
    std::cerr << "follow_the_money: " << error.what() << '\n' << usage;
    return 2;
  } catch (const al::LedgerError& error) {
    std::cerr << "follow_the_money: the ledger is refused\n";
    for (const al::Problem& problem : error.problems()) std::cerr << problem.message() << '\n';
  } catch (const std::exception& error) {  // a name that is unknown or ambiguous, no such file, …
    std::cerr << "follow_the_money: " << error.what() << '\n';
  }
  return 1;
}
