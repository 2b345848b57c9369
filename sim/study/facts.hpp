#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

#include "sim/study/fact_runner.hpp"

namespace headrace {

/// Whether the model brings a published fact about by itself. Only emergent facts count.
enum class FactKind {
  emergent,
  wired,        ///< an input carries it
  not_modelled  ///< for the record
};

enum class FactStatus { pass, miss, not_computed };

/// What a number of a fact counts.
enum class FactUnit { share, points, ratio, weeks, days, months };

/// One number of a fact, and where the publication puts it.
struct Measured {
  std::string_view what;
  FactUnit unit = FactUnit::share;
  Estimate estimate;
  double low = 0;
  double high = std::numeric_limits<double>::infinity();

  bool counts = true;  ///< false: nobody published it; it stands beside those that are

  bool inside() const { return estimate.value >= low && estimate.value <= high; }
};

/// A published fact and how it is computed. One row each in facts.cpp.
struct Fact {
  std::string_view id;        ///< S20
  std::string_view words;     ///< what was published
  std::string_view evidence;  ///< rows of data/evidence.csv
  FactKind kind = FactKind::emergent;
  std::vector<Measured> (*compute)(const FactRunner&) = nullptr;  ///< null: nothing is computed
  std::string_view note;                                          ///< what it rests on, or why nothing is computed
};

struct FactResult {
  const Fact* fact = nullptr;
  std::vector<Measured> measured;
  FactStatus status = FactStatus::not_computed;  ///< pass: every number is inside
};

/// All of them, in the order of their ids.
std::span<const Fact> facts();

/// Computes one.
FactResult check_fact(const Fact& fact, const FactRunner& runner);

/// Computes all of them.
/// @return  nothing when stopped early
std::optional<std::vector<FactResult>> check_facts(const FactRunner& runner);

/// Facts on how people take the tool up (facts_people.cpp).
std::vector<Measured> access_without_support(const FactRunner& runner);
std::vector<Measured> supported_rollout(const FactRunner& runner);
std::vector<Measured> span_of_firms(const FactRunner& runner);
std::vector<Measured> manager_support(const FactRunner& runner);
std::vector<Measured> employer_encouragement(const FactRunner& runner);
std::vector<Measured> short_training(const FactRunner& runner);
std::vector<Measured> shadow_use(const FactRunner& runner);

/// Facts on firms and their pilots (facts_firm.cpp).
std::vector<Measured> pilots_that_do_not_scale(const FactRunner& runner);
std::vector<Measured> pilots_that_last(const FactRunner& runner);
std::vector<Measured> pilots_in_production(const FactRunner& runner);
std::vector<Measured> pilots_stopped(const FactRunner& runner);
std::vector<Measured> benefit_of_firms(const FactRunner& runner);
std::vector<Measured> prototype_to_production(const FactRunner& runner);
std::vector<Measured> downtime_of_links(const FactRunner& runner);

/// Facts on work (facts_work.cpp).
std::vector<Measured> link_lead_times(const FactRunner& runner);
std::vector<Measured> review_lead_times(const FactRunner& runner);

}  // namespace headrace
