#include "gui/models/input_lever.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "model/language/keys.hpp"
#include "model/text/split.hpp"

namespace headrace::gui {
namespace {

/// "In ten-sites.toml, line 40": where a number is to be changed by hand.
std::string place_words(const Location& where) {
  const std::string file = std::filesystem::path(where.file.text()).filename().string();
  if (file.empty() || where.line <= 0) return "in the file";
  return fmt::format("in {}, line {}", file, where.line);
}

}  // namespace

std::string input_name(std::string_view lever_path) {
  const std::vector<std::string> parts = split(lever_path, '.');
  const bool shared = parts.front() == template_keys().table.name;
  const bool at_site = parts.front() == site_keys().table.name;
  std::string name;
  std::size_t next = 0;
  if ((shared || at_site) && parts.size() > 2) {
    name = (shared ? "*" : "") + parts[1] + "/";
    next = 2;
  }
  // Entities are called by their id alone; of tables without ids the name is kept.
  if (parts.size() - next > 2) ++next;
  return name + fmt::format("{}", fmt::join(parts.begin() + static_cast<std::ptrdiff_t>(next), parts.end(), "/"));
}

InputLevers::InputLevers(const std::vector<Lever>& levers) {
  for (const Lever& lever : levers) paths_.emplace(input_name(lever.path), lever.path);
}

std::string InputLevers::find(const std::string& name, const Programme& programme) const {
  if (const auto found = paths_.find(name); found != paths_.end()) return found->second;
  const auto slash = name.find('/');
  if (slash == std::string::npos) return "";
  const auto& sites = programme.scenario.sites;
  const auto site = std::ranges::find(sites, name.substr(0, slash), &Site::id);
  if (site == sites.end() || site->template_id.empty()) return "";
  const auto found = paths_.find("*" + site->template_id + name.substr(slash));
  return found == paths_.end() ? "" : found->second;
}

InputLever InputLevers::of(const InputDriver& driver, const Programme& programme,
                           const std::vector<Input>& inputs) const {
  std::string path = find(driver.name, programme);
  // Whether a risk strikes is led to how likely it is.
  if (driver.risk >= 0) {
    const std::string risk = driver.name.substr(0, driver.name.rfind('/') + 1);
    path = find(risk + "probability", programme);
    if (path.empty()) path = find(risk + "rate_per_week", programme);
  }
  // Sites that all say their own number have a lever each: the one that matters most is led to.
  for (std::size_t k = 0; path.empty() && k < driver.sites.size(); ++k) path = find(driver.sites[k].name, programme);
  if (!path.empty()) return {path, ""};
  if (driver.inputs.empty()) return {"", "It has no lever."};
  const Quantity& quantity = inputs[static_cast<std::size_t>(driver.inputs.front())].quantity;
  const std::string place = place_words(quantity.where);
  if (!quantity.pattern.over_time.empty()) {
    return {"", fmt::format("No lever: it changes over time by itself, as written {}.", place)};
  }
  return {"", fmt::format("No lever: it is one of a list, written {}.", place)};
}

}  // namespace headrace::gui
