#pragma once

#include <functional>
#include <memory>
#include <string>

#include "gui/jobs/worker.hpp"

namespace headrace::gui {

/// What stays from one request to the next, also when a file cannot be run: its levers and run are those before it.
struct Kept {
  std::string file;            ///< read last
  std::uint64_t revision = 0;  ///< of it
  std::shared_ptr<const std::vector<Lever>> levers;
  bool file_runs = false;          ///< as it is
  std::vector<std::string> files;  ///< the file, its bases and its tables of sites
  std::optional<Run> run;          ///< the last good one
};

/// Answers one request step by step.
/// @param publish  called with each better answer
/// @return  false when stopped early
bool refine(const Request& request, const Effort& effort, std::uint64_t generation, const std::stop_token& stop,
            Kept& kept, const std::function<void(Snapshot)>& publish);

}  // namespace headrace::gui
