# Writes OUTPUT, a C++ source that holds FILE as aidnet::datasets::embedded_NAME.
# Run as a script: cmake -DFILE=… -DNAME=… -DOUTPUT=… -P EmbedFile.cmake

file(READ "${FILE}" bytes HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
# Sixteen bytes a line: compilers are slow on one endless line.
string(REGEX REPLACE "(0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,)"
                     "\\1\n" bytes "${bytes}")
file(WRITE "${OUTPUT}" "#include <string_view>

#include \"aidnet/core/config.hpp\"

namespace aidnet::inline AIDNET_ABI::datasets {

static constexpr unsigned char bytes_of_${NAME}[] = {
${bytes}};
extern const std::string_view embedded_${NAME};
const std::string_view embedded_${NAME}(reinterpret_cast<const char*>(bytes_of_${NAME}),
                                        sizeof bytes_of_${NAME});

}  // namespace aidnet::inline AIDNET_ABI::datasets
")
