#include "aidnet/ledger/unit.hpp"

#include <string>

#include "catch.hpp"

using namespace aidnet::ledger;

TEST_CASE("unit: currencies by their codes, present and past ones") {
  for (const char* code : {"CNY", "USD", "EUR", "JPY", "HKD", "TWD", "GBP", "AED", "ZWR", "ZWL",
                           "DEM", "XDR", "XAU", "CLF", "ALL", "TOP"})
    CHECK(is_currency(code));
  for (const char* text : {"", "RMB", "cny", "CNY ", " CNY", "CN", "CNYX", "AED AFA", "D A", "ED ",
                           "Y C", "ZZZ", "人民币", "XXX", "XTS"})
    CHECK_FALSE(is_currency(text));
}

TEST_CASE("unit: words of the open vocabulary") {
  for (const char* unit : {"CNY", "person", "person_time", "m2", "2", "_", "study_place", "a1_b"})
    CHECK(is_unit(unit));
  for (const char* unit : {"", " ", "Person", "person time", "person-time", "m²", "人", "RMB",
                           "per\nson", "%", "CNYUSD", "m2 km2"})
    CHECK_FALSE(is_unit(unit));
}

TEST_CASE("unit: decimals of money are the exponent of ISO 4217") {
  for (const char* code : {"CNY", "USD", "EUR", "HKD", "DEM", "TWD", "MGA", "MRU"})
    CHECK(decimals_of(code) == 2);
  for (const char* code : {"JPY", "KRW", "VND", "CLP", "ISK", "UGX", "XOF", "XAF", "XPF", "PYG",
                           "RWF", "KMF", "DJF", "GNF", "BIF", "VUV", "ITL", "UYI"})
    CHECK(decimals_of(code) == 0);
  for (const char* code : {"KWD", "BHD", "OMR", "JOD", "TND", "IQD", "LYD"})
    CHECK(decimals_of(code) == 3);
  for (const char* code : {"CLF", "UYW"}) CHECK(decimals_of(code) == 4);
}

TEST_CASE("unit: four decimals for what is measured, none for what is counted") {
  for (const char* unit : {"m2", "km2", "ha", "mu", "km", "t", "kg", "hour", "percent", ""})
    CHECK(decimals_of(unit) == 4);
  for (const char* unit : {"person", "item", "m", "school", "k", "2", "h", "our", "m2_"})
    CHECK(decimals_of(unit) == (std::string_view(unit) == "m" ? 4 : 0));
}
