#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "aidnet/ledger/columns.hpp"

// The tables, as columns. `each_column(table, visit)` calls visit(name, column) for every column in
// the order in which they are written; reading, writing and exporting are made from it, so that a
// column is declared in one place. What the columns mean is in docs/ledger.md.
namespace aidnet::inline AIDNET_ABI::ledger {

using Parties_ = References<TableId::parties>;
using Places_ = References<TableId::places>;
using Flows_ = References<TableId::flows>;
using Programmes_ = References<TableId::programmes>;
using Sources_ = References<TableId::sources>;

/// What every table has besides its columns.
struct TableBase {
  /// Bit k: column k stood in the input, and is therefore written even where it is empty.
  std::uint64_t stated = 0;
  std::vector<ExtraColumn> extra;
};

/// Who helps whom, with what, how much, when: one statement by one source a row.
struct Flows : TableBase {
  static constexpr TableId id = TableId::flows;
  static constexpr std::string_view name = "flows";

  Keys flow;
  Parties_ donor, recipient, channel;
  Programmes_ programme;
  Choices<Resource> resource;
  Units unit;
  Amounts value, lower, upper;
  Choices<Qualifier> qualifier;
  Choices<Status> status;
  Dates start, end;
  Choices<Direction> direction;
  Flows_ part_of;
  Choices<PartKind> part_kind;
  Flows_ same_as, fulfils;
  Integers price_year;
  Sources_ source;
  Integers span_start, span_end;
  Text figure;
  Choices<Confidence> confidence;
  Text note;
  Integers context_start, context_end;
  Labels scope;

  [[nodiscard]] std::size_t size() const noexcept { return flow.size(); }

  template <class Self, class Visit>
  static void each_column(Self& t, Visit&& visit) {
    visit("flow", t.flow), visit("donor", t.donor), visit("recipient", t.recipient);
    visit("channel", t.channel), visit("programme", t.programme), visit("resource", t.resource);
    visit("unit", t.unit), visit("value", t.value), visit("lower", t.lower);
    visit("upper", t.upper), visit("qualifier", t.qualifier), visit("status", t.status);
    visit("start", t.start), visit("end", t.end), visit("direction", t.direction);
    visit("part_of", t.part_of), visit("part_kind", t.part_kind), visit("same_as", t.same_as);
    visit("fulfils", t.fulfils), visit("price_year", t.price_year), visit("source", t.source);
    visit("span_start", t.span_start), visit("span_end", t.span_end), visit("figure", t.figure);
    visit("confidence", t.confidence), visit("note", t.note);
    visit("context_start", t.context_start), visit("context_end", t.context_end);
    visit("scope", t.scope);
  }
};

struct Parties : TableBase {
  static constexpr TableId id = TableId::parties;
  static constexpr std::string_view name = "parties";

  Keys party;
  Choices<PartyKind> kind;
  Text name_zh, name_en;
  Places_ place;
  Parties_ parent;
  Labels scheme;
  Text code;
  Dates valid_from, valid_to;

  [[nodiscard]] std::size_t size() const noexcept { return party.size(); }

  template <class Self, class Visit>
  static void each_column(Self& t, Visit&& visit) {
    visit("party", t.party), visit("kind", t.kind), visit("name_zh", t.name_zh);
    visit("name_en", t.name_en), visit("place", t.place), visit("parent", t.parent);
    visit("scheme", t.scheme), visit("code", t.code), visit("valid_from", t.valid_from);
    visit("valid_to", t.valid_to);
  }
};

struct Places : TableBase {
  static constexpr TableId id = TableId::places;
  static constexpr std::string_view name = "places";

  Keys place;
  Labels scheme;
  Text code;
  Choices<PlaceLevel> level;
  Text name_zh, name_en;
  Places_ parent;
  Labels side;
  Numbers longitude, latitude;
  Dates valid_from, valid_to;
  Places_ successor;

  [[nodiscard]] std::size_t size() const noexcept { return place.size(); }

