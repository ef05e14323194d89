# What building the library needs: the headers of Eigen and nlohmann-json (both private), and threads
# from oneTBB or the system.

include(AidnetHeaders)

aidnet_find_eigen(AIDNET_EIGEN_INCLUDE_DIRS)
if(NOT AIDNET_EIGEN_INCLUDE_DIRS)
  message(FATAL_ERROR
          "aidnet needs the headers of Eigen 3.4 or later: install libeigen3-dev (Debian, Ubuntu) or "
          "the wheel cmeel-eigen, or set Eigen3_DIR to the folder that holds Eigen3Config.cmake")
endif()

aidnet_find_nlohmann(AIDNET_NLOHMANN_INCLUDE_DIRS)
if(NOT AIDNET_NLOHMANN_INCLUDE_DIRS)
  message(FATAL_ERROR
          "aidnet needs the headers of nlohmann-json: install nlohmann-json3-dev (Debian, Ubuntu) or "
          "the wheel nlohmann-json, or set nlohmann_json_DIR to the folder of its CMake package")
endif()

set(THREADS_PREFER_PTHREAD_FLAG ON)
find_package(Threads REQUIRED)

set(AIDNET_HAS_TBB 0)
if(NOT AIDNET_TBB STREQUAL "OFF")
  find_package(TBB CONFIG QUIET COMPONENTS tbb)
  if(TARGET TBB::tbb)
    set(AIDNET_HAS_TBB 1)
  elseif(AIDNET_TBB STREQUAL "ON")
    message(FATAL_ERROR "AIDNET_TBB=ON, but oneTBB was not found: install libtbb-dev, or set TBB_DIR")
  endif()
endif()
