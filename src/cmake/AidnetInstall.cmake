# Installs the library so that find_package(aidnet CONFIG) and pkg-config find it. In a wheel the
# prefix is the package's own folder, and the layout below it is the same.

if(NOT AIDNET_INSTALL)
  return()
endif()

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(_cmake_dir "${CMAKE_INSTALL_LIBDIR}/cmake/aidnet")

install(TARGETS aidnet EXPORT aidnetTargets
        ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}"
        LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}"
        RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}"
        INCLUDES DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(DIRECTORY include/aidnet "${PROJECT_BINARY_DIR}/include/aidnet"
        DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" FILES_MATCHING PATTERN "*.hpp")

install(EXPORT aidnetTargets NAMESPACE aidnet:: DESTINATION "${_cmake_dir}")
configure_package_config_file(src/cmake/aidnetConfig.cmake.in
                              "${PROJECT_BINARY_DIR}/cmake/aidnetConfig.cmake"
                              INSTALL_DESTINATION "${_cmake_dir}" NO_SET_AND_CHECK_MACRO)
# Before 1.0 a minor version may change the interface.
write_basic_package_version_file("${PROJECT_BINARY_DIR}/cmake/aidnetConfigVersion.cmake"
                                 COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/cmake/aidnetConfig.cmake"
              "${PROJECT_BINARY_DIR}/cmake/aidnetConfigVersion.cmake"
              src/cmake/AidnetHeaders.cmake
        DESTINATION "${_cmake_dir}")

# pkg-config: relocatable, and usable without --static even though the library usually is static.
set(_private_libs "-pthread")
if(AIDNET_HAS_TBB)
  string(PREPEND _private_libs "-ltbb ")
endif()
set(AIDNET_PC_LIBS "")
set(AIDNET_PC_LIBS_PRIVATE "${_private_libs}")
get_target_property(_type aidnet TYPE)
if(_type STREQUAL "STATIC_LIBRARY")
  # The C++ runtime is left to the compiler that links.
  set(AIDNET_PC_LIBS " ${_private_libs}")
  set(AIDNET_PC_LIBS_PRIVATE "")
endif()
file(RELATIVE_PATH AIDNET_PC_PREFIX "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
string(REGEX REPLACE "/$" "" AIDNET_PC_PREFIX "${AIDNET_PC_PREFIX}")
configure_file(src/cmake/aidnet.pc.in "${PROJECT_BINARY_DIR}/cmake/aidnet.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/cmake/aidnet.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
