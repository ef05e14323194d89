# How our own targets are compiled. Everything is set on targets, nothing for a whole directory, so
# that a project which embeds aidnet keeps its own flags.

set(AIDNET_WARNINGS
    -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wdouble-promotion -Wfloat-conversion
    -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast -Wcast-align -Wcast-qual
    -Wundef -Wimplicit-fallthrough -Wextra-semi -Wformat=2 -Wunused)

set(_sanitize "")
if(AIDNET_SANITIZE)
  # Halting: a finding ends the test that has it.
  set(_sanitize "-fsanitize=${AIDNET_SANITIZE}" -fno-sanitize-recover=all -fno-omit-frame-pointer)
endif()

# For every target of ours: language, warnings, checks.
function(aidnet_private_settings target)
  set_target_properties(${target} PROPERTIES
      CXX_EXTENSIONS OFF CXX_STANDARD_REQUIRED ON POSITION_INDEPENDENT_CODE ON)
  target_compile_features(${target} PRIVATE cxx_std_20)

  if(PROJECT_IS_TOP_LEVEL)
    target_compile_options(${target} PRIVATE ${AIDNET_WARNINGS})
  endif()
  if(AIDNET_WERROR)
    target_compile_options(${target} PRIVATE -Werror)
  endif()

  target_compile_options(${target} PRIVATE ${_sanitize})
  target_link_options(${target} PRIVATE ${_sanitize})
  if(AIDNET_HARDEN)
    target_compile_definitions(${target} PRIVATE _GLIBCXX_ASSERTIONS)
    if(NOT AIDNET_SANITIZE)  # the sanitizers bring their own, better checks of buffers
      target_compile_options(${target} PRIVATE
          $<$<NOT:$<CONFIG:Debug>>:-U_FORTIFY_SOURCE$<SEMICOLON>-D_FORTIFY_SOURCE=3>)
    endif()
  else()
    target_compile_definitions(${target} PRIVATE $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)
  endif()
endfunction()

# For the library itself: headers, the fixed index width, dependencies, reproducible arithmetic.
function(aidnet_library_settings target)
  configure_file("${PROJECT_SOURCE_DIR}/src/cmake/config.hpp.in"
                 "${PROJECT_BINARY_DIR}/include/aidnet/core/config.hpp" @ONLY)
  target_include_directories(${target}
      PUBLIC "$<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>"
             "$<BUILD_INTERFACE:${PROJECT_BINARY_DIR}/include>"
      PRIVATE "${PROJECT_SOURCE_DIR}/src")
  target_compile_features(${target} PUBLIC cxx_std_20)
  target_compile_definitions(${target} PUBLIC AIDNET_INDEX_64=${AIDNET_INDEX_64_VALUE})
  set_target_properties(${target} PROPERTIES
      VERSION ${PROJECT_VERSION}
      SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})

  get_target_property(type ${target} TYPE)
  if(type STREQUAL "SHARED_LIBRARY")  # nothing says of a name that it is exported: all are
    set_target_properties(${target} PROPERTIES
        CXX_VISIBILITY_PRESET default VISIBILITY_INLINES_HIDDEN OFF)
  endif()

  # No fused multiply-add by the compiler's choice: results are the same bits on machines with and
  # without that instruction. For the same reason there is no -ffast-math anywhere.
  target_compile_options(${target} PRIVATE -ffp-contract=off)

  # Each file still includes what it needs itself, which is seen where there are no precompiled headers
  # (CMAKE_DISABLE_PRECOMPILE_HEADERS) and each is compiled by itself, as in the clang build.
  target_precompile_headers(${target} PRIVATE
      <algorithm> <array> <cmath> <cstdint> <functional> <limits> <map> <memory> <numeric> <optional>
      <span> <string> <string_view> <utility> <vector>)

  # As directories, not as linked targets: programs that use aidnet need neither.
  target_include_directories(${target} SYSTEM PRIVATE ${AIDNET_EIGEN_INCLUDE_DIRS}
                             ${AIDNET_NLOHMANN_INCLUDE_DIRS})
  target_compile_definitions(${target} PRIVATE EIGEN_MPL2_ONLY)

  target_link_libraries(${target} PRIVATE Threads::Threads)
  if(AIDNET_HAS_TBB)
    target_link_libraries(${target} PRIVATE TBB::tbb)
  endif()
  set_source_files_properties("${PROJECT_SOURCE_DIR}/src/core/parallel.cpp" PROPERTIES
      COMPILE_DEFINITIONS AIDNET_HAS_TBB=${AIDNET_HAS_TBB})

  # Whoever links a sanitized library needs the sanitizer's runtime too.
  target_link_options(${target} INTERFACE ${_sanitize})
endfunction()
