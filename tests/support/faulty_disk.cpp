#include "tests/support/faulty_disk.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

#include "tests/support/process.hpp"
#include "tests/support/scenario_text.hpp"

namespace headrace::test {
namespace {

namespace fs = std::filesystem;

std::string content(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// The next call of a log.
bool read_call(std::istream& log, DiskCall& call) {
  call = {};
  std::string line;
  if (!std::getline(log, line)) return false;
  std::istringstream words(line);
  words >> call.kind;
  std::size_t size = 0;
  if (call.kind == "create") words >> std::oct >> call.mode >> std::dec;
  if (call.kind == "write") words >> size;
  words.ignore();
  std::getline(words, call.path, '\t');
  std::getline(words, call.to);
  if (call.kind == "write") {
    call.bytes.resize(size);
    log.read(call.bytes.data(), static_cast<std::streamsize>(size));
    log.ignore();
  }
  return true;
}

}  // namespace

int DiskOutcome::count(const std::string& kind) const {
  return static_cast<int>(
      std::count_if(calls.begin(), calls.end(), [&](const DiskCall& call) { return call.kind == kind; }));
}

DiskOutcome on_faulty_disk(std::vector<std::string> words, const fs::path& under, const std::string& fault,
                           std::map<std::string, std::string> environment) {
  const TemporaryFolder folder;
  const fs::path log = folder.path() / "log";
  environment["LD_PRELOAD"] = beside("headrace_faulty_disk.so");
  environment["ASAN_OPTIONS"] = "verify_asan_link_order=0";
  environment["HEADRACE_DISK_UNDER"] = under.string();
  environment["HEADRACE_DISK_LOG"] = log.string();
  environment["HEADRACE_DISK_FAULT"] = fault;
  words.front() = beside(words.front());
  Process process(words, environment);
  DiskOutcome outcome;
  outcome.exit_code = process.wait();
  outcome.said = process.text();
  std::ifstream stream(log, std::ios::binary);
  for (DiskCall call; read_call(stream, call);) outcome.calls.push_back(call);
  return outcome;
}

Tree tree_of(const fs::path& folder) {
  Tree tree;
  if (!fs::exists(folder)) return tree;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) tree[entry.path().lexically_relative(folder).string()] = content(entry.path());
  }
  return tree;
}

void put_tree(const fs::path& folder, const Tree& tree) {
  fs::create_directories(folder);
  for (const auto& [name, text] : tree_of(folder)) {
    if (!tree.contains(name)) fs::remove(folder / name);
  }
  for (const auto& [name, text] : tree) {
    fs::create_directories((folder / name).parent_path());
    std::ofstream(folder / name, std::ios::binary) << text;
  }
}

bool is_part(const std::string& name) { return name.ends_with(".part"); }

}  // namespace headrace::test
