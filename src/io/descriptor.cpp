#include "descriptor_detail.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "aidnet/core/error.hpp"
#include "aidnet/ledger/dictionary.hpp"
#include "aidnet/ledger/tables.hpp"
#include "core/text_detail.hpp"
#include "csv_detail.hpp"

namespace aidnet::inline AIDNET_ABI::io::detail {
namespace {

using aidnet::detail::text;
using ledger::TableId;
using Json = nlohmann::ordered_json;  // keeps the order of members, so that files stay as they are

[[noreturn]] void refuse(std::string what) {
  for (char& c : what)  // of names and paths: a message is one line
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  throw ValidationError(text(descriptor_name, ": ", what));
}

/// Refuses what would take long: deep nesting, and objects with so many members that finding each
/// among those before it does. And members that stand twice, as only one of them could be kept.
class Watch {
 public:
  void see(int depth, Json::parse_event_t event, const Json& parsed) {
    using Event = Json::parse_event_t;
    const bool begins = event == Event::object_start || event == Event::array_start;
    if (begins && depth >= deepest) refuse(text("nested deeper than ", deepest));
    if (event == Event::object_start) members_.emplace_back();
    if (event == Event::object_end) members_.pop_back();
    if (event != Event::key) return;
    const auto& name = parsed.get_ref<const std::string&>();
    if (!members_.back().insert(name).second) refuse(text("the member ", name, " is given twice"));
    if (members_.back().size() > widest)
      refuse(text("an object has more than ", widest, " members"));
  }

