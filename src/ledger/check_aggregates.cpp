#include <algorithm>
#include <initializer_list>
#include <map>
#include <numeric>
#include <optional>
#include <tuple>

#include "check_contents_detail.hpp"

// Flows that may contain others, so that adding both would count help twice.
namespace aidnet::inline AIDNET_ABI::ledger::detail {
namespace {

constexpr std::size_t most_listed = 20;

/// "ew_1 (shanghai to yunnan, 100 person, training)".
std::string describe(const Checks& c, index_t row) {
  const Flows& f = c.flows;
  AmountSum amount;
  amount.add(c.amount_of(row));
  const Keys& parties = c.ledger.parties().party;
  const auto party = [&](index_t p) {
    return p == no_index ? std::string_view("nobody named") : parties[at(p)];
  };
  const std::string_view resource = name_of(f.resource[at(row)]);
  return text(c.id_of(row), " (", party(f.donor[at(row)]), " to ", party(f.recipient[at(row)]),
              ", ", amount_text(amount, f.unit[at(row)]), resource.empty() ? "" : ", ", resource,
              ")");
}

/// Of all the `contents` together.
void tell_whole(Checks& c, index_t whole, std::initializer_list<Contents*> contents,
                std::string_view what, std::string_view where) {
  std::size_t count = 0;
  std::vector<index_t> some;
  for (Contents* one : contents) {
    if (one == nullptr) continue;
    count += one->count(whole);
    const std::vector<index_t> own = one->some(whole, most_listed);
    some.insert(some.end(), own.begin(), own.end());
  }
  if (count == 0) return;
  const auto day = [&](index_t row) { return interval_of(c.flows, at(row)).first; };
  std::stable_sort(some.begin(), some.end(), [&](index_t a, index_t b) { return day(a) < day(b); });
  some.resize(std::min(some.size(), most_listed));
  std::sort(some.begin(), some.end());
  const std::string_view resource = name_of(c.flows.resource[at(whole)]);
  const std::string_view unit = c.flows.unit[at(whole)];
  std::vector<index_t> rows{whole};
  rows.insert(rows.end(), some.begin(), some.end());
  c.tell(FindingKind::aggregate, Verdict::undecided, TableId::flows, rows,
         text(describe(c, whole), what, " may contain ", count_text(count, "other flow"), " of ",
              resource.empty() ? "unstated help" : resource,
              unit.empty() ? " without a unit" : " in ", unit, where, some.empty() ? "" : ": ",
              some.empty() ? std::string() : names_text(some, c.flows.flow, count)));
}

/// What is given by or to whom may lie within what is given by or to another: a tree of the places
/// of flows' ends, and below each place the schools, companies and others in it that stand for
/// themselves only. Nodes are the rows of places, then those of parties.
class Ways {
 public:
  explicit Ways(const Checks& c) : places_(c.ledger.places().size()) {
    const Places& places = c.ledger.places();
    const Parties& parties = c.ledger.parties();
    const std::vector<index_t> up = without_cycles(places.parent, nullptr);
    const std::vector<index_t> later = without_cycles(places.successor, nullptr);
    const std::vector<index_t> last = ends_of_chains(
        later, parents_first(later, places.place, "successors of places", c.control));
    above_ = without_cycles(parties.parent, nullptr);
    place_.assign(parties.place.begin(), parties.place.end());
    for (const index_t row :
         parents_first(above_, parties.party, "parents of parties", c.control)) {
      index_t& own = place_[at(row)];
      if (own != no_index)
        own = last[at(own)];
      else if (above_[at(row)] != no_index)
        own = place_[at(above_[at(row)])];
    }
    alone_.resize(parties.size());
    for (std::size_t i = 0; i < alone_.size(); ++i) alone_[i] = stands_alone(parties.kind[i]);
    std::vector<std::uint8_t> named(places_, 0);  // others are passed over on the way up
    for (const auto* ends : {&c.flows.donor, &c.flows.recipient})
      for (const index_t party : *ends)
        if (const index_t node = of(party); node != no_index && at(node) < places_)
          named[at(node)] = 1;
    next_.assign(places_, no_index);
    for (const index_t row : parents_first(up, places.place, "parents of places", c.control))
      if (const index_t parent = up[at(row)]; parent != no_index)
        next_[at(row)] = named[at(parent)] != 0 ? parent : next_[at(parent)];
    for (const index_t place : place_)
      next_.push_back(place == no_index || named[at(place)] != 0 ? place : next_[at(place)]);
  }

