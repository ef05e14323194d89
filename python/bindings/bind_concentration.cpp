#include "aidnet/algo/concentration/entropy.hpp"
#include "aidnet/algo/concentration/hhi.hpp"
#include "measure.hpp"
#include "register.hpp"

using namespace aidnet;
using measure::field;
using measure::Shape;
using measure::single_column;

namespace {

constexpr const char* mode_doc =
    "Shares of what the node gives or receives, or of both, partner by partner.";

constexpr const char* entropy_doc = R"doc(
Shannon entropy of a party's partners: how evenly it spreads its aid.

``-sum(p * ln p)`` over the shares `p` of a node's partners, divided by its largest value ``ln k``
for `k` partners unless `normalized` is False. Normalized, 1 says that all partners get alike, and
near 0 that one gets almost everything.

Returns
-------
pandas.Series
    float64, one number a node, in [0, 1], or in nats if not normalized. NaN for a node without
    positive ties, which has no shares, and, if normalized, for one with a single partner, whose
    share is both perfectly even and perfectly concentrated. Empty for an empty network.

Raises
------
ValidationError
    For a negative weight, if the weights at a node add up to more than a double, or for an unknown
    `mode`.

Notes
-----
Weights are strengths; a common factor changes nothing. Zero weights are no ties. A self-loop makes
the node its own partner; it counts twice in an undirected network and in mode 'all', as in
`strength`. A partner on both sides is one partner in mode 'all'. Not normalized, the same as
``scipy.stats.entropy`` of a node's weights.

References
----------
Shannon, C. E. (1948): A mathematical theory of communication. Bell System Technical Journal 27,
379-423, doi:10.1002/j.1538-7305.1948.tb01338.x.
Pielou, E. C. (1966): The measurement of diversity in different types of biological collections.
Journal of Theoretical Biology 13, 131-144, doi:10.1016/0022-5193(66)90013-0.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Shanghai", "Dalian"], ["Zunyi", "Dalian", "Liupanshui"], [3.0, 1.0, 8.0]
... )
>>> aidnet.entropy(net).round(4)
node
Shanghai      0.8113
Zunyi            NaN
Dalian           NaN
Liupanshui       NaN
Name: entropy, dtype: float64
>>> aidnet.entropy(net, normalized=False).round(4)["Dalian"].item()
0.0
)doc";

constexpr const char* hhi_doc = R"doc(
Herfindahl-Hirschman index of a party's partners: how much it concentrates its aid on few.

``sum(p ** 2)`` over the shares `p` of a node's partners: 1 for a single partner, ``1 / k`` for `k`
equal ones. For donors it says whether they favour few recipients, for recipients (mode 'in')
whether they depend on few donors.

Returns
-------
pandas.Series
    float64, one number a node, in (0, 1], or in [0, 1] if normalized. NaN for a node without
    positive ties, which has no shares, and, if normalized, for one with a single partner. Empty for
    an empty network.

Raises
------
ValidationError
    For a negative weight, if the weights at a node add up to more than a double, or for an unknown
    `mode`.

Notes
-----
Normalized is ``(HHI - 1/k) / (1 - 1/k)``, `k` being the node's own number of partners. Weights are
strengths; a common factor changes nothing. Zero weights are no ties. A self-loop makes the node its
own partner; it counts twice in an undirected network and in mode 'all', as in `strength`. A partner
on both sides is one partner in mode 'all'.

References
----------
Hirschman, A. O. (1964): The paternity of an index. American Economic Review 54, 761-762.
Rhoades, S. A. (1993): The Herfindahl-Hirschman index. Federal Reserve Bulletin 79, 188-189.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Shanghai", "Dalian"], ["Zunyi", "Dalian", "Liupanshui"], [3.0, 1.0, 8.0]
... )
>>> aidnet.hhi(net)
node
Shanghai      0.625
Zunyi           NaN
Dalian        1.000
Liupanshui      NaN
Name: hhi, dtype: float64
)doc";

}  // namespace

void register_concentration(pybind11::list& measures) {
  measure::add<EntropyOptions>(
      measures, {"entropy", "concentration", Shape::node_series, entropy_doc}, &entropy,
      {field("mode", &EntropyOptions::mode, mode_doc),
       field("normalized", &EntropyOptions::normalized,
             "Whether to divide by the entropy of equal shares; if not, it is in nats.")},
      single_column("entropy"));
  measure::add<HhiOptions>(
      measures, {"hhi", "concentration", Shape::node_series, hhi_doc}, &hhi,
      {field("mode", &HhiOptions::mode, mode_doc),
       field("normalized", &HhiOptions::normalized,
             "Whether to scale by the number of partners, so that equal shares give 0.")},
      single_column("hhi"));
}
