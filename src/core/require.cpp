#include "aidnet/core/error.hpp"
#include "require_detail.hpp"
#include "text_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

void require_nonnegative(const Graph& graph, const char* who) {
  if (!graph.has_negative_weights()) return;
  std::string arcs;
  int found = 0;
  for (index_t e = 0; e < graph.entry_count(); ++e) {
    const auto k = static_cast<std::size_t>(e);
    if (graph.weights()[k] >= 0.0) continue;
    if (!graph.is_directed() && graph.indices()[k] < graph.entry_source(e)) continue;  // once
    if (++found > 5) {
      arcs += ", …";
      break;
    }
    arcs += text(found > 1 ? ", " : "", graph.entry_source(e), " → ", graph.indices()[k], " (",
                 graph.weights()[k], ")");
  }
  throw ValidationError(text(who, " needs weights of 0 or more; negative: ", arcs));
}

}  // namespace aidnet::inline AIDNET_ABI::detail
