#include "aidnet/ledger/check.hpp"

#include <algorithm>
#include <numeric>

#include "aidnet/core/error.hpp"
#include "check_detail.hpp"
#include "require_share_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger {
namespace detail {

std::vector<index_t> linked_flows(std::size_t flows,
                                  std::initializer_list<const std::vector<index_t>*> links) {
  std::vector<index_t> root(flows);
  std::iota(root.begin(), root.end(), index_t{0});
  const auto root_of = [&](index_t row) {
    while (root[at(row)] != row) row = root[at(row)] = root[at(root[at(row)])];
    return row;
  };
  for (const auto* link : links)
    for (std::size_t i = 0; i < link->size(); ++i)
      if ((*link)[i] != no_index) {
        const index_t a = root_of(static_cast<index_t>(i)), b = root_of((*link)[i]);
        root[at(std::max(a, b))] = std::min(a, b);
      }
  for (std::size_t i = 0; i < root.size(); ++i) root[i] = root_of(static_cast<index_t>(i));
  return root;
}

}  // namespace detail

std::vector<Finding> check_columns(const Ledger& ledger) {
  const CheckOptions options;
  const Control control;
  detail::Checks checks{ledger, ledger.flows(), options, control, {}};
  detail::check_columns(checks);
  return std::move(checks.findings);
}

std::vector<Finding> check(const Ledger& ledger, const CheckOptions& options,
                           const Control& control) {
  detail::require_share("check", options.tolerance.about, "about");
  detail::require_share("check", options.tolerance.nearly, "nearly");
  control.poll();
  const Flows& flows = ledger.flows();
  detail::Checks checks{
      ledger, flows, options, control,
      detail::linked_flows(flows.size(), {&flows.same_as, &flows.part_of, &flows.fulfils})};
  using Step = void (*)(detail::Checks&);
  constexpr Step steps[] = {detail::check_totals,     detail::check_same_as,
                            detail::check_fulfilment, detail::check_cycles,
                            detail::check_duplicates, detail::check_aggregates,
                            detail::check_listings,   detail::check_memberships,
                            detail::check_evidence,   detail::check_columns};
  for (std::size_t k = 0; k < std::size(steps); ++k) {
    control.report(static_cast<double>(k) / static_cast<double>(std::size(steps)));
    steps[k](checks);
    control.poll();
  }
  // Within a kind, the order in which the checks came by breaks ties: table by table.
  std::stable_sort(checks.findings.begin(), checks.findings.end(),
                   [](const Finding& a, const Finding& b) {
                     return a.kind != b.kind ? a.kind < b.kind : a.rows.front() < b.rows.front();
                   });
  control.report(1.0);
  return std::move(checks.findings);
}

}  // namespace aidnet::inline AIDNET_ABI::ledger
