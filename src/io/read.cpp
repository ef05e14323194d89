#include "aidnet/io/package.hpp"
#include "core/text_detail.hpp"
#include "csv_detail.hpp"
#include "descriptor_detail.hpp"
#include "folder_detail.hpp"
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
  auto json = open(detail::descriptor_name);
  const bool described = json.has_value();
  const detail::Layout layout = described ? detail::read_descriptor(*json) : detail::usual_layout();
  if (described) info.descriptor = std::move(*json);
  LedgerBuilder builder(options.ledger);
  for (const TableId table : ledger::feeding_order) {
    const auto found = layout.tables.find(table);
    if (found == layout.tables.end()) {
      if (table == TableId::flows)
        builder.report({detail::descriptor_name, 0, 0, "", "", "no resource is named flows"});
      continue;
    }
    const std::string& path = found->second;
    if (const auto bytes = open(path))
      Feed(builder, table, *bytes, path, options).run(control);
    else if (described || table == TableId::flows)
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
      const auto csv = detail::bytes_of(path);
      if (!csv) throw ValidationError(text(path.string(), ": there is no such file or folder"));
      return read_flows(*csv, path.filename().string(), options, control);
    }
    folder = path.parent_path().empty() ? fs::path(".") : path.parent_path();
  }
  return read_package(
      [&](const std::string& name) -> std::optional<std::string> {
        const fs::path file = folder / name;
        if (!detail::is_below(file, folder))
          throw ValidationError(text(name, ": lies outside the package's folder"));
        return detail::bytes_of(file);
      },
      options, control);
}

}  // namespace aidnet::inline AIDNET_ABI::io
