#include "aidnet/ledger/unit.hpp"

#include <algorithm>

namespace aidnet::inline AIDNET_ABI::ledger {
namespace {

// ISO 4217, list one (in use) and list three (withdrawn), as data of past years still name these.
constexpr std::string_view currencies =
    "ADP AED AFA AFN ALK ALL AMD ANG AOA AOK AON AOR ARA ARP ARS ARY ATS AUD AWG AYM AZM AZN BAD "
    "BAM BBD BDT BEC BEF BEL BGJ BGK BGL BGN BHD BIF BMD BND BOB BOP BOV BRB BRC BRE BRL BRN BRR "
    "BSD BTN BUK BWP BYB BYN BYR BZD CAD CDF CHC CHE CHF CHW CLE CLF CLP CNY COE COP COU CRC CSD "
    "CSJ CSK CUC CUP CVE CYP CZK DDM DEM DJF DKK DOP DZD ECS ECV EEK EGP ERN ESA ESB ESP ETB EUA "
    "EUR FIM FJD FKP FRF GBP GEK GEL GHC GHP GHS GIP GMD GNE GNF GNS GQE GRD GTQ GWE GWP GYD HKD "
    "HNL HRD HRK HTG HUF IDR IEP ILP ILR ILS INR IQD IRR ISJ ISK ITL JMD JOD JPY KES KGS KHR KMF "
    "KPW KRW KWD KYD KZT LAJ LAK LBP LKR LRD LSL LSM LTL LTT LUC LUF LUL LVL LVR LYD MAD MDC MDL "
    "MGA MGF MKD MLF MMK MNT MOP MRO MRU MTL MTP MUR MVQ MVR MWK MXN MXP MXV MYR MZE MZM MZN NAD "
    "NGN NIC NIO NLG NOK NPR NZD OMR PAB PEH PEI PEN PES PGK PHP PKR PLN PLZ PTE PYG QAR RHD ROK "
    "ROL RON RSD RUB RUR RWF SAR SBD SCR SDD SDG SDP SEK SGD SHP SIT SKK SLE SLL SOS SRD SRG SSP "
    "STD STN SUR SVC SYP SZL THB TJR TJS TLE TMM TMT TND TOP TPE TRL TRY TTD TWD TZS UAH UAK UGS "
    "UGW UGX USD USN USS UYI UYN UYP UYU UYW UZS VEB VED VEF VES VNC VND VUV WST XAF XAG XAU XBA "
    "XBB XBC XBD XCD XCG XDR XEU XFO XFU XOF XPD XPF XPT XRE XSU XUA YDD YER YUD YUM YUN ZAL ZAR "
    "ZMK ZMW ZRN ZRZ ZWC ZWD ZWG ZWL ZWN ZWR";

// The exponents that are not 2. Metals and units of account have none: they are measured.
constexpr std::string_view without_decimals =
    "BEF BIF BYR CLP DJF ESP GNF GRD ISK ITL JPY KMF KRW LUF PTE PYG RWF TRL UGX UYI VND VUV XAF "
    "XOF XPF";
constexpr std::string_view with_three = "BHD IQD JOD KWD LYD OMR TND";
constexpr std::string_view with_four = "CLF UYW XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XUA";

constexpr std::string_view measured = "m2 km2 ha mu m km m3 l kg t hour hours kwh mw percent";

/// Whether `word` is one of the words of `list`, which are parted by single spaces.
bool listed(std::string_view list, std::string_view word) {
  for (std::size_t at = 0; (at = list.find(word, at)) != std::string_view::npos; ++at) {
    const std::size_t end = at + word.size();
    if ((at == 0 || list[at - 1] == ' ') && (end == list.size() || list[end] == ' ')) return true;
  }
  return false;
}

}  // namespace

bool is_currency(std::string_view unit) noexcept {
  return unit.size() == 3 && unit.find(' ') == unit.npos && listed(currencies, unit);
}

bool is_unit(std::string_view unit) noexcept {
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  };
  return !unit.empty() && (std::all_of(unit.begin(), unit.end(), plain) || is_currency(unit));
}

int decimals_of(std::string_view unit) noexcept {
  if (unit.empty()) return 4;
  if (!is_currency(unit)) return listed(measured, unit) ? 4 : 0;
  if (listed(without_decimals, unit)) return 0;
  if (listed(with_three, unit)) return 3;
  return listed(with_four, unit) ? 4 : 2;
}

}  // namespace aidnet::inline AIDNET_ABI::ledger
