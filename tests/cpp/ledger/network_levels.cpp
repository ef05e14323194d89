#include "catch.hpp"
#include "ledger.hpp"

// Rule 8: what a node stands for.

using namespace testing_support;
using namespace aidnet::ledger;

namespace {

/// Zhejiang (east) with Ningbo and Yinzhou; Guizhou (west) with Liupanshui and Shuicheng, a county
/// that became a district; a party of the province itself, one abroad and one without a place.
Ledger example(const std::string& flows) {
  return ledger_of({
      {TableId::places,
       "place level parent side successor; cn country . . .; zj province cn east .;"
       "nb prefecture zj . .; yz county nb . .; gz province cn west .; lps prefecture gz . .;"
       "sc county lps . sd; sd county lps . .; town township sc . .; far region . . .;"
       "kl township yz . ."},
      {TableId::programmes, "programme; ew; zj"},
      {TableId::parties,
       "party place parent; yz yz .; bureau . yz; province zj .; school town .; abroad far .;"
       "nowhere . .; zj . .; office kl nowhere"},
      {TableId::flows, "flow donor recipient value unit programme;" + flows},
  });
}

const std::string all =
    "f1 yz school 1 item ew; f2 bureau school 2 item ew; f3 province school 4 item .;"
    "f4 abroad school 8 item ew; f5 nowhere school 16 item .; f6 zj school 32 item ew";

LedgerNetwork at_level(Level donor, Level recipient, Above above = Above::keep) {
  return network(example(all),
                 {.donor_level = donor, .recipient_level = recipient, .above = above});
}

}  // namespace

TEST_CASE("parties and institutions") {
  CHECK(edges_of(at_level(Level::party, Level::party)).size() == 6);
  CHECK(edges_of(at_level(Level::institution, Level::party)) == Edges{{"yz > school", 3},
                                                                      {"province > school", 4},
                                                                      {"abroad > school", 8},
                                                                      {"nowhere > school", 16},
                                                                      {"zj > school", 32}});
}

TEST_CASE("counties, prefectures and provinces") {
  // The school's town lies in Shuicheng, whose last name is sd. The bureau is where its parent is.
  const LedgerNetwork county = at_level(Level::county, Level::county);
  CHECK(edges_of(county) == Edges{{"yz > sd", 3},
                                  {"province > sd", 4},
                                  {"abroad > sd", 8},
                                  {"nowhere > sd", 16},
                                  {"zj > sd", 32}});
  CHECK(county.nodes()[0].kind == NetworkNode::Kind::place);
  CHECK(county.nodes()[0].row == 3);
  CHECK(county.description().nodes_above_level == 1);
  CHECK(county.description().nodes_without_place == 3);
  CHECK(county.nodes()[2].above_level);    // province
  CHECK(county.nodes()[3].without_place);  // abroad: a region without counties above it
  CHECK(edges_of(at_level(Level::prefecture, Level::prefecture)).at("nb > lps") == 3);
  // The province and the party that is called like it are two nodes.
  const LedgerNetwork province = at_level(Level::province, Level::province);
  CHECK(edges_of(province) ==
        Edges{{"zj > gz", 7}, {"abroad > gz", 8}, {"nowhere > gz", 16}, {"zj (party) > gz", 32}});
  CHECK(province.total() == 63);
}

TEST_CASE("sides and programmes") {
  const LedgerNetwork side = at_level(Level::side, Level::side);
  CHECK(edges_of(side) ==
        Edges{{"east > west", 7}, {"abroad > west", 8}, {"nowhere > west", 16}, {"zj > west", 32}});
  CHECK(side.nodes()[0].kind == NetworkNode::Kind::side);
  CHECK(side.nodes()[0].row == aidnet::no_index);
  const LedgerNetwork programme = at_level(Level::programme, Level::county);
  CHECK(edges_of(programme) == Edges{{"ew > sd", 43}, {"province > sd", 4}, {"nowhere > sd", 16}});
  CHECK(programme.description().nodes_above_level == 2);
}

