#include "aidnet/algo/local/brokerage.hpp"
#include "aidnet/algo/local/constraint.hpp"
#include "aidnet/algo/local/effective_size.hpp"
#include "measure.hpp"
#include "option_docs.hpp"
#include "register.hpp"

using namespace aidnet;
using measure::field;
using measure::groups_field;
using measure::Output;
using measure::Shape;
using measure::single_column;

namespace {

constexpr const char* brokerage_doc = R"doc(
Brokerage of Gould and Fernandez: between whom a party passes help on.

A node is a broker for two others where one gives to it, it gives to the other, and the first does
not give to the other itself. The groups of the three (regions, say) make the role: 'coordinator'
if all are in one group, 'itinerant' if the ends are in one and the broker in another, 'gatekeeper'
if the broker is in the receiver's group alone, 'representative' if in the giver's alone, 'liaison'
if they are in three. A province that receives from an eastern city and gives to a county of its own
is a gatekeeper.

Returns
-------
pandas.DataFrame
    int64, one row a node, one column a role, and their ``total``. Empty for an empty network.

Raises
------
ValidationError
    For a node that is in no group or in two.

Notes
-----
Only whether there is a tie counts: any weight but zero makes one, a negative one too. Self-loops
are left out. In an undirected network every tie goes both ways, so that each pair of ends counts
twice. The columns are w_I, w_O, b_OI, b_IO, b_O and t of ``brokerage`` in the R package sna.

References
----------
Gould, R. V., Fernandez, R. M. (1989): Structures of mediation: A formal approach to brokerage in
transaction networks. Sociological Methodology 19, 89-126, doi:10.2307/270949.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Dalian", "Guizhou", "Guizhou"], ["Guizhou", "Guizhou", "Zunyi", "Dalian"]
... )
>>> sides = [{"Shanghai", "Dalian"}, {"Guizhou", "Zunyi"}]
>>> aidnet.brokerage(net, groups=sides).loc["Guizhou"].to_dict()
{'coordinator': 0, 'itinerant': 1, 'gatekeeper': 2, 'representative': 0, 'liaison': 0, 'total': 3}
)doc";

constexpr const char* constraint_doc = R"doc(
Burt's constraint: how much a party depends on partners that are tied to one another.

The sum, over the partners, of the squared share that is invested in each of them, directly and by
way of partners that both have. A party that is constrained has few partners, or partners that deal
with each other without it; one with a low value stands between parties that need it to reach each
other (structural holes).

Returns
-------
pandas.Series
    float64, one number a node, above 0; it can exceed 1 where there are few partners and all are
    tied. NaN for a node without partners. Empty for an empty network.

Raises
------
ValidationError
    If `weighted`, for a negative weight or if the weights at a node add up to more than a double.
SizeError
    If the ties both ways are more than the index type numbers.

Notes
-----
What is invested in a partner is the number, or the weight, of the ties both ways; a common factor
of the weights changes nothing. Zero weights are no ties. Self-loops are left out; apart from that
the same as ``networkx.constraint``, with ``weight="weight"`` if weighted; asked for single nodes,
NetworkX has NaN for those that only receive.

References
----------
Burt, R. S. (1992): Structural Holes: The Social Structure of Competition. Harvard University Press.
Burt, R. S. (2004): Structural holes and good ideas. American Journal of Sociology 110, 349-399,
doi:10.1086/421787.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Shanghai", "Dalian", "Fuzhou"], ["Dalian", "Zunyi", "Zunyi", "Zunyi"]
... )
>>> aidnet.constraint(net).round(3)
node
Shanghai    1.007
Dalian      1.007
Zunyi       0.611
Fuzhou      1.000
Name: constraint, dtype: float64
)doc";

constexpr const char* effective_size_doc = R"doc(
Burt's effective size: how many of a party's partners are not redundant.

The number of partners, less for each of them what is invested in others that it is tied to, as far
as it is tied to them. Partners that are tied to the party's other partners bring it little that
those do not. Divided by the number of partners it is Burt's efficiency.

Returns
-------
pandas.Series
    float64, one number a node, from 0 to its number of partners, or to 1 if normalized. NaN for a
    node without partners. Empty for an empty network.

Raises
------
ValidationError
    If `weighted`, for a negative weight or if the weights at a node add up to more than a double.
SizeError
    If the ties both ways are more than the index type numbers.

Notes
-----
Where all ties are alike it is ``k - 2 * t / k`` for `k` partners with `t` ties among them; ties
both ways count twice. A common factor of the weights changes nothing. Zero weights are no ties.
Self-loops are left out; apart from that the same as ``networkx.effective_size``, with
``weight="weight"`` if weighted, asked for single nodes; for those that only receive it has NaN then,
and asked for all at once, it divides by the largest tie of the other one of two partners.

References
----------
Burt, R. S. (1992): Structural Holes: The Social Structure of Competition. Harvard University Press.
Burt, R. S. (2004): Structural holes and good ideas. American Journal of Sociology 110, 349-399,
doi:10.1086/421787.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Shanghai", "Dalian", "Fuzhou"], ["Dalian", "Zunyi", "Zunyi", "Zunyi"]
... )
>>> aidnet.effective_size(net).round(3)
node
Shanghai    1.000
Dalian      1.000
Zunyi       2.333
Fuzhou      1.000
Name: effective_size, dtype: float64
)doc";

}  // namespace

void register_structural_holes(pybind11::list& measures) {
  measure::add<BrokerageOptions>(
      measures, {"brokerage", "local", Shape::node_frame, brokerage_doc}, &brokerage,
      {groups_field("groups", &BrokerageOptions::groups, measure::docs::groups)},
      [](Output& out, Brokerage&& roles) {
        out.column("coordinator", std::move(roles.coordinator))
            .column("itinerant", std::move(roles.itinerant))
            .column("gatekeeper", std::move(roles.gatekeeper))
            .column("representative", std::move(roles.representative))
            .column("liaison", std::move(roles.liaison))
            .column("total", std::move(roles.total));
      });
  measure::add<ConstraintOptions>(
      measures, {"constraint", "local", Shape::node_series, constraint_doc}, &constraint,
      {field("weighted", &ConstraintOptions::weighted, measure::docs::weighted)},
      single_column("constraint"));
  measure::add<EffectiveSizeOptions>(
      measures, {"effective_size", "local", Shape::node_series, effective_size_doc},
      &effective_size,
      {field("weighted", &EffectiveSizeOptions::weighted, measure::docs::weighted),
       field("normalized", &EffectiveSizeOptions::normalized,
             "Whether to divide by the number of partners: Burt's efficiency.")},
      single_column("effective_size"));
}
