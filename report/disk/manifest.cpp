#include "report/disk/manifest.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "model/text/sha256.hpp"
#include "report/words/json_text.hpp"

namespace headrace {
namespace {

const std::string no_sum(64, '0');

/// "ten/" of "ten/results.json"; empty at the top.
std::string_view folder_part(std::string_view name) { return name.substr(0, name.rfind('/') + 1); }

bool is_json(const NamedText& file) { return file.first.ends_with(".json"); }

Json line(const std::string& name, const std::string& sum) { return {{"name", name}, {"sha256", sum}}; }

void add_manifest(NamedText& json, const std::string& run_id, const std::vector<NamedText>& written) {
  auto& [name, text] = json;
  const std::string folder(folder_part(name));
  Json more;
  more["run_id"] = run_id;
  Json& files = more["files"] = Json::array();
  files.push_back(line(name.substr(folder.size()), no_sum));
  for (const NamedText& file : written) {
    if (file.first.starts_with(folder)) files.push_back(line(file.first.substr(folder.size()), sha256(file.second)));
  }
  text = with_opening(text, more);
  text.replace(text.find(no_sum), no_sum.size(), sha256(text));
}

}  // namespace

std::vector<NamedText> with_manifests(std::vector<NamedText> files, const std::string& run_id) {
  // Those that list others come after them: the deepest first.
  const auto first_json =
      std::stable_partition(files.begin(), files.end(), [](const NamedText& file) { return !is_json(file); });
  const auto depth = [](const NamedText& file) { return std::count(file.first.begin(), file.first.end(), '/'); };
  std::stable_sort(first_json, files.end(),
                   [&](const NamedText& a, const NamedText& b) { return depth(a) > depth(b); });

  std::vector<NamedText> written;
  for (NamedText& file : files) {
    if (is_json(file)) add_manifest(file, run_id, written);
    written.push_back(std::move(file));
  }
  return written;
}

std::string own_sum(std::string text, const std::string& given) {
  const std::size_t at = text.find(given);
  if (at != text.npos && given.size() == no_sum.size()) text.replace(at, given.size(), no_sum);
  return sha256(text);
}

std::string runs_json(const std::vector<RunFolder>& runs, std::int64_t trials, std::uint64_t seed) {
  Json document = opening_of("headrace-runs");
  document["trials"] = trials;
  document["seed"] = seed;
  Json& list = document["scenarios"] = Json::array();
  for (const RunFolder& run : runs) list.push_back({{"folder", run.folder}, {"id", run.id}, {"label", run.label}});
  return json_text(document);
}

}  // namespace headrace
