#pragma once

// Data packages in memory.

#include "aidnet/io/package.hpp"
#include "folder.hpp"

namespace testing_support {

inline aidnet::ledger::Ledger read(const Files& files,
                                   const aidnet::io::ReadOptions& options = {}) {
  return aidnet::io::read_package(
      [&](const std::string& path) -> std::optional<std::string> {
        const auto found = files.find(path);
        return found == files.end() ? std::nullopt : std::optional(found->second);
      },
      options);
}

/// What `write_package` writes.
inline Files written(const aidnet::ledger::Ledger& ledger) {
  Files files;
  aidnet::io::write_package(ledger, [&](const std::string& path, std::string_view bytes) {
    REQUIRE(files.emplace(path, bytes).second);
  });
  return files;
}

/// The same in a folder on disk, which is gone again.
inline Files saved(const aidnet::ledger::Ledger& ledger) {
  const Folder folder;
  aidnet::io::write_package(ledger, folder.path());
  return files_in(folder.path());
}

}  // namespace testing_support
