#pragma once

/// The one version of the C++ library and of the Python package. The build reads these three lines.
#define AIDNET_VERSION_MAJOR 0
#define AIDNET_VERSION_MINOR 1
#define AIDNET_VERSION_PATCH 0

#define AIDNET_DETAIL_TEXT(x) #x
#define AIDNET_DETAIL_JOIN(a, b, c) \
  AIDNET_DETAIL_TEXT(a) "." AIDNET_DETAIL_TEXT(b) "." AIDNET_DETAIL_TEXT(c)

/// The same as text: "major.minor.patch".
#define AIDNET_VERSION \
  AIDNET_DETAIL_JOIN(AIDNET_VERSION_MAJOR, AIDNET_VERSION_MINOR, AIDNET_VERSION_PATCH)

namespace aidnet {

/// The version of the headers in use, as "major.minor.patch".
[[nodiscard]] constexpr const char* version() noexcept { return AIDNET_VERSION; }

}  // namespace aidnet
