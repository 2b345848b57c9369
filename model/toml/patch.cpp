#include "model/toml/patch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "model/text/ascii.hpp"
#include "model/toml/layout.hpp"
#include "model/toml/write.hpp"

namespace headrace::toml_text {
namespace {

using Path = std::vector<std::string>;
using Keys = std::span<const std::string>;

bool starts_with(Keys path, Keys start) {
  return path.size() >= start.size() && std::equal(start.begin(), start.end(), path.begin());
}

bool lies_inside(Keys path, Keys outer) { return path.size() > outer.size() && starts_with(path, outer); }

bool is_same(Keys a, Keys b) { return a.size() == b.size() && starts_with(a, b); }

std::size_t shared_keys(Keys a, Keys b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
}

/// One change of a text: what stands where gives way to something else.
class Patcher {
 public:
  Patcher(const std::string& text, Keys path, const std::string& value)
      : text_(text), path_(path), value_(value), layout_(lay_out(text)) {
    const std::size_t line_end = text_.find('\n');
    line_end_ = line_end != std::string::npos && line_end > 0 && text_[line_end - 1] == '\r' ? "\r\n" : "\n";
  }

  Patched patch() const {
    for (const Section& section : layout_.sections) {
      if (!section.is_list || !lies_inside(path_, section.path)) continue;
      return refused(fmt::format("'{}' is written as a list of tables", key_text(section.path)));
    }
    for (const LaidEntry& entry : layout_.entries) {
      if (!in_list(entry) && is_same(entry.path, path_)) return replaced(entry.value, in_style_of(at(entry.value)));
    }
    if (stands_in_pieces()) return merge_pieces();
    return insert();
  }

 private:
  std::string at(const Extent& extent) const { return text_.substr(extent.begin, extent.end - extent.begin); }
  std::string in_style_of(const std::string& before) const { return toml_text::in_style_of(before, value_); }
  const Section& section_of(const LaidEntry& entry) const { return layout_.sections[entry.section]; }
  bool in_list(const LaidEntry& entry) const { return section_of(entry).in_list; }

  Patched replaced(const Extent& extent, const std::string& with) const {
    return {text_.substr(0, extent.begin) + with + text_.substr(extent.end), {}};
  }
  Patched inserted(std::size_t where, const std::string& what) const { return replaced({where, where}, what); }
  static Patched refused(std::string problem) { return {{}, std::move(problem)}; }

  std::size_t line_begin(std::size_t where) const {
    const std::size_t before = where == 0 ? std::string::npos : text_.rfind('\n', where - 1);
    return before != std::string::npos ? before + 1 : text_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  }
  /// Where the line's words end: before CR and LF.
  std::size_t line_end(std::size_t where) const {
    const std::size_t end = std::min(text_.find('\n', where), text_.size());
    return end > where && end < text_.size() && text_[end - 1] == '\r' ? end - 1 : end;
  }
  std::size_t next_line(std::size_t where) const {
    const std::size_t end = text_.find('\n', where);
    return end == std::string::npos ? text_.size() : end + 1;
  }

  // A table that is spread over several entries gives way to one value.

  bool is_piece(const LaidEntry& entry) const { return lies_inside(entry.path, path_); }
  bool is_piece(const Section& section) const { return !section.path.empty() && starts_with(section.path, path_); }

  bool stands_in_pieces() const {
    return std::any_of(layout_.entries.begin(), layout_.entries.end(), [&](auto& entry) { return is_piece(entry); }) ||
           std::any_of(layout_.sections.begin(), layout_.sections.end(), [&](auto& one) { return is_piece(one); });
  }

  /// From the start of a line to the start of the next, or in braces from the comma before.
  Extent whole_piece(const LaidEntry& entry) const {
    if (!entry.in_braces) return {line_begin(entry.key.begin), next_line(entry.value.end)};
    return {text_.rfind(',', entry.key.begin), entry.value.end};
  }

  Patched merge_pieces() const {
    std::vector<Extent> gone;
    std::optional<Extent> kept;
    std::string with;
    std::size_t covered = 0;
    for (const LaidEntry& entry : layout_.entries) {
      if (!is_piece(entry) || entry.key.begin < covered) continue;
      covered = entry.value.end;
      if (kept || is_piece(section_of(entry))) {
        gone.push_back(whole_piece(entry));
      } else {
        kept = {entry.key.begin, entry.value.end};
        with = key_text(path_.subspan(entry.in_braces ? braces_of(entry) : section_of(entry).path.size())) + " = " +
               value_;
      }
    }
    for (const Section& section : layout_.sections) {
      if (is_piece(section)) gone.push_back({line_begin(section.header.begin), next_line(section.header.end)});
    }
    return rewritten(std::move(gone), kept, with);
  }

  /// Keys on the way to the inline table that an entry stands in.
  std::size_t braces_of(const LaidEntry& entry) const {
    std::size_t keys = 0;
    for (const LaidEntry& outer : layout_.entries) {
      const bool around = outer.value.begin < entry.key.begin && entry.value.end < outer.value.end;
      if (around) keys = std::max(keys, outer.path.size());
    }
    return keys;
  }

  /// From the end backwards, so that no place moves before it is used.
  Patched rewritten(std::vector<Extent> gone, const std::optional<Extent>& kept, const std::string& with) const {
    std::string text = text_;
    if (kept) gone.push_back(*kept);
    std::sort(gone.begin(), gone.end(), [](const Extent& a, const Extent& b) { return a.begin > b.begin; });
    for (const Extent& extent : gone) {
      const bool stays = kept && extent.begin == kept->begin;
      text.replace(extent.begin, extent.end - extent.begin, stays ? with : "");
    }
    if (kept) return {text, {}};
    return Patcher(text, path_, value_).insert();
  }

