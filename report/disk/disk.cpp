#include "report/disk/disk.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <utility>

namespace headrace::disk {
namespace {

/// Asks again when a signal came between.
template <class Call>
auto unbroken(Call call) {
  auto result = call();
  while (result < 0 && errno == EINTR) result = call();
  return result;
}

int sync(const Handle& open) {
  return unbroken([&] { return ::fsync(open.number()); }) == 0 ? 0 : errno;
}

bool knows_no_sync(int error) {
  return error == EINVAL || error == ENOSYS || error == ENOTSUP || error == EOPNOTSUPP || error == EROFS;
}

}  // namespace

Handle::Handle(Handle&& other) noexcept : number_(std::exchange(other.number_, -1)) {}

Handle& Handle::operator=(Handle&& other) noexcept {
  if (this == &other) return *this;
  close();
  number_ = std::exchange(other.number_, -1);
  return *this;
}

int Handle::close() {
  if (number_ < 0) return 0;
  // After EINTR the number is gone all the same.
  const bool fine = ::close(std::exchange(number_, -1)) == 0 || errno == EINTR;
  return fine ? 0 : errno;
}

int create(const std::filesystem::path& file, mode_t mode, Handle& made) {
  constexpr int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
  const int number = unbroken([&] { return ::open(file.c_str(), flags, mode); });
  if (number < 0) return errno;
  made = Handle(number);
  return 0;
}

int write_all(const Handle& file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = unbroken([&] { return ::write(file.number(), bytes.data(), bytes.size()); });
    if (count < 0) return errno;
    if (count == 0) return ENOSPC;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return 0;
}

int sync_file(const Handle& file) {
  const int error = sync(file);
  return knows_no_sync(error) ? 0 : error;
}

int sync_folder(const std::filesystem::path& folder) {
  const int number = unbroken([&] { return ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); });
  if (number < 0) return errno == EACCES ? 0 : errno;
  const Handle open(number);
  const int error = sync(open);
  return knows_no_sync(error) || error == EBADF ? 0 : error;
}

int rename(const std::filesystem::path& from, const std::filesystem::path& to) {
  return std::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

int lock(const Handle& file) {
  return unbroken([&] { return ::flock(file.number(), LOCK_EX | LOCK_NB); }) == 0 ? 0 : errno;
}

bool knows_no_locks(int error) {
  return error == ENOLCK || error == ENOSYS || error == ENOTSUP || error == EOPNOTSUPP || error == EINVAL;
}

}  // namespace headrace::disk
