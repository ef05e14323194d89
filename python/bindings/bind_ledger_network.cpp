#include <pybind11/stl.h>

#include <functional>
#include <map>
#include <memory>

#include "aidnet/ledger/network.hpp"
#include "arrays.hpp"
#include "ledger_columns.hpp"
#include "names.hpp"
#include "register.hpp"
#include "watched.hpp"

namespace py = pybind11;
namespace al = aidnet::ledger;

// The Python names of the choices, in the order of decisions that a network is made of.
template <>
struct EnumNames<al::Spread> {
  static constexpr std::array values{std::pair{"none", al::Spread::none},
                                     std::pair{"equal", al::Spread::equal},
                                     std::pair{"days", al::Spread::days}};
};
template <>
struct EnumNames<al::Level> {
  static constexpr std::array values{
      std::pair{"party", al::Level::party},        std::pair{"institution", al::Level::institution},
      std::pair{"county", al::Level::county},      std::pair{"prefecture", al::Level::prefecture},
      std::pair{"province", al::Level::province},  std::pair{"side", al::Level::side},
      std::pair{"programme", al::Level::programme}};
};
template <>
struct EnumNames<al::Above> {
  static constexpr std::array values{std::pair{"keep", al::Above::keep},
                                     std::pair{"drop", al::Above::drop}};
};
template <>
struct EnumNames<al::Weight> {
  static constexpr std::array values{std::pair{"sum", al::Weight::sum},
                                     std::pair{"count", al::Weight::count},
                                     std::pair{"presence", al::Weight::presence}};
};
template <>
struct EnumNames<al::JointGifts> {
  static constexpr std::array values{
      std::pair{"group", al::JointGifts::group}, std::pair{"equal", al::JointGifts::equal},
      std::pair{"share", al::JointGifts::share}, std::pair{"key", al::JointGifts::key},
      std::pair{"all_pairs", al::JointGifts::all_pairs}};
};
template <>
struct EnumNames<al::Orientation> {
  static constexpr std::array values{std::pair{"help", al::Orientation::help},
                                     std::pair{"movement", al::Orientation::movement}};
};
template <>
struct EnumNames<al::Totals> {
  static constexpr std::array values{std::pair{"parts", al::Totals::parts},
                                     std::pair{"total", al::Totals::total}};
};
template <>
struct EnumNames<al::Missing> {
  static constexpr std::array values{std::pair{"zero", al::Missing::zero},
                                     std::pair{"drop", al::Missing::drop},
                                     std::pair{"unbounded", al::Missing::unbounded}};
};
template <>
struct EnumNames<al::Nodes> {
  static constexpr std::array values{std::pair{"touched", al::Nodes::touched},
                                     std::pair{"all", al::Nodes::all},
                                     std::pair{"given", al::Nodes::given}};
};
template <>
struct EnumNames<al::EdgeWeights> {
  static constexpr std::array values{std::pair{"lower", al::EdgeWeights::lower},
                                     std::pair{"upper", al::EdgeWeights::upper},
                                     std::pair{"mid", al::EdgeWeights::mid}};
};

