// Weights are strength. Taken as distances, they would make the greatest help the longest way.

#include "aidnet/algo/centrality/betweenness.hpp"

std::vector<double> misuse(const aidnet::Graph& graph) {
#ifdef AIDNET_GOOD_FORM
  return aidnet::betweenness(graph, aidnet::Length::given(graph, graph.weights()));
#else
  return aidnet::betweenness(graph, graph.weights());
#endif
}
