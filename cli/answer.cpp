#include "cli/answer.hpp"

#include <fmt/format.h>

#include <utility>

#include "report/disk/manifest.hpp"
#include "report/program/say.hpp"
#include "report/words/number_text.hpp"

namespace headrace {

Answer::Answer(const std::optional<std::filesystem::path>& folder) {
  if (folder) files_.emplace(*folder);
}

void Answer::add_file(const std::filesystem::path& folder, const NamedText& file) {
  pending_.emplace_back((folder / file.first).string(), file.second);
}

void Answer::write_files() {
  if (!run_id_.empty()) pending_ = with_manifests(std::move(pending_), run_id_);
  for (const auto& [name, content] : pending_) files_->add(name, content);
  files_->commit();
}

void Answer::give() {
  if (!files_) return say(text_);
  try {
    write_files();
  } catch (const OutputError&) {
    say(text_);
    throw;
  }
  const auto count = static_cast<std::int64_t>(pending_.size());
  say(text_ + fmt::format("Wrote {} to {}.\n", count_of(count, "file"), files_->folder().string()));
}

}  // namespace headrace