namespace {

/// A closed vocabulary of the ledger; the empty word is `unstated`.
template <class Enum>
Enum choice(const std::string& word) {
  if (const auto value = al::value_of<Enum>(word)) return *value;
  std::string all;
  for (const std::string_view name : al::Names<Enum>::values)
    all += (all.empty() ? "'" : ", '") + std::string(name) + "'";
  throw aidnet::ValidationError(std::string(al::Names<Enum>::what) + " is '" + word +
                                "'; it must be one of " + all);
}

al::Date date(const char* option, const std::string& text) {
  if (text.empty()) return {};
  if (const auto parsed = al::Date::parse(text)) return *parsed;
  throw aidnet::ValidationError(std::string(option) + ": '" + text +
                                "' is no date; a year, a month or a day was expected, such as "
                                "2018, 2018-06 or 2018-06-30");
}

using Assign = std::function<void(al::NetworkOptions&, const py::handle&)>;

template <class Enum>
Assign assign_choice(const char* option, Enum al::NetworkOptions::*member) {
  return [=](al::NetworkOptions& o, const py::handle& value) {
    o.*member = enum_from_name<Enum>(option, value.cast<std::string>());
  };
}
template <class T>
Assign assign(T al::NetworkOptions::*member) {
  return [=](al::NetworkOptions& o, const py::handle& value) { o.*member = value.cast<T>(); };
}
template <class Enum>
Assign assign_choices(std::vector<Enum> al::NetworkOptions::*member) {
  return [=](al::NetworkOptions& o, const py::handle& value) {
    for (const auto& word : value.cast<std::vector<std::string>>())
      (o.*member).push_back(choice<Enum>(word));
  };
}
Assign assign_date(const char* option, al::Date al::NetworkOptions::*member) {
  return [=](al::NetworkOptions& o, const py::handle& value) {
    o.*member = date(option, value.cast<std::string>());
  };
}

/// The options by their names in C++.
al::NetworkOptions options_from(const py::dict& given) {
  using O = al::NetworkOptions;
  const std::map<std::string, Assign> fields{
      {"resource", assign_choices(&O::resource)},
      {"unit", assign(&O::unit)},
      {"status", assign_choices(&O::status)},
      {"period_start", assign_date("period", &O::period_start)},
      {"period_end", assign_date("period", &O::period_end)},
      {"spread", assign_choice("spread", &O::spread)},
      {"programme", assign(&O::programme)},
      {"source", assign(&O::source)},
      {"place", assign(&O::place)},
      {"side", assign(&O::side)},
      {"donor_level", assign_choice("level", &O::donor_level)},
      {"recipient_level", assign_choice("level", &O::recipient_level)},
      {"above", assign_choice("above", &O::above)},
      {"nodes", assign_choice("nodes", &O::nodes)},
      {"given_parties", assign(&O::given_parties)},
      {"weight", assign_choice("weight", &O::weight)},
      {"groups", assign_choice("groups", &O::groups)},
      {"key", assign(&O::key)},
      {"orientation", assign_choice("orientation", &O::orientation)},
      {"totals", assign_choice("totals", &O::totals)},
      {"missing", assign_choice("missing", &O::missing)},
      {"about", assign(&O::about)},
      {"nearly", assign(&O::nearly)},
  };
  al::NetworkOptions options;
  for (const auto& [name, value] : given) fields.at(name.cast<std::string>())(options, value);
  return options;
}

al::LedgerNetwork make(const al::Ledger& ledger, const py::dict& given) {
  const al::NetworkOptions options = options_from(given);
  al::LedgerNetwork network;
  run_watched(0, py::none(), [&](const aidnet::Control& control) {
    network = al::network(ledger, options, control);
  });
  return network;
}

std::vector<double> key_from_resource(const al::Ledger& ledger, const std::string& resource,
                                      bool of_recipients, const py::dict& given) {
  const al::NetworkOptions options = options_from(given);
  const auto wanted = choice<al::Resource>(resource);
  std::vector<double> key;
  run_watched(0, py::none(), [&](const aidnet::Control& control) {
    key = al::key_from_resource(ledger, wanted, of_recipients, options, control);
  });
  return key;
}

/// A view of what the network owns.
template <class T>
py::array_t<T> view(const al::LedgerNetwork& network, std::span<const T> values) {
  return array_view(values, std::make_shared<const al::LedgerNetwork>(network));
}

/// By node: kind, row, label, above_level, without_place.
py::tuple nodes(const al::LedgerNetwork& network) {
  constexpr std::array kinds{"party", "place", "side", "programme"};
  py::list kind, label;
  std::vector<aidnet::index_t> row;
  std::vector<unsigned char> above, placeless;
  for (const al::NetworkNode& node : network.nodes()) {
    kind.append(kinds[static_cast<std::size_t>(node.kind)]);
    label.append(ledger_columns::to_str(node.label));
    row.push_back(node.row);
    above.push_back(node.above_level);
    placeless.push_back(node.without_place);
  }
  return py::make_tuple(kind, array_of(std::move(row)), label, array_of(std::move(above)),
                        array_of(std::move(placeless)));
}

/// For the entries given: entry, flow, amount, lower, upper (NaN where missing), remainder.
py::dict flows_of(const al::LedgerNetwork& network, const std::vector<aidnet::index_t>& entries) {
  const auto base = [&](std::int64_t units) { return network.in_base_units(units); };
  std::vector<aidnet::index_t> entry, flow;
  std::vector<double> amount, lower, upper;
  std::vector<unsigned char> remainder;
  for (const aidnet::index_t e : entries)
    for (const al::EdgeFlow& f : network.flows_of(e)) {
      entry.push_back(e);
      flow.push_back(f.flow);
      amount.push_back(f.missing ? std::nan("") : base(f.amount));
      lower.push_back(f.missing ? std::nan("") : base(f.lower));
      upper.push_back(f.missing                  ? std::nan("")
                      : f.upper == al::no_number ? std::numeric_limits<double>::infinity()
                                                 : base(f.upper));
      remainder.push_back(f.remainder);
    }
  py::dict columns;
  columns["entry"] = array_of(std::move(entry));
  columns["flow"] = array_of(std::move(flow));
  columns["amount"] = array_of(std::move(amount));
  columns["lower"] = array_of(std::move(lower));
  columns["upper"] = array_of(std::move(upper));
  columns["remainder"] = array_of(std::move(remainder));
  return columns;
}

py::tuple fates(const al::LedgerNetwork& network) {
  py::list names;
  for (std::size_t k = 0; k < al::fate_count; ++k)
    names.append(ledger_columns::to_str(al::name_of(static_cast<al::Fate>(k))));
  std::vector<signed char> codes;
  for (const al::Fate fate : network.fates()) codes.push_back(static_cast<signed char>(fate));
  return py::make_tuple(names, array_of(std::move(codes)));
}

template <class Enum, std::size_t size>
py::dict counts(const std::array<std::int64_t, size>& numbers) {
  py::dict counted;
  for (std::size_t k = 0; k < size; ++k)
    if (numbers[k] > 0) {
      const std::string_view name = al::name_of(static_cast<Enum>(k));
      counted[ledger_columns::to_str(name.empty() ? "not stated" : name)] = numbers[k];
    }
  return counted;
}

/// The description; sums as exact decimal text in base units.
py::dict description(const al::LedgerNetwork& network) {
  const al::NetworkDescription& d = network.description();
  const auto exact = [&](std::int64_t units) { return network.amount_of(units).to_string(); };
  py::dict all;
  all["flows"] = d.flows;
  all["used"] = d.used;
  all["fates"] = counts<al::Fate>(d.fates);
  all["statuses"] = counts<al::Status>(d.statuses);
  all["qualifiers"] = counts<al::Qualifier>(d.qualifiers);
  all["resources"] = counts<al::Resource>(d.resources);
  py::dict units;
  for (const auto& unit : d.units)
    units[py::str(unit.unit.empty() ? "not stated" : unit.unit)] = unit.flows;
  all["units"] = units;
  for (const auto& [name, count] : {std::pair{"missing", d.missing},
                                    {"midpoints", d.midpoints},
                                    {"about_as_exact", d.about_as_exact},
                                    {"unbounded", d.unbounded},
                                    {"internal", d.internal},
                                    {"both_directions", d.both_directions},
                                    {"beyond_period", d.beyond_period},
                                    {"negative", d.negative},
                                    {"unexecuted", d.unexecuted},
                                    {"unmeasured", d.unmeasured},
                                    {"remainders", d.remainders},
                                    {"totals_exceeded", d.totals_exceeded},
                                    {"groups_kept", d.groups_kept},
                                    {"groups_split", d.groups_split},
                                    {"groups_unsplit", d.groups_unsplit},
                                    {"shares_dropped", d.shares_dropped},
                                    {"nodes_above_level", d.nodes_above_level},
                                    {"nodes_without_place", d.nodes_without_place}})
    all[name] = count;
  all["unexecuted_sum"] = exact(d.unexecuted_sum);
  all["remainder_sum"] = exact(d.remainder_sum);
  all["dropped_sum"] = exact(d.dropped_sum);
  all["total"] = exact(d.total.value);
  all["total_lower"] = exact(d.total.lower);
  all["total_upper"] = d.total.unbounded() ? "unbounded" : exact(d.total.upper);
  return all;
}

}  // namespace

