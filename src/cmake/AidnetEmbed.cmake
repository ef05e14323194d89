# Compiles src/datasets/*.csv into the library, so that the embedded data need no path at run time.
# Each file becomes the string aidnet::datasets::embedded_<name> (src/datasets/embedded_detail.hpp).

function(aidnet_embed_datasets target)
  file(GLOB tables CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/datasets/*.csv")
  foreach(table IN LISTS tables)
    get_filename_component(name "${table}" NAME_WE)
    set(generated "${PROJECT_BINARY_DIR}/datasets/${name}.cpp")
    add_custom_command(
        OUTPUT "${generated}"
        COMMAND "${CMAKE_COMMAND}" "-DTABLE=${table}" "-DNAME=${name}" "-DOUTPUT=${generated}"
                -P "${PROJECT_SOURCE_DIR}/src/cmake/EmbedTable.cmake"
        DEPENDS "${table}" "${PROJECT_SOURCE_DIR}/src/cmake/EmbedTable.cmake"
        COMMENT "Embedding ${name}.csv" VERBATIM)
    target_sources(${target} PRIVATE "${generated}")
  endforeach()
endfunction()