  // A new key goes where its table stands; the nearest part of the way that exists says how.

  Patched insert() const {
    for (std::size_t keys = path_.size(); keys-- > 0;) {
      const Keys outer = path_.first(keys);
      for (const LaidEntry& entry : layout_.entries) {
        if (in_list(entry) || !is_same(entry.path, outer)) continue;
        if (entry.form == ValueForm::inline_table) return insert_in_braces(entry);
        return refused(fmt::format("'{}' is not written as a table in the file", key_text(outer)));
      }
      if (const LaidEntry* last = last_dotted(outer)) return insert_behind(*last);
      for (const Section& section : layout_.sections) {
        if (!section.in_list && keys + 1 == path_.size() && is_same(section.path, outer)) return insert_in(section);
      }
    }
    return insert_table();
  }

  /// Last entry that makes a table by a dotted key, `people.p10 = 1`, outside braces.
  const LaidEntry* last_dotted(Keys outer) const {
    const LaidEntry* last = nullptr;
    for (const LaidEntry& entry : layout_.entries) {
      const bool dotted = outer.size() > section_of(entry).path.size() && lies_inside(entry.path, outer);
      if (dotted && !entry.in_braces && !in_list(entry)) last = &entry;
    }
    return last;
  }

  Patched insert_in_braces(const LaidEntry& table) const {
    const std::string added = fmt::format("{} = {}", key_text(path_.subspan(table.path.size())), value_);
    const std::size_t close = table.value.end - 1;
    const std::size_t last = text_.find_last_not_of(" \t", close - 1);
    const bool empty = last == table.value.begin;
    const Extent gap{last + 1, close};
    if (empty) return replaced(gap, fmt::format(" {} ", added));
    return inserted(gap.begin, fmt::format(", {}", added));
  }

  Patched insert_behind(const LaidEntry& last) const {
    const std::size_t begin = line_begin(last.key.begin);
    const std::string indent = text_.substr(begin, last.key.begin - begin);
    std::string key = key_text(path_.subspan(section_of(last).path.size()));
    // Equals signs stay in line where they are.
    const std::size_t wide = last.value.begin > last.key.end ? text_.find('=', last.key.end) - last.key.begin : 0;
    const bool aligned = wide > last.key.end - last.key.begin + 1;
    if (aligned && key.size() + 1 < wide) key.append(wide - 1 - key.size(), ' ');
    return inserted(line_end(last.value.end), fmt::format("{}{}{} = {}", line_end_, indent, key, value_));
  }

  Patched insert_in(const Section& section) const {
    if (const LaidEntry* last = last_of(section)) return insert_behind(*last);
    const std::string line = fmt::format("{} = {}", key_text(path_.last(1)), value_);
    if (!section.path.empty()) return inserted(line_end(section.header.end), line_end_ + line);
    return inserted(line_begin(0), line + line_end_);
  }

  const LaidEntry* last_of(const Section& section) const {
    const LaidEntry* last = nullptr;
    for (const LaidEntry& entry : layout_.entries) {
      if (&section_of(entry) == &section && !entry.in_braces) last = &entry;
    }
    return last;
  }

  Patched insert_table() const {
    const std::string lines = fmt::format("[{}]{}{} = {}", key_text(path_.first(path_.size() - 1)), line_end_,
                                          key_text(path_.last(1)), value_);
    const Section* akin = nullptr;
    std::size_t shared = 0;
    for (const Section& section : layout_.sections) {
      const std::size_t keys = shared_keys(section.path, path_);
      if (keys == 0 || keys < shared) continue;
      shared = keys;
      akin = &section;
    }
    if (akin == nullptr) return append(lines);
    const LaidEntry* last = last_of(*akin);
    const std::size_t end = with_comments(line_end(last == nullptr ? akin->header.end : last->value.end));
    return inserted(end, line_end_ + line_end_ + lines);
  }

  Patched append(const std::string& lines) const {
    const std::size_t last = text_.find_last_not_of(" \t\r\n");
    const std::size_t end = last == std::string::npos ? text_.size() : last + 1;
    const std::string tail = end == text_.size() ? line_end_ : "";
    return inserted(end, line_end_ + line_end_ + lines + tail);
  }

  /// Comments right below a table belong to it, unless they lead on to what comes next.
  std::size_t with_comments(std::size_t end) const {
    std::size_t last = end;
    for (std::size_t begin = next_line(end); begin < text_.size(); begin = next_line(begin)) {
      const std::size_t word = text_.find_first_not_of(" \t", begin);
      if (word == std::string::npos || text_[word] == '\r' || text_[word] == '\n') return last;
      if (text_[word] != '#') return end;
      last = line_end(word);
    }
    return last;
  }

  const std::string& text_;
  Keys path_;
  const std::string& value_;
  Layout layout_;
  std::string line_end_;
};

}  // namespace

std::string in_style_of(const std::string& before, const std::string& value) {
  const std::size_t first = value.find_first_of("0123456789");
  const bool grouped = !before.empty() && before.find_first_not_of("+-0123456789_.eE") == std::string::npos &&
                       before.find('_') != std::string::npos;
  const bool plain = value.find_first_not_of("+-0123456789.") == std::string::npos;
  if (!grouped || !plain || first == std::string::npos) return value;
  std::size_t end = first;
  while (end < value.size() && is_digit(value[end])) ++end;
  std::string result = value;
  for (std::size_t at = end; at > first + 3;) result.insert(at -= 3, "_");
  return result;
}

Patched set_value(const std::string& text, const std::vector<std::string>& path, const std::string& value) {
  return Patcher(text, path, value).patch();
}

}  // namespace headrace::toml_text
