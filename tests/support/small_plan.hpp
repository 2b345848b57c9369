#pragma once

#include <string>
#include <utility>
#include <vector>

namespace headrace::test {

/// Two sites from one template, one team: a plan about which there is nothing to say, as planners write one.
extern const std::string small_plan;
/// The same without its sites.
extern const std::string small_plan_without_sites;

/// Names and texts of files.
using Files = std::vector<std::pair<std::string, std::string>>;

/// All that preparing the last of some files says, a line each, without the folder they are in.
std::string told_of(const Files& files, const std::vector<std::string>& overrides = {});

/// The same of a text behind the small plan.
std::string told_with(const std::string& added);
/// The same of a variant `v.toml` of the small plan.
std::string told_of_variant(const std::string& text, const std::vector<std::string>& overrides = {});

/// The valid scenario of scenario_text.hpp with all of it in use, so that `check` has nothing to warn of either.
std::string quiet_text();

/// The small plan with one text in it replaced; fails the test where it is not there.
std::string small_plan_with(const std::string& old_text, const std::string& new_text);

}  // namespace headrace::test
