#include <pybind11/stl.h>

#include "aidnet/core/cycle_error.hpp"
#include "aidnet/core/error.hpp"
#include "aidnet/ledger/builder.hpp"
#include "register.hpp"

namespace py = pybind11;

namespace {

/// Raises aidnet.errors.<name>(message, *extra): the classes live in Python, where users see them.
template <class... Extra>
void raise(const char* name, const aidnet::Error& error, const Extra&... extra) {
  const py::object type = py::module_::import("aidnet.errors").attr(name);
  const py::object instance = type(error.what(), extra...);
  PyErr_SetObject(type.ptr(), instance.ptr());
}

/// (file, row, line, column, text, expected) each.
py::list problems_of(const aidnet::ledger::LedgerError& error) {
  py::list all;
  for (const aidnet::ledger::Problem& p : error.problems())
    all.append(py::make_tuple(p.file, p.row, p.line, p.column, p.text, p.expected));
  return all;
}

}  // namespace

void register_errors(py::module_&) {
  py::register_local_exception_translator([](std::exception_ptr pointer) {
    try {
      if (pointer) std::rethrow_exception(pointer);
    } catch (const aidnet::ConvergenceError& error) {
      raise("ConvergenceError", error, error.iterations(), error.residual());
    } catch (const aidnet::ledger::LedgerError& error) {
      raise("LedgerError", error, problems_of(error), error.total());
    } catch (const aidnet::ValidationError& error) {
      raise("ValidationError", error);
    } catch (const aidnet::NegativeCycleError& error) {
      raise("NegativeCycleError", error, error.cycle());
    } catch (const aidnet::CycleError& error) {
      raise("CycleError", error, error.cycle());
    } catch (const aidnet::UndefinedError& error) {
      raise("UndefinedError", error);
    } catch (const aidnet::SizeError& error) {
      raise("SizeError", error);
    } catch (const aidnet::Error& error) {
      raise("AidnetError", error);
    }
  });
}
