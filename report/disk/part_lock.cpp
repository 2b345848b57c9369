#include "report/disk/part_lock.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <utility>
#include <vector>

#include "report/disk/part_name.hpp"
#include "report/disk/running_process.hpp"

namespace headrace {
namespace {

namespace fs = std::filesystem;

/// Somebody else has the name, or is sweeping: hardly once, never so often.
constexpr int kNameTries = 100;

bool has_name(const disk::Handle& file) {
  struct stat found {};
  return ::fstat(file.number(), &found) == 0 && found.st_nlink > 0;
}

struct PartFile {
  fs::path file;
  PartName name;
};

std::vector<PartFile> parts_in(const fs::path& folder) {
  std::vector<PartFile> parts;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (auto name = read_part_name(at->path().filename().string())) parts.push_back({at->path(), std::move(*name)});
  }
  // A lock goes after the files it stands for.
  std::sort(parts.begin(), parts.end(),
            [](const PartFile& a, const PartFile& b) { return a.name.number > b.name.number; });
  return parts;
}

/// Takes the lock of a set whose owner is gone, so that nobody else thinks so at the same time.
/// @return  false while the owner has it
bool take_lock_of(const PartName& part, const fs::path& folder, disk::Handle& lock) {
  const fs::path file = folder / to_string({part.process, part.set, 0});
  const int number = ::open(file.c_str(), O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (number < 0) return errno == ENOENT;
  lock = disk::Handle(number);
  const int error = disk::lock(lock);
  return error == 0 || disk::knows_no_locks(error);
}

void sweep(const fs::path& folder, const PartFile& part) {
  struct stat found {};
  if (::lstat(part.file.c_str(), &found) != 0 || !S_ISREG(found.st_mode)) return;
  if (ran_at(part.name.process, found.st_mtime)) return;
  disk::Handle lock;
  if (part.name.set.empty() || take_lock_of(part.name, folder, lock)) ::unlink(part.file.c_str());
}

}  // namespace

int PartLock::take(const fs::path& folder) {
  for (int k = 0; k < kNameTries; ++k) {
    PartName name{::getpid(), random_set(), 0};
    if (name.set.empty()) return errno;
    const fs::path file = folder / to_string(name);
    disk::Handle made;
    int error = disk::create(file, S_IRUSR | S_IWUSR, made);
    if (error == EEXIST) continue;
    if (error != 0) return error;
    // Who sweeps may have met it before it was locked.
    error = disk::lock(made);
    if (error == EWOULDBLOCK || !has_name(made)) continue;
    folder_ = folder;
    file_ = file;
    set_ = std::move(name.set);
    lock_ = std::move(made);
    if (error == 0 || disk::knows_no_locks(error)) return 0;
    release();
    return error;
  }
  return EAGAIN;
}

void PartLock::release() {
  if (!lock_.is_open()) return;
  ::unlink(file_.c_str());
  lock_.close();
}

fs::path PartLock::next() { return folder_ / to_string({::getpid(), set_, ++parts_}); }

void sweep_parts(const fs::path& folder) {
  for (const PartFile& part : parts_in(folder)) sweep(folder, part);
}

}  // namespace headrace
