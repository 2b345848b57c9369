#include "report/disk/file_rights.hpp"

#include <sys/xattr.h>
#include <unistd.h>

#include <cstring>
#include <string>
#include <string_view>

namespace headrace {
namespace {

namespace fs = std::filesystem;

/// Attributes that are the planner's: what the system keeps for itself (security labels) is its own affair.
bool is_ours(std::string_view name) { return name.starts_with("user.") || name == "system.posix_acl_access"; }

void copy_attributes(const disk::Handle& file, const fs::path& from) {
  const ssize_t size = ::llistxattr(from.c_str(), nullptr, 0);
  if (size <= 0) return;
  std::string names(static_cast<std::size_t>(size), '\0');
  const ssize_t listed = ::llistxattr(from.c_str(), names.data(), names.size());
  if (listed <= 0) return;
  names.resize(static_cast<std::size_t>(listed));

  // One name behind the other, each ending in a zero byte.
  for (std::size_t at = 0; at < names.size(); at += std::strlen(names.c_str() + at) + 1) {
    const char* const name = names.c_str() + at;
    const ssize_t bytes = is_ours(name) ? ::lgetxattr(from.c_str(), name, nullptr, 0) : -1;
    if (bytes < 0) continue;
    std::string value(static_cast<std::size_t>(bytes), '\0');
    if (::lgetxattr(from.c_str(), name, value.data(), value.size()) != bytes) continue;
    static_cast<void>(::fsetxattr(file.number(), name, value.data(), value.size(), 0));
  }
}

}  // namespace

std::optional<struct stat> replaced_file(const fs::path& target) {
  struct stat found {};
  if (::lstat(target.c_str(), &found) != 0 || !S_ISREG(found.st_mode)) return std::nullopt;
  return found;
}

void take_over_rights(const disk::Handle& file, const fs::path& from, const struct stat& old) {
  struct stat now {};
  if (::fstat(file.number(), &now) != 0) return;
  if (now.st_uid != old.st_uid) static_cast<void>(::fchown(file.number(), old.st_uid, static_cast<gid_t>(-1)) == 0);
  const bool same_group = now.st_gid == old.st_gid || ::fchown(file.number(), static_cast<uid_t>(-1), old.st_gid) == 0;

  mode_t mode = old.st_mode & (S_IRWXU | S_IRWXG | S_IRWXO);
  if (same_group) {
    copy_attributes(file, from);
  } else {
    const mode_t group = (mode & S_IRWXO) << 3;
    mode = (mode & ~static_cast<mode_t>(S_IRWXG)) | group;
  }
  static_cast<void>(::fchmod(file.number(), mode));
}

}  // namespace headrace
