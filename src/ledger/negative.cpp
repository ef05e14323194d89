#include "negative_detail.hpp"

#include <utility>

#include "aidnet/ledger/decimal.hpp"
#include "aidnet/ledger/unit.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {
namespace {

bool is_below_zero(std::string_view cell) {
  if (!cell.starts_with('-')) return false;
  const auto number = Decimal::parse(cell);
  return number && number->digits() < 0;
}

}  // namespace

void drop_negative(std::span<const std::string_view> cells, const Header& header, TableInput& input,
                   std::vector<std::string_view>& kept) {
  std::vector<std::size_t> amounts;  // value, upper, lower: the first that is stated tells
  const Flows none;
  for (const std::string_view wanted : {"value", "upper", "lower"}) {
    std::size_t number = 0;
    Flows::each_column(none, [&](std::string_view name, const auto&) {
      if (name == wanted && header.where[number] != absent) amounts.push_back(header.where[number]);
      ++number;
    });
  }
  kept.clear();
  std::size_t rows = 0;
  for (std::size_t row = 0; row * header.width < cells.size(); ++row) {
    const auto own = cells.subspan(row * header.width, header.width);
    std::string_view amount;
    for (const std::size_t at : amounts)
      if (amount.empty()) amount = own[at];
    if (is_below_zero(amount)) {
      input.left_out.push_back(input.first + rows);
      continue;
    }
    kept.insert(kept.end(), own.begin(), own.end());
    if (!input.lines.empty()) input.lines[rows] = input.lines[row];
    ++rows;
  }
  if (!input.lines.empty()) input.lines.resize(rows);
}

void turn_negative(Flows& flows, std::size_t first, const TableInput& input) {
  for (std::size_t row = first; row < flows.size(); ++row) {
    std::int64_t amount = flows.value[row];
    if (amount == no_number) amount = flows.upper[row];
    if (amount == no_number) amount = flows.lower[row];
    if (amount == no_number) continue;
    if (amount < 0) {
      std::swap(flows.lower[row], flows.upper[row]);
      for (Amounts* column : {&flows.value, &flows.lower, &flows.upper})
        if ((*column)[row] != no_number) (*column)[row] = -(*column)[row];
      std::swap(flows.donor[row], flows.recipient[row]);
    }
    for (const bool low : {true, false}) {
      const std::int64_t bound = (low ? flows.lower : flows.upper)[row];
      if (bound == no_number || bound >= 0) continue;
      // Named as it stood in the input.
      const bool was_low = low == (amount >= 0);
      const Decimal stated(amount < 0 ? -bound : bound, decimals_of(flows.unit[row]));
      input.report(row - first, was_low ? "lower" : "upper", stated.to_string(),
                   "a bound on the same side of zero as the amount was expected");
    }
  }
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
