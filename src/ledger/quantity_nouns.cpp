#include <array>

#include "quantity_numeral_detail.hpp"
#include "quantity_text_detail.hpp"
#include "quantity_words_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {
namespace {

/// A noun, and the unit in which its things are counted; "" for things of no unit of their own.
struct Noun {
  std::string_view word;
  std::string_view code;
};

constexpr auto nouns = std::to_array<Noun>({
    {"人民币", "CNY"},     {"人民幣", "CNY"},    {"人员", "person"},    {"人員", "person"},
    {"教师", "person"},    {"教師", "person"},   {"老师", "person"},    {"老師", "person"},
    {"学生", "person"},    {"學生", "person"},   {"学员", "person"},    {"學員", "person"},
    {"干部", "person"},    {"幹部", "person"},   {"专家", "person"},    {"專家", "person"},
    {"师生", "person"},    {"師生", "person"},   {"群众", "person"},    {"群眾", "person"},
    {"毕业生", "person"},  {"畢業生", "person"}, {"校长", "person"},    {"校長", "person"},
    {"职工", "person"},    {"職工", "person"},   {"工人", "person"},    {"儿童", "person"},
    {"兒童", "person"},    {"人才", "person"},   {"家庭", "household"}, {"农户", "household"},
    {"農戶", "household"}, {"设备", "item"},     {"設備", "item"},      {"图书", "item"},
    {"圖書", "item"},      {"电脑", "item"},     {"電腦", "item"},      {"学校", "school"},
    {"學校", "school"},    {"中学", "school"},   {"中學", "school"},    {"小学", "school"},
    {"小學", "school"},    {"高校", "school"},   {"院校", "school"},    {"大学", "school"},
    {"大學", "school"},    {"职校", "school"},   {"職校", "school"},    {"幼儿园", "school"},
    {"幼兒園", "school"},  {"班级", "class"},    {"班級", "class"},     {"课", "course"},
    {"課", "course"},      {"课程", "course"},   {"課程", "course"},    {"方向", "major"},
    {"培训", "session"},   {"培訓", "session"},  {"企业", ""},          {"企業", ""},
    {"项目", ""},          {"項目", ""},         {"国家", ""},          {"國家", ""},
    {"单位", ""},          {"單位", ""},         {"部门", ""},          {"部門", ""},
    {"年级", ""},          {"年級", ""},         {"学期", ""},          {"學期", ""},
});

/// The bytes of the Han character that a text begins with; 0 for any other beginning.
std::size_t han_length(std::string_view text) noexcept {
  const char32_t c = code_point(text);
  const bool han = (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) ||
                   (c >= 0x20000 && c <= 0x323AF) || (c >= 0xF900 && c <= 0xFAFF);
  return han ? code_point_length(text) : 0;
}

/// Whether a word begins here that has a meaning of its own, so that no noun goes on.
bool begins_a_piece(std::string_view text) noexcept {
  const QualifierWord* const front = qualifier_before(text);
  return (front != nullptr && front->qualifier != Qualifier::unstated) ||
         qualifier_behind(text) != nullptr || over_word(text) > 0 || range_word(text) > 0 ||
         begins_numeral(text) || !unit_at(text).word.empty();
}

}  // namespace

std::size_t noun_behind(std::string_view text, const Unit& unit) noexcept {
  std::size_t length = 0;
  while (true) {
    const std::string_view rest = text.substr(length);
    const Noun* const noun = longest(nouns, rest);
    if (noun != nullptr && (unit.code.empty() || noun->code == unit.code))
      length += noun->word.size();
    else if (unit.kind == UnitKind::opener && han_length(rest) > 0 && !begins_a_piece(rest))
      length += han_length(rest);
    else
      return length;
  }
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
