#include <cmath>

#include "catch.hpp"
#include "ledger.hpp"

// Rule 7: joint gifts.

using namespace testing_support;
using namespace aidnet::ledger;
using aidnet::ValidationError;

namespace {

Ledger joint(const std::string& groups, const std::string& flows) {
  return ledger_of({{TableId::groups, "group member role joined left share;" + groups},
                    {TableId::flows, "flow donor recipient value unit start qualifier;" + flows}});
}

LedgerNetwork split(const Ledger& ledger, JointGifts groups, std::vector<double> key = {}) {
  return network(ledger, {.groups = groups, .key = std::move(key)});
}

}  // namespace

TEST_CASE("a joint gift stays with the group, or is divided to the last unit") {
  // 100 among three: 34, 33, 33. h are the two who receive: 34 = 17 + 17, 33 = 17 + 16.
  const Ledger ledger =
      joint("g a donor; g b donor; g c donor; h x recipient; h y recipient", "f g h 100 person");
  const LedgerNetwork whole = split(ledger, JointGifts::group);
  CHECK(edges_of(whole) == Edges{{"g > h", 100}});
  CHECK(whole.description().groups_kept == 2);
  const LedgerNetwork parts = split(ledger, JointGifts::equal);
  CHECK(edges_of(parts) == Edges{{"a > x", 17},
                                 {"a > y", 17},
                                 {"b > x", 17},
                                 {"b > y", 16},
                                 {"c > x", 17},
                                 {"c > y", 16}});
  CHECK(parts.description().groups_split == 2);
  CHECK(parts.description().used == 1);
  CHECK(labels_of(parts) == std::vector<std::string>{"a", "x", "y", "b", "c"});
}

TEST_CASE("members stand for a group in their role, at their time") {
  // Donors of g: a, b; without a role: c. As recipient: nobody has that role, so c.
  const Ledger roles =
      joint("g a donor; g b donor; g c .; g d convenor", "f1 g x 10 person; f2 x g 10 person");
  CHECK(edges_of(split(roles, JointGifts::equal)) ==
        Edges{{"a > x", 5}, {"b > x", 5}, {"x > c", 10}});

  // b left in 2018, c joined in June 2019; an undated gift counts all.
  const Ledger times = joint("g a donor; g b donor . 2018; g c donor 2019-06",
                             "f1 g x 12 person 2018; f2 g y 12 person 2019; f3 g z 12 person;"
                             "f4 g w 12 person 2019-05-31");
  CHECK(edges_of(split(times, JointGifts::equal)) == Edges{{"a > x", 6},
                                                           {"b > x", 6},
                                                           {"a > y", 6},
                                                           {"c > y", 6},
                                                           {"a > z", 4},
                                                           {"b > z", 4},
                                                           {"c > z", 4},
                                                           {"a > w", 12}});
  // A member who came back counts once.
  const Ledger again = joint("g a donor . 2018; g a donor 2018; g b donor", "f g x 12 person 2018");
  CHECK(edges_of(split(again, JointGifts::equal)) == Edges{{"a > x", 6}, {"b > x", 6}});
}

TEST_CASE("a group whose members cannot be told stays") {
  const Ledger ledger =
      joint("g a recipient; h b donor 2020", "f1 g x 10 person 2018; f2 h x 10 person 2018");
  const LedgerNetwork net = split(ledger, JointGifts::equal);
  CHECK(edges_of(net) == Edges{{"g > x", 10}, {"h > x", 10}});
  CHECK(net.description().groups_unsplit == 2);
  CHECK(net.description().groups_split == 0);
}

TEST_CASE("stated shares divide, by largest remainder") {
  // 10 · (0.15, 0.35, 0.5) = 1.5, 3.5, 5: the tie goes to the first.
  const Ledger ledger =
      joint("g a donor . . 0.15; g b donor . . 0.35; g c donor . . 0.5", "f g x 10 person");
  CHECK(edges_of(split(ledger, JointGifts::share)) ==
        Edges{{"a > x", 2}, {"b > x", 3}, {"c > x", 5}});
  const auto refused = [](const std::string& groups, const std::string& why) {
    CHECK_THROWS_WITH(split(joint(groups, "f g x 10 person"), JointGifts::share),
                      ContainsSubstring(why));
  };
  refused("g a donor . . 0.5; g b donor", "the member b of g has no share");
  refused("g a donor . . 0.5; g b donor . . 0.4",
          "the shares of g's members as donors add up to 0.9");
}

