#include "report/disk/folder_turn.hpp"

#include <fcntl.h>

#include <cerrno>
#include <chrono>
#include <thread>

namespace headrace {
namespace {

/// Five seconds: giving names takes a few thousandths of one, and putting them on a slow disk a few tenths.
constexpr int kTurnTries = 500;
constexpr std::chrono::milliseconds kPause{10};

}  // namespace

FolderTurn::FolderTurn(const std::filesystem::path& folder)
    : lock_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
  for (int k = 0; lock_.is_open() && k < kTurnTries && disk::lock(lock_) == EWOULDBLOCK; ++k) {
    std::this_thread::sleep_for(kPause);
  }
}

}  // namespace headrace
