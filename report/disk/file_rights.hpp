#pragma once

#include <sys/stat.h>

#include <filesystem>
#include <optional>

#include "report/disk/disk.hpp"

/// Who may read and write a file that takes the place of another: nobody whom the other kept out.
namespace headrace {

/// What stands under a name that is to be replaced; nothing where that is no ordinary file.
std::optional<struct stat> replaced_file(const std::filesystem::path& target);

/// Gives a new file owner, group, permissions, access list and own attributes of the one it replaces, as far as the
/// system allows. Where the group cannot be kept the new one gets no more rights than everybody had.
/// Errors: none; what cannot be given stays as narrow as the file was made, which is for its owner only.
void take_over_rights(const disk::Handle& file, const std::filesystem::path& from, const struct stat& old);

}  // namespace headrace
