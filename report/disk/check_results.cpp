#include "report/disk/check_results.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <system_error>

#include "model/text/sha256.hpp"
#include "report/disk/manifest.hpp"
#include "report/disk/part_name.hpp"
#include "report/words/json_text.hpp"
#include "report/words/number_text.hpp"

namespace headrace {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kRunAgain = "Run the command again, into an empty folder";

std::string text_at(const Json& document, const char* key) {
  const auto found = document.find(key);
  return found != document.end() && found->is_string() ? found->get<std::string>() : "";
}

std::optional<std::string> content_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return std::nullopt;
  std::string text(std::istreambuf_iterator<char>(stream), {});
  return stream.bad() ? std::nullopt : std::optional(std::move(text));
}

/// A JSON file of ours, or what is left of one.
struct Document {
  std::string text, run_id;
  Json json;
  bool broken = false;  ///< it is no JSON
  bool ours = false;    ///< it says so
};

Document document_of(std::string text) {
  Document found;
  found.text = std::move(text);
  found.json = Json::parse(found.text, nullptr, false);
  found.broken = found.json.is_discarded();
  if (found.broken || !found.json.is_object()) return found;
  found.ours = text_at(found.json, "schema").starts_with("headrace-");
  found.run_id = text_at(found.json, "run_id");
  return found;
}

/// "run 3f2a9c41d07e, seed 1, 10,000 futures".
std::string run_words(const Document& document) {
  std::string words = document.run_id.empty() ? "a run without an id" : "run " + document.run_id.substr(0, 12);
  if (const auto seed = document.json.find("seed"); seed != document.json.end() && seed->is_number_integer()) {
    words += ", seed " + seed->dump();
  }
  if (const auto trials = document.json.find("trials"); trials != document.json.end() && trials->is_number_integer()) {
    words += ", " + count_of(trials->get<std::int64_t>(), "future");
  }
  return words;
}

/// Is it a name that a command gives its files?
bool may_be_ours(const fs::path& file) {
  static constexpr std::array<std::string_view, 3> others = {"replay.txt", "graph.txt", "graph.dot"};
  const std::string name = file.filename().string();
  return file.extension() == ".json" || file.extension() == ".csv" || read_part_name(name) ||
         std::find(others.begin(), others.end(), name) != others.end();
}

/// A name from a list that leads nowhere else.
bool stays_inside(const fs::path& name) {
  return !name.empty() && name.is_relative() &&
         std::none_of(name.begin(), name.end(), [](const fs::path& part) { return part == ".."; });
}

class Checker {
 public:
  explicit Checker(const fs::path& folder) : folder_(folder) {}

  CheckedResults check() {
    find_files();
    find_lists();
    for (const auto& [name, list] : lists_) check_list(name, list);
    if (lists_.size() > 1) tell_runs_apart();
    if (!lists_.empty()) check_unlisted();
    std::sort(found_.problems.begin(), found_.problems.end());
    if (found_.problems.empty()) {
      found_.words =
          fmt::format("{}: {} of one run, none missing, none changed ({}).", folder_.string(),
                      count_of(static_cast<std::int64_t>(listed_.size()), "file"), run_words(lists_.begin()->second));
    }
    return std::move(found_);
  }

 private:
  void problem(const fs::path& file, std::string_view what, std::string_view why, std::string_view advice) {
    found_.problems.push_back(fmt::format("{}: error: {} ({}). {}", file.string(), what, why, advice));
  }

  void find_files() {
    std::error_code error;
    for (fs::recursive_directory_iterator at(folder_, error), end; !error && at != end; at.increment(error)) {
      std::error_code ignored;
      if (may_be_ours(at->path()) && !at->is_directory(ignored)) {
        files_.insert(at->path().lexically_relative(folder_).generic_string());
      }
    }
    if (error) problem(folder_, "it cannot be looked into", error.message(), "Name the folder that --out named");
  }

