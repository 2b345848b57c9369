// The power fails while a command writes, or right after it: nothing is half, and what a command said is there.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mount.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <fstream>

#include "report/disk/check_results.hpp"
#include "tests/support/power_cut.hpp"
#include "tests/support/process.hpp"
#include "tests/support/scenario_text.hpp"

namespace headrace::test {
namespace {

namespace fs = std::filesystem;

const std::string change = "teams.ot.people=12";

/// What a command did to a folder.
struct Told {
  Tree before, after;
  std::vector<DiskCall> calls;
  fs::path folder;
};

Told tell(const std::vector<std::string>& words, const fs::path& folder) {
  Told told{tree_of(folder), {}, {}, folder};
  DiskOutcome end = on_faulty_disk(words, folder);
  CAPTURE(end.said);
  REQUIRE(end.exit_code == 0);
  told.calls = std::move(end.calls);
  told.after = tree_of(folder);
  REQUIRE(told.after != told.before);
  return told;
}

Told told_set(const TemporaryFolder& folder) {
  fs::create_directory(folder.path() / "out");
  const std::string plan = folder.write("out/plan.toml", valid_text).string();
  return tell({"headrace", "set", plan, change}, folder.path() / "out");
}

Told told_run(const TemporaryFolder& folder) {
  const std::string plan = folder.write("plan.toml", valid_text).string(), out = (folder.path() / "out").string();
  std::vector<std::string> run = {"headrace", "run", plan, "--trials", "2", "--threads", "1", "--out", out};
  REQUIRE(on_faulty_disk(run, out).exit_code == 0);
  run.insert(run.end(), {"--seed", "2"});
  return tell(run, out);
}

/// Each file is the old one or the new one, and none is gone.
bool is_whole(const Tree& tree, const Told& told) {
  const auto is_of = [](const Tree& of, const auto& file) {
    const auto found = of.find(file.first);
    return found != of.end() && found->second == file.second;
  };
  const auto has = [&](const auto& file) { return tree.contains(file.first); };
  return std::all_of(told.before.begin(), told.before.end(), has) &&
         std::all_of(tree.begin(), tree.end(),
                     [&](const auto& file) { return is_of(told.before, file) || is_of(told.after, file); });
}

bool passes_check(const Tree& tree) {
  const TemporaryFolder folder;
  put_tree(folder.path(), tree);
  return check_results(folder.path()).problems.empty();
}

std::vector<DiskCall> without(std::vector<DiskCall> calls, const std::string& kind) {
  calls.erase(std::remove_if(calls.begin(), calls.end(), [&](const DiskCall& call) { return call.kind == kind; }),
              calls.end());
  return calls;
}

/// A file system of its own in a file, as if on a disk of its own whose plug can be pulled.
class LoopDisk {
 public:
  explicit LoopDisk(const fs::path& folder) : image_(folder / "image"), place_(folder / "disk") {
    fs::create_directory(place_);
    std::ofstream(image_).close();
    fs::resize_file(image_, 24U << 20);
    if (::geteuid() != 0 || !is_installed("mkfs.ext4") || !is_installed("mount")) return;
    // The file system does nothing of its own accord: no commit every few seconds, no bytes ahead of a rename.
    mounted_ =
        done({"mkfs.ext4", "-q", "-F", image_.string()}) &&
        done({"mount", "-o", "loop,commit=600,data=writeback,noauto_da_alloc", image_.string(), place_.string()});
  }
  ~LoopDisk() {
    if (mounted_) done({"umount", place_.string()});
  }
  LoopDisk(const LoopDisk&) = delete;
  LoopDisk& operator=(const LoopDisk&) = delete;

  bool mounted() const { return mounted_; }
  const fs::path& place() const { return place_; }

