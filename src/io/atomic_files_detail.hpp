#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "aidnet/core/config.hpp"

namespace aidnet::inline AIDNET_ABI::io::detail {

/// Files of one folder that are written beside their places first, and take them together.
///
/// add() writes and flushes a file under another name; commit() renames all, each in one step, and
/// flushes the folders. Without commit() nothing has changed. Throws ValidationError that names the
/// file and the system's reason.
class AtomicFiles {
 public:
  explicit AtomicFiles(std::filesystem::path folder);
  AtomicFiles(const AtomicFiles&) = delete;
  AtomicFiles& operator=(const AtomicFiles&) = delete;
  ~AtomicFiles();

  void add(const std::string& path, std::string_view bytes);
  /// commit() takes the file away, if there is one, when all others are in their places.
  void remove(const std::string& path);
  void commit();

 private:
  std::filesystem::path folder_;
  std::vector<std::pair<std::filesystem::path, std::filesystem::path>> moves_;  // from, to
  std::vector<std::filesystem::path> removals_;
};

}  // namespace aidnet::inline AIDNET_ABI::io::detail
