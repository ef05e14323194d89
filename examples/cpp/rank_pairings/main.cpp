// Ranks the parties of the embedded table of pairings: names stay with the application, aidnet
// works on indices.

#include <aidnet/aidnet.hpp>

#include <algorithm>
#include <cstddef>
#include <iomanip>
#include <iostream>
#include <map>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

using aidnet::index_t;

namespace {

/// The fields of one CSV line; the embedded table quotes nothing.
std::vector<std::string> fields_of(std::string_view line) {
  std::vector<std::string> fields(1);
  for (const char c : line) {
    if (c == ',')
      fields.emplace_back();
    else
      fields.back() += c;
  }
  return fields;
}

/// Gives each new name the next index.
class Names {
 public:
  index_t index_of(const std::string& name) {
    const auto [entry, added] = index_.emplace(name, static_cast<index_t>(names_.size()));
    if (added) names_.push_back(name);
    return entry->second;
  }
  const std::string& operator[](std::size_t i) const { return names_[i]; }
  index_t count() const { return static_cast<index_t>(names_.size()); }

 private:
  std::map<std::string, index_t> index_;
  std::vector<std::string> names_;
};

}  // namespace

int main() {
  // Columns: programme, start, donor, donor_zh, donor_gb2260, recipient, …
  constexpr std::size_t donor = 2;
  constexpr std::size_t recipient = 5;
  Names names;
  std::vector<index_t> from;
  std::vector<index_t> to;
  std::string_view text = aidnet::datasets::pairings_csv();
  text.remove_prefix(text.find('\n') + 1);
  while (!text.empty()) {
    const std::vector<std::string> row = fields_of(text.substr(0, text.find('\n')));
    from.push_back(names.index_of(row[donor]));
    to.push_back(names.index_of(row[recipient]));
    text.remove_prefix(text.find('\n') + 1);
  }

  aidnet::Builder builder(names.count());
  builder.add(from, to);  // each row weighs 1; a pairing of two rounds weighs 2
  const aidnet::Graph graph = builder.build();

  const std::vector<double> score = aidnet::pagerank(graph).score;
  const std::vector<double> between = aidnet::betweenness(graph);
  std::vector<std::size_t> order(score.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return score[a] > score[b]; });

  std::cout << graph.node_count() << " parties, " << graph.edge_count() << " pairings\n\n"
            << std::left << std::setw(14) << "party" << std::right << std::setw(10) << "pagerank"
            << std::setw(13) << "betweenness" << '\n'
            << std::fixed;
  for (std::size_t rank = 0; rank < 10; ++rank) {
    const std::size_t i = order[rank];
    std::cout << std::left << std::setw(14) << names[i] << std::right << std::setprecision(4)
              << std::setw(10) << score[i] << std::setprecision(6) << std::setw(13) << between[i]
              << '\n';
  }
}
