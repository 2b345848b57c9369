#pragma once

#include <cstdint>
#include <memory>
#include <stop_token>

#include "gui/state/snapshot.hpp"

namespace headrace::gui {

/// Value against the number of sites: the plan rolled out to fewer and to more sites, on the same futures.
/// @return  null when stopped, or when there are no sites
std::shared_ptr<const SiteCurve> study_site_curve(const Prepared& plan, std::int64_t trials,
                                                  const std::stop_token& stop);

}  // namespace headrace::gui