  /// Puts all on the disk.
  void sync() const {
    const int number = ::open(place_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    ::syncfs(number);
    ::close(number);
  }

  /// What is found when the power has failed now and has come back.
  Tree after_power_cut() const {
    const fs::path copy = image_.string() + "-copy", place = place_.string() + "-copy";
    fs::copy_file(image_, copy, fs::copy_options::overwrite_existing);
    fs::create_directory(place);
    Tree found;
    if (done({"mount", "-o", "loop", copy.string(), place.string()})) {
      found = tree_of(place);
      done({"umount", place.string()});
    }
    for (auto at = found.begin(); at != found.end();) at = is_part(at->first) ? found.erase(at) : std::next(at);
    return found;
  }

 private:
  static bool done(const std::vector<std::string>& words) { return Process(words).wait() == 0; }

  fs::path image_, place_;
  bool mounted_ = false;
};

/// Makes the file system write its own book, which is what another program's sync does.
void sync_something_else(const fs::path& folder) {
  const int number = ::open((folder / "other").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  if (::write(number, "x", 1) == 1) ::fsync(number);
  ::close(number);
}

}  // namespace

TEST_CASE("power cut: a plan is old or new at whatever call the power fails and new once the command has ended") {
  const TemporaryFolder folder;
  const Told told = told_set(folder);
  CHECK(at_any_power_cut(told.before, told.calls, told.folder) == std::set<Tree>{told.before, told.after});
  CHECK(after_power_cut(told.before, told.calls, told.folder) == std::set<Tree>{told.after});

  // Without its syncs the plan may be empty or the change lost after all, and so this test can fail.
  const Tree empty = {{"plan.toml", ""}};
  CHECK(at_any_power_cut(told.before, without(told.calls, "sync"), told.folder).contains(empty));
  CHECK(after_power_cut(told.before, without(told.calls, "syncdir"), told.folder).contains(told.before));
}

TEST_CASE("power cut: results are old or new or told to be mixed and new once the command has ended") {
  const TemporaryFolder folder;
  const Told told = told_run(folder);
  int mixed = 0;
  for (const Tree& tree : at_any_power_cut(told.before, told.calls, told.folder)) {
    CHECK(is_whole(tree, told));
    const bool one_run = tree == told.before || tree == told.after;
    mixed += one_run ? 0 : 1;
    CHECK(passes_check(tree) == one_run);
    // The file that lists the others is never ahead of them.
    if (!one_run) CHECK(tree.at("results.json") == told.before.at("results.json"));
  }
  CHECK(mixed > 5);
  CHECK(after_power_cut(told.before, told.calls, told.folder) == std::set<Tree>{told.after});

  int half = 0;
  for (const Tree& tree : at_any_power_cut(told.before, without(told.calls, "sync"), told.folder)) {
    half += is_whole(tree, told) ? 0 : 1;
  }
  CHECK(half > 5);
}

TEST_CASE("power cut: on a disk whose plug is pulled a plan is old or new and new once the command has ended") {
  const TemporaryFolder folder;
  const LoopDisk disk(folder.path());
  if (!disk.mounted()) {
    std::puts("skipped: power cut on a loop image (this user may mount none, or mkfs.ext4 is missing)");
    return;
  }
  const fs::path plan = disk.place() / "plan.toml";
  const std::vector<std::string> words = {"headrace", "set", plan.string(), change};
  const std::map<std::string, std::string> syncing = {{"HEADRACE_DISK_SYNC", "yes"}};
  const Tree old = {{"plan.toml", valid_text}};
  const auto begin = [&] {
    put_tree(disk.place(), old);
    disk.sync();
  };
  // Pulled right after the command: its change is there.
  begin();
  const DiskOutcome whole = on_faulty_disk(words, disk.place(), "", syncing);
  REQUIRE(whole.exit_code == 0);
  const std::string changed = tree_of(disk.place()).at("plan.toml");
  CHECK(disk.after_power_cut().at("plan.toml") == changed);

  // Pulled before each of its calls, also after another program's sync.
  bool seen_old = false;
  for (const char* kind : {"write", "sync", "rename", "syncdir"}) {
    begin();
    CHECK(on_faulty_disk(words, disk.place(), fmt::format("{} 1 kill", kind), syncing).exit_code == 137);
    const std::string soon = disk.after_power_cut().at("plan.toml");
    sync_something_else(disk.place());
    const std::string later = disk.after_power_cut().at("plan.toml");
    CHECK((soon == valid_text || soon == changed));
    CHECK((later == valid_text || later == changed));
    seen_old = seen_old || soon == valid_text;
  }
  CHECK(seen_old);
}

}  // namespace headrace::test
