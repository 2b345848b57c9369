#include "model/text/diagnostics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <tuple>
#include <utility>

#include "model/text/ascii.hpp"

namespace headrace {
namespace {

/// A text that a planner quoted may be a whole file; a message is a line.
std::string shortened(const std::string& text) {
  constexpr std::size_t longest = 400;
  if (text.size() <= longest) return text;
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u) --end;
  return text.substr(0, end) + " ...";
}

/// A text without what differs between messages of one kind: quoted names, numbers and paths.
std::string shape_of(const std::string& text) {
  std::string shape, word;
  bool quoted = false, own = false;
  const auto end_word = [&] {
    shape += own ? "#" : word;
    shape += ' ';
    word.clear();
    own = false;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\'') quoted = !quoted;
    const bool path = (c == '.' || c == '/') && i + 1 < text.size() && text[i + 1] != ' ';
    own = own || quoted || path || is_digit(c);
    if (c == ' ' && !quoted) {
      end_word();
    } else {
      word += c;
    }
  }
  end_word();
  return shape;
}

/// The first few messages of each kind about the rows of a table, and how many more there are. What a planner wrote by
/// hand is told in full.
std::vector<Diagnostic> fold_alike(const std::vector<Diagnostic>& all) {
  constexpr int shown = 5;
  struct Kind {
    int count = 0;
    int last_line = 0, shown_line = 0;
  };
  const auto key_of = [](const Diagnostic& d) {
    return std::make_tuple(d.where.file, d.severity, shape_of(d.problem), shape_of(d.why));
  };
  std::map<decltype(key_of(all.front())), Kind> kinds;
  std::vector<Kind*> kind_of;
  for (const Diagnostic& d : all) {
    Kind& kind = kinds[key_of(d)];
    ++kind.count;
    kind.last_line = d.where.line;
    kind_of.push_back(&kind);
  }

  std::vector<Diagnostic> result;
  std::map<const Kind*, int> seen;
  for (std::size_t i = 0; i < all.size(); ++i) {
    Kind& kind = *kind_of[i];
    const int place = ++seen[&kind];
    // One more is told as shortly as that there is one more. Without a file a line is no line.
    const std::string& file = all[i].where.file;
    const std::string kind_of_file = std::filesystem::path(file).extension().string();
    const bool counted = !kind_of_file.empty() && kind_of_file != ".toml" && all[i].where.line > 0;
    if (place <= shown || kind.count == shown + 1 || !counted) {
      result.push_back(all[i]);
      kind.shown_line = all[i].where.line;
    } else if (place == shown + 1) {
      result.push_back({all[i].severity, all[i].where,
                        fmt::format("and {} more like that in line {}", kind.count - shown, kind.shown_line),
                        fmt::format("the last is in line {}", kind.last_line), ""});
    }
  }
  return result;
}

}  // namespace

std::string to_string(const Diagnostic& diagnostic) {
  const Location& where = diagnostic.where;
  std::string text;
  if (!where.file.empty()) text += where.file.text() + ":";
  if (where.line > 0) text += fmt::format("{}:{}:", where.line, std::max(where.column, 1));
  if (!text.empty()) text += " ";
  text += diagnostic.severity == Severity::error ? "error: " : "warning: ";
  text += shortened(diagnostic.problem);
  if (!diagnostic.why.empty()) text += " (" + shortened(diagnostic.why) + ")";
  if (!diagnostic.advice.empty()) text += ". " + shortened(diagnostic.advice);
  // A planner's own words may hold line breaks and control characters; a message may not.
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
  return text;
}

void Diagnostics::error(Location where, std::string problem, std::string why, std::string advice) {
  add({Severity::error, std::move(where), std::move(problem), std::move(why), std::move(advice)});
}

void Diagnostics::warning(Location where, std::string problem, std::string why, std::string advice) {
  add({Severity::warning, std::move(where), std::move(problem), std::move(why), std::move(advice)});
}

void Diagnostics::add(Diagnostic diagnostic) { list_.push_back(std::move(diagnostic)); }

void Diagnostics::add(const Diagnostics& others) {
  const std::vector<Diagnostic> copy = others.list_;
  list_.insert(list_.end(), copy.begin(), copy.end());
}

bool Diagnostics::has_errors() const {
  return std::any_of(list_.begin(), list_.end(), [](const Diagnostic& d) { return d.severity == Severity::error; });
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  std::map<std::string, std::size_t> file_order;
  for (const Diagnostic& d : list_) file_order.emplace(d.where.file, file_order.size());

  const auto key = [&](const Diagnostic& d) {
    return std::make_tuple(file_order.at(d.where.file), d.where.line, d.where.column, d.severity, std::tie(d.problem),
                           std::tie(d.why), std::tie(d.advice));
  };
  std::vector<Diagnostic> result = list_;
  std::stable_sort(result.begin(), result.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return fold_alike(result);
}

}  // namespace headrace
