#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/questionnaire/questionnaire_effects.hpp"

namespace headrace {

/// Where a number stands: once in the programme; in the template of the sites as one truth of the firm, or of each
/// site.
enum class Truth { programme, firm, site };

/// Which way a number goes as answers get better.
enum class Better { up, down };

/// Puts a scenario together line by line; knows how an answer is written down as a number.
class QuestionnaireWriter {
 public:
  explicit QuestionnaireWriter(const Answers& answers) : answers_(answers) {}

  const Answers& answers() const { return answers_; }
  std::string take() { return std::move(text_); }

  template <class... Values>
  void line(fmt::format_string<Values...> form, Values&&... values) {
    add(fmt::format(form, std::forward<Values>(values)...));
  }
  void blank() { text_ += "\n"; }

  /// "# --- Title ----...", between blank lines.
  void section(std::string_view title);

  /// Text as comment lines.
  void comment(const std::string& text) { wrap(text, "#"); }

  /// `key = [entries]`, over several lines where one is too short.
  void array(std::string_view key, const std::string& entries);

  /// `key = { low = ..., mode = ..., high = ..., source = "questionnaire" }  # question 2: 4`.
  ///
  /// The number is `offset + factor x` what the table of effects says. What nobody knows of the firm is unknown of all
  /// its sites alike: one draw.
  void number(std::string_view key, Effect effect, Truth truth, double factor = 1, double offset = 0);

  /// "Question 2 answered 4", "Question 2 not answered".
  std::string said(int question) const;

  /// Source of a number the planner gave: "questionnaire"; "assumption" where the default stands in.
  std::string_view source(Asked which) const;

  /// Names of the numbers so far that nobody knew the answer to, of one question and direction.
  std::vector<std::string> unknown(int question, Better better) const;

  double asked_for(Asked which) const { return number_of(answers_, which); }
  double per_site(Asked which) const { return asked_for(which) / asked_for(Asked::sites); }

 private:
  struct Unknown {
    int question;
    Better better;
    std::string name;  ///< as `headrace inputs` lists it
  };

  /// Words in lines of at most 116 columns, each after `indent` and a blank.
  void wrap(const std::string& text, std::string_view indent);

  /// Adds a line and notes the table that it opens.
  void add(const std::string& line);

  const Answers& answers_;
  std::string text_;
  std::string entity_;  ///< of the open table, as it begins the names of its numbers
  std::vector<Unknown> unknown_;
};

/// A number for TOML: `decimals` behind the point below 10, at most one below 100, none from there on; thousands apart.
std::string toml_number(double value, int decimals = 3);

/// How many waves so many sites are rolled out in; the pilot's site is a wave of its own.
int rollout_waves(int sites);

/// Wave of a site, counted from 0: each wave after the pilot's is larger than the one before.
int rollout_wave(int site, int sites);

/// The parts of a scenario, in file order.
void write_programme(QuestionnaireWriter& w);
void write_people(QuestionnaireWriter& w);
void write_site_template(QuestionnaireWriter& w);
void write_links(QuestionnaireWriter& w);
void write_work(QuestionnaireWriter& w);
void write_use_cases(QuestionnaireWriter& w);
void write_sites(QuestionnaireWriter& w);
void write_unknowns(QuestionnaireWriter& w);

}  // namespace headrace
