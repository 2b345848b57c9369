// Whatever call on the disk fails, and wherever the program is killed: every file is the old one or the new one, a
// mixture is told by check-results, and the next command leaves nothing unfinished.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/mount.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>

#include "report/disk/check_results.hpp"
#include "report/disk/file_set.hpp"
#include "tests/support/faulty_disk.hpp"
#include "tests/support/scenario_text.hpp"

namespace headrace::test {
namespace {

namespace fs = std::filesystem;

constexpr int kKilled = 137;

/// The least a plan can be, so that the disk is most of the work.
const std::string small_plan =
    "[programme]\nhorizon_weeks = 60\n[templates.plant.groups.crew]\nheadcount = 9\n"
    "[templates.plant.items.survey]\nduration_weeks = 2\n[templates.plant.integrations.link]\nneeds = [\"survey\"]\n"
    "[use_cases.a]\n[sites.ulm]\nwave = 1\n";

/// A command that replaces files of a folder, and what they are before and after it.
struct Job {
  std::vector<std::string> words;
  fs::path out;
  Tree before, after;
  DiskOutcome whole;  ///< of the command without a fault

  void prepare() {
    put_tree(out, before);
    whole = on_faulty_disk(words, out);
    CAPTURE(whole.said);
    REQUIRE(whole.exit_code == 0);
    after = tree_of(out);
    REQUIRE(after != before);
  }
};

/// What came of a fault.
struct Broken {
  bool any_old = false, any_new = false, half = false, part = false;
  std::string what;  ///< the first file that is neither
};

Broken look(const Job& job) {
  Broken found;
  const Tree now = tree_of(job.out);
  for (const auto& [name, text] : now) {
    const auto was = job.before.find(name), becomes = job.after.find(name);
    if (is_part(name)) {
      found.part = true;
    } else if (becomes != job.after.end() && text == becomes->second) {
      found.any_new = found.any_new || was == job.before.end() || was->second != text;
    } else if (was != job.before.end() && text == was->second) {
      found.any_old = true;
    } else {
      found.half = true;
      found.what = name;
    }
  }
  for (const auto& [name, text] : job.before) {
    if (now.contains(name)) continue;
    found.half = true;
    found.what = name + " is gone";
  }
  return found;
}

/// The next command that writes there.
void sweep(const Job& job) {
  const FileSet top(job.out);
  for (const fs::directory_entry& entry : fs::directory_iterator(job.out)) {
    if (!entry.is_directory()) continue;
    const FileSet below(entry.path());
  }
}

enum class Results { yes, no };

void check_fault(const Job& job, const std::string& fault, Results results) {
  CAPTURE(fault);
  put_tree(job.out, job.before);
  const DiskOutcome end = on_faulty_disk(job.words, job.out, fault);
  CAPTURE(end.said);
  const bool kill = fault.ends_with("kill");
  CHECK(end.exit_code == (kill ? kKilled : 3));
  if (!kill) CHECK(end.said.find("cannot write ") != end.said.npos);

  const Broken found = look(job);
  CHECK_MESSAGE(!found.half, found.what);
  if (!kill) CHECK_FALSE(found.part);
  sweep(job);
  CHECK_FALSE(look(job).part);
  if (results == Results::no) return;

  // All old or all new passes, a mixture does not.
  const CheckedResults checked = check_results(job.out);
  CHECK(checked.problems.empty() == !(found.any_old && found.any_new));
}

/// Lets every call of a kind fail, and kills before each.
void check_each(const Job& job, const std::string& kind, int error, Results results) {
  const int calls = job.whole.count(kind);
  CHECK(calls > 0);
  for (int k = 1; k <= calls; ++k) {
    check_fault(job, fmt::format("{} {} {}", kind, k, error), results);
    check_fault(job, fmt::format("{} {} kill", kind, k), results);
  }
}

void check_all(const Job& job, Results results) {
  check_each(job, "write", ENOSPC, results);
  check_each(job, "sync", EIO, results);
  check_each(job, "rename", EIO, results);
}

Job job_of(const TemporaryFolder& folder, const std::vector<std::string>& words) {
  Job job;
  job.words = words;
  job.out = folder.path() / "out";
  return job;
}

}  // namespace

TEST_CASE("disk faults: results of a run are old or new at every write and sync and rename that fails or is the last") {
  const TemporaryFolder folder;
  const std::string plan = folder.write("plan.toml", small_plan).string(), out = (folder.path() / "out").string();
  const std::vector<std::string> run = {"headrace", "run", plan, "--trials", "2", "--threads", "1", "--out", out};
  Job job = job_of(folder, run);
  REQUIRE(on_faulty_disk(run, out).exit_code == 0);
  job.before = tree_of(out);
  job.words.insert(job.words.end(), {"--seed", "2"});
  job.prepare();
  CHECK(job.whole.count("rename") == static_cast<int>(job.after.size()));
  CHECK(job.whole.count("sync") == static_cast<int>(job.after.size()));
  // The file that lists the others comes last, once the others are on the disk.
  const auto& calls = job.whole.calls;
  const auto last = std::find_if(calls.rbegin(), calls.rend(), [](const auto& call) { return call.kind == "rename"; });
  CHECK(last->to.ends_with("/results.json"));
  CHECK((last + 1)->kind == "syncdir");
  CHECK((last - 1)->kind == "syncdir");
  check_all(job, Results::yes);
  check_each(job, "syncdir", EIO, Results::yes);
}

TEST_CASE("disk faults: a comparison with its folders is old or new or told to be mixed") {
  const TemporaryFolder folder;
  const std::string plan = folder.write("plan.toml", small_plan).string(),
                    more =
                        folder.write("more.toml", "base = \"plan.toml\"\n[use_cases.a]\nlabel = \"More\"\n").string(),
                    out = (folder.path() / "out").string();
  const std::vector<std::string> run = {"headrace", "compare",   plan, more,    "--trials",
                                        "2",        "--threads", "1",  "--out", out};
  Job job = job_of(folder, run);
  REQUIRE(on_faulty_disk(run, out).exit_code == 0);
  job.before = tree_of(out);
  job.words.insert(job.words.end(), {"--seed", "2"});
  job.prepare();
  const int files = static_cast<int>(job.after.size());
  CHECK(job.whole.count("rename") == files);
  // The first, one in a folder below, and the last three of each; every rename that is the last.
  for (const char* kind : {"write", "sync", "rename"}) {
    for (const int k : {1, files / 2, files - 2, files - 1, files}) {
      check_fault(job, fmt::format("{} {} {}", kind, k, EIO), Results::yes);
    }
  }
  for (int k = 1; k <= files; ++k) check_fault(job, fmt::format("rename {} kill", k), Results::yes);
}

TEST_CASE("disk faults: a plan that is set and a variant that is written are old or new") {
  const TemporaryFolder folder;
  fs::create_directory(folder.path() / "out");
  const std::string plan = folder.write("out/plan.toml", small_plan).string(),
                    variant = (folder.path() / "out/more.toml").string(),
                    number = "templates.plant.groups.crew.headcount=12";
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{"headrace", "set", plan, number},
                                             {"headrace", "variant", plan, number, "-o", variant, "--force"},
                                             {"headrace", "ask", "--sites", "2", "-o", variant, "--force"}}) {
    CAPTURE(words[1]);
    Job job = job_of(folder, words);
    job.before = {{"plan.toml", small_plan}, {"more.toml", "base = \"plan.toml\"\n"}};
    job.prepare();
    check_all(job, Results::no);
    check_each(job, "create", EDQUOT, Results::no);
    check_each(job, "syncdir", EIO, Results::no);
    check_fault(job, fmt::format("close 2 {}", EIO), Results::no);
  }
}

