#include "aidnet/algo/local/clustering.hpp"
#include "aidnet/algo/local/square_clustering.hpp"
#include "aidnet/algo/local/transitivity.hpp"
#include "aidnet/algo/local/triangles.hpp"
#include "measure.hpp"
#include "register.hpp"

using namespace aidnet;
using measure::field;
using measure::Output;
using measure::Shape;
using measure::single_column;

template <>
struct EnumNames<ClusteringMethod> {
  static constexpr std::array values{
      std::pair{"fagiolo", ClusteringMethod::fagiolo},
      std::pair{"fagiolo_weighted", ClusteringMethod::fagiolo_weighted},
      std::pair{"watts_strogatz", ClusteringMethod::watts_strogatz},
      std::pair{"barrat", ClusteringMethod::barrat},
      std::pair{"onnela", ClusteringMethod::onnela},
      std::pair{"ldbc", ClusteringMethod::ldbc}};
};

namespace {

constexpr const char* triangles_doc = R"doc(
Triangles: how many pairs of a party's partners are partners of each other.

A donor in many triangles helps parties that also help each other; one in none holds together what
would else be apart.

Returns
-------
pandas.Series
    int64, one number a node; their sum is three times the number of triangles. Empty for an empty
    network.

Raises
------
SizeError
    If the ties both ways are more than the index type numbers.

Notes
-----
Only whether there is a tie counts, not which way it goes or whether it goes both ways: any weight
but zero makes one, a negative one too. Self-loops are left out. The same as ``networkx.triangles``,
which refuses directed networks.

References
----------
Schank, T., Wagner, D. (2005): Finding, counting and listing all triangles in large graphs, an
experimental study. WEA 2005, LNCS 3503, 606-609, doi:10.1007/11427186_54.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Shanghai", "Dalian", "Fuzhou"], ["Dalian", "Zunyi", "Zunyi", "Zunyi"]
... )
>>> aidnet.triangles(net).to_dict()
{'Shanghai': 1, 'Dalian': 1, 'Zunyi': 1, 'Fuzhou': 0}
)doc";

constexpr const char* transitivity_doc = R"doc(
Transitivity: how often two partners of the same party are partners of each other.

Three times the number of triangles over the number of pairs of ties that share a node. Every such
pair has the same weight here; the mean of `clustering` gives the same weight to every node.

Returns
-------
float
    In [0, 1]; NaN where no node has two partners, so that there is nothing to take a share of.

Raises
------
SizeError
    If the ties both ways are more than the index type numbers.

Notes
-----
Only whether there is a tie counts, not which way it goes: any weight but zero makes one, a negative
one too. Self-loops are left out; isolated nodes change nothing. The same as
``networkx.transitivity``, which refuses directed networks and returns 0 in place of NaN.

References
----------
Newman, M. E. J., Strogatz, S. H., Watts, D. J. (2001): Random graphs with arbitrary degree
distributions and their applications. Physical Review E 64, 026118,
doi:10.1103/PhysRevE.64.026118.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Shanghai", "Dalian", "Fuzhou"], ["Dalian", "Zunyi", "Zunyi", "Zunyi"]
... )
>>> aidnet.transitivity(net)
0.6
)doc";

constexpr const char* clustering_doc = R"doc(
Clustering coefficient: whether a party's partners are partners of each other.

The triangles at a node over those there could be. Low values of a donor mean that its recipients do
not help each other. `method` says what a triangle counts for: 'fagiolo' takes ties with their
direction, of which up to eight triangles can be made of three nodes, and is 'watts_strogatz' in an
undirected network; 'fagiolo_weighted' takes the geometric mean of the weights relative to the
largest, and is 'onnela' in an undirected network. 'watts_strogatz', 'barrat' and 'onnela' do not
ask which way ties go: the weights both ways are added. 'barrat' takes for a triangle the weights
of the two ties that meet in it at the node. 'ldbc' is the share of all ordered pairs of partners
that are tied, whichever way the partners' own ties go; 'watts_strogatz' in an undirected network.

Returns
-------
pandas.Series
    float64, one number a node, in [0, 1]. NaN for a node with fewer than two partners, where there
    is nothing to take a share of. Empty for an empty network.

Raises
------
ValidationError
    For an unknown `method`; where it reads weights, for a negative one, or if the weights at a node
    add up to more than a double.
SizeError
    If the ties both ways are more than the index type numbers.

