#pragma once

#include <aidnet/ledger/network_options.hpp>

#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

inline constexpr const char* usage =
    "usage: follow_the_money [--input PACKAGE] [--level LEVEL] [GIVER RECEIVER]\n"
    "LEVEL: party, institution, county, prefecture or province\n";

struct UsageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct Arguments {
  std::string input;  ///< "": the embedded ledger
  aidnet::ledger::Level level = aidnet::ledger::Level::party;
  std::optional<std::pair<std::string, std::string>> edge;  ///< nothing: the largest one
};

inline Arguments parse_arguments(const std::vector<std::string>& words) {
  using aidnet::ledger::Level;
  static const std::map<std::string_view, Level> levels{{"party", Level::party},
                                                        {"institution", Level::institution},
                                                        {"county", Level::county},
                                                        {"prefecture", Level::prefecture},
                                                        {"province", Level::province}};
  Arguments result;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].starts_with("--")) {
      names.push_back(words[i]);
      continue;
    }
    const std::string& option = words[i];
    if (option != "--input" && option != "--level") throw UsageError("no option " + option);
    if (++i == words.size()) throw UsageError(option + " needs a value");
    if (option == "--input") {
      result.input = words[i];
    } else if (const auto level = levels.find(words[i]); level != levels.end()) {
      result.level = level->second;
    } else {
      throw UsageError("no level " + words[i]);
    }
  }
  if (names.size() == 2) result.edge.emplace(names[0], names[1]);
  if (names.size() != 2 && !names.empty()) throw UsageError("name both ends of an edge, or none");
  return result;
}
