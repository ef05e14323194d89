# Reads the one version from version.hpp into AIDNET_VERSION.

set(_header "${CMAKE_CURRENT_LIST_DIR}/../../include/aidnet/version.hpp")
file(READ "${_header}" _text)
set(_parts "")
foreach(_part IN ITEMS MAJOR MINOR PATCH)
  if(NOT _text MATCHES "#define AIDNET_VERSION_${_part} ([0-9]+)")
    message(FATAL_ERROR "no AIDNET_VERSION_${_part} in ${_header}")
  endif()
  list(APPEND _parts "${CMAKE_MATCH_1}")
endforeach()
list(JOIN _parts "." AIDNET_VERSION)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${_header}")
