#include "rollup_detail.hpp"

#include <limits>
#include <numeric>

#include "aidnet/core/error.hpp"
#include "core/text_detail.hpp"
#include "places_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {
namespace {

PlaceLevel place_level(Level level) {
  return level == Level::county       ? PlaceLevel::county
         : level == Level::prefecture ? PlaceLevel::prefecture
                                      : PlaceLevel::province;
}

/// Whether a place is of a level above another, of those that make the hierarchy.
bool stands_above(PlaceLevel place, PlaceLevel level) {
  return place != PlaceLevel::unstated && place < level;
}

/// For each place: itself or the next place above it that is of the level, under its last name;
/// where there is none, that of what the place became.
std::vector<index_t> places_at(const Places& places, PlaceLevel level, const Control& control) {
  const std::vector<index_t> last = ends_of_chains(
      places.successor,
      parents_first(places.successor, places.place, "successors of places", control));
  std::vector<index_t> found(places.size(), no_index);
  for (std::size_t i = 0; i < found.size(); ++i)
    if (places.level[i] == level) found[i] = last[i];
  inherit(found, places, control);
  return found;
}

}  // namespace

NodeCodes::NodeCodes(const Ledger& ledger) {
  const std::size_t parties = ledger.parties().size(), rows = ledger.places().size(),
                    words = ledger.places().side.words().size(),
                    all = parties + rows + words + ledger.programmes().size();
  if (all > at(std::numeric_limits<index_t>::max()))
    throw SizeError(aidnet::detail::text("network: ", all,
                                         " parties, places and programmes are more "
                                         "than the index type of this build can count"));
  places = static_cast<index_t>(parties);
  sides = static_cast<index_t>(parties + rows);
  programmes = static_cast<index_t>(parties + rows + words);
  end = static_cast<index_t>(all);
}

Rollup::Rollup(const Ledger& ledger, Level level, const NodeCodes& codes, const Control& control)
    : by_programme_(level == Level::programme), first_programme_(codes.programmes) {
  const Parties& parties = ledger.parties();
  code_.resize(parties.size());
  std::iota(code_.begin(), code_.end(), index_t{0});
  if (level == Level::party) return;
  if (level == Level::programme) {  // for flows without one
    mark_.assign(parties.size(), Mark::above_level);
    return;
  }
  if (level == Level::institution) {
    code_ = ends_of_chains(parties.parent, parents_first(parties.parent, parties.party,
                                                         "parents of parties", control));
    return;
  }
  mark_.assign(parties.size(), Mark::without_place);
  const std::vector<index_t> place = places_of_parties(ledger, control);
  const bool by_side = level == Level::side;
  const index_t first = by_side ? codes.sides : codes.places;
  const std::vector<index_t> found = by_side
                                         ? sides_of_places(ledger, control)
                                         : places_at(ledger.places(), place_level(level), control);
  for (std::size_t i = 0; i < code_.size(); ++i) {
    if (place[i] == no_index) continue;
    if (const index_t node = found[at(place[i])]; node != no_index) {
      code_[i] = first + node;
      mark_[i] = Mark::none;
    } else if (!by_side && stands_above(ledger.places().level[at(place[i])], place_level(level))) {
      mark_[i] = Mark::above_level;
    }
  }
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