  template <class Self, class Visit>
  static void each_column(Self& t, Visit&& visit) {
    visit("place", t.place), visit("scheme", t.scheme), visit("code", t.code);
    visit("level", t.level), visit("name_zh", t.name_zh), visit("name_en", t.name_en);
    visit("parent", t.parent), visit("side", t.side), visit("longitude", t.longitude);
    visit("latitude", t.latitude), visit("valid_from", t.valid_from);
    visit("valid_to", t.valid_to), visit("successor", t.successor);
  }
};

/// Who stands behind a joint gift: one member of one group a row.
struct Groups : TableBase {
  static constexpr TableId id = TableId::groups;
  static constexpr std::string_view name = "groups";

  Parties_ group, member;
  Choices<Role> role;
  Dates joined, left;
  Numbers share;

  [[nodiscard]] std::size_t size() const noexcept { return group.size(); }

  template <class Self, class Visit>
  static void each_column(Self& t, Visit&& visit) {
    visit("group", t.group), visit("member", t.member), visit("role", t.role);
    visit("joined", t.joined), visit("left", t.left), visit("share", t.share);
  }
};

/// Pairings that hold over time, whether or not a flow is stated.
struct Relations : TableBase {
  static constexpr TableId id = TableId::relations;
  static constexpr std::string_view name = "relations";

  Parties_ donor, recipient;
  Labels regime;
  Dates valid_from, valid_to;
  Sources_ source;

  [[nodiscard]] std::size_t size() const noexcept { return donor.size(); }

  template <class Self, class Visit>
  static void each_column(Self& t, Visit&& visit) {
    visit("donor", t.donor), visit("recipient", t.recipient), visit("regime", t.regime);
    visit("valid_from", t.valid_from), visit("valid_to", t.valid_to), visit("source", t.source);
  }
};

struct Programmes : TableBase {
  static constexpr TableId id = TableId::programmes;
  static constexpr std::string_view name = "programmes";

  Keys programme;
  Text name_zh, name_en;
  Labels regime, type;
  Programmes_ parent;
  Dates start, end;

  [[nodiscard]] std::size_t size() const noexcept { return programme.size(); }

  template <class Self, class Visit>
  static void each_column(Self& t, Visit&& visit) {
    visit("programme", t.programme), visit("name_zh", t.name_zh), visit("name_en", t.name_en);
    visit("regime", t.regime), visit("type", t.type), visit("parent", t.parent);
    visit("start", t.start), visit("end", t.end);
  }
};

/// Names by which a party, a place or a programme is known; `entity` is any of their ids.
struct Aliases : TableBase {
  static constexpr TableId id = TableId::aliases;
  static constexpr std::string_view name = "aliases";

  Text entity, alias;
  Labels lang;
  Dates valid_from, valid_to;
  Sources_ source;

  [[nodiscard]] std::size_t size() const noexcept { return entity.size(); }

  template <class Self, class Visit>
  static void each_column(Self& t, Visit&& visit) {
    visit("entity", t.entity), visit("alias", t.alias), visit("lang", t.lang);
    visit("valid_from", t.valid_from), visit("valid_to", t.valid_to), visit("source", t.source);
  }
};

struct Sources : TableBase {
  static constexpr TableId id = TableId::sources;
  static constexpr std::string_view name = "sources";

  Keys source;
  Text file, title, publisher;
  Dates published;
  Labels lang;
  Text sha256;

  [[nodiscard]] std::size_t size() const noexcept { return source.size(); }

  template <class Self, class Visit>
  static void each_column(Self& t, Visit&& visit) {
    visit("source", t.source), visit("file", t.file), visit("title", t.title);
    visit("publisher", t.publisher), visit("published", t.published), visit("lang", t.lang);
    visit("sha256", t.sha256);
  }
};

struct Tables {
  Flows flows;
  Parties parties;
  Places places;
  Groups groups;
  Relations relations;
  Programmes programmes;
  Aliases aliases;
  Sources sources;

  template <class Self, class Visit>
  static void each_table(Self& t, Visit&& visit) {
    visit(t.flows), visit(t.parties), visit(t.places), visit(t.groups), visit(t.relations);
    visit(t.programmes), visit(t.aliases), visit(t.sources);
  }
};

}  // namespace aidnet::inline AIDNET_ABI::ledger
