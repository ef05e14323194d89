#include <set>
#include <string>
#include <utility>
#include <vector>

#include "aidnet/io/package.hpp"
#include "atomic_files_detail.hpp"
#include "descriptor_detail.hpp"
#include "folder_detail.hpp"

// A package in the place of an older one.
namespace aidnet::inline AIDNET_ABI::io {
namespace {

/// The files of tables that the folder's descriptor lists, and that are nothing in the new package,
/// which has the files of `taken`.
std::vector<std::string> tables_left_over(const std::filesystem::path& folder,
                                          std::set<std::string> taken) {
  std::vector<std::string> left;
  try {
    const auto json = detail::bytes_of(folder / detail::descriptor_name);
    if (!json) return {};
    const detail::Layout before = detail::read_descriptor(*json);
    taken.insert(before.others.begin(), before.others.end());
    for (const auto& [table, path] : before.tables)
      if (!taken.contains(path) && detail::is_below(folder / path, folder)) left.push_back(path);
  } catch (const ValidationError&) {
    // What is no descriptor lists nothing.
  }
  return left;
}

}  // namespace

void write_package(const ledger::Ledger& ledger, const std::filesystem::path& folder,
                   const Control& control) {
  detail::AtomicFiles files(folder);
  std::set<std::string> taken;
  write_package(
      ledger,
      [&](const std::string& path, std::string_view bytes) {
        files.add(path, bytes);
        taken.insert(detail::plain_path(path));
        if (path != detail::descriptor_name) return;
        // Also those that the ledger does not bring along.
        const detail::Layout layout = detail::read_descriptor(bytes);
        taken.insert(layout.others.begin(), layout.others.end());
      },
      control);
  control.poll();
  for (const std::string& path : tables_left_over(folder.empty() ? "." : folder, std::move(taken)))
    files.remove(path);
  files.commit();
}

}  // namespace aidnet::inline AIDNET_ABI::io
