#include "catch.hpp"
#include "ledger.hpp"

using namespace testing_support;
using namespace aidnet::ledger;
using aidnet::ValidationError;

namespace {

Ledger filtered_example() {
  return ledger_of({
      {TableId::sources, "source; s1; s2"},
      {TableId::programmes, "programme parent; ew .; pair ew; other ."},
      {TableId::places,
       "place level parent side successor; cn country . . .; zj province cn east .;"
       "nb prefecture zj . .; jl province cn west .; yb prefecture jl . .; old county yb . new;"
       "new county yb . ."},
      {TableId::parties,
       "party place parent; ningbo nb .; yanbian yb .; county old .;"
       "office . ningbo; un . ."},
      {TableId::flows,
       "flow donor recipient value unit resource status programme source start end;"
       "f1 ningbo yanbian 10 CNY funding committed pair s1 2018 2019;"
       "f2 office county 20 CNY purchase . ew s2 2018-06 .;"
       "f3 un yanbian 5 person training spent other . . 2017;"
       "f4 un un 7 . . . . . . .;"
       "f5 un ningbo 9 CNY repayment spent ew s1 2020 ."},
  });
}

std::string filtered_fates(const NetworkOptions& options) {
  return fates_of(network(filtered_example(), options));
}

}  // namespace

TEST_CASE("trade and what goes back enter only when named") {
  CHECK(filtered_fates({.unit = "CNY"}) == "used not_aid other_unit other_unit not_aid");
  CHECK(filtered_fates({.resource = {Resource::purchase}}) ==
        "other_resource used other_resource other_resource not_aid");
  CHECK(filtered_fates({.resource = {Resource::funding, Resource::repayment}}) ==
        "used not_aid other_resource other_resource used");
  // An unstated resource can be asked for as well.
  CHECK(filtered_fates({.resource = {Resource::unstated}}) ==
        "other_resource not_aid other_resource used not_aid");
}

TEST_CASE("the filters each leave their fate, the first that applies") {
  const std::vector<Resource> all{Resource::funding, Resource::purchase, Resource::training,
                                  Resource::unstated, Resource::repayment};
  const auto with = [&](NetworkOptions options) {
    options.resource = all;
    options.weight = Weight::count;
    return filtered_fates(options);
  };
  CHECK(with({}) == "used used used used used");
  CHECK(with({.unit = "person"}) == "other_unit other_unit used other_unit other_unit");
  CHECK(with({.unit = ""}) == "other_unit other_unit other_unit used other_unit");
  CHECK(with({.unit = "USD"}) == "other_unit other_unit other_unit other_unit other_unit");
  CHECK(with({.status = {Status::unstated, Status::spent}}) == "other_status used used used used");
  // ew includes the programme below it; a flow without one is in none.
  CHECK(with({.programme = {0}}) == "used used other_programme other_programme used");
  CHECK(with({.programme = {1}}) ==
        "used other_programme other_programme other_programme other_programme");
  CHECK(with({.source = {1, 0}}) == "used used other_source other_source used");
  CHECK(with({.unit = "CNY", .source = {1}}) ==
        "other_source used other_unit other_unit other_source");
}

TEST_CASE("a flow is in a place when either end lies there or below") {
  NetworkOptions options{.weight = Weight::presence};
  options.place = {1};  // zj: ningbo, and its office, which has no place of its own
  CHECK(filtered_fates(options) == "used not_aid elsewhere elsewhere not_aid");
  options.resource = {Resource::purchase, Resource::funding};
  CHECK(filtered_fates(options) == "used used other_resource other_resource not_aid");
  // The county became `new`: who asks for that finds what was given under the old name.
  options.place = {6};
  CHECK(filtered_fates(options) == "elsewhere used other_resource other_resource not_aid");
  options.place = {5};
  CHECK(filtered_fates(options) == "elsewhere used other_resource other_resource not_aid");
  options = {.side = {"west"}, .weight = Weight::presence};
  CHECK(filtered_fates(options) == "used not_aid used elsewhere not_aid");
  options.side = {"north"};
  CHECK(filtered_fates(options) == "elsewhere not_aid elsewhere elsewhere not_aid");
}

TEST_CASE("filters name rows that are none") {
  for (const auto index : {aidnet::index_t{-1}, aidnet::index_t{99}}) {
    CHECK_THROWS_WITH(filtered_fates({.programme = {index}}),
                      ContainsSubstring("is no row of the table"));
    CHECK_THROWS_AS(filtered_fates({.source = {index}}), ValidationError);
    CHECK_THROWS_AS(filtered_fates({.place = {index}}), ValidationError);
    CHECK_THROWS_AS(filtered_fates({.nodes = Nodes::given, .given_parties = {index}}),
                    ValidationError);
  }
}

TEST_CASE("options that would be passed over are refused") {
  CHECK_THROWS_WITH(filtered_fates({.given_parties = {0}}), ContainsSubstring("nodes=given"));
  CHECK_THROWS_WITH(filtered_fates({.key = {1.0}}), ContainsSubstring("groups=key"));
  CHECK_THROWS_WITH(filtered_fates({.about = 1.5}), ContainsSubstring("about is 1.5"));
  CHECK_THROWS_WITH(filtered_fates({.nearly = -0.5}), ContainsSubstring("nearly is -0.5"));
}

TEST_CASE("a ledger without rows gives a network without nodes") {
  for (const Weight weight : {Weight::sum, Weight::count, Weight::presence}) {
    const LedgerNetwork empty = network(Ledger(), {.nodes = Nodes::all, .weight = weight});
    CHECK(empty.graph().node_count() == 0);
    CHECK(empty.total() == 0);
    CHECK(empty.description().flows == 0);
  }
  CHECK(LedgerNetwork().graph().node_count() == 0);
  CHECK_THROWS_AS(LedgerNetwork().flows_of(0), ValidationError);
}

TEST_CASE("making a network stops when told") {
  std::string rows = "donor recipient value";
  for (int k = 0; k < 200'000; ++k) rows += ";a b 1";
  const Ledger ledger = ledger_of_flows(rows);
  int polls = 0, stop = -1;
  double last = 0.0;
  aidnet::Control control;
  control.interrupted = [&] { return polls++ == stop; };
  control.progress = [&](double share) {
    CHECK(share >= last);
    last = share;
  };
  CHECK(network(ledger, {}, control).total() == 2'000'000'000);
  CHECK(last == 1.0);
  CHECK(polls > 20);
  for (const int all = polls; ++stop < all;) {
    polls = 0;
    last = 0.0;
    CHECK_THROWS_AS(network(ledger, {}, control), aidnet::Cancelled);
    CHECK(polls == stop + 1);
  }
}
