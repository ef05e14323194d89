#pragma once

#include <pybind11/pybind11.h>

void register_errors(pybind11::module_& m);
void register_graph(pybind11::module_& m);
void register_weights(pybind11::module_& m);
void register_ledger(pybind11::module_& m);
void register_ledger_network(pybind11::module_& m);
void register_ledger_trust(pybind11::module_& m);
void register_quantity(pybind11::module_& m);
void register_nx(pybind11::module_& m);

// One function per family of measures; each appends one row a measure (see measure.hpp).
void register_degree(pybind11::list& measures);
void register_link_analysis(pybind11::list& measures);
void register_path_centrality(pybind11::list& measures);
void register_between(pybind11::list& measures);
void register_distances(pybind11::list& measures);
void register_extent(pybind11::list& measures);
void register_groups(pybind11::list& measures);
void register_paths(pybind11::list& measures);
void register_routes(pybind11::list& measures);
void register_wandering(pybind11::list& measures);
void register_structure(pybind11::list& measures);
void register_concentration(pybind11::list& measures);
void register_local(pybind11::list& measures);
void register_mixing(pybind11::list& measures);
void register_cores(pybind11::list& measures);
void register_structural_holes(pybind11::list& measures);
void register_influence(pybind11::list& measures);
void register_walks(pybind11::list& measures);
void register_two_mode(pybind11::list& measures);
void register_trophic(pybind11::list& measures);
void register_current_flow(pybind11::list& measures);
void register_blocks(pybind11::list& measures);
void register_order(pybind11::list& measures);
void register_trees(pybind11::list& measures);
void register_community(pybind11::list& measures);
void register_partition(pybind11::list& measures);
void register_flow(pybind11::list& measures);
