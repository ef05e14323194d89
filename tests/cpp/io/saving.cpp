// Saving: all or nothing, whatever goes wrong, and at whatever moment the process ends.

#include <sys/resource.h>
#include <sys/stat.h>

#include <chrono>
#include <random>
#include <set>
#include <thread>

#include "aidnet/io/package.hpp"
#include "catch.hpp"
#include "in_child.hpp"
#include "packages.hpp"
#include "told.hpp"

using namespace aidnet::ledger;
using aidnet::io::write_package;
using testing_support::bytes_of;
using testing_support::end_of;
using testing_support::Files;
using testing_support::files_in;
using testing_support::Folder;
using testing_support::in_child;
using testing_support::put;
using testing_support::read;
using testing_support::refused;
using testing_support::start_child;
using testing_support::written;

namespace {

/// A ledger whose every file tells its version, some hundred kB.
Ledger version(int number) {
  const std::string v = std::to_string(number);
  std::string flows = "flow,donor,recipient,note\n", parties = "party,name_en\n";
  for (int k = 0; k < 3000; ++k) {
    flows += std::to_string(k) + ",p" + std::to_string(k % 50) + ",p1,version " + v + "\n";
    if (k < 50) parties += "p" + std::to_string(k) + ",Version " + v + "\n";
  }
  return read({{"flows.csv", flows},
               {"parties.csv", parties},
               {"sources.csv", "source,title\ns,version " + v + "\n"},
               {"more/other.bin", std::string(50'000, static_cast<char>('a' + number % 26))},
               {"datapackage.json", "{\"version\":\"" + v +
                                        R"(","resources":[{"name":"flows","path":"flows.csv"},)"
                                        R"({"name":"parties","path":"parties.csv"},)"
                                        R"({"name":"sources","path":"sources.csv"},)"
                                        R"({"name":"other","path":"more/other.bin"}]})"}});
}

std::string write_error(const Ledger& ledger, const std::filesystem::path& folder) {
  return refused([&] {
    write_package(ledger, folder);
    return 0;
  });
}

/// Answers 0 where writing fails with a message that contains `reason`, and 1 otherwise.
int fails_with(const Ledger& ledger, const std::filesystem::path& folder, std::string_view reason) {
  return write_error(ledger, folder).find(reason) != std::string::npos ? 0 : 1;
}

}  // namespace

TEST_CASE("saving: makes the folder, and takes the place of an older package") {
  const Folder folder;
  const std::filesystem::path place = folder / "a/b";
  write_package(version(1), place);
  CHECK(files_in(place) == written(version(1)));
  put(place, {{"mine.txt", "stays"}});
  write_package(version(2), place);
  Files expected = written(version(2));
  expected["mine.txt"] = "stays";
  CHECK(files_in(place) == expected);
  write_package(version(3), place / "");
  expected = written(version(3));
  expected["mine.txt"] = "stays";
  CHECK(files_in(place) == expected);
  CHECK(written(aidnet::io::read_package(place)) == written(version(3)));
}

TEST_CASE("saving: an empty path is the folder at hand") {
  const Folder folder;
  CHECK(in_child([&] {
          if (::chdir(folder.path().c_str()) != 0) return 1;
          write_package(version(1), "");
          return 0;
        }) == 0);
  CHECK(files_in(folder.path()) == written(version(1)));
}

TEST_CASE("saving: a folder in the place of a file") {
  for (const char* name : {"flows.csv", "sources.csv", "datapackage.json", "more/other.bin"}) {
    const Folder folder;
    write_package(version(1), folder.path());
    std::filesystem::remove(folder / name);
    put(folder.path(), {{std::string(name) + "/x", ""}});
    const Files before = files_in(folder.path());
    CHECK(write_error(version(2), folder.path()) ==
          (folder / name).string() + ": cannot be written: Is a directory");
    CHECK(files_in(folder.path()) == before);
  }
}

TEST_CASE("saving: a file in the place of a folder") {
  const Folder folder;
  put(folder.path(), {{"x", "a file"}, {"y/more", "a file"}});
  CHECK_THAT(write_error(version(1), folder / "x"), ContainsSubstring(": cannot be written: "));
  CHECK_THAT(write_error(version(1), folder / "x/y"), ContainsSubstring("Not a directory"));
  CHECK_THAT(write_error(version(1), folder / "y"), ContainsSubstring(": cannot be written: "));
  CHECK(files_in(folder.path()) == Files{{"x", "a file"}, {"y/more", "a file"}});
}

TEST_CASE("saving: a folder that may not be written") {
  const Folder folder;
  write_package(version(1), folder / "here");
  const Files before = files_in(folder.path());
  const Ledger newer = version(2);
  REQUIRE(::chmod(folder.path().c_str(), 0755) == 0);
  REQUIRE(::chmod((folder / "here").c_str(), 0555) == 0);
  CHECK(in_child([&] {
          if (::geteuid() == 0 && ::setuid(65534) != 0) return 2;  // permissions bind no root
          return fails_with(newer, folder / "here",
                            "flows.csv: cannot be written: Permission denied");
        }) == 0);
  CHECK(in_child([&] {
          if (::geteuid() == 0 && ::setuid(65534) != 0) return 2;
          return fails_with(newer, folder / "here/new", "Permission denied");
        }) == 0);
  REQUIRE(::chmod((folder / "here").c_str(), 0755) == 0);
  CHECK(files_in(folder.path()) == before);
}

TEST_CASE("saving: no room, whichever file it is that does not fit") {
  const Folder folder;
  write_package(version(1), folder.path());
  const Files before = files_in(folder.path());
  const Ledger newer = version(2);
  // Every file is longer than 10 bytes; the flows are longer than 60 000, the other one than 40
  // 000.
  for (const rlim_t most : {0u, 10u, 100u, 40'000u, 60'000u}) {
    CHECK(in_child([&] {
            ::signal(SIGXFSZ, SIG_IGN);
            const rlimit limit{most, most};
            if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) return 2;
            return fails_with(newer, folder.path(), "cannot be written: File too large");
          }) == 0);
    CHECK(files_in(folder.path()) == before);
  }
  CHECK(in_child([&] {
          ::signal(SIGXFSZ, SIG_IGN);
          const rlimit limit{1000, 1000};
          if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) return 2;
          return fails_with(newer, folder / "new", "File too large");
        }) == 0);
  CHECK(files_in(folder.path()) == before);
}

