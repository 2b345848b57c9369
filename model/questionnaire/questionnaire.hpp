#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Six questions and eight numbers that are enough for a first scenario (docs/questionnaire.md).
namespace headrace {

inline constexpr int kQuestions = 6;
inline constexpr int kWorstScore = 1, kBestScore = 5;

/// A question about how ready a company is, answered 1 (worst) to 5 (best) or "don't know".
struct Question {
  std::string_view topic;  ///< "data access"
  std::string_view text;
  std::string_view worst, best;  ///< what 1 and 5 mean
};

/// The numbers asked for beside the date.
enum class Asked { sites, people, assets, legacy_share, teams, budget, value, count };
inline constexpr int kAskedNumbers = static_cast<int>(Asked::count);

/// A number about the plan. The default is `at_least + per_site x sites`, rounded.
struct AskedNumber {
  std::string_view name;  ///< of its flag: `legacy-share`
  std::string_view text;
  std::string_view unit;
  double low, high;  ///< allowed
  double at_least, per_site;
};

inline constexpr std::string_view kAskedDate = "2027-01-04";  ///< start where none is given

/// What a planner said; what is missing was not answered.
struct Answers {
  std::array<std::optional<int>, kQuestions> score;  ///< [question] 1..5; none: don't know
  std::array<std::optional<double>, kAskedNumbers> number;
  std::optional<std::string> date;  ///< yyyy-mm-dd
  std::string currency = "USD";
};

const std::array<Question, kQuestions>& questions();
const AskedNumber& asked(Asked which);

/// The number given, else its default, which grows with the sites.
double number_of(const Answers& answers, Asked which);
std::string date_of(const Answers& answers);

/// Each reads what a planner typed into the answers.
///
/// Numbers are read as everywhere (model/text/number_reader.hpp): 1200, 1.2k, 5m, 8,5m, and shares 60%.
/// @param question  0..5
/// @return          what is wrong with it and what to do; empty when it was taken
std::string set_score(Answers& answers, int question, std::string_view typed);
std::string set_number(Answers& answers, Asked which, std::string_view typed);
std::string set_date(Answers& answers, std::string_view typed);
std::string set_currency(Answers& answers, std::string_view typed);

/// What is wrong with answers that each are fine; empty if nothing.
std::vector<std::string> contradictions(const Answers& answers);

/// A number as a planner writes it: "1200", "USD 5m", "60%".
std::string number_words(const Answers& answers, Asked which);

/// A complete scenario, as TOML, whose uncertain numbers reflect the answers and whose comments say which answer set
/// what. The same answers give the same text.
///
/// Every number names its source: "questionnaire" where an answer set it, rows of data/evidence.csv, or "assumption".
/// Draws: none. Errors: none, for answers without contradictions.
std::string scenario_text(const Answers& answers);

/// What each answer sets, as Markdown; docs/questionnaire.md contains it word for word (a test compares).
std::string questionnaire_reference();

}  // namespace headrace