  /// The node of a party; no_index where its place is not known.
  [[nodiscard]] index_t of(index_t party) const {
    if (party == no_index || place_[at(party)] == no_index) return no_index;
    return alone_[at(party)] ? static_cast<index_t>(places_ + at(party)) : place_[at(party)];
  }
  /// The node and those above it, up to a depth that no administration reaches.
  [[nodiscard]] std::vector<index_t> up(index_t node) const {
    std::vector<index_t> way;
    for (; node != no_index && way.size() < deepest; node = next_[at(node)]) way.push_back(node);
    return way;
  }
  /// The nodes, each once, whose givings may hold what a party gives: those above its own, and
  /// those of the parties that it belongs to.
  [[nodiscard]] std::vector<index_t> givers(index_t party) const {
    std::vector<index_t> nodes = up(of(party));
    for (std::size_t k = 0; party != no_index && k < deepest; party = above_[at(party)], ++k)
      if (const index_t node = of(party); node != no_index) nodes.push_back(node);
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    return nodes;
  }

 private:
  static constexpr std::size_t deepest = 17;

  static bool stands_alone(PartyKind kind) {
    switch (kind) {
      case PartyKind::school:
      case PartyKind::company:
      case PartyKind::foundation:
      case PartyKind::association:
      case PartyKind::ngo:
      case PartyKind::person:
        return true;
      default:
        return false;
    }
  }

  std::size_t places_;
  std::vector<index_t> place_;  // of parties, the last successor
  std::vector<index_t> above_;  // of parties
  std::vector<bool> alone_;
  std::vector<index_t> next_;  // of nodes: the next one above that a flow's end has
};

/// Flows of one resource and unit, by who may have given them: an aggregate holds what its donor
/// gave, somebody below it or within its place; where the place of either is not known, it may.
class Given {
 public:
  Given(const Checks& c, const Ways& ways, std::span<const index_t> rows, index_t aggregate)
      : c_(c), ways_(ways), rows_(rows) {
    std::vector<index_t> nodes;  // of the donors of aggregates
    for (const index_t row : rows)
      if (c.flows.scope.codes()[at(row)] == aggregate)
        nodes.push_back(ways.of(c.flows.donor[at(row)]));
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    std::vector<std::vector<index_t>> within(nodes.size());
    std::vector<index_t> placeless;
    for (const index_t row : rows) {
      const index_t donor = c.flows.donor[at(row)];
      if (ways.of(donor) == no_index) placeless.push_back(row);
      for (const index_t node : ways.givers(donor)) {
        const auto found = std::lower_bound(nodes.begin(), nodes.end(), node);
        if (found != nodes.end() && *found == node)
          within[static_cast<std::size_t>(found - nodes.begin())].push_back(row);
      }
    }
    for (std::size_t k = 0; k < nodes.size(); ++k)
      if (nodes[k] != no_index) by_node_.try_emplace(nodes[k], c, std::move(within[k]));
    placeless_.emplace(c, std::move(placeless));
  }

  void tell(Checks& c, index_t whole) {
    constexpr const char* what = ", marked as an aggregate,";
    constexpr const char* where = " that overlap it in time";
    const auto found = by_node_.find(ways_.of(c.flows.donor[at(whole)]));
    if (found != by_node_.end())
      return tell_whole(c, whole, {&found->second, &*placeless_}, what, where);
    if (!all_) all_.emplace(c_, std::vector<index_t>(rows_.begin(), rows_.end()));
    tell_whole(c, whole, {&*all_}, what, where);
  }

 private:
  const Checks& c_;
  const Ways& ways_;
  std::span<const index_t> rows_;
  std::map<index_t, Contents> by_node_;
  std::optional<Contents> placeless_, all_;
};

void check_scopes(Checks& c) {
  const Flows& f = c.flows;
  const index_t aggregate = f.scope.code_of("aggregate");
  if (aggregate == no_index) return;
  const Ways ways(c);
  const auto key = [&](index_t row) { return std::pair(f.resource[at(row)], c.unit_of(row)); };
  std::vector<index_t> order(f.size());
  std::iota(order.begin(), order.end(), index_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](index_t a, index_t b) { return key(a) < key(b); });
  for (auto begin = order.begin(); begin != order.end();) {
    const auto end =
        std::find_if(begin, order.end(), [&](index_t row) { return key(row) != key(*begin); });
    std::optional<Given> given;
    for (auto row = begin; row != end; ++row) {
      // Bare relations are never added up, so that none of them counts another twice.
      if (f.scope.codes()[at(*row)] != aggregate || f.resource[at(*row)] == Resource::agreement)
        continue;
      if (!given) given.emplace(c, ways, std::span<const index_t>(begin, end), aggregate);
      given->tell(c, *row);
      c.control.poll();
    }
    begin = end;
  }
}

/// Flows of one resource and unit between the same two places.
struct Bundle {
  Resource resource;
  index_t unit, from, to;
  std::size_t begin = 0, end = 0;  // in the order of rows

