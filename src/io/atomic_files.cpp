#include "atomic_files_detail.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <set>
#include <system_error>
#include <utility>

#include "aidnet/core/error.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI::io::detail {
namespace {

namespace fs = std::filesystem;
using aidnet::detail::text;

[[noreturn]] void fail(const fs::path& path, int reason) {
  throw ValidationError(
      text(path.string(), ": cannot be written: ", std::generic_category().message(reason)));
}

void make_folder(const fs::path& folder) {
  std::error_code fault;
  fs::create_directories(folder, fault);
  if (fault) fail(folder, fault.value());
}

/// Opens a file beside `place` that did not exist.
std::pair<int, fs::path> open_beside(const fs::path& place) {
  for (int k = 0;; ++k) {
    // What a killed writer left, or another one is writing, keeps its name.
    const fs::path beside = place.parent_path() /
                            text(".", place.filename().string(), ".", ::getpid(), "-", k, ".part");
    const int file = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file >= 0) return {file, beside};
    if (errno != EEXIST || k == 1000) fail(place, errno);
  }
}

/// Writes all bytes, makes them durable and closes the file; the reason if that fails.
int write_durably(int file, std::string_view bytes) {
  int reason = 0;
  while (!bytes.empty() && reason == 0) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written > 0)
      bytes.remove_prefix(static_cast<std::size_t>(written));
    else if (written == 0 || errno != EINTR)
      reason = written == 0 ? EIO : errno;
  }
  if (reason == 0 && ::fsync(file) != 0) reason = errno;
  if (::close(file) != 0 && reason == 0) reason = errno;
  return reason;
}

void flush_folder(const fs::path& folder) {
  const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (handle < 0) fail(folder, errno);
  const int reason = ::fsync(handle) == 0 || errno == EINVAL ? 0 : errno;  // some cannot be synced
  ::close(handle);
  if (reason != 0) fail(folder, reason);
}

}  // namespace

AtomicFiles::AtomicFiles(fs::path folder)
    : folder_(folder.empty() ? fs::path(".") : std::move(folder)) {}

AtomicFiles::~AtomicFiles() {
  std::error_code ignored;
  for (const auto& [from, to] : moves_) fs::remove(from, ignored);
}

void AtomicFiles::add(const std::string& path, std::string_view bytes) {
  const fs::path place = folder_ / path;
  make_folder(place.parent_path());
  std::error_code ignored;
  if (fs::is_directory(place, ignored)) fail(place, EISDIR);  // before any file takes its place
  // Room first, so that no file is left without its entry.
  if (moves_.size() == moves_.capacity()) moves_.reserve(2 * moves_.size() + 8);
  fs::path to = place;
  auto [file, beside] = open_beside(place);
  moves_.emplace_back(std::move(beside), std::move(to));
  if (const int reason = write_durably(file, bytes); reason != 0) fail(place, reason);
}

void AtomicFiles::remove(const std::string& path) { removals_.push_back(folder_ / path); }

void AtomicFiles::commit() {
  std::set<fs::path> folders;
  for (const auto& [from, to] : moves_) {
    if (::rename(from.c_str(), to.c_str()) != 0) fail(to, errno);
    folders.insert(to.parent_path());
  }
  moves_.clear();
  // What cannot be removed stays: nothing lists it any more.
  std::error_code ignored;
  for (const fs::path& file : removals_)
    if (fs::is_regular_file(fs::symlink_status(file, ignored)) && fs::remove(file, ignored))
      folders.insert(file.parent_path());
  for (const fs::path& folder : folders) flush_folder(folder);
}

}  // namespace aidnet::inline AIDNET_ABI::io::detail
