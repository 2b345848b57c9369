#include "report/disk/save_file.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <iterator>
#include <system_error>

#include "report/disk/file_rights.hpp"
#include "report/words/number_text.hpp"

namespace headrace {
namespace {

namespace fs = std::filesystem;

/// The file behind all links.
fs::path behind_links(const fs::path& file) {
  std::error_code error;
  if (!fs::is_symlink(fs::symlink_status(file, error))) return file;
  const fs::path target = fs::canonical(file, error);
  if (error) refuse_to_write(file, "it is a link that leads nowhere; remove the link, or choose another name");
  return target;
}

void check_place(const fs::path& target, const fs::path& shown) {
  std::error_code error;
  const fs::file_status status = fs::status(target, error);
  if (target.filename().empty() || fs::is_directory(status)) {
    refuse_to_write(shown, "that is a folder; name a file in it");
  }
  if (fs::exists(status) && !fs::is_regular_file(status)) refuse_to_write(shown, "it is no ordinary file");
  const fs::path folder = target.has_parent_path() ? target.parent_path() : ".";
  if (!fs::is_directory(folder, error)) refuse_to_write(shown, fmt::format("there is no folder {}", folder.string()));
  if (fs::exists(status) && ::access(target.c_str(), W_OK) != 0) refuse_to_write(shown, "the file is read-only");
}

/// Is the file still as it was read? A new date on the same content is no change.
bool is_unchanged(const fs::path& target, const FileStamp& read) {
  const FileStamp now = look_at_file(target);
  if (now.exists != read.exists) return false;
  if (!now.exists) return true;
  if (now.bytes != read.bytes) return false;
  std::ifstream stream(target, std::ios::binary);
  const std::string content(std::istreambuf_iterator<char>(stream), {});
  return hash_of(content) == read.hash;
}

void check_unchanged(const fs::path& target, const fs::path& shown, const FileStamp& read) {
  if (is_unchanged(target, read)) return;
  const bool exists = look_at_file(target).exists;
  const char* const reason = !exists       ? "it has been removed since it was read"
                             : read.exists ? "it has changed on disk since it was read"
                                           : "there is a file of that name already";
  throw FileChanged(fmt::format("cannot write {}: {}", shown.string(), reason));
}

}  // namespace

FileStamp look_at_file(const fs::path& file) {
  std::error_code error;
  FileStamp stamp;
  if (!fs::is_regular_file(file, error)) return stamp;
  const fs::file_time_type time = fs::last_write_time(file, error);
  if (error) return stamp;
  stamp.bytes = fs::file_size(file, error);
  if (error) return {};
  stamp.exists = true;
  stamp.modified_ns = std::chrono::duration_cast<std::chrono::nanoseconds>(time.time_since_epoch()).count();
  return stamp;
}

FileStamp stamp_of(const fs::path& file, std::string_view content) {
  FileStamp stamp = look_at_file(file);
  stamp.exists = true;
  stamp.bytes = content.size();
  stamp.hash = hash_of(content);
  return stamp;
}

std::uint64_t hash_of(std::string_view content) {
  std::uint64_t hash = 0xCBF29CE484222325u;
  for (const char c : content) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  return hash;
}

FileStamp save_file(const fs::path& file, std::string_view content, const FileStamp& read, Overwrite overwrite,
                    Readers readers) {
  const fs::path target = behind_links(file);
  check_place(target, file);
  if (overwrite == Overwrite::if_unchanged) check_unchanged(target, file, read);

  FileSet files(target.has_parent_path() ? target.parent_path() : ".", readers);
  files.add(target.filename(), content);
  // Once more, as late as can be: writing takes time on a slow disk.
  if (overwrite == Overwrite::if_unchanged) check_unchanged(target, file, read);
  files.commit();
  return stamp_of(target, content);
}

Readers readers_of_copy(const fs::path& file) {
  constexpr fs::perms others = fs::perms::group_read | fs::perms::others_read;
  std::error_code error;
  const fs::file_status status = fs::status(file, error);
  const bool is_open = error || (status.permissions() & others) != fs::perms::none;
  return is_open ? Readers::as_usual : Readers::owner;
}

std::string other_names_note(const fs::path& file) {
  std::error_code error;
  const fs::path target = fs::weakly_canonical(file, error);
  const auto found = error ? std::nullopt : replaced_file(target);
  if (!found || found->st_nlink < 2) return "";
  const auto others = static_cast<std::int64_t>(found->st_nlink) - 1;
  return fmt::format("{} has {} (hard link{}), which keep{} the old text", file.string(),
                     count_of(others, "other name"), others == 1 ? "" : "s", others == 1 ? "s" : "");
}

}  // namespace headrace
