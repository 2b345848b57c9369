#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string_view>

/// Calls of the operating system that put bytes on a disk. Each gives 0, or why it failed, as errno says it.
namespace headrace::disk {

/// An open file, closed with the object.
class Handle {
 public:
  Handle() = default;
  explicit Handle(int number) : number_(number) {}
  ~Handle() { close(); }
  Handle(Handle&& other) noexcept;
  Handle& operator=(Handle&& other) noexcept;
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;

  bool is_open() const { return number_ >= 0; }
  int number() const { return number_; }
  int close();

 private:
  int number_ = -1;
};

/// Makes a file that was not there, never behind a link.
/// @param mode  who may do what with it, before the umask
int create(const std::filesystem::path& file, mode_t mode, Handle& made);

int write_all(const Handle& file, std::string_view bytes);

/// Waits until a file is on the disk, its bytes and its rights. File systems that know no such wait pass.
int sync_file(const Handle& file);

/// Waits until a folder's names are on the disk: what was made, renamed and removed in it. File systems that know no
/// such wait for a folder, and folders that may be written and not read, pass.
int sync_folder(const std::filesystem::path& folder);

int rename(const std::filesystem::path& from, const std::filesystem::path& to);

/// The only lock of a file, held until it is closed by all, or its process has ended, even by a power cut.
/// Errors: EWOULDBLOCK while another has it.
int lock(const Handle& file);

/// Are locks not to be had there?
bool knows_no_locks(int error);

}  // namespace headrace::disk