void register_ledger_network(py::module_& m) {
  py::class_<al::LedgerNetwork>(m, "LedgerNetwork", "A network made of a ledger.")
      .def_static("make", &make, py::arg("ledger"), py::arg("options"))
      .def_static("key_from_resource", &key_from_resource, py::arg("ledger"), py::arg("resource"),
                  py::arg("of_recipients"), py::arg("options"))
      .def_property_readonly("graph", [](const al::LedgerNetwork& n) { return n.graph(); })
      .def_property_readonly("lower", [](const al::LedgerNetwork& n) { return view(n, n.lower()); })
      .def_property_readonly("upper", [](const al::LedgerNetwork& n) { return view(n, n.upper()); })
      .def(
          "with_weights",
          [](const al::LedgerNetwork& n, const std::string& which) {
            return n.with_weights(enum_from_name<al::EdgeWeights>("which", which));
          },
          py::arg("which"))
      .def_property_readonly("nodes", &nodes)
      .def("flows_of", &flows_of, py::arg("entries"))
      .def_property_readonly("flow_counts",
                             [](const al::LedgerNetwork& n) { return view(n, n.flow_counts()); })
      .def_property_readonly("unknown_counts",
                             [](const al::LedgerNetwork& n) { return view(n, n.unknown_counts()); })
      .def_property_readonly("fates", &fates)
      .def_property_readonly("description", &description)
      .def_property_readonly("unit", [](const al::LedgerNetwork& n) { return n.unit(); })
      .def_property_readonly(
          "total", [](const al::LedgerNetwork& n) { return n.total_amount().to_string(); });
}
