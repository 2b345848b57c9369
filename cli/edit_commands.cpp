#include <fmt/format.h>

#include <filesystem>
#include <optional>
#include <utility>

#include "cli/answer.hpp"
#include "cli/commands.hpp"
#include "cli/prepare.hpp"
#include "model/edit/patch_scenario.hpp"
#include "model/edit/variant_text.hpp"
#include "model/text/text_file.hpp"
#include "model/toml/write.hpp"
#include "report/disk/save_file.hpp"
#include "report/program/exit_code.hpp"
#include "report/program/say.hpp"
#include "report/words/titles.hpp"

/// Commands that write scenarios. Nothing is written unless the result is a scenario without errors.
namespace headrace {
namespace {

int refuse_change(const Diagnostics& diagnostics) {
  complain(diagnostics);
  return kBadInput;
}

/// `kiln.toml:12: teams.ot.people = 4 (was 3)`, a line each.
std::string changes_text(const std::vector<PatchedValue>& values, const std::filesystem::path& file) {
  std::string text;
  for (const PatchedValue& one : values) {
    const std::string was = one.before.empty() ? "was not set" : "was " + one.before;
    text += printable(fmt::format("{}:{}: {} = {} ({})", file.string(), one.line, toml_text::key_text(one.place),
                                  one.after, was)) +
            "\n";
  }
  return text;
}

Overwrite overwrite(const Arguments& arguments) {
  return arguments.force ? Overwrite::always : Overwrite::if_unchanged;
}

}  // namespace

int set_command(const Arguments& arguments) {
  const std::string& file = arguments.files.front();
  Diagnostics diagnostics;
  const std::optional<std::string> text = read_text_file(file, {file}, diagnostics);
  if (!text) return refuse_change(diagnostics);
  const FileStamp read = stamp_of(file, *text);
  if (prepare(file, arguments.overrides) == nullptr) return kBadInput;
  std::optional<PatchedScenario> patched = patch_scenario(*text, file, arguments.overrides, diagnostics);
  if (!patched) return refuse_change(diagnostics);

  const std::filesystem::path target = arguments.out.value_or(file);
  if (arguments.out) {
    std::optional<std::string> moved = move_scenario(patched->text, file, target, diagnostics);
    if (!moved) return refuse_change(diagnostics);
    patched->text = std::move(*moved);
  }
  const std::string others = other_names_note(target);
  save_file(target, patched->text, arguments.out ? FileStamp{} : read, overwrite(arguments), readers_of_copy(file));
  say(changes_text(patched->values, target) + (others.empty() ? "" : printable("note: " + others) + "\n"));
  return kDone;
}

int variant_command(const Arguments& arguments) {
  const std::string& base = arguments.files.front();
  if (prepare(base, arguments.overrides) == nullptr) return kBadInput;
  VariantWords words;
  words.base = base;
  words.title = arguments.title;
  words.overrides = arguments.overrides;
  Diagnostics diagnostics;
  const std::optional<std::string> text = variant_text(words, *arguments.out, diagnostics);
  if (!text) return refuse_change(diagnostics);
  save_file(*arguments.out, *text, {}, overwrite(arguments));
  say(fmt::format("wrote {}\n", printable(arguments.out->string())));
  return kDone;
}

}  // namespace headrace
