#include <algorithm>
#include <fstream>
#include <sstream>

#include "aidnet/io/package.hpp"
#include "core/text_detail.hpp"
#include "csv_detail.hpp"
#include "descriptor_detail.hpp"
#include "ledger/utf8_detail.hpp"

namespace aidnet::inline AIDNET_ABI::io {
namespace {

using aidnet::detail::text;
using ledger::LedgerBuilder;
using ledger::TableId;
namespace fs = std::filesystem;

/// Feeds one CSV table to the builder, some thousand rows at a time, so that cells are still in the
/// cache when they become columns.
class Feed {
 public:
  Feed(LedgerBuilder& builder, TableId table, std::string_view csv, const std::string& file,
       const ReadOptions& options)
      : builder_(builder), table_(table), csv_(csv), file_(file), reader_(csv, options) {}

  void run(const Control& control) {
    if (!begin()) return;
    for (;;) {
      const std::size_t before = cells_.size();
      if (!reader_.next(cells_)) {
        cells_.resize(before);  // what there is of a record with a fault
        break;
      }
      ++row_;
      if (const std::size_t found = cells_.size() - before; found == width_) {
        lines_.push_back(reader_.line());
      } else {
        cells_.resize(before);
        deliver();
        report(row_, text("the row has ", found, found == 1 ? " cell" : " cells",
                          ", the first line ", width_));
        builder_.skip_row();
      }
      if (cells_.size() >= batch) {
        deliver();
        control.poll();
      }
    }
    deliver();
    if (!reader_.fault().empty()) report(row_ + 1, reader_.fault());
  }

 private:
  /// The first line; false where there is nothing to read.
  bool begin() {
    if (const std::size_t bad = ledger::detail::find_bad_utf8(csv_); bad != csv_.npos) {
      builder_.report({file_, 0, 1 + detail::line_ends(csv_.substr(0, bad)), "", "",
                       text("byte ", bad,
                            " is no UTF-8; convert the file, or say its encoding "
                            "where it is read")});
      return false;
    }
    std::vector<std::string_view> header;
    if (!reader_.next(header)) {
      if (reader_.fault().empty())
        builder_.report(
            {file_, 0, 0, "", "", "a first line with the names of the columns was expected"});
      else
        report(0, reader_.fault());
      return false;
    }
    builder_.begin(table_, header, file_);
    reader_.release();
    width_ = header.size();
    return true;
  }

  /// Cells that were unquoted stay valid until here.
  void deliver() {
    if (!lines_.empty()) builder_.rows(cells_, lines_);
    cells_.clear();
    lines_.clear();
    reader_.release();
  }

  void report(std::int64_t row, const std::string& what) {
    builder_.report({file_, row, reader_.line(), "", "", what});
  }

  static constexpr std::size_t batch = std::size_t{1} << 16;  // cells

  LedgerBuilder& builder_;
  TableId table_;
  std::string_view csv_;
  const std::string& file_;
  detail::CsvReader reader_;
  std::size_t width_ = 0;
  std::int64_t row_ = 0;
  std::vector<std::string_view> cells_;
  std::vector<std::int64_t> lines_;
};

std::optional<std::string> bytes_of(const fs::path& path) {
  std::error_code fault;
  if (!fs::is_regular_file(path, fault)) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  const std::uintmax_t size = fs::file_size(path, fault);
  std::string bytes(fault ? 0 : static_cast<std::size_t>(size), '\0');
  if (!file.read(bytes.data(), static_cast<std::streamsize>(bytes.size())))
    throw ValidationError(text(path.string(), ": the file cannot be read"));
  return bytes;
}

/// Whether the path, links resolved, lies below the folder.
bool is_below(const fs::path& path, const fs::path& folder) {
  std::error_code fault;
  const fs::path whole = fs::weakly_canonical(path, fault),
                 base = fs::weakly_canonical(folder, fault);
  return std::mismatch(base.begin(), base.end(), whole.begin(), whole.end()).first == base.end();
}

}  // namespace

ledger::Ledger read_flows(std::string_view csv, std::string_view name, const ReadOptions& options,
                          const Control& control) {
  LedgerBuilder builder(options.ledger);
  const std::string file(name);
  Feed(builder, TableId::flows, csv, file, options).run(control);
  return builder.build();
}

ledger::Ledger read_package(const OpenFile& open, const ReadOptions& options,
                            const Control& control) {
  ledger::PackageInfo info;
  detail::Layout layout;
  if (auto json = open(detail::descriptor_name)) {
    layout = detail::read_descriptor(*json);
    info.descriptor = std::move(*json);
  }
  LedgerBuilder builder(options.ledger);
  for (const TableId table : ledger::feeding_order) {
    const std::string path = detail::path_of_table(layout, table);
    const auto bytes = path.empty() ? std::nullopt : open(path);
    if (bytes)
      Feed(builder, table, *bytes, path, options).run(control);
    else if (path.empty() && table == TableId::flows)
      builder.report({detail::descriptor_name, 0, 0, "", "", "no resource is named flows"});
    else if (table == TableId::flows || layout.tables.contains(table))
      builder.report({path, 0, 0, "", "", "the package has no such file"});
  }
  for (const std::string& path : layout.others) {
    auto bytes = open(path);
    if (bytes)
      info.other_files.push_back({path, std::move(*bytes)});
    else
      builder.report({path, 0, 0, "", "", "the package has no such file"});
  }
  return builder.build(std::move(info));
}

ledger::Ledger read_package(const fs::path& path, const ReadOptions& options,
                            const Control& control) {
  std::error_code fault;
  fs::path folder = path;
  if (!fs::is_directory(path, fault)) {
    if (path.filename() != detail::descriptor_name) {
      const auto csv = bytes_of(path);
      if (!csv) throw ValidationError(text(path.string(), ": there is no such file or folder"));
      return read_flows(*csv, path.filename().string(), options, control);
    }
    folder = path.parent_path().empty() ? fs::path(".") : path.parent_path();
  }
  return read_package(
      [&](const std::string& name) -> std::optional<std::string> {
        const fs::path file = folder / name;
        if (!is_below(file, folder))
          throw ValidationError(text(name, ": lies outside the package's folder"));
        return bytes_of(file);
      },
      options, control);
}

}  // namespace aidnet::inline AIDNET_ABI::io
