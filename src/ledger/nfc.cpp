#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "id_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {
namespace {

struct Range {
  char32_t first, last;
};

// Unicode 14.0.0: what never stands in NFC text (NFC_Quick_Check=No).
constexpr std::array never_in_nfc = std::to_array<Range>({
    {0x340, 0x341},     {0x343, 0x344},     {0x374, 0x374},     {0x37E, 0x37E},   {0x387, 0x387},
    {0x958, 0x95F},     {0x9DC, 0x9DD},     {0x9DF, 0x9DF},     {0xA33, 0xA33},   {0xA36, 0xA36},
    {0xA59, 0xA5B},     {0xA5E, 0xA5E},     {0xB5C, 0xB5D},     {0xF43, 0xF43},   {0xF4D, 0xF4D},
    {0xF52, 0xF52},     {0xF57, 0xF57},     {0xF5C, 0xF5C},     {0xF69, 0xF69},   {0xF73, 0xF73},
    {0xF75, 0xF76},     {0xF78, 0xF78},     {0xF81, 0xF81},     {0xF93, 0xF93},   {0xF9D, 0xF9D},
    {0xFA2, 0xFA2},     {0xFA7, 0xFA7},     {0xFAC, 0xFAC},     {0xFB9, 0xFB9},   {0x1F71, 0x1F71},
    {0x1F73, 0x1F73},   {0x1F75, 0x1F75},   {0x1F77, 0x1F77},   {0x1F79, 0x1F79}, {0x1F7B, 0x1F7B},
    {0x1F7D, 0x1F7D},   {0x1FBB, 0x1FBB},   {0x1FBE, 0x1FBE},   {0x1FC9, 0x1FC9}, {0x1FCB, 0x1FCB},
    {0x1FD3, 0x1FD3},   {0x1FDB, 0x1FDB},   {0x1FE3, 0x1FE3},   {0x1FEB, 0x1FEB}, {0x1FEE, 0x1FEF},
    {0x1FF9, 0x1FF9},   {0x1FFB, 0x1FFB},   {0x1FFD, 0x1FFD},   {0x2000, 0x2001}, {0x2126, 0x2126},
    {0x212A, 0x212B},   {0x2329, 0x232A},   {0x2ADC, 0x2ADC},   {0xF900, 0xFA0D}, {0xFA10, 0xFA10},
    {0xFA12, 0xFA12},   {0xFA15, 0xFA1E},   {0xFA20, 0xFA20},   {0xFA22, 0xFA22}, {0xFA25, 0xFA26},
    {0xFA2A, 0xFA6D},   {0xFA70, 0xFAD9},   {0xFB1D, 0xFB1D},   {0xFB1F, 0xFB1F}, {0xFB2A, 0xFB36},
    {0xFB38, 0xFB3C},   {0xFB3E, 0xFB3E},   {0xFB40, 0xFB41},   {0xFB43, 0xFB44}, {0xFB46, 0xFB4E},
    {0x1D15E, 0x1D164}, {0x1D1BB, 0x1D1C0}, {0x2F800, 0x2FA1D},
});

struct Composing {
  char32_t mark;
  std::u32string_view bases;
};

// Unicode 14.0.0: what composes with the character before it, and with which.
constexpr std::array composing = std::to_array<Composing>({
    {0x300,
     U"AEINOUWYaeinouwy\u00A8\u00C2\u00CA\u00D4\u00DC\u00E2\u00EA\u00F4\u00FC\u0102"
     U"\u0103\u0112\u0113\u014C\u014D\u01A0\u01A1\u01AF\u01B0\u0391\u0395\u0397\u0399\u039F"
     U"\u03A5\u03A9\u03B1\u03B5\u03B7\u03B9\u03BF\u03C5\u03C9\u03CA\u03CB\u0415\u0418\u0435"
     U"\u0438\u1F00\u1F01\u1F08\u1F09\u1F10\u1F11\u1F18\u1F19\u1F20\u1F21\u1F28\u1F29\u1F30"
     U"\u1F31\u1F38\u1F39\u1F40\u1F41\u1F48\u1F49\u1F50\u1F51\u1F59\u1F60\u1F61\u1F68\u1F69"
     U"\u1FBF\u1FFE"},
    {0x301,
     U"ACEGIKLMNOPRSUWYZacegiklmnoprsuwyz\u00A8\u00C2\u00C5\u00C6\u00C7\u00CA\u00CF"
     U"\u00D4\u00D5\u00D8\u00DC\u00E2\u00E5\u00E6\u00E7\u00EA\u00EF\u00F4\u00F5\u00F8\u00FC"
     U"\u0102\u0103\u0112\u0113\u014C\u014D\u0168\u0169\u01A0\u01A1\u01AF\u01B0\u0391\u0395"
     U"\u0397\u0399\u039F\u03A5\u03A9\u03B1\u03B5\u03B7\u03B9\u03BF\u03C5\u03C9\u03CA\u03CB"
     U"\u03D2\u0413\u041A\u0433\u043A\u1F00\u1F01\u1F08\u1F09\u1F10\u1F11\u1F18\u1F19\u1F20"
     U"\u1F21\u1F28\u1F29\u1F30\u1F31\u1F38\u1F39\u1F40\u1F41\u1F48\u1F49\u1F50\u1F51\u1F59"
     U"\u1F60\u1F61\u1F68\u1F69\u1FBF\u1FFE"},
    {0x302, U"ACEGHIJOSUWYZaceghijosuwyz\u1EA0\u1EA1\u1EB8\u1EB9\u1ECC\u1ECD"},
    {0x303,
     U"AEINOUVYaeinouvy\u00C2\u00CA\u00D4\u00E2\u00EA\u00F4\u0102\u0103\u01A0\u01A1"
     U"\u01AF\u01B0"},
    {0x304,
     U"AEGIOUYaegiouy\u00C4\u00C6\u00D5\u00D6\u00DC\u00E4\u00E6\u00F5\u00F6\u00FC\u01EA"
     U"\u01EB\u0226\u0227\u022E\u022F\u0391\u0399\u03A5\u03B1\u03B9\u03C5\u0418\u0423\u0438"
     U"\u0443\u1E36\u1E37\u1E5A\u1E5B"},
    {0x306,
     U"AEGIOUaegiou\u0228\u0229\u0391\u0399\u03A5\u03B1\u03B9\u03C5\u0410\u0415\u0416"
     U"\u0418\u0423\u0430\u0435\u0436\u0438\u0443\u1EA0\u1EA1"},
    {0x307, U"ABCDEFGHIMNOPRSTWXYZabcdefghmnoprstwxyz\u015A\u015B\u0160\u0161\u017F\u1E62\u1E63"},
    {0x308,
     U"AEHIOUWXYaehiotuwxy\u00D5\u00F5\u016A\u016B\u0399\u03A5\u03B9\u03C5\u03D2\u0406"
     U"\u0410\u0415\u0416\u0417\u0418\u041E\u0423\u0427\u042B\u042D\u0430\u0435\u0436\u0437"
     U"\u0438\u043E\u0443\u0447\u044B\u044D\u0456\u04D8\u04D9\u04E8\u04E9"},
    {0x309,
     U"AEIOUYaeiouy\u00C2\u00CA\u00D4\u00E2\u00EA\u00F4\u0102\u0103\u01A0\u01A1\u01AF"
     U"\u01B0"},
    {0x30A, U"AUauwy"},
    {0x30B, U"OUou\u0423\u0443"},
    {0x30C, U"ACDEGHIKLNORSTUZacdeghijklnorstuz\u00DC\u00FC\u01B7\u0292"},
    {0x30F, U"AEIORUaeioru\u0474\u0475"},
    {0x311, U"AEIORUaeioru"},
    {0x313,
     U"\u0391\u0395\u0397\u0399\u039F\u03A9\u03B1\u03B5\u03B7\u03B9\u03BF\u03C1\u03C5"
     U"\u03C9"},
    {0x314,
     U"\u0391\u0395\u0397\u0399\u039F\u03A1\u03A5\u03A9\u03B1\u03B5\u03B7\u03B9\u03BF"
     U"\u03C1\u03C5\u03C9"},
    {0x31B, U"OUou"},
    {0x323, U"ABDEHIKLMNORSTUVWYZabdehiklmnorstuvwyz\u01A0\u01A1\u01AF\u01B0"},
    {0x324, U"Uu"},
    {0x325, U"Aa"},
    {0x326, U"STst"},
    {0x327, U"CDEGHKLNRSTcdeghklnrst"},
    {0x328, U"AEIOUaeiou"},
    {0x32D, U"DELNTUdelntu"},
    {0x32E, U"Hh"},
    {0x330, U"EIUeiu"},
    {0x331, U"BDKLNRTZbdhklnrtz"},
    {0x338,
     U"<=>\u2190\u2192\u2194\u21D0\u21D2\u21D4\u2203\u2208\u220B\u2223\u2225\u223C\u2243"
     U"\u2245\u2248\u224D\u2261\u2264\u2265\u2272\u2273\u2276\u2277\u227A\u227B\u227C\u227D"
     U"\u2282\u2283\u2286\u2287\u2291\u2292\u22A2\u22A8\u22A9\u22AB\u22B2\u22B3\u22B4\u22B5"},
    {0x342,
     U"\u00A8\u03B1\u03B7\u03B9\u03C5\u03C9\u03CA\u03CB\u1F00\u1F01\u1F08\u1F09\u1F20"
     U"\u1F21\u1F28\u1F29\u1F30\u1F31\u1F38\u1F39\u1F50\u1F51\u1F59\u1F60\u1F61\u1F68\u1F69"
     U"\u1FBF\u1FFE"},
    {0x345,
     U"\u0391\u0397\u03A9\u03AC\u03AE\u03B1\u03B7\u03C9\u03CE\u1F00\u1F01\u1F02\u1F03"
     U"\u1F04\u1F05\u1F06\u1F07\u1F08\u1F09\u1F0A\u1F0B\u1F0C\u1F0D\u1F0E\u1F0F\u1F20\u1F21"
     U"\u1F22\u1F23\u1F24\u1F25\u1F26\u1F27\u1F28\u1F29\u1F2A\u1F2B\u1F2C\u1F2D\u1F2E\u1F2F"
     U"\u1F60\u1F61\u1F62\u1F63\u1F64\u1F65\u1F66\u1F67\u1F68\u1F69\u1F6A\u1F6B\u1F6C\u1F6D"
     U"\u1F6E\u1F6F\u1F70\u1F74\u1F7C\u1FB6\u1FC6\u1FF6"},
    {0x653, U"\u0627"},
    {0x654, U"\u0627\u0648\u064A\u06C1\u06D2\u06D5"},
    {0x655, U"\u0627"},
    {0x93C, U"\u0928\u0930\u0933"},
    {0x9BE, U"\u09C7"},
    {0x9D7, U"\u09C7"},
    {0xB3E, U"\u0B47"},
    {0xB56, U"\u0B47"},
    {0xB57, U"\u0B47"},
    {0xBBE, U"\u0BC6\u0BC7"},
    {0xBD7, U"\u0B92\u0BC6"},
    {0xC56, U"\u0C46"},
    {0xCC2, U"\u0CC6"},
    {0xCD5, U"\u0CBF\u0CC6\u0CCA"},
    {0xCD6, U"\u0CC6"},
    {0xD3E, U"\u0D46\u0D47"},
    {0xD57, U"\u0D46"},
    {0xDCA, U"\u0DD9\u0DDC"},
    {0xDCF, U"\u0DD9"},
    {0xDDF, U"\u0DD9"},
    {0x102E, U"\u1025"},
    {0x1B35, U"\u1B05\u1B07\u1B09\u1B0B\u1B0D\u1B11\u1B3A\u1B3C\u1B3E\u1B3F\u1B42"},
    {0x3099,
     U"\u3046\u304B\u304D\u304F\u3051\u3053\u3055\u3057\u3059\u305B\u305D\u305F\u3061"
     U"\u3064\u3066\u3068\u306F\u3072\u3075\u3078\u307B\u309D\u30A6\u30AB\u30AD\u30AF\u30B1"
     U"\u30B3\u30B5\u30B7\u30B9\u30BB\u30BD\u30BF\u30C1\u30C4\u30C6\u30C8\u30CF\u30D2\u30D5"
     U"\u30D8\u30DB\u30EF\u30F0\u30F1\u30F2\u30FD"},
    {0x309A, U"\u306F\u3072\u3075\u3078\u307B\u30CF\u30D2\u30D5\u30D8\u30DB"},
    {0x110BA, U"\U00011099\U0001109B\U000110A5"},
    {0x11127, U"\U00011131\U00011132"},
    {0x1133E, U"\U00011347"},
    {0x11357, U"\U00011347"},
    {0x114B0, U"\U000114B9"},
    {0x114BA, U"\U000114B9"},
    {0x114BD, U"\U000114B9"},
    {0x115AF, U"\U000115B8\U000115B9"},
    {0x11930, U"\U00011935"},
});

constexpr bool is_hangul_pair(char32_t before, char32_t c) {
  const bool vowel = c >= 0x1161 && c <= 0x1175 && before >= 0x1100 && before <= 0x1112;
  const bool tail = c >= 0x11A8 && c <= 0x11C2 && before >= 0xAC00 && before <= 0xD7A3 &&
                    (before - 0xAC00) % 28 == 0;
  return vowel || tail;
}

}  // namespace

bool breaks_nfc(char32_t before, char32_t c) {
  if (c < 0x300) return false;
  const auto range = std::lower_bound(never_in_nfc.begin(), never_in_nfc.end(), c,
                                      [](const Range& r, char32_t x) { return r.last < x; });
  if (range != never_in_nfc.end() && range->first <= c) return true;
  if (is_hangul_pair(before, c)) return true;
  const auto mark = std::lower_bound(composing.begin(), composing.end(), c,
                                     [](const Composing& m, char32_t x) { return m.mark < x; });
  return mark != composing.end() && mark->mark == c && mark->bases.find(before) != mark->bases.npos;
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