TEST_CASE("a key divides in proportion") {
  // Parties in order: g, a, b, x. 10 · (1, 2)/3 = 3.33, 6.67.
  const Ledger ledger = joint("g a donor; g b donor", "f g x 10 person");
  CHECK(edges_of(split(ledger, JointGifts::key, {0, 1, 2, 0})) ==
        Edges{{"a > x", 3}, {"b > x", 7}});
  CHECK(edges_of(split(ledger, JointGifts::key, {0, 1e-300, 2e-300, 0})) ==
        Edges{{"a > x", 3}, {"b > x", 7}});
  CHECK(edges_of(split(ledger, JointGifts::key, {0, 1e300, 0, 5})) ==
        Edges{{"a > x", 10}, {"b > x", 0}});
  const LedgerNetwork none = split(ledger, JointGifts::key, {7, 0, 0, 7});
  CHECK(edges_of(none) == Edges{{"g > x", 10}});
  CHECK(none.description().groups_unsplit == 1);
  CHECK_THROWS_WITH(split(ledger, JointGifts::key, {1, 2}),
                    ContainsSubstring("2 numbers, but there are 4 parties"));
  CHECK_THROWS_WITH(split(ledger, JointGifts::key, {0, -1, 2, 0}),
                    ContainsSubstring("the key of a is -1"));
  CHECK_THROWS_AS(split(ledger, JointGifts::key, {0, std::nan(""), 2, 0}), ValidationError);
}

TEST_CASE("groups in groups, down to the members") {
  // g = h + c, h = a + b: 10 = 5 + 5, 5 = 3 + 2. Their order is that of the members.
  const Ledger ledger = joint("g h donor; g c donor; h a donor; h b donor", "f g x 10 person");
  const LedgerNetwork net = split(ledger, JointGifts::equal);
  CHECK(edges_of(net) == Edges{{"a > x", 3}, {"b > x", 2}, {"c > x", 5}});
  CHECK(labels_of(net) == std::vector<std::string>{"a", "x", "b", "c"});
  CHECK(net.description().groups_split == 2);
  CHECK_THROWS_WITH(
      split(joint("g h donor; h i donor; i g donor", "f g x 10 person"), JointGifts::equal),
      ContainsSubstring("g has the member h has the member i has the member g"));
  // A party twice below a group has one edge with both its shares.
  const LedgerNetwork twice = split(
      joint("g h donor; g a donor; h a donor; h b donor", "f g x 12 person"), JointGifts::equal);
  CHECK(edges_of(twice) == Edges{{"a > x", 9}, {"b > x", 3}});
  CHECK(twice.flows_of(twice.graph().find_entry(0, 1)).size() == 1);
}

TEST_CASE("a group that is in several groups divides once what all of these give it") {
  // g = {h, i}, h = {k, a}, i = {k, b}, k = {c, d}: 10 = 5 + 5, 5 = 3 + 2 twice, so that k has 6,
  // and 6 = 3 + 3. Divided within h and within i, c would have 2 + 2.
  const Ledger ledger =
      joint("g h; g i; h k; h a; i k; i b; k c; k d", "f g x 10 person . at_least");
  const LedgerNetwork net = split(ledger, JointGifts::equal);
  CHECK(edges_of(net) == Edges{{"c > x", 3}, {"d > x", 3}, {"a > x", 2}, {"b > x", 2}});
  CHECK(labels_of(net) == std::vector<std::string>{"c", "x", "d", "a", "b"});
  CHECK(net.description().groups_split == 4);
  CHECK(net.description().total == Bounds{10, 10, no_number});
}

TEST_CASE("groups whose members overlap sixty levels deep") {
  // On each level two groups, each with both of the next one: 2^60 ways lead down.
  std::string groups = "g a0; g b0";
  for (int k = 0; k < 60; ++k) {
    const std::string next = std::to_string(k + 1);
    for (const std::string from : {"a", "b"})
      for (const std::string to : {"a", "b"})
        groups += "; " + from + std::to_string(k) + " " + to + next;
  }
  const Ledger ledger = joint(groups, "f1 g x 7 person; f2 x g 5 person . nearly");
  for (const JointGifts how : {JointGifts::equal, JointGifts::key}) {
    std::vector<double> key;
    if (how == JointGifts::key) key.assign(ledger.parties().size(), 1.0);
    CHECK(edges_of(split(ledger, how, key)) ==
          Edges{{"a60 > x", 4}, {"b60 > x", 3}, {"x > a60", 3}, {"x > b60", 2}});
  }
}

TEST_CASE("more shares than there is room for are refused beforehand") {
  // 8193 · 8193 = 67 125 249 pairs are more than 2^26 = 67 108 864; 8192 · 8192 would be as many.
  TableRows tables;
  Rows& rows = tables[TableId::groups];
  rows = {{"group", "member"}};
  for (int k = 0; k < 8193; ++k) {
    rows.push_back({"g", "a" + std::to_string(k)});
    rows.push_back({"h", "b" + std::to_string(k)});
  }
  tables[TableId::flows] = rows_of("donor recipient value status; g h 1 pledged; g x 1 spent");
  const Ledger ledger = ledger_of(tables);
  CHECK_THROWS_AS(split(ledger, JointGifts::equal), aidnet::SizeError);
  CHECK_THROWS_WITH(split(ledger, JointGifts::equal),
                    ContainsSubstring("would make 67133442 shares") &&
                        ContainsSubstring(" bytes; the limit is 67108864 shares"));
  CHECK(split(ledger, JointGifts::group).graph().entry_count() == 2);
  // What is not chosen does not count.
  CHECK(network(ledger, {.status = {Status::spent}, .groups = JointGifts::equal})
            .graph()
            .entry_count() == 8193);
}

