#pragma once

#include <map>
#include <string>
#include <string_view>

#include "model/distribution/distribution.hpp"
#include "model/scenario/scenario.hpp"

namespace headrace {

/// How well things go when a plan is asked whether something can happen at all.
enum class Luck {
  best,    ///< each number at the end that helps, risks too: what cannot be then never can
  middle,  ///< each number at its median, no risk strikes: what cannot be then cannot in half of the futures
};

/// Ends of the numbers of a scenario, over its futures and the weeks of its horizon.
class Outlook {
 public:
  Outlook(const Scenario& scenario, Luck luck);

  /// @param entity, field  its name without the site, for risks that change it: "ot", "people"; empty: none does
  double smallest(const Quantity& quantity, std::string_view entity = {}, std::string_view field = {}) const;
  double largest(const Quantity& quantity, std::string_view entity = {}, std::string_view field = {}) const;

  /// Is it more than nothing: in as good as all futures, or at its median?
  bool is_positive(const Quantity& quantity) const;

  Luck luck() const { return luck_; }
  int weeks() const { return weeks_; }

 private:
  Ends ends(const Quantity& quantity, std::string_view entity, std::string_view field) const;

  Luck luck_;
  int weeks_;
  std::map<std::string, Ends, std::less<>> risks_;  ///< factors of all risks together, by "entity/field"
};

/// The most people of a team that can ever work at once, and from when there are any.
struct Capacity {
  double people = 0;
  double from_week = 0;  ///< infinite: never
};
Capacity capacity_of(const Team& team, const Outlook& outlook);

}  // namespace headrace