TEST_CASE("a node can be marked for both ends, and unlike things with one name keep apart") {
  // province gives as a county and receives on a side it has; nowhere has neither.
  const Ledger ledger = example(
      "f1 province nowhere 1 item ew; f2 nowhere province 2 item zj;"
      "f3 zj zj 4 item zj");
  const LedgerNetwork net =
      network(ledger, {.donor_level = Level::programme, .recipient_level = Level::province});
  // Programme zj, province zj and party zj.
  CHECK(edges_of(net) ==
        Edges{{"ew > nowhere", 1}, {"zj (programme) > zj", 2}, {"zj (programme) > zj (party)", 4}});
}

TEST_CASE("who stands above the level can be left out") {
  const LedgerNetwork net = at_level(Level::county, Level::county, Above::drop);
  CHECK(edges_of(net) == Edges{{"yz > sd", 3}});
  CHECK(fates_of(net) == "used used above_level above_level above_level above_level");
  CHECK(labels_of(net) == std::vector<std::string>{"yz", "sd"});
  CHECK(fates_of(at_level(Level::programme, Level::party, Above::drop)) ==
        "used used above_level used above_level used");
}

TEST_CASE("of a joint gift the members' shares above the level are left out and told") {
  const Ledger ledger = ledger_of({{TableId::places, "place level; p province; c county"},
                                   {TableId::parties, "party place; a c; b p; x c"},
                                   {TableId::groups, "group member; g a; g b; h b"},
                                   {TableId::flows, "donor recipient value; g x 3; h x 1"}});
  const LedgerNetwork net = network(ledger, {.donor_level = Level::county,
                                             .recipient_level = Level::county,
                                             .above = Above::drop,
                                             .groups = JointGifts::equal});
  CHECK(edges_of(net) == Edges{{"c > c", 15'000}});
  CHECK(fates_of(net) == "used above_level");
  CHECK(net.description().shares_dropped == 1);
  CHECK(net.description().dropped_sum == 15'000);
  CHECK(net.description().groups_split == 1);
  CHECK(net.description().internal == 1);
}

TEST_CASE("successors are followed to the last, and parents however many there are") {
  constexpr int count = 100'000;
  TableRows tables;
  Rows& places = tables[TableId::places];
  Rows& parties = tables[TableId::parties];
  places = {{"place", "level", "parent", "successor"}};
  parties = {{"party", "place", "parent"}};
  for (int k = 0; k < count; ++k) {
    const std::string next = k + 1 < count ? std::to_string(k + 1) : "";
    places.push_back({"c" + std::to_string(k), "county", "", next.empty() ? "" : "c" + next});
    places.push_back({"t" + std::to_string(k), "township", next.empty() ? "c0" : "t" + next, ""});
    parties.push_back(
        {"p" + std::to_string(k), next.empty() ? "t0" : "", next.empty() ? "" : "p" + next});
  }
  tables[TableId::flows] = rows_of("donor recipient value; p0 p9 1");
  const Ledger ledger = ledger_of(tables);
  const LedgerNetwork net =
      network(ledger, {.donor_level = Level::county, .recipient_level = Level::institution});
  CHECK(edges_of(net) == Edges{{"c99999 > p99999", 10'000}});
}

TEST_CASE("a place without province or side of its own has those of what it became") {
  // old became mid, which became new, in gz in the west; in old there was village. lone has its own
  // side; gone became what is nowhere; kept has a province of its own above it.
  const Ledger ledger = ledger_of(
      {{TableId::places,
        "place level parent side successor; gz province . west; yn province . east; new county gz;"
        "mid county . . new; old county . . mid; village village old; lone county . north new;"
        "gone county . . lost; lost county; kept county yn . new"},
       {TableId::parties, "party place; p old; q village; r lone; s gone; t kept; u new; v mid"},
       {TableId::flows,
        "donor recipient value unit; p u 1 item; q u 2 item; r u 4 item; s u 8 item; t u 16 item;"
        "v u 32 item"}});
  const auto at = [&](Level level) {
    return edges_of(network(ledger, {.donor_level = level, .recipient_level = level}));
  };
  CHECK(at(Level::province) == Edges{{"gz > gz", 1 + 2 + 4 + 32}, {"s > gz", 8}, {"yn > gz", 16}});
  CHECK(at(Level::side) == Edges{{"west > west", 1 + 2 + 32},
                                 {"north > west", 4},
                                 {"s > west", 8},
                                 {"east > west", 16}});
  CHECK(at(Level::county).at("new > new") == 1 + 2 + 4 + 16 + 32);
  CHECK(fates_of(network(ledger, {.side = {"west"}})) == "used used used used used used");
  CHECK(fates_of(network(ledger_of({{TableId::places, "place side successor; w west; o . w; n"},
                                    {TableId::parties, "party place; a o; b n"},
                                    {TableId::flows, "donor recipient value; a b 1; b b 1"}}),
                         {.side = {"west"}})) == "used elsewhere");
}

TEST_CASE("successors and parents may lead round together") {
  // q lies in p, which became q: no cycle of either, and nobody has a side but r.
  const Ledger ledger =
      ledger_of({{TableId::places,
                  "place level parent side successor; p county . . q; q township p;"
                  "r county . east"},
                 {TableId::parties, "party place; a p; b q; c r"},
                 {TableId::flows, "donor recipient value unit; a c 1 item; b c 2 item"}});
  CHECK(edges_of(network(ledger, {.donor_level = Level::side, .recipient_level = Level::side})) ==
        Edges{{"a > east", 1}, {"b > east", 2}});
}

TEST_CASE("cycles are named") {
  const auto made = [](const std::string& places, const std::string& parties, Level level) {
    return network(ledger_of({{TableId::places, "place level parent successor;" + places},
                              {TableId::parties, "party place parent;" + parties},
                              {TableId::flows, "donor recipient value; a b 1"}}),
                   {.donor_level = level});
  };
  CHECK_THROWS_WITH(made("p county q; q county r; r county q", "a p; b p", Level::province),
                    ContainsSubstring("parents of places: q, r form a cycle"));
  CHECK_THROWS_WITH(made("p county . q; q county . p", "a p; b p", Level::county),
                    ContainsSubstring("successors of places: p, q form a cycle"));
  CHECK_THROWS_WITH(made("p county", "a p a; b p", Level::institution),
                    ContainsSubstring("parents of parties: a is its own"));
  CHECK_THROWS_WITH(made("p county p", "a p; b p", Level::side), ContainsSubstring("p is its own"));
  CHECK_NOTHROW(made("p county p", "a p a; b p", Level::party));
  CHECK_THROWS_WITH(network(ledger_of({{TableId::programmes, "programme parent; p q; q p"},
                                       {TableId::flows, "donor recipient programme; a b p"}}),
                            {.programme = {0}}),
                    ContainsSubstring("parents of programmes: p, q form a cycle"));
}

TEST_CASE("isolated nodes are added behind the others, at the level") {
  const Ledger ledger = example("f1 yz school 1 item");
  CHECK(labels_of(network(ledger, {.nodes = Nodes::given, .given_parties = {5, 0, 2}})) ==
        std::vector<std::string>{"yz", "school", "nowhere", "province"});
  CHECK(labels_of(network(ledger, {.nodes = Nodes::all})).size() == 8);
  const NetworkOptions by_province{
      .donor_level = Level::province, .recipient_level = Level::province, .nodes = Nodes::all};
  CHECK(labels_of(network(ledger, by_province)) ==
        std::vector<std::string>{"zj", "gz", "abroad", "nowhere", "zj (party)"});
  NetworkOptions dropped = by_province;
  dropped.above = Above::drop;
  CHECK(labels_of(network(ledger, dropped)) == std::vector<std::string>{"zj", "gz"});
}
