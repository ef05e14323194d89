#include <array>

#include "quantity_text_detail.hpp"
#include "quantity_words_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {
namespace {

using enum Qualifier;

constexpr auto words_before = std::to_array<QualifierWord>({
    // only introduce
    {"共", unstated},
    {"累计", unstated},
    {"累計", unstated},
    {"总计", unstated},
    {"總計", unstated},
    {"合计", unstated},
    {"合計", unstated},
    {"共计", unstated},
    {"共計", unstated},
    {"达", unstated},
    {"達", unstated},
    {"达到", unstated},
    {"達到", unstated},
    {"高达", unstated},
    {"高達", unstated},
    {"total", unstated},
    {"a total of", unstated},
    {"超", at_least},
    {"超过", at_least},
    {"超過", at_least},
    {"逾", at_least},
    {"突破", at_least},
    {"不少于", at_least},
    {"不少於", at_least},
    {"至少", at_least},
    {"不低于", at_least},
    {"不低於", at_least},
    {">", at_least},
    {"≥", at_least},
    {"more than", at_least},
    {"over", at_least},
    {"at least", at_least},
    {"no less than", at_least},
    {"not less than", at_least},
    {"no fewer than", at_least},
    {"not fewer than", at_least},
    {"exceeding", at_least},
    {"in excess of", at_least},
    {"近", nearly},
    {"将近", nearly},
    {"將近", nearly},
    {"接近", nearly},
    {"不足", nearly},
    {"不到", nearly},
    {"未满", nearly},
    {"未滿", nearly},
    {"几近", nearly},
    {"幾近", nearly},
    {"nearly", nearly},
    {"almost", nearly},
    {"just under", nearly},
    {"under", nearly},
    {"less than", nearly},
    {"fewer than", nearly},
    {"<", nearly},
    {"至多", at_most},
    {"最多", at_most},
    {"不超过", at_most},
    {"不超過", at_most},
    {"不多于", at_most},
    {"不多於", at_most},
    {"up to", at_most},
    {"at most", at_most},
    {"no more than", at_most},
    {"not more than", at_most},
    {"≤", at_most},
    {"约", about},
    {"約", about},
    {"大约", about},
    {"大約", about},
    {"约为", about},
    {"約為", about},
    {"about", about},
    {"approximately", about},
    {"approx.", about},
    {"approx", about},
    {"around", about},
    {"roughly", about},
    {"circa", about},
    {"ca.", about},
    {"some", about},
    {"~", about},
});

constexpr auto words_behind = std::to_array<QualifierWord>({
    {"以上", at_least},
    {"及以上", at_least},
    {"or more", at_least},
    {"or less", at_most},
    {"or fewer", at_most},
    {"以内", at_most},
    {"以內", at_most},
    {"以下", at_most},
    {"左右", about},
    {"上下", about},
});

struct Word {
  std::string_view word;
};

constexpr auto more_words = std::to_array<Word>({{"余"}, {"餘"}, {"多"}, {"来"}, {"來"}});

constexpr auto between = std::to_array<Word>({{"至"}, {"到"}, {"-"}, {"–"}, {"—"}, {"~"}, {"to"}});

template <class Table>
std::size_t length_of(const Table& table, std::string_view text) {
  const Word* const found = longest(table, text);
  return found == nullptr ? 0 : found->word.size();
}

}  // namespace

const QualifierWord* qualifier_before(std::string_view text) noexcept {
  // 上 is more than a place only before a round number: 上百名.
  static constexpr QualifierWord up{"上", at_least};
  if (text.starts_with(up.word))
    for (const std::string_view round : {"百", "千", "万", "萬", "亿", "億", "佰", "仟"})
      if (text.substr(up.word.size()).starts_with(round)) return &up;
  return longest(words_before, text);
}

const QualifierWord* qualifier_behind(std::string_view text) noexcept {
  return longest(words_behind, text);
}

std::size_t over_word(std::string_view text) noexcept { return length_of(more_words, text); }

std::size_t range_word(std::string_view text) noexcept { return length_of(between, text); }

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
