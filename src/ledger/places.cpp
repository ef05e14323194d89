#include "places_detail.hpp"

#include "hierarchy_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {

std::vector<index_t> places_of_parties(const Ledger& ledger, const Control& control) {
  const Parties& parties = ledger.parties();
  std::vector<index_t> place(parties.place.begin(), parties.place.end());
  for (const index_t row :
       parents_first(parties.parent, parties.party, "parents of parties", control))
    if (const index_t parent = parties.parent[at(row)];
        place[at(row)] == no_index && parent != no_index)
      place[at(row)] = place[at(parent)];
  return place;
}

void inherit(std::vector<index_t>& value, const Places& places, const Control& control) {
  for (const index_t row : parents_first(places.parent, places.place, "parents of places", control))
    if (const index_t parent = places.parent[at(row)];
        value[at(row)] == no_index && parent != no_index)
      value[at(row)] = value[at(parent)];
  if (!any_link(places.successor)) return;
  // From those that have a value to the places that became them, and on to what lies in these.
  const Pointers earlier(places.successor, places.size()), inside(places.parent, places.size());
  std::vector<index_t> filled;
  for (std::size_t i = 0; i < value.size(); ++i)
    if (value[i] != no_index) filled.push_back(static_cast<index_t>(i));
  Poller poll(control);
  for (std::size_t k = 0; k < filled.size(); ++k) {
    poll();
    const index_t from = filled[k];
    for (const Pointers* pointers : {&inside, &earlier})
      for (const index_t row : pointers->to(from))
        if (value[at(row)] == no_index) {
          value[at(row)] = value[at(from)];
          filled.push_back(row);
        }
  }
}

std::vector<index_t> sides_of_places(const Ledger& ledger, const Control& control) {
  std::vector<index_t> side = ledger.places().side.codes();
  inherit(side, ledger.places(), control);
  return side;
}

std::vector<std::uint8_t> parties_in_places(const Ledger& ledger, std::vector<std::uint8_t> chosen,
                                            const Control& control) {
  if (chosen.empty()) return {};
  const Places& places = ledger.places();
  const std::vector<index_t> order =
      parents_first(places.parent, places.place, "parents of places", control);
  const auto inherit = [&] {
    for (const index_t row : order)
      if (const index_t parent = places.parent[at(row)]; parent != no_index)
        chosen[at(row)] |= chosen[at(parent)];
  };
  inherit();
  // A county that became a district is the same place under another name.
  const std::vector<index_t> last = ends_of_chains(
      places.successor,
      parents_first(places.successor, places.place, "successors of places", control));
  for (std::size_t i = 0; i < chosen.size(); ++i) chosen[i] |= chosen[at(last[i])];
  inherit();

  const std::vector<index_t> place = places_of_parties(ledger, control);
  std::vector<std::uint8_t> mask(place.size(), 0);
  for (std::size_t i = 0; i < place.size(); ++i)
    if (place[i] != no_index) mask[i] = chosen[at(place[i])];
  return mask;
}

std::vector<std::uint8_t> parties_on_sides(const Ledger& ledger,
                                           const std::vector<std::string>& sides,
                                           const Control& control) {
  if (sides.empty()) return {};
  const Places& places = ledger.places();
  std::vector<std::uint8_t> chosen(places.side.words().size(), 0);
  for (const std::string& side : sides)
    if (const index_t code = places.side.code_of(side); code != no_index) chosen[at(code)] = 1;
  const std::vector<index_t> side = sides_of_places(ledger, control);
  const std::vector<index_t> place = places_of_parties(ledger, control);
  std::vector<std::uint8_t> mask(place.size(), 0);
  for (std::size_t i = 0; i < place.size(); ++i)
    if (place[i] != no_index && side[at(place[i])] != no_index)
      mask[i] = chosen[at(side[at(place[i])])];
  return mask;
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
