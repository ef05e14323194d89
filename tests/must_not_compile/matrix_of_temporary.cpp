// The matrix is a view: of a graph that ends with the statement it would dangle.

#include "aidnet/adapt/eigen.hpp"

double misuse(const aidnet::Graph& graph) {
#ifdef AIDNET_GOOD_FORM
  const aidnet::Graph turned = graph.reverse();
  return aidnet::adapt::matrix(turned).sum();
#else
  return aidnet::adapt::matrix(graph.reverse()).sum();
#endif
}
