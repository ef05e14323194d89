#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "aidnet/ledger/columns.hpp"

namespace aidnet::inline AIDNET_ABI::io::detail {

inline constexpr const char* descriptor_name = "datapackage.json";

/// Where a descriptor says the files of a package are, as plain paths.
struct Layout {
  std::map<ledger::TableId, std::string> tables;
  std::vector<std::string> others;  ///< each once
};

/// Whether a path stays inside the package: relative, without .. and without what other systems
/// take for a drive, a folder or an address.
[[nodiscard]] bool is_inside(std::string_view path);

/// One form for all ways to write a path: data/./flows.csv is data/flows.csv.
[[nodiscard]] std::string plain_path(const std::string& path);

/// Reads the text of datapackage.json. Throws ValidationError that says where it is no JSON, no
/// descriptor, or names a file outside the package.
[[nodiscard]] Layout read_descriptor(std::string_view json);

/// What is said of one table in a descriptor that is written.
struct TableSchema {
  ledger::TableId id;
  std::string name;
  struct Field {
    std::string name;
    std::string type;
    std::string description;
    std::vector<std::string> choices;  ///< of a closed vocabulary
    bool key = false;                  ///< the table's id
    std::string refers_to;             ///< the table whose ids stand here
    std::string key_of_target;
  };
  std::vector<Field> fields;
};

/// The descriptor anew: all that `json` says of other things stays, the tables are these.
[[nodiscard]] std::string write_descriptor(std::string_view json,
                                           const std::vector<TableSchema>& tables);

/// The layout of a package without a descriptor: each table in the file with its name.
[[nodiscard]] Layout usual_layout();

}  // namespace aidnet::inline AIDNET_ABI::io::detail
