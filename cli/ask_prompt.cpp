#include "cli/ask_prompt.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <functional>
#include <iostream>
#include <string>

#include "model/questionnaire/typed_words.hpp"
#include "report/words/text_table.hpp"

namespace headrace {
namespace {

void tell(const std::string& text) {
  std::fputs(text.c_str(), stderr);
  std::fflush(stderr);
}

/// Asks until an answer is taken. Enter takes what stands in brackets.
/// @param take  what is wrong with an answer; empty when it was taken
bool ask_once(const std::string& prompt, const std::function<std::string(const std::string&)>& take) {
  for (std::string line;;) {
    tell(prompt);
    if (!std::getline(std::cin, line)) return false;
    if (line.find_first_not_of(" \t\r") == std::string::npos) return true;
    const std::string problem = take(line);
    if (problem.empty()) return true;
    tell(wrapped(problem + ".", kScreenColumns - 3, "   "));
  }
}

bool ask_question(int q, Answers& answers) {
  const Question& question = questions().at(static_cast<std::size_t>(q));
  tell(fmt::format("\n{}. {}\n", q + 1, question.topic));
  tell(wrapped(std::string(question.text), kScreenColumns - 3, "   "));
  tell(wrapped(fmt::format("1: {}. 5: {}.", question.worst, question.best), kScreenColumns - 3, "   "));
  return ask_once("   1 to 5 [don't know]: ", [&](const std::string& line) { return set_score(answers, q, line); });
}

/// A number that contradicts what was said before is refused too.
bool ask_number(Asked which, Answers& answers) {
  // The default stands as it may be typed, so the currency stands before it.
  const bool money = asked(which).unit.starts_with("money");
  const std::string unit = money ? fmt::format(" In {}.", answers.currency) : "";
  const std::string prompt = fmt::format("{}{} [{}]: ", asked(which).text, unit, typed_words(answers, which));
  return ask_once(prompt, [&](const std::string& line) {
    Answers with = answers;
    std::string problem = set_number(with, which, line);
    if (!problem.empty()) return problem;
    const auto against = contradictions(with);
    if (!against.empty()) return against.front();
    answers = with;
    const std::string words = typed_words(answers, which);
    if (words != line) tell(fmt::format("   Taken as {}.\n", words));
    return problem;
  });
}

}  // namespace

bool ask_missing(const AskArguments& given, Answers& answers) {
  tell(
      wrapped("Six questions, answered from 1 (worst) to 5 (best), then eight numbers. Enter takes what stands in "
              "brackets. Nothing is written before the last answer."));
  for (int q = 0; q < kQuestions; ++q) {
    if (!given.score.at(static_cast<std::size_t>(q)) && !ask_question(q, answers)) return false;
  }
  tell("\n");
  for (int i = 0; i < kAskedNumbers; ++i) {
    if (!given.number.at(static_cast<std::size_t>(i)) && !ask_number(static_cast<Asked>(i), answers)) return false;
  }
  const std::string prompt = fmt::format("When does it start? [{}]: ", kAskedDate);
  const auto take_date = [&](const std::string& line) { return set_date(answers, line); };
  return given.date || ask_once(prompt, take_date);
}

}  // namespace headrace
