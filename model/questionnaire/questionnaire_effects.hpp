#pragma once

#include <span>
#include <string>
#include <string_view>

#include "model/questionnaire/questionnaire.hpp"

namespace headrace {

/// Every number that an answer sets.
enum class Effect {
  connected,
  connected_after,
  data_quality,
  data_quality_after,
  instrumented,
  connect_effort,
  clean_effort,
  follow_through,
  review,
  automated,
  embedding,
  believed_gap,
  surprise,
  detection,
  hand_effort,
  standard_effort,
  platform_effort,
  standard_learning,
  maintenance,
  coupling,
  network,
  compute,
  carried,
  rework_chance,
  rework,
  harden_effort,
  released,
  sponsorship,
  governance,
  training,
  kept,
  hub_hours,
  engine,
  approval,
  count
};

/// How far the truth may lie from what an answer says.
enum class Spread {
  even,   ///< as far as the next answers on either side
  skewed  ///< efforts and waits: P10 at 0.6 and P90 at 2.1 times the middle (OVR01, OVR02)
};

/// A number between what the worst and the best answer make of it; the answers between stand in equal steps.
struct EffectRange {
  int question;  ///< 0..5
  std::string_view words, unit;
  double worst, best;  ///< at answers 1 and 5
  double low, high;    ///< never beyond
  Spread spread;
};

const EffectRange& range_of(Effect effect);

/// Three points of a number: a likely low, the middle, a likely high.
struct Span3 {
  double low, mode, high;
};

/// What an answer makes of a number. "Don't know" spans everything from the worst to the best answer, its middle in
/// the middle.
Span3 span_of(const Answers& answers, Effect effect);

/// The middle alone.
double middle_of(const Answers& answers, Effect effect);

/// The score, 3 for "don't know": what the structure of the plan goes by.
int structure_score(const Answers& answers, int question);

/// Can insights act in core systems?
bool has_action_link(const Answers& answers);

/// Does data come by manual extracts?
bool has_manual_extracts(const Answers& answers);

/// A link that every site needs.
struct SiteLink {
  std::string_view id, label, from, to;
  bool manual;    ///< a manual extract: never standard
  bool standard;  ///< built on the firm's platform
};

/// The links of a site. Question 4 says how many of them are standard.
std::vector<SiteLink> site_links(const Answers& answers);

/// Is there a link that needs the firm's platform?
bool has_platform(const Answers& answers);

}  // namespace headrace