 private:
  static constexpr int deepest = 256;
  static constexpr std::size_t widest = 4096;
  std::vector<std::set<std::string>> members_;  // of the objects that are open
};

Json parse(std::string_view json) {
  if (json.starts_with("\xEF\xBB\xBF")) json.remove_prefix(3);
  Watch watch;
  try {
    Json parsed = Json::parse(json, [&](int depth, Json::parse_event_t event, const Json& value) {
      watch.see(depth, event, value);
      return true;
    });
    if (!parsed.is_object()) refuse("an object { … } was expected");
    return parsed;
  } catch (const nlohmann::json::parse_error& error) {
    const std::size_t at = std::min(error.byte, json.size());
    refuse(text("line ", 1 + line_ends(json.substr(0, at)), ": this is no JSON"));
  } catch (const nlohmann::json::exception&) {
    refuse("a number is beyond the range of numbers");
  }
}

std::optional<TableId> table_named(std::string_view name) {
  std::optional<TableId> found;
  const ledger::Tables none;
  ledger::Tables::each_table(none, [&](const auto& table) {
    if (table.name == name) found = table.id;
  });
  return found;
}

/// A local path of a resource. Nothing outside the package's folder is ever opened.
std::string checked_path(const Json& path, const std::string& name) {
  if (!path.is_string())
    refuse(text("the resource ", name, " needs a path: one file inside the package"));
  const auto file = path.get<std::string>();
  if (!is_inside(file))
    refuse(text("the resource ", name, " has the path ", file,
                "; a file inside the package was expected, by its relative path"));
  return plain_path(file);
}

/// The one path of a table.
std::string path_of(const Json& resource, const std::string& name) {
  Json path = resource.contains("path") ? resource["path"] : Json();
  if (path.is_array() && path.size() == 1) path = Json(path[0]);
  return checked_path(path, name);
}

/// The files of a resource that is no table: one, several, or none where its data stand inside.
std::vector<std::string> paths_of(const Json& resource, const std::string& name) {
  if (!resource.contains("path") && resource.contains("data")) return {};
  if (!resource.contains("path") || !resource["path"].is_array()) return {path_of(resource, name)};
  std::vector<std::string> paths;
  for (const Json& path : resource["path"]) paths.push_back(checked_path(path, name));
  return paths;
}

void check_format(const Json& resource, const std::string& name) {
  const auto is = [&](const Json& value, std::string_view wanted) {
    return !value.is_string() || value.get<std::string>() == wanted;
  };
  if (resource.contains("encoding")) {
    std::string encoding = resource["encoding"].is_string() ? resource["encoding"] : "utf-8";
    std::transform(encoding.begin(), encoding.end(), encoding.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (encoding != "utf-8" && encoding != "utf8")
      refuse(text("the resource ", name, " is in ", encoding, "; only UTF-8 is read"));
  }
  if (resource.contains("dialect") && resource["dialect"].is_object()) {
    const Json& dialect = resource["dialect"];
    for (const auto& [key, wanted] : {std::pair{"delimiter", ","}, std::pair{"quoteChar", "\""}})
      if (dialect.contains(key) && !is(dialect[key], wanted))
        refuse(text("the resource ", name, " has another ", key, " than ", wanted,
                    "; only comma-separated values in double quotes are read"));
    if (dialect.contains("header") && dialect["header"] == false)
      refuse(text("the resource ", name,
                  " has no header; a first line with the names of the "
                  "columns was expected"));
  }
}

template <class Do>
void each_resource(const Json& descriptor, const Do& perform) {
  if (!descriptor.contains("resources") || !descriptor["resources"].is_array())
    refuse("a list \"resources\" was expected");
  for (const Json& resource : descriptor["resources"]) {
    if (!resource.is_object() || !resource.contains("name") || !resource["name"].is_string())
      refuse("each resource must be an object with a name");
    perform(resource, resource["name"].get<std::string>());
  }
}

Json field_json(const TableSchema::Field& field) {
  Json json{{"name", field.name}, {"type", field.type}};
  if (!field.description.empty()) json["description"] = field.description;
  if (field.key) json["constraints"] = Json{{"required", true}, {"unique", true}};
  if (!field.choices.empty()) json["constraints"] = Json{{"enum", field.choices}};
  return json;
}

/// The keys, as Frictionless Data has them; "" stands for the table itself.
void add_keys(Json& schema, const TableSchema& table) {
  Json foreign = Json::array();
  for (const TableSchema::Field& field : table.fields) {
    if (field.key) schema["primaryKey"] = field.name;
    if (!field.refers_to.empty())
      foreign.push_back({{"fields", field.name},
                         {"reference",
                          {{"resource", field.refers_to == table.name ? "" : field.refers_to},
                           {"fields", field.key_of_target}}}});
  }
  if (!foreign.empty()) schema["foreignKeys"] = std::move(foreign);
}

/// What was said of each field, by its name.
std::map<std::string, const Json*> fields_of(const Json* resource) {
  std::map<std::string, const Json*> fields;
  if (resource == nullptr || !resource->contains("schema")) return fields;
  const Json& schema = (*resource)["schema"];
  if (!schema.is_object() || !schema.contains("fields") || !schema["fields"].is_array())
    return fields;
  for (const Json& field : schema["fields"])
    if (field.is_object() && field.contains("name") && field["name"].is_string())
      fields.emplace(field["name"].get<std::string>(), &field);
  return fields;
}

/// The resource as it was, with these fields; fields keep what was said of them. A new one is at
/// `path`.
Json resource_json(const TableSchema& table, const Json* before, const std::string& path) {
  Json resource = before != nullptr ? *before
                                    : Json{{"name", table.name},
                                           {"path", path},
                                           {"profile", "tabular-data-resource"},
                                           {"description", ledger::description_of(table.id)},
                                           {"format", "csv"},
                                           {"mediatype", "text/csv"},
                                           {"encoding", "utf-8"}};
  const std::map<std::string, const Json*> said = fields_of(before);
  Json fields = Json::array();
  for (const TableSchema::Field& field : table.fields) {
    const auto kept = said.find(field.name);
    fields.push_back(kept != said.end() ? *kept->second : field_json(field));
  }
  const bool had_schema = resource.contains("schema") && resource["schema"].is_object();
  if (!had_schema) resource["schema"] = Json::object();
  resource["schema"]["fields"] = std::move(fields);
  if (!had_schema) add_keys(resource["schema"], table);
  return resource;
}

/// A path that no other file of the package has.
std::string free_path(const std::string& name, const std::set<std::string>& taken) {
  std::string path = name + ".csv";
  for (int k = 2; taken.contains(path); ++k) path = text(name, "-", k, ".csv");
  return path;
}

}  // namespace

bool is_inside(std::string_view path) {
  for (const char bad : {'\\', ':', '\0'})
    if (path.find(bad) != path.npos) return false;
  if (path.empty() || path.front() == '/') return false;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    if (path.substr(at, end - at) == "..") return false;
    at = end + 1;
  }
  return true;
}

std::string plain_path(const std::string& path) {
  return std::filesystem::path(path).lexically_normal().generic_string();
}

Layout read_descriptor(std::string_view json) {
  Layout layout;
  std::set<std::string> taken{descriptor_name};
  std::vector<std::string> others;
  each_resource(parse(json), [&](const Json& resource, const std::string& name) {
    const auto table = table_named(name);
    if (!table) {
      for (std::string& path : paths_of(resource, name)) others.push_back(std::move(path));
      return;
    }
    const std::string path = path_of(resource, name);
    check_format(resource, name);
    if (!layout.tables.emplace(*table, path).second)
      refuse(text("the resource ", name, " is given twice"));
    if (!taken.insert(path).second)
      refuse(text("the resource ", name, " has the path ", path, " of another one"));
  });
  // A file that is a table as well is written from the table.
  for (std::string& path : others)
    if (taken.insert(path).second) layout.others.push_back(std::move(path));
  return layout;
}

Layout usual_layout() {
  Layout layout;
  const ledger::Tables none;
  ledger::Tables::each_table(
      none, [&](const auto& t) { layout.tables.emplace(t.id, std::string(t.name) + ".csv"); });
  return layout;
}

std::string write_descriptor(std::string_view json, const std::vector<TableSchema>& tables) {
  Json descriptor =
      json.empty() ? Json{{"profile", "tabular-data-package"}, {"name", "ledger"}} : parse(json);
  Json resources = Json::array();
  std::set<std::string> taken;
  std::vector<bool> written(tables.size(), false);
  if (descriptor.contains("resources"))
    each_resource(descriptor, [&](const Json& resource, const std::string& name) {
      if (!table_named(name)) {
        resources.push_back(resource);
        for (const std::string& path : paths_of(resource, name)) taken.insert(path);
      }
      for (std::size_t k = 0; k < tables.size(); ++k)
        if (tables[k].name == name) {
          resources.push_back(resource_json(tables[k], &resource, ""));
          taken.insert(path_of(resource, name));
          written[k] = true;
        }
    });
  for (std::size_t k = 0; k < tables.size(); ++k)
    if (!written[k])
      resources.push_back(resource_json(tables[k], nullptr, free_path(tables[k].name, taken)));
  descriptor["resources"] = std::move(resources);
  return descriptor.dump(2) + "\n";
}

}  // namespace aidnet::inline AIDNET_ABI::io::detail
