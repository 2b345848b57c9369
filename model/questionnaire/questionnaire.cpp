#include "model/questionnaire/questionnaire.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>

#include "model/questionnaire/typed_words.hpp"
#include "model/text/ascii.hpp"
#include "model/text/enum_table.hpp"
#include "model/text/number_reader.hpp"

namespace headrace {
namespace {

constexpr std::array<Question, kQuestions> the_questions = {{
    {"data access",
     "Do we have consistent, reliable access to the operational data AI depends on across all sites, or rely on "
     "manual extracts and one-off integrations?",
     "manual extracts and one-off integrations", "consistent, reliable access everywhere"},
    {"action", "Can insights trigger actions in core systems, or do they wait for people?",
     "everything waits for people", "most insights act by themselves, safely"},
    {"visibility", "Do we see which assets are connected, where data originates, where gaps are?", "nobody knows",
     "audited and watched"},
    {"integrations", "Are integrations standardised and governed, or custom and hard to maintain?",
     "all custom, each its own", "all standard, on a governed platform"},
    {"infrastructure", "If the pilot went to ten sites, would the infrastructure support it without major redesign?",
     "certainly not", "as it is"},
    {"funding and governance", "Is readiness funded and governed as an enterprise priority, or inside each project?",
     "each project for itself", "an enterprise priority"},
}};

constexpr EnumTable<Asked, AskedNumber, kAskedNumbers> the_numbers{{
    {Asked::sites, {"sites", "How many sites shall have it, the pilot's among them?", "sites", 1, 100, 10, 0}},
    {Asked::people, {"people", "How many people would use it, at all sites?", "people", 1, 1e6, 0, 120}},
    {Asked::assets,
     {"assets", "How many machines or other assets would it run on, at all sites? 0: it only helps people.", "assets",
      0, 1e6, 0, 40}},
    {Asked::legacy_share,
     {"legacy-share", "What share of these assets is old, without any connection?", "share", 0, 1, 0.6, 0}},
    {Asked::teams,
     {"teams", "How many people can build it: integrations, data, work at the sites?", "people", 1, 1000, 3, 0.7}},
    {Asked::budget,
     {"budget", "How much money is there for the work and purchases of the programme?", "money", 1000, 1e12, 0, 500e3}},
    {Asked::value, {"value", "What is a year worth, at full use at all sites?", "money a year", 1000, 1e12, 0, 1e6}},
}};

std::string_view answer_in(std::string_view typed) { return trimmed(typed, " \t\r\n"); }

bool is_money(Asked which) { return which == Asked::budget || which == Asked::value; }

/// Sites, people and assets come whole.
bool is_whole(Asked which) { return which == Asked::sites || which == Asked::people || which == Asked::assets; }

/// How a number of this kind is written.
const char* example(Asked which) {
  if (which == Asked::legacy_share) return "0.6 or 60%";
  return is_money(which) ? "800000, 800k or 5m" : "1200";
}

}  // namespace

const std::array<Question, kQuestions>& questions() { return the_questions; }

const AskedNumber& asked(Asked which) { return the_numbers[which]; }

double number_of(const Answers& answers, Asked which) {
  const auto& given = answers.number.at(static_cast<std::size_t>(which));
  if (given) return *given;
  const AskedNumber& number = asked(which);
  if (which == Asked::sites || which == Asked::legacy_share) return number.at_least;
  const double rounded = number.at_least + number.per_site * number_of(answers, Asked::sites) + 0.5;
  return static_cast<double>(static_cast<std::int64_t>(rounded));
}

std::string date_of(const Answers& answers) { return answers.date.value_or(std::string(kAskedDate)); }

std::string set_score(Answers& answers, int question, std::string_view typed) {
  const std::string text = small_letters(answer_in(typed));
  auto& score = answers.score.at(static_cast<std::size_t>(question));
  if (text == "dont-know" || text == "don't know" || text == "dont know" || text == "?") {
    score.reset();
    return "";
  }
  if (text.size() == 1 && text[0] >= '1' && text[0] <= '5') {
    score = text[0] - '0';
    return "";
  }
  return fmt::format("`{}` is no answer to question {} (1 is worst, 5 is best). Say 1 to 5 or dont-know", typed,
                     question + 1);
}

std::string set_number(Answers& answers, Asked which, std::string_view typed) {
  const AskedNumber& number = asked(which);
  const std::string_view text = answer_in(typed);
  const bool is_share = which == Asked::legacy_share;
  const NumberReading reading = read_number(text);
  if (!reading.good()) return refusal(text, reading);
  if (reading.percent && !is_share) {
    return fmt::format("`{}` is a share, and {} is a number. Write it like {}", text, number.name, example(which));
  }
  const double value = reading.value;
  if (!(value >= number.low && value <= number.high)) {
    const Hint hint = is_share && !reading.percent ? percent_hint(value) : Hint{};
    if (!hint.why.empty())
      return fmt::format("{} {} is out of range ({}). {}", number.name, text, hint.why, hint.advice);
    return fmt::format("{} {} is out of range. It goes from {} to {}", number.name, text, typed_amount(number.low),
                       typed_amount(number.high));
  }
  if (is_whole(which) && value != static_cast<double>(static_cast<std::int64_t>(value))) {
    return fmt::format("{} {} is not whole. Round it", number.name, text);
  }
  answers.number.at(static_cast<std::size_t>(which)) = value;
  return "";
}

std::string set_date(Answers& answers, std::string_view typed) {
  const std::string_view text = answer_in(typed);
  int year = 0;
  unsigned month = 0, day = 0;
  const auto part = [&](std::size_t from, std::size_t size, auto& value) {
    const auto [end, error] = std::from_chars(text.data() + from, text.data() + from + size, value);
    return error == std::errc() && end == text.data() + from + size;
  };
  const bool formed =
      text.size() == 10 && text[4] == '-' && text[7] == '-' && part(0, 4, year) && part(5, 2, month) && part(8, 2, day);
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  if (!formed || !date.ok() || year < 1970) {
    return fmt::format("`{}` is no date. Write year, month and day like {}", typed, kAskedDate);
  }
  answers.date = std::string(text);
  return "";
}

std::string set_currency(Answers& answers, std::string_view typed) {
  const std::string_view text = answer_in(typed);
  const bool letters = std::all_of(text.begin(), text.end(), is_capital);
  if (text.size() != 3 || !letters) {
    return fmt::format("`{}` is no currency. Write its three capitals, like USD or EUR", typed);
  }
  answers.currency = std::string(text);
  return "";
}

std::vector<std::string> contradictions(const Answers& answers) {
  std::vector<std::string> found;
  const double sites = number_of(answers, Asked::sites);
  const double people = number_of(answers, Asked::people), assets = number_of(answers, Asked::assets);
  if (people < sites) {
    found.push_back(fmt::format("people {} is less than one for each of {} sites. Count all people who would use it",
                                typed_number(people), typed_number(sites)));
  }
  if (assets > 0 && assets < sites) {
    found.push_back(
        fmt::format("assets {} is less than one for each of {} sites. Count those of all sites, or say 0 "
                    "when it only helps people",
                    typed_number(assets), typed_number(sites)));
  }
  return found;
}

std::string number_words(const Answers& answers, Asked which) {
  const std::string words = typed_words(answers, which);
  return is_money(which) ? fmt::format("{} {}", answers.currency, words) : words;
}

}  // namespace headrace