TEST_CASE("groups 50 000 deep") {
  TableRows tables;
  Rows& rows = tables[TableId::groups];
  rows = {{"group", "member", "role"}};
  for (int k = 0; k < 50'000; ++k)
    rows.push_back({"g" + std::to_string(k), "g" + std::to_string(k + 1), ""});
  tables[TableId::flows] = rows_of("donor recipient value; g0 x 1");
  CHECK(edges_of(split(ledger_of(tables), JointGifts::equal)) == Edges{{"g50000 > x", 10'000}});
}

TEST_CASE("counts and presence of joint gifts") {
  const Ledger ledger = joint("g a donor; g b donor; h x recipient; h y recipient",
                              "f1 g h 10 person; f2 a x 5 CNY; f3 g h . person");
  const LedgerNetwork count =
      network(ledger, {.weight = Weight::count, .groups = JointGifts::equal});
  CHECK(edges_of(count) == Edges{{"a > x", 3}, {"a > y", 2}, {"b > x", 2}, {"b > y", 2}});
  const LedgerNetwork pairs =
      network(ledger, {.weight = Weight::presence, .groups = JointGifts::all_pairs});
  CHECK(pairs.graph().entry_count() == 4);
  CHECK(pairs.total() == 4);
  CHECK(pairs.graph().weight(0, 1) == 1.0);
  for (const Weight weight : {Weight::sum, Weight::count})
    CHECK_THROWS_WITH(network(ledger, {.weight = weight, .groups = JointGifts::all_pairs}),
                      ContainsSubstring("weight=presence only"));
  // Members in one place make one edge, on which the flow counts once.
  const Ledger placed = ledger_of({{TableId::places, "place level; p province"},
                                   {TableId::parties, "party place; a p; b p; x p"},
                                   {TableId::groups, "group member; g a; g b"},
                                   {TableId::flows, "donor recipient value; g x 1"}});
  const NetworkOptions by_province{.donor_level = Level::province,
                                   .recipient_level = Level::province,
                                   .weight = Weight::count,
                                   .groups = JointGifts::equal};
  CHECK(edges_of(network(placed, by_province)) == Edges{{"p > p", 1}});
}

TEST_CASE("bounds are divided like the value and stay around it") {
  // 7 · 0.15 = 1.05, 7 · 0.35 = 2.45, 7 · 0.5 = 3.5 and 8 gives 1.2, 2.8, 4: one unit of three.
  const Ledger ledger = joint("g a donor . . 0.15; g b donor . . 0.35; g c donor . . 0.5",
                              "f g x 8 person . nearly; f2 g y 7 person . at_least");
  const LedgerNetwork net = network(ledger, {.groups = JointGifts::share, .nearly = 0.875});
  std::int64_t lower = 0, upper = 0;
  for (aidnet::index_t entry = 0; entry < net.graph().entry_count(); ++entry)
    for (const EdgeFlow& flow : net.flows_of(entry)) {
      CHECK(flow.lower <= flow.amount);
      if (flow.flow == 1) {
        CHECK(flow.upper == no_number);
        continue;
      }
      lower += flow.lower;
      upper += flow.upper;
      CHECK(flow.amount <= flow.upper);
    }
  CHECK(lower == 7);
  CHECK(upper == 8);
}

TEST_CASE("a key from another resource") {
  // Trainees by donor: a 30 + the 10 that are left of a total, b 60.
  const Ledger ledger = ledger_of_flows(
      "flow donor recipient value unit resource part_of same_as;"
      "t a x 40 person training . .; p a y 30 person training t .; q b x 60 person training . .;"
      "r b x 60 person training . q; m g x 100 CNY funding . .");
  const std::vector<double> key = key_from_resource(ledger, Resource::training, false);
  CHECK(key == std::vector<double>{40, 0, 0, 60, 0});  // a, x, y, b, g
  CHECK(key_from_resource(ledger, Resource::training, true) ==
        std::vector<double>{0, 70, 30, 0, 0});
  CHECK(key_from_resource(ledger, Resource::staff, true) == std::vector<double>(5, 0.0));
  const Ledger mixed = ledger_of_flows(
      "donor recipient value unit resource; a b 1 CNY funding; a b 2 USD funding; a b 3 CNY "
      "funding");
  CHECK_THROWS_WITH(key_from_resource(mixed, Resource::funding, false),
                    ContainsSubstring("CNY: 2 flows, 4; USD: 1 flow, 2"));
}
