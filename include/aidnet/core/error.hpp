#pragma once

#include <stdexcept>
#include <string>

#include "aidnet/core/config.hpp"

namespace aidnet::inline AIDNET_ABI {

enum class ErrorCode {
  validation,   ///< an argument or a datum is not acceptable
  undefined,    ///< the measure has no (unique) value on this graph
  convergence,  ///< an iteration did not reach its tolerance
  size,         ///< more entries or bytes than fit
  cancelled,    ///< the caller asked to stop
};

/// Base of everything that aidnet throws on purpose. The message says what is wrong and where.
class Error : public std::runtime_error {
 public:
  Error(ErrorCode code, const std::string& message) : std::runtime_error(message), code_(code) {}
  [[nodiscard]] ErrorCode code() const noexcept { return code_; }

 private:
  ErrorCode code_;
};

/// Input that does not meet the documented requirements.
class ValidationError : public Error {
 public:
  explicit ValidationError(const std::string& message) : Error(ErrorCode::validation, message) {}
};

/// The measure is not defined, or not unique, on the given graph.
class UndefinedError : public Error {
 public:
  explicit UndefinedError(const std::string& message) : Error(ErrorCode::undefined, message) {}
};

/// An iteration stopped at its limit; never returned as a quiet result.
class ConvergenceError : public Error {
 public:
  ConvergenceError(const std::string& message, int iterations, double residual)
      : Error(ErrorCode::convergence, message), iterations_(iterations), residual_(residual) {}
  [[nodiscard]] int iterations() const noexcept { return iterations_; }
  [[nodiscard]] double residual() const noexcept { return residual_; }

 private:
  int iterations_;
  double residual_;
};

/// More nodes, entries or bytes than the index type or a stated limit allows.
class SizeError : public Error {
 public:
  explicit SizeError(const std::string& message) : Error(ErrorCode::size, message) {}
};

/// Thrown out of a call whose Control asked it to stop. All arguments remain usable.
class Cancelled : public Error {
 public:
  Cancelled() : Error(ErrorCode::cancelled, "the calculation was cancelled") {}
};

}  // namespace aidnet::inline AIDNET_ABI
