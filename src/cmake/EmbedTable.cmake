# Writes OUTPUT, a C++ source that holds the file TABLE as aidnet::datasets::embedded_NAME.
# Run as a script: cmake -DTABLE=… -DNAME=… -DOUTPUT=… -P EmbedTable.cmake

file(READ "${TABLE}" bytes HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
# Sixteen bytes a line: compilers are slow on one endless line.
string(REGEX REPLACE "(0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,)"
                     "\\1\n" bytes "${bytes}")
file(WRITE "${OUTPUT}" "#include \"datasets/embedded_detail.hpp\"

namespace aidnet::inline AIDNET_ABI::datasets {

static constexpr unsigned char bytes[] = {
${bytes}};
const std::string_view embedded_${NAME}(reinterpret_cast<const char*>(bytes), sizeof bytes);

}  // namespace aidnet::inline AIDNET_ABI::datasets
")