Notes
-----
A common factor of the weights changes nothing. Zero weights are no ties; 'fagiolo',
'watts_strogatz' and 'ldbc' take negative weights for ties. Self-loops are left out, of the largest
weight too.
The default is ``networkx.clustering``; with its option ``weight`` NetworkX computes 'onnela' or, of
a directed network, 'fagiolo_weighted', with the weights of loops among those that it looks for the
largest. NetworkX has 0 in place of NaN. 'barrat' is ``igraph.Graph.transitivity_local_undirected``
with weights. 'ldbc' is the LCC of the LDBC Graphalytics benchmark, which has 0 in place of NaN
(``.fillna(0)``). The average clustering coefficient is ``.mean()``, which leaves NaN out, or
``.fillna(0).mean()``.

References
----------
Watts, D. J., Strogatz, S. H. (1998): Collective dynamics of 'small-world' networks. Nature 393,
440-442, doi:10.1038/30918.
Barrat, A., Barthélemy, M., Pastor-Satorras, R., Vespignani, A. (2004): The architecture of complex
weighted networks. PNAS 101, 3747-3752, doi:10.1073/pnas.0400087101.
Onnela, J.-P., Saramäki, J., Kertész, J., Kaski, K. (2005): Intensity and coherence of motifs in
weighted complex networks. Physical Review E 71, 065103, doi:10.1103/PhysRevE.71.065103.
Fagiolo, G. (2007): Clustering in complex directed networks. Physical Review E 76, 026107,
doi:10.1103/PhysRevE.76.026107.
Iosup, A., et al. (2016): LDBC Graphalytics: a benchmark for large-scale graph analysis on parallel
and distributed platforms. PVLDB 9, 1317-1328, doi:10.14778/3007263.3007270.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Shanghai", "Dalian", "Fuzhou"],
...     ["Dalian", "Zunyi", "Zunyi", "Zunyi"],
...     [1.0, 8.0, 8.0, 4.0],
... )
>>> aidnet.clustering(net, method="watts_strogatz").round(3)
node
Shanghai    1.000
Dalian      1.000
Zunyi       0.333
Fuzhou        NaN
Name: clustering, dtype: float64
>>> aidnet.clustering(net, method="barrat")["Zunyi"].item()
0.4
)doc";

constexpr const char* square_clustering_doc = R"doc(
Square clustering: whether a party's partners have partners in common besides it.

The squares through a node over those there could be. Where donors help recipients and never each
other there are no triangles; that two donors of a party also meet at another one makes a square.

Returns
-------
pandas.Series
    float64, one number a node, in [0, 1]. NaN where no square could be: fewer than two partners, or
    partners with no other ones. Empty for an empty network.

Raises
------
SizeError
    If the ties both ways are more than the index type numbers.

Notes
-----
For each pair of partners, those they have in common (besides the node) are squares; each other
partner of one of them could make another. Only whether there is a tie counts, not which way it
goes: any weight but zero makes one, a negative one too. Self-loops are left out. The same as
``networkx.square_clustering`` of the undirected network, which has 0 in place of NaN.

References
----------
Zhang, P., Wang, J., Li, X., Li, M., Di, Z., Fan, Y. (2008): Clustering coefficient and community
structure of bipartite networks. Physica A 387, 6869-6875, doi:10.1016/j.physa.2008.09.006.
Chiba, N., Nishizeki, T. (1985): Arboricity and subgraph listing algorithms. SIAM Journal on
Computing 14, 210-223, doi:10.1137/0214017.

Examples
--------
>>> import aidnet
>>> net = aidnet.from_edges(
...     ["Shanghai", "Shanghai", "Dalian", "Dalian", "Dalian"],
...     ["Zunyi", "Yanbian", "Zunyi", "Yanbian", "Liupanshui"],
... )
>>> aidnet.square_clustering(net).round(3)
node
Shanghai      1.000
Zunyi         0.500
Yanbian       0.500
Dalian        0.333
Liupanshui      NaN
Name: square_clustering, dtype: float64
)doc";

}  // namespace

void register_local(pybind11::list& measures) {
  measure::add<ClusteringOptions>(
      measures, {"clustering", "local", Shape::node_series, clustering_doc}, &clustering,
      {field("method", &ClusteringOptions::method, "What a triangle counts for; see above.")},
      single_column("clustering"));
  measure::add(measures, {"square_clustering", "local", Shape::node_series, square_clustering_doc},
               &square_clustering, single_column("square_clustering"));
  measure::add(measures, {"transitivity", "local", Shape::scalar, transitivity_doc}, &transitivity,
               [](Output& out, double value) { out.scalar(value); });
  measure::add(measures, {"triangles", "local", Shape::node_series, triangles_doc}, &triangles,
               single_column("triangles"));
}
