#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

#include "aidnet/core/error.hpp"
#include "core/text_detail.hpp"

// Files of a package's folder on disk.
namespace aidnet::inline AIDNET_ABI::io::detail {

/// The bytes of a file; nothing where there is none. Throws ValidationError where it cannot be
/// read.
[[nodiscard]] inline std::optional<std::string> bytes_of(const std::filesystem::path& path) {
  std::error_code fault;
  if (!std::filesystem::is_regular_file(path, fault)) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  const std::uintmax_t size = std::filesystem::file_size(path, fault);
  std::string bytes(fault ? 0 : static_cast<std::size_t>(size), '\0');
  if (!file.read(bytes.data(), static_cast<std::streamsize>(bytes.size())))
    throw ValidationError(aidnet::detail::text(path.string(), ": the file cannot be read"));
  return bytes;
}

/// Whether the path, links resolved, lies below the folder.
[[nodiscard]] inline bool is_below(const std::filesystem::path& path,
                                   const std::filesystem::path& folder) {
  std::error_code fault;
  const std::filesystem::path whole = std::filesystem::weakly_canonical(path, fault),
                              base = std::filesystem::weakly_canonical(folder, fault);
  return std::mismatch(base.begin(), base.end(), whole.begin(), whole.end()).first == base.end();
}

}  // namespace aidnet::inline AIDNET_ABI::io::detail
