#pragma once

#include <pybind11/pybind11.h>

#include <functional>

#include "aidnet/core/control.hpp"

/// Runs `work` on a thread of its own with the GIL released, while the calling thread stays
/// responsive: it answers Ctrl-C and calls `progress(fraction)` (None for silence) at most twenty
/// times a second. A Python exception from either stops the work and is raised when it has ended,
/// so that nothing it uses goes away under it. `threads` is Control::threads.
void run_watched(int threads, const pybind11::object& progress,
                 const std::function<void(const aidnet::Control&)>& work);
