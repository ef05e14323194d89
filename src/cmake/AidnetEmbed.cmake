# Compiles the files below src/datasets into the library, so that the embedded data need no path at
# run time. The file a/b.csv becomes the string aidnet::datasets::embedded_a_b
# (src/datasets/embedded_detail.hpp).

function(aidnet_embed_datasets target)
  set(folder "${PROJECT_SOURCE_DIR}/src/datasets")
  file(GLOB_RECURSE files CONFIGURE_DEPENDS "${folder}/*.csv" "${folder}/*.json")
  foreach(file IN LISTS files)
    file(RELATIVE_PATH name "${folder}" "${file}")
    string(REGEX REPLACE "\\.[a-z]+$" "" name "${name}")
    string(REPLACE "/" "_" name "${name}")
    set(generated "${PROJECT_BINARY_DIR}/datasets/${name}.cpp")
    add_custom_command(
        OUTPUT "${generated}"
        COMMAND "${CMAKE_COMMAND}" "-DFILE=${file}" "-DNAME=${name}" "-DOUTPUT=${generated}"
                -P "${PROJECT_SOURCE_DIR}/src/cmake/EmbedFile.cmake"
        DEPENDS "${file}" "${PROJECT_SOURCE_DIR}/src/cmake/EmbedFile.cmake"
        COMMENT "Embedding ${name}" VERBATIM)
    target_sources(${target} PRIVATE "${generated}")
  endforeach()
endfunction()
