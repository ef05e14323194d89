# Finds the header-only libraries and makes the targets aidnet::boost and aidnet::eigen. Used by the
# build and, installed beside aidnetConfig.cmake, by programs that ask for these components.

# The Python index has the headers as wheels (cmeel-eigen, boost-headers), whose prefixes lie one
# folder below the site-packages that a Python build puts on CMAKE_PREFIX_PATH. They go first:
# otherwise an older copy on the system would be taken without a word.
function(aidnet_wheel_prefixes result)
  set(found "")
  string(REPLACE ":" ";" from_environment "$ENV{CMAKE_PREFIX_PATH}")
  foreach(prefix IN LISTS CMAKE_PREFIX_PATH from_environment)
    foreach(folder IN ITEMS cmeel.prefix boost_headers)
      if(IS_DIRECTORY "${prefix}/${folder}")
        list(APPEND found "${prefix}/${folder}")
      endif()
    endforeach()
  endforeach()
  set(${result} "${found}" PARENT_SCOPE)
endfunction()

# The include directories of Eigen; empty where there is none of at least 3.4.
function(aidnet_find_eigen result)
  set(dirs "")
  if(NOT TARGET Eigen3::Eigen)
    aidnet_wheel_prefixes(wheels)
    list(PREPEND CMAKE_PREFIX_PATH ${wheels})
    # Without a version: Eigen 5 would not answer to a request for 3.4.
    find_package(Eigen3 CONFIG QUIET)
  endif()
  if(TARGET Eigen3::Eigen AND NOT (Eigen3_VERSION AND Eigen3_VERSION VERSION_LESS 3.4))
    get_target_property(dirs Eigen3::Eigen INTERFACE_INCLUDE_DIRECTORIES)
  endif()
  set(${result} "${dirs}" PARENT_SCOPE)
endfunction()

# The include directories of Boost; empty where there is no Boost.Graph.
function(aidnet_find_boost result)
  aidnet_wheel_prefixes(wheels)
  find_path(AIDNET_BOOST_INCLUDE_DIR boost/graph/graph_concepts.hpp
            PATHS ${wheels} PATH_SUFFIXES include NO_DEFAULT_PATH)
  mark_as_advanced(AIDNET_BOOST_INCLUDE_DIR)
  if(NOT AIDNET_BOOST_INCLUDE_DIR AND NOT TARGET Boost::headers)
    # The config that Boost itself ships; CMake's own FindBoost is gone since 3.30.
    find_package(Boost CONFIG QUIET COMPONENTS headers)
  endif()
  if(NOT AIDNET_BOOST_INCLUDE_DIR AND TARGET Boost::headers)
    get_target_property(dirs Boost::headers INTERFACE_INCLUDE_DIRECTORIES)
  else()
    find_path(AIDNET_BOOST_INCLUDE_DIR boost/graph/graph_concepts.hpp)
    set(dirs ${AIDNET_BOOST_INCLUDE_DIR})
  endif()
  if(NOT dirs)
    set(dirs "")
  endif()
  set(${result} "${dirs}" PARENT_SCOPE)
endfunction()

# The include directories of nlohmann-json, which the library uses inside only; empty where it is not
# there. Its wheel of the same name has them in site-packages/nlohmann_json/include.
function(aidnet_find_nlohmann result)
  string(REPLACE ":" ";" from_environment "$ENV{CMAKE_PREFIX_PATH}")
  list(TRANSFORM CMAKE_PREFIX_PATH APPEND "/nlohmann_json" OUTPUT_VARIABLE wheels)
  list(TRANSFORM from_environment APPEND "/nlohmann_json")
  find_path(AIDNET_NLOHMANN_INCLUDE_DIR nlohmann/json.hpp
            PATHS ${wheels} ${from_environment} PATH_SUFFIXES include NO_DEFAULT_PATH)
  find_path(AIDNET_NLOHMANN_INCLUDE_DIR nlohmann/json.hpp)
  mark_as_advanced(AIDNET_NLOHMANN_INCLUDE_DIR)
  if(NOT AIDNET_NLOHMANN_INCLUDE_DIR)
    # Where neither is so, the package that a CMake project brings (FetchContent, vcpkg, Conan).
    find_package(nlohmann_json CONFIG QUIET)
  endif()
  if(AIDNET_NLOHMANN_INCLUDE_DIR)
    set(${result} "${AIDNET_NLOHMANN_INCLUDE_DIR}" PARENT_SCOPE)
  elseif(TARGET nlohmann_json::nlohmann_json)
    get_target_property(dirs nlohmann_json::nlohmann_json INTERFACE_INCLUDE_DIRECTORIES)
    set(${result} "${dirs}" PARENT_SCOPE)
  else()
    set(${result} "" PARENT_SCOPE)
  endif()
endfunction()

# Makes aidnet::<component> for the adapter header of that name, if its library is there. Further
# arguments go to add_library().
function(aidnet_add_adapter component)
  if(TARGET aidnet::${component})
    return()
  endif()
  cmake_language(CALL aidnet_find_${component} dirs)
  if(dirs)
    add_library(aidnet::${component} INTERFACE IMPORTED ${ARGN})
    target_link_libraries(aidnet::${component} INTERFACE aidnet::aidnet)
    # As directories, not as a linked target, so that it also works where that target is unknown.
    target_include_directories(aidnet::${component} SYSTEM INTERFACE ${dirs})
  endif()
endfunction()
