#pragma once

#include <ctime>

namespace headrace {

/// Is there a process of this number? One that may not be signalled counts.
bool still_runs(int process);

/// Is there a process of this number that was there at some time, so that it can be who wrote a file then? A number
/// is given again after a while, and from the start after a power cut. Where the system does not tell when a process
/// began, it was there.
bool ran_at(int process, std::time_t time);

}  // namespace headrace
