// What a builder does after an error, and after it was moved from.

#include <stdexcept>

#include "aidnet/ledger/builder.hpp"
#include "catch.hpp"
#include "told.hpp"

using namespace aidnet::ledger;
using testing_support::refused;

namespace {

/// What each call answers.
void check_refuses(LedgerBuilder& builder, const std::string& why) {
  const auto answer = [&](auto call) {
    return refused([&] {
      call();
      return 0;
    });
  };
  CHECK(answer([&] { builder.begin(TableId::flows, {"donor", "recipient"}); }) == why);
  CHECK(answer([&] { builder.row({"a", "b"}); }) == why);
  CHECK(answer([&] { builder.rows({}); }) == why);
  CHECK(answer([&] { builder.skip_row(); }) == why);
  CHECK(answer([&] { builder.report({}); }) == why);
  CHECK(answer([&] { (void)builder.build(); }) == why);
}

}  // namespace

TEST_CASE("builder: after an exception it is broken") {
  const std::string why = "the builder is broken by an earlier error";
  LedgerBuilder rows;
  rows.begin(TableId::flows, {"donor", "recipient"});
  CHECK(refused([&] {
          rows.row({"a", "b", "c"});
          return 0;
        }) == "3 cells are no whole rows of 2 columns");
  check_refuses(rows, why);

  LedgerBuilder order;
  order.begin(TableId::flows, {"donor", "recipient"});
  CHECK_THROWS_AS(order.begin(TableId::parties, {"party"}), aidnet::ValidationError);
  check_refuses(order, why);
  // Another one in its place is whole.
  order = LedgerBuilder();
  order.begin(TableId::flows, {"donor", "recipient"});
  order.row({"a", "b"});
  CHECK(order.build().flows().size() == 1);
}

TEST_CASE("builder: one that was moved from says so") {
  LedgerBuilder first;
  first.begin(TableId::flows, {"donor", "recipient"});
  LedgerBuilder second = std::move(first);
  check_refuses(first, "the builder was moved from");  // NOLINT(bugprone-use-after-move)
  second.row({"a", "b"});
  CHECK(second.build().flows().size() == 1);
}

TEST_CASE("builder: problems do not break it, and it is empty after it was built") {
  LedgerBuilder builder;
  builder.begin(TableId::flows, {"donor", "recipient", "value"});
  builder.row({"a", "b", "x"});
  CHECK_THROWS_AS(builder.build(), LedgerError);
  builder.begin(TableId::flows, {"donor", "recipient"});
  builder.row({"a", "b"});
  CHECK(builder.build().flows().size() == 1);
}
