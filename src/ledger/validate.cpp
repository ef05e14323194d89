#include "validate_detail.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "aidnet/ledger/decimal.hpp"
#include "aidnet/ledger/unit.hpp"
#include "core/text_detail.hpp"
#include "hierarchy_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {
namespace {

using aidnet::detail::text;

/// Tells of each cycle of `next` once, at the lowest of its rows; whether there is none.
bool check_acyclic(const std::vector<index_t>& next, const Keys& ids, std::string_view column,
                   const TableInput& input) {
  constexpr index_t unseen = -1;
  bool acyclic = true;
  const auto after = [&](std::size_t row) { return static_cast<std::size_t>(next[row]); };
  std::vector<index_t> walk(next.size(), unseen);  // which walk came by first
  for (std::size_t start = 0; start < next.size(); ++start) {
    std::size_t at = start;
    const auto own = static_cast<index_t>(start);
    while (walk[at] == unseen) {
      walk[at] = own;
      if (next[at] == no_index) break;
      at = after(at);
    }
    if (walk[at] != own || next[at] == no_index) continue;
    std::size_t lowest = at, length = 1;  // the walk may have come from outside the circle
    for (std::size_t row = after(at); row != at; row = after(row), ++length)
      lowest = std::min(lowest, row);
    constexpr std::size_t most = 5;
    std::string names(ids[lowest]);
    std::size_t row = after(lowest);
    for (std::size_t k = 1; k <= std::min(length, most); ++k, row = after(row))
      names.append(", ").append(ids[row]);
    if (length > most) names += text(", … (", length, " flows)");
    input.report(lowest, column, ids[after(lowest)],
                 text("the links go round in a circle (", names, "); they must lead to an end"));
    acyclic = false;
  }
  return acyclic;
}

/// Tells of cycles of `next` that pass from one report of the same help to another: the links of
/// all reports are those of the flow that they point at. A walk through these flows, depth first.
class ReportCycles {
 public:
  ReportCycles(const Flows& flows, const Pointers& reports, const std::vector<index_t>& next,
               std::string_view column, std::string_view within, const TableInput& input)
      : flows_(flows),
        reports_(reports),
        next_(next),
        column_(column),
        within_(within),
        input_(input),
        state_(next.size(), State::fresh),
        place_(next.size(), 0) {}

  void tell() {
    for (std::size_t i = 0; i < next_.size(); ++i)
      if (flows_.same_as[i] == no_index && state_[i] == State::fresh) walk(static_cast<index_t>(i));
  }

 private:
  enum class State : std::uint8_t { fresh, on_path, done };
  struct Step {
    index_t canonical;
    std::size_t report;  ///< whose link comes next: 0 is the canonical flow itself
    index_t taken;       ///< the one whose link leads to the next step
  };

  [[nodiscard]] index_t canonical(index_t row) const {
    const index_t same = flows_.same_as[at(row)];
    return same == no_index ? row : same;
  }

  void walk(index_t start) {
    enter(start);
    while (!path_.empty()) {
      Step& step = path_.back();
      const auto others = reports_.to(step.canonical);
      if (step.report > others.size()) {
        state_[at(step.canonical)] = State::done;
        path_.pop_back();
        continue;
      }
      step.taken = step.report == 0 ? step.canonical : others[step.report - 1];
      ++step.report;
      const index_t target = next_[at(step.taken)];
      if (target == no_index) continue;
      const index_t to = canonical(target);
      if (to == step.canonical)
        input_.report(at(step.taken), column_, flows_.flow[at(target)], std::string(within_));
      else if (state_[at(to)] == State::on_path)
        tell_circle(to, target);
      else if (state_[at(to)] == State::fresh)
        enter(to);
    }
  }

  void enter(index_t canonical) {
    state_[at(canonical)] = State::on_path;
    place_[at(canonical)] = static_cast<std::ptrdiff_t>(path_.size());
    path_.push_back({canonical, 0, canonical});
  }

  void tell_circle(index_t first, index_t target) const {
    const auto begin = path_.begin() + place_[at(first)];
    constexpr std::ptrdiff_t most = 5;
    std::string names;
    for (auto step = begin; step != path_.end() && step - begin < most; ++step)
      names.append(flows_.flow[at(step->taken)]).append(", ");
    names += path_.end() - begin > most ? text("… (", path_.end() - begin, " flows)")
                                        : std::string(flows_.flow[at(target)]);
    input_.report(at(path_.back().taken), column_, flows_.flow[at(target)],
                  text("the links go round in a circle (", names,
                       "), other reports of the same help included; they must lead to an end"));
  }

  const Flows& flows_;
  const Pointers& reports_;
  const std::vector<index_t>& next_;
  std::string_view column_, within_;
  const TableInput& input_;
  std::vector<State> state_;           // by canonical flow
  std::vector<std::ptrdiff_t> place_;  // where it is on the path
  std::vector<Step> path_;
};

}  // namespace

void check_bounds(const Flows& flows, std::size_t first, const TableInput& input) {
  const auto above = [](std::int64_t a, std::int64_t b) {
    return a != no_number && b != no_number && a > b;
  };
  for (std::size_t row = first; row < flows.size(); ++row) {
    const std::int64_t value = flows.value[row], lower = flows.lower[row], upper = flows.upper[row];
    if (!above(lower, value) && !above(value, upper) && !above(lower, upper)) continue;
    const auto shown = [&](std::int64_t amount) {
      return amount == no_number ? std::string("none")
                                 : Decimal(amount, decimals_of(flows.unit[row])).to_string();
    };
    if (value == no_number)
      input.report(row - first, "lower", shown(lower),
                   text("must not be above upper, ", shown(upper)));
    else
      input.report(
          row - first, "value", shown(value),
          text("must lie between lower (", shown(lower), ") and upper (", shown(upper), ")"));
  }
}

void check_dates(const Dates& from, std::string_view from_name, const Dates& to,
                 std::string_view to_name, std::size_t first, const TableInput& input) {
  for (std::size_t row = first; row < from.size(); ++row)
    if (!from[row].blank() && !to[row].blank() && from[row].first_day() > to[row].last_day())
      input.report(row - first, to_name, to[row].to_string(),
                   text("is before ", from_name, ", ", from[row].to_string()));
}

void check_links(const Flows& flows, const TableInput& input) {
  bool direct = true;  // each report points at a flow that has none
  for (std::size_t row = 0; row < flows.same_as.size(); ++row) {
    if (flows.same_as[row] == no_index) continue;
    const auto canonical = static_cast<std::size_t>(flows.same_as[row]);
    const index_t further = flows.same_as[canonical];
    direct &= canonical != row && further == no_index;
    if (canonical == row)
      input.report(row, "same_as", flows.flow[row], "a flow is not linked to itself");
    else if (further != no_index)
      input.report(row, "same_as", flows.flow[canonical],
                   text("must be the flow that all others point at; that one is the same as ",
                        flows.flow[static_cast<std::size_t>(further)]));
  }
  const bool parts = check_acyclic(flows.part_of, flows.flow, "part_of", input);
  const bool chains = check_acyclic(flows.fulfils, flows.flow, "fulfils", input);
  if (!direct || !any_link(flows.same_as)) return;
  const Pointers reports(flows.same_as, flows.same_as.size());
  if (parts && any_link(flows.part_of))
    ReportCycles(flows, reports, flows.part_of, "part_of",
                 "a flow is no part of what it is the same as", input)
        .tell();
  if (chains && any_link(flows.fulfils))
    ReportCycles(flows, reports, flows.fulfils, "fulfils",
                 "a flow does not fulfil what it is the same as", input)
        .tell();
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
