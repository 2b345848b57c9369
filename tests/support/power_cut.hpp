#pragma once

#include <set>
#include <vector>

#include "tests/support/faulty_disk.hpp"

namespace headrace::test {

/// All that a folder may hold when the power fails after a program has called the disk so: what was not synced may be
/// lost. Bytes are lost whole, which leaves an empty file; of the names that were made, changed or removed since their
/// folder was synced all are lost, or none, or all but the first so many, or all but one.
///
/// Unfinished files (is_part()) are left out, for they are nobody's.
/// @param before  what the folder held, on the disk
/// @param calls   what the program did, in order; paths from the root
/// @param folder  the folder
std::set<Tree> after_power_cut(const Tree& before, const std::vector<DiskCall>& calls,
                               const std::filesystem::path& folder);

/// The same when the power fails before any of the calls, or after the last.
std::set<Tree> at_any_power_cut(const Tree& before, const std::vector<DiskCall>& calls,
                                const std::filesystem::path& folder);

}  // namespace headrace::test
