#include "aidnet/core/control.hpp"

#include <vector>

#include "catch.hpp"

using aidnet::Control;
using aidnet::Poller;

TEST_CASE("control without anything set neither stops nor reports") {
  const Control control;
  control.poll();
  control.report(0.5);
  CHECK(control.threads == 0);
}

TEST_CASE("control stops by its token or by its question") {
  std::stop_source source;
  const Control by_token{.stop = source.get_token()};
  by_token.poll();
  source.request_stop();
  CHECK_THROWS_AS(by_token.poll(), aidnet::Cancelled);
  CHECK_THROWS_AS(by_token.poll(), aidnet::Cancelled);  // and remains so

  bool asked = false;
  Control by_question;
  by_question.interrupted = [&] { return asked; };
  by_question.poll();
  asked = true;
  CHECK_THROWS_AS(by_question.poll(), aidnet::Cancelled);
}

TEST_CASE("cancelled is an error with its own code") {
  const aidnet::Cancelled error;
  CHECK(error.code() == aidnet::ErrorCode::cancelled);
  CHECK(std::string(error.what()) == "the calculation was cancelled");
}

TEST_CASE("control without progress keeps everything else") {
  std::vector<double> heard;
  std::stop_source source;
  Control control{.threads = 3, .stop = source.get_token()};
  control.progress = [&](double share) { heard.push_back(share); };
  control.report(0.25);
  const Control inner = control.quiet();
  inner.report(0.5);
  CHECK(heard == std::vector{0.25});
  CHECK(inner.threads == 3);
  source.request_stop();
  CHECK_THROWS_AS(inner.poll(), aidnet::Cancelled);
}

TEST_CASE("poller asks now and then, however the work is counted") {
  int asked = 0;
  Control control;
  control.interrupted = [&] {
    ++asked;
    return false;
  };
  Poller one_by_one(control);
  for (int k = 0; k < 1'000'000; ++k) one_by_one();
  const int singly = asked;
  CHECK(singly >= 10);      // of a million steps, each a few nanoseconds
  CHECK(singly <= 10'000);  // asking may be costly

  asked = 0;
  Poller in_rows(control);
  for (int k = 0; k < 1'000; ++k) in_rows(1'000);
  CHECK(asked >= 10);
  CHECK(asked <= singly);

  asked = 0;
  Poller at_once(control);
  at_once(1'000'000'000);
  CHECK(asked == 1);
}

TEST_CASE("poller passes the stop on") {
  Control control;
  control.interrupted = [] { return true; };
  Poller poll(control);
  CHECK_THROWS_AS(poll(std::int64_t{1} << 40), aidnet::Cancelled);
}
