#include "aidnet/adapt/eigen.hpp"

#include <type_traits>
#include <utility>

#include <Eigen/IterativeLinearSolvers>
#include <Eigen/SparseLU>

#include "aidnet/core/builder.hpp"
#include "catch.hpp"
#include "sample.hpp"

namespace adapt = aidnet::adapt;
using aidnet::Graph;
using aidnet::index_t;
using Eigen::VectorXd;

namespace {

template <class G>
concept Mappable = requires(G&& g) {
  adapt::matrix(std::forward<G>(g));
};
static_assert(Mappable<const Graph&>);
static_assert(!Mappable<Graph>, "a map of a temporary graph would dangle");
static_assert(!std::is_same_v<adapt::MatrixMap, adapt::TransposedMatrixMap>);

template <class Map>
void check_shares(const Map& map, const Graph& g) {
  CHECK(map.rows() == g.node_count());
  CHECK(map.cols() == g.node_count());
  CHECK(map.nonZeros() == g.entry_count());
  CHECK(map.isCompressed());
  CHECK(map.outerIndexPtr() == g.offsets().data());
  CHECK(map.innerIndexPtr() == g.indices().data());
  CHECK(map.valuePtr() == g.weights().data());
}

}  // namespace

TEST_CASE("Eigen's matrix and its transpose are the graph's own arrays", "[adapt][eigen]") {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    INFO("seed " << seed);
    const Graph g = testing_support::random_sample(seed).graph();
    const auto matrix = adapt::matrix(g);
    const auto transposed = adapt::transposed_matrix(g);
    check_shares(matrix, g);
    check_shares(transposed, g);
    for (index_t u = 0; u < g.node_count(); ++u) {
      for (index_t v = 0; v < g.node_count(); ++v) {
        CHECK(matrix.coeff(u, v) == g.weight(u, v));
        CHECK(transposed.coeff(v, u) == g.weight(u, v));
      }
    }
    const Graph turned = g.reverse();
    CHECK(adapt::matrix(turned).valuePtr() == g.transposed().weights.data());
    const VectorXd ones = VectorXd::Ones(g.node_count());
    CHECK(VectorXd(adapt::matrix(turned) * ones).isApprox(VectorXd(transposed * ones), 1e-12));
  }
}

TEST_CASE("the empty graph and one without arcs have matrices", "[adapt][eigen]") {
  const Graph empty;
  check_shares(adapt::matrix(empty), empty);
  const Graph isolated = aidnet::Builder(3).build();
  check_shares(adapt::matrix(isolated), isolated);
  CHECK((adapt::matrix(isolated) * VectorXd::Ones(3)).isZero(0.0));
}

TEST_CASE("Eigen solves for the Katz centrality of a small network", "[adapt][eigen]") {
  // x = 1 + Aᵀx / 4: x0 = 1, x1 = 1 + (2·x0 + x3) / 4, x2 = 1 + (x1 + 2·x2) / 4, x3 = 1 + x1 / 4.
  // The second and the fourth give x1 = 28/15, x3 = 22/15; the third then x2 = 44/15.
  const Graph g =
      aidnet::Builder(4).add(0, 1, 2).add(1, 2).add(1, 3).add(2, 2, 2).add(3, 1).build();
  using Matrix = Eigen::SparseMatrix<double, Eigen::ColMajor, index_t>;
  Matrix system(4, 4);
  system.setIdentity();
  system -= 0.25 * adapt::transposed_matrix(g);
  const VectorXd ones = VectorXd::Ones(4);
  const VectorXd expected = (VectorXd(4) << 1.0, 28.0 / 15, 44.0 / 15, 22.0 / 15).finished();

  Eigen::SparseLU<Matrix> direct(system);
  REQUIRE(direct.info() == Eigen::Success);
  CHECK((VectorXd(direct.solve(ones)) - expected).norm() < 1e-13);

  Eigen::BiCGSTAB<Matrix> iterative(system);
  CHECK((VectorXd(iterative.solve(ones)) - expected).norm() < 1e-12);
  CHECK(iterative.info() == Eigen::Success);
}

TEST_CASE("Eigen's conjugate gradients run on the graph's memory", "[adapt][eigen]") {
  // A network whose matrix is positive definite as it stands: the second differences on a line,
  // 2 on the diagonal (loops), −1 beside it. For a right side of ones, x_i = (i + 1)(n − i) / 2.
  const index_t n = 50;
  aidnet::Builder builder(n, {.directed = false});
  for (index_t u = 0; u < n; ++u) {
    builder.add(u, u, 2.0);
    if (u + 1 < n) builder.add(u, u + 1, -1.0);
  }
  const Graph g = builder.build();
  using Matrix = Eigen::SparseMatrix<double, Eigen::RowMajor, index_t>;
  const auto map = adapt::matrix(g);
  Eigen::ConjugateGradient<Matrix, Eigen::Lower | Eigen::Upper> solver(map);
  const VectorXd x = solver.solve(VectorXd::Ones(n));
  REQUIRE(solver.info() == Eigen::Success);
  for (index_t u = 0; u < n; ++u)
    CHECK_THAT(x[u], WithinRel(0.5 * static_cast<double>((u + 1) * (n - u)), 1e-10));
}
