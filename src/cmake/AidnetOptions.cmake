# What a builder may choose. A project that embeds aidnet gets the library and nothing else.

if(DEFINED SKBUILD)  # built by pip through scikit-build-core
  set(_in_wheel ON)
else()
  set(_in_wheel OFF)
endif()
set(_developing OFF)
if(PROJECT_IS_TOP_LEVEL AND NOT _in_wheel)
  set(_developing ON)
endif()

option(AIDNET_INDEX_64 "64-bit node and entry indices (32-bit otherwise)" OFF)
option(AIDNET_BUILD_TESTS "Build the C++ tests (needs Catch2, Boost and Eigen headers)" ${_developing})
option(AIDNET_BUILD_BENCHMARKS "Build the benchmarks (needs Google Benchmark)" OFF)
option(AIDNET_BUILD_PYTHON "Build the Python extension module" ${_in_wheel})
option(AIDNET_INSTALL "Install the library, its headers and its CMake package" ${PROJECT_IS_TOP_LEVEL})
option(AIDNET_WERROR "Treat warnings as errors" OFF)
option(AIDNET_HARDEN "Check the standard library's preconditions and buffers at run time" OFF)

set(AIDNET_SANITIZE "" CACHE STRING "Sanitizers for all targets, e.g. address,undefined")
set(AIDNET_TBB AUTO CACHE STRING "Threads from oneTBB: ON, OFF (plain threads), or AUTO (if found)")
set_property(CACHE AIDNET_TBB PROPERTY STRINGS AUTO ON OFF)
if(NOT AIDNET_TBB MATCHES "^(AUTO|ON|OFF)$")
  message(FATAL_ERROR "AIDNET_TBB is \"${AIDNET_TBB}\"; it must be AUTO, ON or OFF")
endif()

# Only a tree of our own: an embedding project decides its build type itself.
get_property(_multi_config GLOBAL PROPERTY GENERATOR_IS_MULTI_CONFIG)
if(PROJECT_IS_TOP_LEVEL AND NOT _multi_config AND NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Debug, Release, RelWithDebInfo or MinSizeRel" FORCE)
endif()

if(AIDNET_INDEX_64)
  set(AIDNET_INDEX_64_VALUE 1)
  set(AIDNET_ABI i64)
else()
  set(AIDNET_INDEX_64_VALUE 0)
  set(AIDNET_ABI i32)
endif()
