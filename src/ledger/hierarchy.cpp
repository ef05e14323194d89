#include <algorithm>
#include <numeric>

#include "aidnet/core/error.hpp"
#include "core/text_detail.hpp"
#include "hierarchy_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {
namespace {

using aidnet::detail::text;

[[noreturn]] void refuse_cycle(std::span<const index_t> members, const Text& names,
                               std::string_view what) {
  constexpr std::size_t most = 10;
  std::string list;
  for (std::size_t k = 0; k < std::min(most, members.size()); ++k)
    list += text(k == 0 ? "" : ", ", names[at(members[k])]);
  if (members.size() > most) list += text(" and ", members.size() - most, " more");
  throw ValidationError(
      text(what, ": ", list, members.size() == 1 ? " is its own" : " form a cycle"));
}

}  // namespace

std::vector<index_t> parents_first(const std::vector<index_t>& link, const Text& names,
                                   std::string_view what, const Control& control) {
  enum : std::uint8_t { fresh, on_path, done };
  std::vector<std::uint8_t> state(link.size(), fresh);
  std::vector<index_t> order, path;
  order.reserve(link.size());
  Poller poll(control);
  for (std::size_t i = 0; i < link.size(); ++i) {
    index_t row = static_cast<index_t>(i);
    while (row != no_index && state[at(row)] == fresh) {
      state[at(row)] = on_path;
      path.push_back(row);
      row = link[at(row)];
    }
    if (row != no_index && state[at(row)] == on_path) {
      const auto first = std::find(path.begin(), path.end(), row);
      refuse_cycle(std::span<const index_t>(first, path.end()), names, what);
    }
    poll(1 + static_cast<std::int64_t>(path.size()));
    for (; !path.empty(); path.pop_back()) {
      state[at(path.back())] = done;
      order.push_back(path.back());
    }
  }
  return order;
}

bool any_link(const std::vector<index_t>& link) {
  return std::any_of(link.begin(), link.end(), [](index_t row) { return row != no_index; });
}

std::vector<index_t> ends_of_chains(const std::vector<index_t>& link,
                                    const std::vector<index_t>& order) {
  std::vector<index_t> end(link.size());
  for (const index_t row : order)
    end[at(row)] = link[at(row)] == no_index ? row : end[at(link[at(row)])];
  return end;
}

std::vector<index_t> connected(const std::vector<index_t>& links,
                               const std::vector<index_t>& more) {
  std::vector<index_t> root(links.size());
  std::iota(root.begin(), root.end(), index_t{0});
  const auto find = [&](index_t row) {
    while (root[at(row)] != row) row = root[at(row)] = root[at(root[at(row)])];
    return row;
  };
  for (const std::vector<index_t>* link : {&links, &more})
    for (std::size_t i = 0; i < link->size(); ++i) {
      if ((*link)[i] == no_index) continue;
      const index_t a = find(static_cast<index_t>(i)), b = find((*link)[i]);
      root[at(std::max(a, b))] = std::min(a, b);
    }
  for (std::size_t i = 0; i < root.size(); ++i) root[i] = root[at(root[i])];  // lower ones are done
  return root;
}

Pointers::Pointers(const std::vector<index_t>& link, std::size_t count) : offsets(count + 1, 0) {
  for (const index_t target : link)
    if (target != no_index) ++offsets[at(target) + 1];
  std::partial_sum(offsets.begin(), offsets.end(), offsets.begin());
  rows.resize(at(offsets.back()));
  std::vector<index_t> next(offsets.begin(), offsets.end() - 1);
  for (std::size_t i = 0; i < link.size(); ++i)
    if (link[i] != no_index) rows[at(next[at(link[i])]++)] = static_cast<index_t>(i);
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
