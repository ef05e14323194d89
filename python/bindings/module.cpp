#include <pybind11/pybind11.h>

#include "aidnet/datasets/pairings.hpp"
#include "aidnet/version.hpp"
#include "register.hpp"

PYBIND11_MODULE(_core, m, pybind11::mod_gil_not_used()) {
  m.doc() = "The compiled part of aidnet. Use the aidnet package, which adds labels.";
  m.attr("__version__") = AIDNET_VERSION;

  register_errors(m);
  register_graph(m);
  register_weights(m);
  register_ledger(m);
  register_ledger_network(m);
  register_ledger_trust(m);
  register_quantity(m);
  register_nx(m);
  m.def("pairings_csv", &aidnet::datasets::pairings_csv, "The embedded table of pairings.");

  pybind11::list measures;
  register_degree(measures);
  register_link_analysis(measures);
  register_path_centrality(measures);
  register_between(measures);
  register_distances(measures);
  register_extent(measures);
  register_groups(measures);
  register_paths(measures);
  register_routes(measures);
  register_wandering(measures);
  register_structure(measures);
  register_concentration(measures);
  register_local(measures);
  register_mixing(measures);
  register_cores(measures);
  register_structural_holes(measures);
  register_influence(measures);
  register_walks(measures);
  register_two_mode(measures);
  register_trophic(measures);
  register_current_flow(measures);
  register_blocks(measures);
  register_order(measures);
  register_trees(measures);
  register_community(measures);
  register_partition(measures);
  register_flow(measures);
  m.attr("measures") = pybind11::tuple(measures);
}