// The undefined-behaviour sanitizer opens handles itself to look at the type of an exception.
#if defined(__has_feature)
#define SANITIZED __has_feature(address_sanitizer)
#elif defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#else
#define SANITIZED 0
#endif
#if !SANITIZED
TEST_CASE("saving: too few file handles") {
  const Folder folder;
  write_package(version(1), folder.path());
  const Files before = files_in(folder.path());
  const Ledger newer = version(2);
  CHECK(in_child([&] {
          const rlimit limit{3, 3};
          if (::setrlimit(RLIMIT_NOFILE, &limit) != 0) return 2;
          return fails_with(newer, folder.path(), "Too many open files");
        }) == 0);
  CHECK(files_in(folder.path()) == before);
}
#endif

TEST_CASE("saving: names of files that are too long") {
  const Folder folder;
  const std::string name(300, 'x');
  const Ledger ledger = version(1).with_package({"", {{name, "bytes"}}});
  CHECK_THAT(write_error(ledger, folder.path()), ContainsSubstring("File name too long"));
  CHECK(files_in(folder.path()).empty());
}

TEST_CASE("saving: what others left beside a file is in nobody's way") {
  const Folder folder;
  CHECK(in_child([&] {
          const std::string own = std::to_string(::getpid());
          put(folder.path(),
              {{".flows.csv." + own + "-0.part", "old"}, {".flows.csv." + own + "-1.part", "old"}});
          write_package(version(1), folder.path());
          return 0;
        }) == 0);
  Files files = files_in(folder.path());
  std::erase_if(files, [](const auto& file) { return file.first.ends_with(".part"); });
  CHECK(files == written(version(1)));
}

TEST_CASE("saving: threads that write one package leave one of them, each file whole") {
  const Folder folder;
  const Ledger ledgers[] = {version(1), version(2), version(3), version(4)};
  std::vector<std::thread> writers;
  for (const Ledger& ledger : ledgers)
    writers.emplace_back([&] {
      for (int round = 0; round < 5; ++round) write_package(ledger, folder.path());
    });
  for (std::thread& writer : writers) writer.join();
  const Files files = files_in(folder.path());
  CHECK(files.size() == written(ledgers[0]).size());
  for (const auto& [path, bytes] : files) {
    bool whole = false;
    for (const Ledger& ledger : ledgers) whole = whole || written(ledger)[path] == bytes;
    CHECK(whole);
  }
}

TEST_CASE("saving: killed at random moments, each file is the old one or the new one") {
  const Folder folder;
  constexpr int versions = 3, rounds = 90;
  std::vector<Ledger> ledgers;
  std::vector<Files> whole;
  for (int k = 0; k < versions; ++k) {
    ledgers.push_back(version(k));
    whole.push_back(written(ledgers.back()));
  }
  write_package(ledgers[0], folder.path());
  const auto begin = std::chrono::steady_clock::now();
  REQUIRE(in_child([&] {
            write_package(ledgers[0], folder.path());
            return 0;
          }) == 0);
  const auto once = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - begin);

  std::mt19937_64 rng(20240611);
  Files now = whole[0];
  int untouched = 0, finished = 0;
  for (int round = 1; round <= rounds; ++round) {
    const auto next = static_cast<std::size_t>(round % versions);
    const pid_t child = start_child([&] {
      // Every other round ends at a poll of its own, so that no moment is left to luck alone.
      const bool at_a_poll = round % 2 == 0 && round < rounds;
      std::uint64_t left = at_a_poll ? rng() % 8 : ~std::uint64_t{0};
      aidnet::Control control;
      control.interrupted = [&] {
        if (left-- == 0) ::kill(::getpid(), SIGKILL);
        return false;
      };
      write_package(ledgers[next], folder.path(), control);
      return 0;
    });
    const auto most = static_cast<std::uint64_t>(once.count()) * 5 / 4;
    if (round < rounds) {  // the last one may finish
      ::usleep(static_cast<useconds_t>(rng() % (most + 1)));
      ::kill(child, SIGKILL);
    }
    finished += end_of(child) == 0;

    Files after = files_in(folder.path());
    std::erase_if(after, [&](const auto& file) {
      if (!file.first.ends_with(".part")) return false;
      std::filesystem::remove(folder / file.first);  // a killed process cannot
      return true;
    });
    REQUIRE(after.size() == now.size());
    for (const auto& [path, bytes] : after)
      if (bytes != now[path] && bytes != whole[next][path]) FAIL("round " << round << ": " << path);
    untouched += after == now;
    now = after;
    CHECK(read(after).flows().size() == 3000);
  }
  INFO(untouched << " untouched, " << finished << " finished of " << rounds);
  CHECK(untouched > 0);
  CHECK(finished > 0);
  CHECK(now == whole[rounds % versions]);
}