  /// The JSON files at the top: each lists what belongs to it.
  void find_lists() {
    for (const std::string& name : files_) {
      if (name.find('/') != name.npos || !name.ends_with(".json")) continue;
      auto content = content_of(folder_ / name);
      if (!content) {
        problem(folder_ / name, "it cannot be read", "the system refuses", "Check that you may read it");
        continue;
      }
      Document document = document_of(std::move(*content));
      if (document.broken) {
        problem(folder_ / name, "it is no JSON", "it was cut off or changed", kRunAgain);
      } else if (document.ours && document.run_id.empty()) {
        problem(folder_ / name, "it has no run id", "an older Headrace wrote it, or it was changed", kRunAgain);
      } else if (document.ours) {
        lists_.emplace(name, std::move(document));
      }
    }
    if (lists_.empty() && found_.problems.empty()) {
      problem(folder_, "it holds no results", "there is no JSON file with a run id in it",
              "Name the folder that --out named");
    }
  }

  void check_list(const std::string& name, const Document& list) {
    const auto files = list.json.find("files");
    if (files == list.json.end() || !files->is_array() || files->empty()) {
      return problem(folder_ / name, "it lists no files", "it was changed", kRunAgain);
    }
    for (const Json& line : *files) {
      const std::string file = line.is_object() ? text_at(line, "name") : "";
      if (!stays_inside(file)) {
        problem(folder_ / name, "a file that it lists is not in this folder", "it was changed", kRunAgain);
        continue;
      }
      listed_.insert(file);
      check_file(name, list, file, text_at(line, "sha256"));
    }
  }

  void check_file(const std::string& name, const Document& list, const std::string& file, const std::string& sum) {
    const fs::path path = folder_ / file;
    std::error_code error;
    if (!fs::is_regular_file(path, error)) {
      return problem(path, "it is missing", fmt::format("{} lists it", name), kRunAgain);
    }
    auto content = content_of(path);
    if (!content) return problem(path, "it cannot be read", "the system refuses", "Check that you may read it");
    if ((file == name ? own_sum(*content, sum) : sha256(*content)) == sum) return;

    const Document other = file.ends_with(".json") ? document_of(std::move(*content)) : Document();
    if (other.ours && other.run_id != list.run_id) return tell_other_run(file, other, name, list);
    problem(path, "it is not as it was written", fmt::format("its SHA-256 is not the one in {}", name), kRunAgain);
  }

  void tell_other_run(const std::string& file, const Document& other, const std::string& name, const Document& list) {
    problem(folder_ / file, "it is of another run",
            fmt::format("{}; {} is of {}", run_words(other), name, run_words(list)),
            "Give each command a folder of its own, and run it again");
  }

  void tell_runs_apart() {
    const auto& [first, list] = *lists_.begin();
    for (auto at = std::next(lists_.begin()); at != lists_.end(); ++at) {
      if (at->second.run_id != list.run_id) tell_other_run(at->first, at->second, first, list);
    }
  }

  void check_unlisted() {
    const auto& [name, list] = *lists_.begin();
    for (const std::string& file : files_) {
      if (listed_.contains(file) || lists_.contains(file)) continue;
      const fs::path path = folder_ / file;
      if (read_part_name(path.filename().string())) {
        problem(path, "it is unfinished", "a command was cut off, or is writing now",
                "The next command that writes here removes it");
        continue;
      }
      auto content = file.ends_with(".json") ? content_of(path) : std::nullopt;
      const Document other = content ? document_of(std::move(*content)) : Document();
      // Somebody else's JSON is none of ours to judge.
      if (content && !other.broken && !other.ours) continue;
      if (other.ours && other.run_id != list.run_id) {
        tell_other_run(file, other, name, list);
      } else {
        problem(path, "it is left over", fmt::format("{} does not list it", name), "Remove it");
      }
    }
  }

  const fs::path& folder_;
  CheckedResults found_;
  std::set<std::string> files_;            ///< that a command may have written, relative to the folder
  std::map<std::string, Document> lists_;  ///< by name
  std::set<std::string> listed_;
};

}  // namespace

CheckedResults check_results(const fs::path& folder) {
  std::error_code error;
  if (fs::is_directory(folder, error)) return Checker(folder).check();
  const char* const why = fs::exists(folder, error) ? "it is a file" : "there is none of that name";
  return {{fmt::format("{}: error: no folder ({}). Name the folder that --out named", folder.string(), why)}, ""};
}

}  // namespace headrace
