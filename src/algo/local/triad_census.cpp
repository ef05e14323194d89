#include "aidnet/algo/local/triad_census.hpp"

#include <algorithm>

#include "algo/partner_ties_detail.hpp"
#include "algo/triangles_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

/// How u is tied to v: 1 where it gives, 2 where it receives, 3 both.
using Tie = std::size_t;
constexpr Tie one_way = 1;
constexpr Tie mutual = 3;

constexpr Tie turned(Tie tie) { return tie == mutual ? mutual : 3 - tie; }

/// The kind of a triad of u, v and w by the ties u–v, u–w and v–w.
std::size_t kind(Tie uv, Tie uw, Tie vw) {
  // Holland and Leinhardt's kinds by Batagelj and Mrvar's codes.
  static constexpr std::array<unsigned char, 64> kinds{
      0, 1,  1,  2,  1, 3,  5, 7,  1,  5,  4,  6,  2, 7,  6,  10, 1,  5,  3,  7, 4, 8,
      8, 12, 5,  9,  8, 13, 6, 13, 11, 14, 1,  4,  5, 6,  5,  8,  9,  13, 3,  8, 8, 11,
      7, 12, 13, 14, 2, 6,  7, 10, 6,  11, 13, 14, 7, 13, 12, 14, 10, 14, 14, 15};
  return kinds[uv + 4 * uw + 16 * vw];
}

/// Pairs of ties that share a node, by how that node is tied to the two others.
struct Paths {
  std::array<std::array<std::int64_t, 4>, 4> count{};

  void add(Tie one, Tie other, std::int64_t times) {
    count[std::min(one, other)][std::max(one, other)] += times;
  }
};

std::int64_t mutual_pairs(std::size_t k) { return triad_names[k][0] - '0'; }
std::int64_t one_way_pairs(std::size_t k) { return triad_names[k][1] - '0'; }

}  // namespace

TriadCensus triad_census(const Graph& graph, const Control& control) {
  const std::int64_t n = graph.node_count();
  if (n > 3'810'779) throw SizeError("triad_census: the triads are more than 64 bits count");
  control.poll();
  const Csr pairs = detail::partner_ties(graph, control, [](double out, double in) {
    return (out != 0.0 ? 1.0 : 0.0) + (in != 0.0 ? 2.0 : 0.0);
  });
  const auto tie = [&](index_t entry) {
    return static_cast<Tie>(pairs.weights[static_cast<std::size_t>(entry)]);
  };

  std::vector<std::int64_t> triangles(64, 0);
  detail::Triangles(pairs, control)
      .gather(triangles, control, [&](auto& sums, const detail::Triangle& triangle) {
        const Tie code =
            tie(triangle.entry[0]) + 4 * tie(triangle.entry[1]) + 16 * tie(triangle.entry[2]);
        ++sums[static_cast<index_t>(code)];
      });

  // All paths by the ties at their middle, less those that triangles close.
  Paths paths;
  std::array<std::int64_t, 4> ends{};
  for (index_t u = 0; u < graph.node_count(); ++u) {
    std::array<std::int64_t, 4> own{};
    for (const double t : pairs.row_weights(u)) ++own[static_cast<Tie>(t)];
    for (Tie a = 1; a < 4; ++a) {
      ends[a] += own[a];
      paths.add(a, a, own[a] * (own[a] - 1) / 2);
      for (Tie b = a + 1; b < 4; ++b) paths.add(a, b, own[a] * own[b]);
    }
  }
  TriadCensus census{};
  for (Tie code = 0; code < triangles.size(); ++code) {
    const Tie ab = code % 4;
    const Tie ac = code / 4 % 4;
    const Tie bc = code / 16;
    census[kind(ab, ac, bc)] += triangles[code];
    paths.add(ab, ac, -triangles[code]);
    paths.add(turned(ab), bc, -triangles[code]);
    paths.add(turned(ac), turned(bc), -triangles[code]);
  }
  for (Tie a = 1; a < 4; ++a)
    for (Tie b = a; b < 4; ++b) census[kind(a, b, 0)] += paths.count[a][b];

  // Each pair is in n − 2 triads; what those counted so far do not hold is alone in its triad.
  std::int64_t alone_one_way = ends[one_way] * (n - 2);
  std::int64_t alone_mutual = ends[mutual] / 2 * (n - 2);
  for (std::size_t k = 3; k < census.size(); ++k) {
    alone_one_way -= one_way_pairs(k) * census[k];
    alone_mutual -= mutual_pairs(k) * census[k];
  }
  census[1] = alone_one_way;
  census[2] = alone_mutual;
  // n (n − 1) (n − 2) / 6 without a product that is more than 64 bits hold.
  std::int64_t rest = n < 3 ? 0 : n % 2 == 0 ? n / 2 * (n - 1) : (n - 1) / 2 * n;
  rest = rest % 3 == 0 ? rest / 3 * (n - 2) : (n - 2) / 3 * rest;
  if (n < 3) rest = 0;
  for (std::size_t k = 1; k < census.size(); ++k) rest -= census[k];
  census[0] = rest;
  return census;
}

}  // namespace aidnet::inline AIDNET_ABI
