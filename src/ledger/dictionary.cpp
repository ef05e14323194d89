#include "aidnet/ledger/dictionary.hpp"

#include <array>

namespace aidnet::inline AIDNET_ABI::ledger {
namespace {

struct Entry {
  std::string_view column, description;
};

constexpr Entry valid_from{"valid_from", "First date from which it holds; empty: always"};
constexpr Entry valid_to{"valid_to", "Last date until which it holds; empty: still"};
constexpr Entry name_zh{"name_zh", "Chinese name, simplified"};
constexpr Entry name_en{"name_en", "English name"};
constexpr Entry scheme{"scheme", "Scheme of the code: gb2260, iso3166-1, iso3166-2, dac, local, …"};
constexpr Entry code{"code", "Code in the scheme"};
constexpr Entry donor{"donor", "The party that helps"};
constexpr Entry recipient{"recipient", "The party that is helped"};
constexpr Entry source{"source", "The source that says so"};
constexpr Entry regime{"regime", "Policy under which it stands, such as ew_2016"};
constexpr Entry lang{"lang", "Language and script: zh-Hans, zh-Hant, en, …"};

constexpr std::array flows{
    Entry{"flow", "Identifier"},
    donor,
    recipient,
    Entry{"channel", "The party that carries it out between them, if any"},
    Entry{"programme", "The programme under which it runs"},
    Entry{"resource", "What is given"},
    Entry{"unit", "What it is counted in: an ISO 4217 code, or person, person_time, item, m2, …"},
    Entry{"value", "The amount in base units (yuan, persons); empty where none is stated"},
    Entry{"lower", "The least that it can be; empty where not stated"},
    Entry{"upper", "The most that it can be; empty where not stated"},
    Entry{"qualifier", "What the words around the numeral say of it"},
    Entry{"status", "How far it has come; empty where the source does not say"},
    Entry{"start", "First date: a year, a month or a day"},
    Entry{"end", "Last date: a year, a month or a day"},
    Entry{"direction", "Which way it travels: forward is from donor to recipient"},
    Entry{"part_of", "The flow that is the total of which this is a part"},
    Entry{"part_kind", "Whether the parts of that total are all of them"},
    Entry{"same_as", "The flow of which this is another measure or another report"},
    Entry{"fulfils", "The commitment or plan that this flow carries out"},
    Entry{"price_year", "The year whose prices the amount is in; empty: current prices"},
    source,
    Entry{"span_start", "Where the evidence begins in the source's file, in code points from 0"},
    Entry{"span_end", "The code point behind the evidence"},
    Entry{"figure", "The numeral as printed, with its qualifier and unit"},
    Entry{"confidence", "Whether the row is stated in the source, derived or inferred from it"},
    Entry{"note", "Remark of the coders"},
    Entry{"context_start", "Where the passage begins that names the parties, if it is another"},
    Entry{"context_end", "The code point behind that passage"},
    Entry{"scope", "aggregate: a national or programme-wide total, which would count flows twice"},
};
constexpr std::array parties{
    Entry{"party", "Identifier"},
    Entry{"kind", "Kind of party"},
    name_zh,
    name_en,
    Entry{"place", "Where it is seated"},
    Entry{"parent", "The party of which it is a part"},
    scheme,
    code,
    valid_from,
    valid_to,
};
constexpr std::array places{
    Entry{"place", "Identifier"},
    scheme,
    code,
    Entry{"level", "Administrative level"},
    name_zh,
    name_en,
    Entry{"parent", "The place of which it is a part"},
    Entry{"side", "Side in the cooperation, such as east or west; inherited by the places within"},
    Entry{"longitude", "Degrees east"},
    Entry{"latitude", "Degrees north"},
    valid_from,
    valid_to,
    Entry{"successor", "The place that it has become"},
};
constexpr std::array groups{
    Entry{"group", "The party that stands for several: an alliance, a consortium, joint donors"},
    Entry{"member", "One of them"},
    Entry{"role", "What the member does in it"},
    Entry{"joined", "First date of membership; empty: always"},
    Entry{"left", "Last date of membership; empty: still"},
    Entry{"share", "The member's stated share of joint gifts, from 0 to 1"},
};
constexpr std::array relations{donor, recipient, regime, valid_from, valid_to, source};
constexpr std::array programmes{
    Entry{"programme", "Identifier"},
    name_zh,
    name_en,
    regime,
    Entry{"type", "Kind of programme"},
    Entry{"parent", "The programme of which it is a part"},
    Entry{"start", "First date"},
    Entry{"end", "Last date"},
};
constexpr std::array aliases{
    Entry{"entity", "The party, place or programme"},
    Entry{"alias", "A name by which it is known"},
    lang,
    valid_from,
    valid_to,
    source,
};
constexpr std::array sources{
    Entry{"source", "Identifier"},
    Entry{"file", "Name of the file"},
    Entry{"title", "Title"},
    Entry{"publisher", "Who published it"},
    Entry{"published", "When it was published"},
    lang,
    Entry{"sha256", "SHA-256 of the file, in hexadecimal digits"},
};

template <std::size_t size>
std::string_view find(const std::array<Entry, size>& entries, std::string_view column) {
  for (const Entry& entry : entries)
    if (entry.column == column) return entry.description;
  return "";
}

}  // namespace

std::string_view description_of(TableId table) noexcept {
  constexpr std::array<std::string_view, table_count> tables{
      "Who helps whom, with what, how much and when: one statement by one source a row",
      "Who can help or be helped",
      "Where parties are",
      "Who stands behind joint gifts: one member of one group a row",
      "Pairings that hold over time, whether or not a flow is stated",
      "Programmes under which flows run",
      "Names by which parties, places and programmes are known",
      "The documents that say so",
  };
  return tables[static_cast<std::size_t>(table)];
}

std::string_view description_of(TableId table, std::string_view column) noexcept {
  switch (table) {
    case TableId::flows:
      return find(flows, column);
    case TableId::parties:
      return find(parties, column);
    case TableId::places:
      return find(places, column);
    case TableId::groups:
      return find(groups, column);
    case TableId::relations:
      return find(relations, column);
    case TableId::programmes:
      return find(programmes, column);
    case TableId::aliases:
      return find(aliases, column);
    case TableId::sources:
      return find(sources, column);
  }
  return "";
}

}  // namespace aidnet::inline AIDNET_ABI::ledger
