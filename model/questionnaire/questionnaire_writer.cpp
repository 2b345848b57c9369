#include "model/questionnaire/questionnaire_writer.hpp"

#include <algorithm>
#include <cstdint>

#include "model/text/number_reader.hpp"

namespace headrace {
namespace {

constexpr std::size_t kColumns = 116;

}  // namespace

std::string toml_number(double value, int decimals) {
  if (value > 0 && value < 0.01) return fmt::format("{:.3g}", value);
  decimals = value < 10 ? decimals : value < 100 ? 1 : 0;
  std::string text = fmt::format("{:.{}f}", value, decimals);
  if (decimals > 0) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    // Three decimals would be asked about.
    return may_be_grouped(text) ? text + "0" : text;
  }
  for (auto at = static_cast<int>(text.size()) - 3; at > 0; at -= 3) text.insert(static_cast<std::size_t>(at), "_");
  return text;
}

void QuestionnaireWriter::section(std::string_view title) {
  const std::string head = fmt::format("# --- {} ", title);
  text_ += fmt::format("\n{}{}\n", head, std::string(120 - head.size(), '-'));
}

void QuestionnaireWriter::add(const std::string& line) {
  text_ += line + "\n";
  if (!line.starts_with('[')) return;
  const std::string path = line.substr(1, line.find(']') - 1);
  const std::string last = path.substr(path.rfind('.') + 1);
  entity_ = path.starts_with("templates.") ? "*site/" + last : last;
}

std::vector<std::string> QuestionnaireWriter::unknown(int question, Better better) const {
  std::vector<std::string> names;
  for (const Unknown& number : unknown_) {
    if (number.question == question && number.better == better) names.push_back(number.name);
  }
  return names;
}

void QuestionnaireWriter::array(std::string_view key, const std::string& entries) {
  if (key.size() + entries.size() + 5 <= kColumns) return line("{} = [{}]", key, entries);
  line("{} = [", key);
  wrap(entries, " ");
  line("]");
}

void QuestionnaireWriter::wrap(const std::string& text, std::string_view indent) {
  std::string line(indent);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (line.size() + 1 + (end - at) > kColumns) {
      text_ += line + "\n";
      line = indent;
    }
    line += " " + text.substr(at, end - at);
    at = end + 1;
  }
  text_ += line + "\n";
}

void QuestionnaireWriter::number(std::string_view key, Effect effect, Truth truth, double factor, double offset) {
  const EffectRange& r = range_of(effect);
  const Span3 span = span_of(answers_, effect);
  const auto& score = answers_.score.at(static_cast<std::size_t>(r.question));
  const bool known = score.has_value();
  const auto shown = [&](double value) { return toml_number(offset + factor * value); };

  const std::string_view source = known ? "questionnaire" : "assumption";
  const std::string answer = known ? fmt::format("{}", *score) : "don't know";
  const bool one_draw = truth == Truth::firm || (truth == Truth::site && !known);
  const std::string_view shared = one_draw ? ", shared = true" : "";
  if (shown(span.low) == shown(span.high)) {
    return line("{} = {{ value = {}{}, source = \"{}\" }}  # question {}: {}", key, shown(span.mode), shared, source,
                r.question + 1, answer);
  }
  if (!known)
    unknown_.push_back({r.question, r.best > r.worst ? Better::up : Better::down, fmt::format("{}/{}", entity_, key)});
  const bool skewed = r.spread == Spread::skewed;
  const auto mode = fmt::format(", {} = {}", skewed ? "p50" : "mode", shown(span.mode));
  line("{} = {{ {} = {}{}, {} = {}{}, source = \"{}\" }}  # question {}: {}", key, skewed ? "p10" : "low",
       shown(span.low), known || skewed ? mode : "", skewed ? "p90" : "high", shown(span.high), shared, source,
       r.question + 1, answer);
}

std::string QuestionnaireWriter::said(int question) const {
  const auto& score = answers_.score.at(static_cast<std::size_t>(question));
  if (!score) return fmt::format("Question {} not answered", question + 1);
  return fmt::format("Question {} answered {}", question + 1, *score);
}

std::string_view QuestionnaireWriter::source(Asked which) const {
  return answers_.number.at(static_cast<std::size_t>(which)) ? "questionnaire" : "assumption";
}

}  // namespace headrace
