// Whatever a text holds, a value written into it stands there, and the text before and behind it stays.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "model/toml/layout.hpp"
#include "model/toml/parse.hpp"
#include "model/toml/patch.hpp"

namespace {

using headrace::Value;

/// The value at a path of tables; null when there is none.
const Value* at(const Value& document, const std::vector<std::string>& path) {
  const Value* here = &document;
  for (const std::string& key : path) here = here == nullptr ? nullptr : headrace::find(*here, key);
  return here;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  headrace::Diagnostics ignored;
  const auto before = headrace::toml_text::parse(text, "fuzz", ignored);
  if (!before) return 0;

  // Each value that the layout found must be there, and change when it is set.
  const headrace::toml_text::Layout layout = headrace::toml_text::lay_out(text);
  int tried = 0;
  for (const auto& entry : layout.entries) {
    if (layout.sections[entry.section].in_list || ++tried > 4) continue;
    if (at(*before, entry.path) == nullptr) std::abort();
    const auto patched = headrace::toml_text::set_value(text, entry.path, "12345");
    const auto after =
        patched.problem.empty() ? headrace::toml_text::parse(patched.text, "fuzz", ignored) : std::nullopt;
    const Value* value = after ? at(*after, entry.path) : nullptr;
    if (value == nullptr || value->number != 12345) std::abort();
    const std::string& now = patched.text;
    if (now.compare(0, entry.value.begin, text, 0, entry.value.begin) != 0) std::abort();
    if (!now.ends_with(text.substr(entry.value.end))) std::abort();
  }
  return 0;
}
