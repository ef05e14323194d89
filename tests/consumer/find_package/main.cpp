// Three parties: 0 and 1 help each other, 2 helps 0. PageRank by hand, with damping 0.85:
// x2 = 0.05, x0 = 0.05 + 0.85 (x1 + x2), x1 = 0.05 + 0.85 x0, so x0 = 0.135 / 0.2775.

#include <aidnet/aidnet.hpp>
#include <cmath>
#include <cstdio>

int main() {
  aidnet::Builder builder(3);
  builder.add(0, 1, 5.0).add(1, 0, 2.0).add(2, 0, 1.0);
  const auto result = aidnet::pagerank(builder.build());

  const double expected = 0.135 / 0.2775;
  const double error = std::abs(result.score.at(0) - expected);
  std::printf("aidnet %s: %.12f, off by %.1e\n", aidnet::version(), result.score[0], error);
  return error < 1e-9 ? 0 : 1;
}