TEST_CASE("disk faults: a disk that cannot sync a folder still takes files and one that cannot sync a file does not") {
  const TemporaryFolder folder;
  fs::create_directory(folder.path() / "out");
  const std::string plan = folder.write("out/plan.toml", small_plan).string();
  Job job = job_of(folder, {"headrace", "set", plan, "templates.plant.groups.crew.headcount=12"});
  job.before = {{"plan.toml", small_plan}};
  job.prepare();
  for (const int error : {EINVAL, EROFS, ENOTSUP}) {
    CAPTURE(error);
    put_tree(job.out, job.before);
    CHECK(on_faulty_disk(job.words, job.out, fmt::format("syncdir 0 {}", error)).exit_code == 0);
    CHECK(tree_of(job.out) == job.after);
  }
  for (const int error : {EIO, ENOSPC, EDQUOT}) check_fault(job, fmt::format("sync 0 {}", error), Results::no);
}

TEST_CASE("disk faults: a plan that others may not read is never open to them on its way") {
  const TemporaryFolder folder;
  fs::create_directory(folder.path() / "out");
  const fs::path plan = folder.write("out/plan.toml", small_plan);
  const auto owner = fs::perms::owner_read | fs::perms::owner_write;
  fs::permissions(plan, owner);
  const DiskOutcome end = on_faulty_disk({"headrace", "set", plan.string(), "templates.plant.groups.crew.headcount=12"},
                                         plan.parent_path());
  REQUIRE(end.exit_code == 0);
  CHECK(end.count("create") > 0);
  for (const DiskCall& call : end.calls) {
    if (call.kind == "create") CHECK(call.mode == 0600);
  }
  CHECK(fs::status(plan).permissions() == owner);
  // A copy of it neither.
  const fs::path copy = plan.parent_path() / "copy.toml";
  REQUIRE(on_faulty_disk(
              {"headrace", "set", plan.string(), "templates.plant.groups.crew.headcount=12", "-o", copy.string()},
              plan.parent_path())
              .exit_code == 0);
  CHECK(fs::status(copy).permissions() == owner);
}

TEST_CASE("disk faults: a full disk keeps the old results and says so") {
  const TemporaryFolder folder;
  const fs::path disk = folder.path() / "disk";
  fs::create_directory(disk);
  const std::string plan = folder.write("plan.toml", small_plan).string();
  if (::mount("none", disk.c_str(), "tmpfs", 0, "size=400k") != 0) {
    std::puts("skipped: disk faults on a file system that is full (this user may mount none)");
    return;
  }
  const std::vector<std::string> run = {"headrace", "run", plan, "--trials", "2", "--threads", "1", "--out"};
  std::vector<std::string> words = run;
  words.push_back(disk.string());
  const DiskOutcome first = on_faulty_disk(words, disk);
  const Tree before = tree_of(disk);
  // What is there takes more than half of the room: the same again does not fit beside it.
  words.insert(words.end(), {"--seed", "2"});
  const DiskOutcome full = on_faulty_disk(words, disk);
  const Tree after = tree_of(disk);
  const CheckedResults checked = check_results(disk);
  ::umount(disk.c_str());
  CHECK(first.exit_code == 0);
  CHECK(before.size() > 5);
  CHECK(full.exit_code == 3);
  CHECK(full.said.find("No space left on device") != full.said.npos);
  CHECK(after == before);
  CHECK(checked.problems.empty());
}

}  // namespace headrace::test