  [[nodiscard]] auto key() const { return std::tie(resource, unit, from, to); }
};

void check_places(Checks& c) {
  const Flows& f = c.flows;
  if (!any_link(c.ledger.places().parent)) return;
  const Ways ways(c);
  const auto bundle_of = [&](index_t row) {
    return Bundle{f.resource[at(row)], c.unit_of(row), ways.of(f.donor[at(row)]),
                  ways.of(f.recipient[at(row)])};
  };
  std::vector<index_t> rows;
  for (std::size_t i = 0; i < f.size(); ++i) {
    const Bundle own = bundle_of(static_cast<index_t>(i));
    if (own.from != no_index && own.to != no_index && !c.amount_of(static_cast<index_t>(i)).missing)
      rows.push_back(static_cast<index_t>(i));
  }
  const auto before = [](const Bundle& a, const Bundle& b) { return a.key() < b.key(); };
  Poller poll(c.control);
  std::stable_sort(rows.begin(), rows.end(), [&](index_t a, index_t b) {
    poll();
    return before(bundle_of(a), bundle_of(b));
  });
  std::vector<Bundle> bundles;
  for (std::size_t k = 0; k < rows.size(); ++k) {
    Bundle own = bundle_of(rows[k]);
    if (bundles.empty() || bundles.back().key() != own.key()) {
      own.begin = k;
      bundles.push_back(own);
    }
    bundles.back().end = k + 1;
  }
  // Pairs of bundles, the wider one first.
  std::vector<std::pair<index_t, index_t>> pairs;
  for (std::size_t k = 0; k < bundles.size(); ++k) {
    const std::vector<index_t> over_to = ways.up(bundles[k].to);
    for (const index_t from : ways.up(bundles[k].from))
      for (const index_t to : over_to) {
        poll();
        if (from == bundles[k].from && to == bundles[k].to) continue;
        const Bundle wider{bundles[k].resource, bundles[k].unit, from, to};
        const auto found = std::lower_bound(bundles.begin(), bundles.end(), wider, before);
        if (found != bundles.end() && found->key() == wider.key())
          pairs.emplace_back(static_cast<index_t>(found - bundles.begin()),
                             static_cast<index_t>(k));
      }
  }
  std::sort(pairs.begin(), pairs.end());
  // What is said of a total or of the canonical flow need not be said again of what is linked to
  // it.
  const auto told_elsewhere = [&](index_t row) {
    for (const auto* link : {&f.part_of, &f.same_as, &f.fulfils})
      if (const index_t to = (*link)[at(row)];
          to != no_index && !c.amount_of(to).missing && bundle_of(to).key() == bundle_of(row).key())
        return true;
    return false;
  };
  const index_t aggregate = f.scope.code_of("aggregate");
  for (auto pair = pairs.begin(); pair != pairs.end();) {
    const index_t wide = pair->first;
    std::vector<index_t> within;
    for (; pair != pairs.end() && pair->first == wide; ++pair)
      for (std::size_t k = bundles[at(pair->second)].begin; k < bundles[at(pair->second)].end; ++k)
        within.push_back(rows[k]);
    poll(static_cast<std::int64_t>(within.size()));
    Contents contents(c, std::move(within));
    for (std::size_t k = bundles[at(wide)].begin; k < bundles[at(wide)].end; ++k)
      if ((aggregate == no_index || f.scope.codes()[at(rows[k])] != aggregate) &&
          !told_elsewhere(rows[k]))
        tell_whole(c, rows[k], {&contents}, "", " by and to parties that lie within its own");
  }
}

}  // namespace

void check_aggregates(Checks& c) {
  check_scopes(c);
  check_places(c);
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
