#include "tests/support/power_cut.hpp"

#include <functional>
#include <memory>

namespace headrace::test {
namespace {

namespace fs = std::filesystem;

/// A file: what the program sees of it, and what the disk has for sure.
struct File {
  std::string seen, safe;
};
using FilePtr = std::shared_ptr<File>;
using Names = std::map<std::string, FilePtr>;

/// A name that was made, or changed, or removed.
struct NameChange {
  std::string folder, gone, name;  ///< either may be empty
  FilePtr file;
};

void carry_over(const NameChange& change, Names& names) {
  if (!change.gone.empty()) names.erase(change.gone);
  if (!change.name.empty()) names[change.name] = change.file;
}

class Disk {
 public:
  Disk(const Tree& before, const fs::path& folder) : folder_(folder) {
    for (const auto& [name, text] : before) {
      safe_[(folder / name).string()] = std::make_shared<File>(File{text, text});
    }
    seen_ = safe_;
  }

  void carry_out(const DiskCall& call) {
    if (call.kind == "create") change({folder_of(call.path), "", call.path, std::make_shared<File>()});
    if (call.kind == "write") seen_.at(call.path)->seen += call.bytes;
    if (call.kind == "sync") seen_.at(call.path)->safe = seen_.at(call.path)->seen;
    if (call.kind == "rename") change({folder_of(call.to), call.path, call.to, seen_.at(call.path)});
    if (call.kind == "unlink") change({folder_of(call.path), call.path, "", nullptr});
    if (call.kind == "syncdir") sync_names(call.path);
  }

  /// What may be left now.
  void add_outcomes(std::set<Tree>& outcomes) const {
    const std::size_t count = unsafe_.size();
    for (std::size_t first = 0; first <= count; ++first) {
      outcomes.insert(outcome([&](std::size_t k) { return k < first; }));
      outcomes.insert(outcome([&](std::size_t k) { return k == first; }));
    }
  }

 private:
  static std::string folder_of(const std::string& path) { return fs::path(path).parent_path().string(); }

  void change(NameChange what) {
    carry_over(what, seen_);
    unsafe_.push_back(std::move(what));
  }

  void sync_names(const std::string& folder) {
    std::vector<NameChange> others;
    for (NameChange& one : unsafe_) {
      if (one.folder == folder) {
        carry_over(one, safe_);
      } else {
        others.push_back(std::move(one));
      }
    }
    unsafe_ = std::move(others);
  }

  Tree outcome(const std::function<bool(std::size_t)>& kept) const {
    Names names = safe_;
    for (std::size_t k = 0; k < unsafe_.size(); ++k) {
      if (kept(k)) carry_over(unsafe_[k], names);
    }
    Tree tree;
    for (const auto& [path, file] : names) {
      const std::string name = fs::path(path).lexically_relative(folder_).string();
      if (!is_part(name)) tree[name] = file->safe == file->seen ? file->seen : "";
    }
    return tree;
  }

  fs::path folder_;
  Names seen_, safe_;
  std::vector<NameChange> unsafe_;
};

}  // namespace

std::set<Tree> after_power_cut(const Tree& before, const std::vector<DiskCall>& calls, const fs::path& folder) {
  Disk disk(before, folder);
  for (const DiskCall& call : calls) disk.carry_out(call);
  std::set<Tree> outcomes;
  disk.add_outcomes(outcomes);
  return outcomes;
}

std::set<Tree> at_any_power_cut(const Tree& before, const std::vector<DiskCall>& calls, const fs::path& folder) {
  Disk disk(before, folder);
  std::set<Tree> outcomes;
  disk.add_outcomes(outcomes);
  for (const DiskCall& call : calls) {
    disk.carry_out(call);
    disk.add_outcomes(outcomes);
  }
  return outcomes;
}

}  // namespace headrace::test
