#include "aidnet/ledger/builder.hpp"
#include "core/text_detail.hpp"
#include "problems_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger {
namespace {

using aidnet::detail::text;

std::string listing(const std::vector<Problem>& problems, std::int64_t total) {
  if (problems.empty()) return text(total, total == 1 ? " problem" : " problems");
  std::string all = total == 1 ? "" : text(total, " problems:\n");
  for (const Problem& problem : problems) {
    if (&problem != problems.data()) all += '\n';
    all += problem.message();
  }
  const std::int64_t left = total - static_cast<std::int64_t>(problems.size());
  if (left > 0) all += text("\n… and ", left, " more");
  return all;
}

}  // namespace

std::string detail::shown(std::string_view cell) {
  constexpr std::size_t most = 80;
  std::string piece(cell.substr(0, most));
  while (!piece.empty() && piece.size() < cell.size() &&
         (static_cast<unsigned char>(cell[piece.size()]) & 0xC0) == 0x80)
    piece.pop_back();  // not in the middle of a character
  return piece.size() < cell.size() ? piece + "…" : piece;
}

std::string Problem::message() const {
  using aidnet::detail::append;
  std::string whole = file;
  if (row > 0) append(whole += ", row ", row);
  if (line > 0) append(whole += " (line ", line), whole += ")";
  if (!column.empty()) append(whole += ", column ", detail::shown(column));
  whole += ": ";
  if (!text.empty()) append(whole += "'", detail::shown(text)), whole += "': ";
  whole += expected;
  for (char& c : whole)  // cells, names of columns and of files: a message is one line
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  return whole;
}

LedgerError::LedgerError(std::vector<Problem> problems, std::int64_t total)
    : ValidationError(listing(problems, total)),
      problems_(std::make_shared<const std::vector<Problem>>(std::move(problems))),
      total_(total) {}

}  // namespace aidnet::inline AIDNET_ABI::ledger
