#include "aidnet/ledger/network.hpp"

#include <algorithm>
#include <cmath>

#include "aidnet/core/error.hpp"
#include "assembly_detail.hpp"
#include "core/text_detail.hpp"
#include "network_detail.hpp"
#include "require_share_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger {
namespace {

using aidnet::detail::text;
using detail::at;

void require_options(const Ledger& ledger, const NetworkOptions& options) {
  detail::require_share("network", options.about, "about");
  detail::require_share("network", options.nearly, "nearly");
  if (!options.key.empty() && options.groups != JointGifts::key)
    throw ValidationError("network: a key is given; it goes with groups=key");
  if (!options.given_parties.empty() && options.nodes != Nodes::given)
    throw ValidationError("network: parties are given; they go with nodes=given");
  for (const index_t party : options.given_parties)
    if (party < 0 || at(party) >= ledger.parties().size())
      throw ValidationError(text("network: party ", party, " is no row of the table, which has ",
                                 ledger.parties().size()));
}

}  // namespace

LedgerNetwork::LedgerNetwork() : data_(std::make_shared<const Data>()) {}

LedgerNetwork::LedgerNetwork(std::shared_ptr<const Data> data) : data_(std::move(data)) {}

const Graph& LedgerNetwork::graph() const noexcept { return data_->graph; }
std::span<const double> LedgerNetwork::lower() const noexcept { return data_->lower; }
std::span<const double> LedgerNetwork::upper() const noexcept { return data_->upper; }
const std::vector<NetworkNode>& LedgerNetwork::nodes() const noexcept { return data_->nodes; }
std::span<const Fate> LedgerNetwork::fates() const noexcept { return data_->fates; }
const NetworkDescription& LedgerNetwork::description() const noexcept { return data_->description; }
const std::string& LedgerNetwork::unit() const noexcept { return data_->unit; }
int LedgerNetwork::decimals() const noexcept { return data_->decimals; }
std::int64_t LedgerNetwork::total() const noexcept { return data_->description.total.value; }
Decimal LedgerNetwork::total_amount() const { return amount_of(total()); }
Decimal LedgerNetwork::amount_of(std::int64_t units) const { return Decimal(units, decimals()); }
double LedgerNetwork::in_base_units(std::int64_t units) const {
  return ledger::in_base_units(units, decimals());
}
std::span<const index_t> LedgerNetwork::flow_counts() const noexcept { return data_->flow_counts; }
std::span<const index_t> LedgerNetwork::unknown_counts() const noexcept {
  return data_->unknown_counts;
}
const Ledger& LedgerNetwork::ledger() const noexcept { return data_->ledger; }

std::span<const EdgeFlow> LedgerNetwork::flows_of(index_t entry) const {
  if (entry < 0 || entry >= graph().entry_count())
    throw ValidationError(
        text("flows_of: entry ", entry, " is outside [0, ", graph().entry_count(), ")"));
  const std::size_t begin = data_->starts[at(entry)];
  return std::span(data_->flows).subspan(begin, data_->starts[at(entry) + 1] - begin);
}

Graph LedgerNetwork::with_weights(EdgeWeights which) const {
  constexpr std::size_t named = 5;
  std::string names;
  std::size_t unbounded = 0;
  Csr csr{graph().forward().offsets, graph().forward().indices, data_->lower};
  for (std::size_t k = 0; which != EdgeWeights::lower && k < csr.weights.size(); ++k) {
    const double upper = data_->upper[k];
    if (std::isinf(upper) && ++unbounded <= named)
      names += text(unbounded == 1 ? "" : ", ",
                    nodes()[at(graph().entry_source(static_cast<index_t>(k)))].label, " to ",
                    nodes()[at(csr.indices[k])].label);
    csr.weights[k] = which == EdgeWeights::upper ? upper : 0.5 * csr.weights[k] + 0.5 * upper;
  }
  if (unbounded > 0)
    throw ValidationError(text("with_weights: ", unbounded,
                               unbounded == 1 ? " edge has" : " edges have",
                               " no upper bound: ", names, unbounded > named ? ", …" : ""));
  return Graph::from_csr(std::move(csr), true);
}

LedgerNetwork network(const Ledger& ledger, const NetworkOptions& options, const Control& control) {
  require_options(ledger, options);
  auto data = std::make_shared<NetworkAccess::Data>();
  data->ledger = ledger;
  detail::Selection selection(ledger, options, control);
  const auto done = [&](double share) {
    control.poll();
    control.report(share);
  };
  done(0.05);
  detail::filter(selection);
  done(0.1);
  detail::drop_cancelled(selection);
  detail::drop_other_reports(selection);
  done(0.2);
  detail::drop_superseded(selection);
  detail::drop_aggregates(selection);
  done(0.25);
  const detail::Ends ends(ledger, options, control);
  detail::settle_totals(selection, ends);
  done(0.35);

  std::vector<detail::Arc> arcs;
  {
    detail::Assembly assembly(selection, ends);
    assembly.take_all();
    done(0.5);
    assembly.add_isolated();
    assembly.settle_unit(*data);
    assembly.describe(data->description);
    data->nodes = assembly.nodes().nodes(ledger, ends.codes);
    arcs = assembly.take_arcs();
  }
  NetworkDescription& description = data->description;
  detail::count_flows(description, ledger.flows(), selection.fate);
  for (const NetworkNode& node : data->nodes) {
    description.nodes_above_level += node.above_level;
    description.nodes_without_place += node.without_place;
  }
  data->fates = std::move(selection.fate);
  done(0.55);
  detail::make_edges(*data, std::move(arcs), options.weight, control);
  done(1.0);
  return NetworkAccess::make(std::move(data));
}

std::vector<double> key_from_resource(const Ledger& ledger, Resource resource, bool of_recipients,
                                      NetworkOptions options, const Control& control) {
  options.resource = {resource};
  options.donor_level = options.recipient_level = Level::party;
  options.weight = Weight::sum;
  options.groups = JointGifts::group;
  options.orientation = Orientation::help;
  options.key.clear();
  const LedgerNetwork between = network(ledger, options, control);
  std::vector<detail::int128> sum(ledger.parties().size(), 0);
  for (index_t entry = 0; entry < between.graph().entry_count(); ++entry)
    for (const EdgeFlow& flow : between.flows_of(entry)) {
      const Flows& flows = ledger.flows();
      sum[at((of_recipients ? flows.recipient : flows.donor)[at(flow.flow)])] += flow.amount;
    }
  std::vector<double> key(sum.size());
  for (std::size_t i = 0; i < sum.size(); ++i)
    key[i] = between.in_base_units(
        detail::in_64_bits(sum[i], text("the key of ", ledger.parties().party[i])));
  return key;
}

}  // namespace aidnet::inline AIDNET_ABI::ledger
