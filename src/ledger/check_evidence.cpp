#include <optional>

#include "aidnet/core/error.hpp"
#include "aidnet/ledger/quantity.hpp"
#include "aidnet/ledger/unit.hpp"
#include "check_detail.hpp"

// Whether a row's span can be one, and its figure says what the row says. The text itself is not
// needed for that.
namespace aidnet::inline AIDNET_ABI::ledger::detail {
namespace {

void tell(Checks& c, std::size_t row, std::string line) {
  c.tell(FindingKind::evidence, Verdict::inconsistent, TableId::flows, {static_cast<index_t>(row)},
         text(c.id_of(static_cast<index_t>(row)), ": ", line));
}

void check_span(Checks& c, std::size_t row, std::int64_t start, std::int64_t end,
                std::string_view what) {
  if (start == no_number && end == no_number) return;
  if (start == no_number || end == no_number)
    tell(c, row,
         text("the ", what, " has ", start == no_number ? "an end" : "a start",
              " only (code point ", start == no_number ? end : start, ")"));
  else if (start < 0)
    tell(c, row, text("the ", what, " starts before the text, at code point ", start));
  else if (end <= start)
    tell(c, row,
         text("the ", what, " is empty: it ends at code point ", end, ", and starts at ", start));
  if (c.flows.source[row] == no_index) tell(c, row, text("the ", what, " is one of no source"));
}

/// A number of the figure in the row's units; nothing where it is finer than these.
bool in_units(const std::optional<Decimal>& number, std::string_view unit, std::int64_t& cell) {
  cell = no_number;
  if (!number) return true;
  const std::optional<std::int64_t> whole = number->in_units(decimals_of(unit));
  if (whole) cell = *whole;
  return whole.has_value();
}

std::string words(std::int64_t value, const BoundsRead& read, Qualifier qualifier,
                  std::string_view unit) {
  AmountSum sum;
  sum.add(read);
  std::string bounds;
  if (read.missing) return "no amount";
  if (value == no_number || read.bounds.lower != value || read.bounds.upper != value) {
    bounds = value == no_number ? "" : ", ";
    bounds += amount_text(sum, unit);
  }
  return text(qualifier == Qualifier::unstated ? "" : name_of(qualifier),
              qualifier == Qualifier::unstated ? "" : " ",
              value == no_number ? "" : amount_text(value, unit), bounds);
}

void check_figure(Checks& c, std::size_t row) {
  const std::string_view figure = c.flows.figure[row];
  if (figure.empty()) return;
  std::optional<Quantity> quantity;
  try {
    quantity = parse_quantity(figure);
  } catch (const Error& error) {
    return tell(c, row, text("the figure cannot be read: ", error.what()));
  }
  const std::string_view unit = c.flows.unit[row];
  std::int64_t value = 0, lower = 0, upper = 0;
  if (!in_units(quantity->value, unit, value) || !in_units(quantity->lower, unit, lower) ||
      !in_units(quantity->upper, unit, upper))
    return tell(c, row,
                text("the figure ", quoted(figure), " is finer than amounts in ",
                     unit.empty() ? "no unit" : unit, " can be, or too large"));
  const BoundsRead said = bounds_of(value, lower, upper, quantity->qualifier);
  const BoundsRead stated =
      bounds_of(c.flows.value[row], c.flows.lower[row], c.flows.upper[row], c.flows.qualifier[row]);
  const Qualifier qualifier =
      c.flows.qualifier[row] == Qualifier::unstated ? Qualifier::exact : c.flows.qualifier[row];
  if (!stated.missing && said.bounds == stated.bounds && value == c.flows.value[row] &&
      qualifier == quantity->qualifier)
    return;
  tell(c, row,
       text("the figure ", quoted(figure), " says ", words(value, said, quantity->qualifier, unit),
            "; the row says ", words(c.flows.value[row], stated, c.flows.qualifier[row], unit)));
}

}  // namespace

void check_evidence(Checks& c) {
  const Flows& f = c.flows;
  Poller poll(c.control);
  for (std::size_t row = 0; row < f.size(); ++row) {
    check_span(c, row, f.span_start[row], f.span_end[row], "span");
    check_span(c, row, f.context_start[row], f.context_end[row], "context");
    check_figure(c, row);
    poll(1 + static_cast<std::int64_t>(f.figure[row].size()) * 16);
  }
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
