#pragma once

#include <string>
#include <string_view>

#include "model/plan/programme.hpp"
#include "sim/replay/replay.hpp"

namespace headrace {

/// An entry of a list of the plan, by the index an event has.
const auto& entry_at(const auto& list, int index) { return list.at(static_cast<std::size_t>(index)); }

/// Words for the events of one future.
class EventWords {
 public:
  EventWords(const Programme& programme, const CompiledModel& model, const Replay& replay)
      : programme_(programme), model_(model), replay_(replay) {}

  /// "Ulm: Survey the lines is done after 3.2 weeks".
  std::string sentence(const ReplayEvent& event) const { return what(event) + toll(event); }

  std::string subject(const ReplayEvent& event) const;  ///< path of ids, for files; "" for the programme
  std::string_view name(ReplayEvent::Kind kind) const;  ///< "item_starts", for files

  /// Weeks the item of an event waited for people or approval.
  double queued(const ReplayEvent& event) const;

 private:
  std::string what(const ReplayEvent& event) const;
  std::string toll(const ReplayEvent& event) const;  ///< "; costs USD 15k"; "" where it costs nothing
  std::string amount(double value) const;            ///< "USD 15.3k"
  std::string short_amount(double value) const;      ///< "USD 15k"
  std::string gate_test(const ReplayEvent& event) const;
  std::string item_starts(const ReplayEvent& event) const;
  std::string of_people(const ReplayEvent& event) const;        ///< in replay_troubles.cpp
  std::string of_operations(const ReplayEvent& event) const;    ///< in replay_troubles.cpp
  std::string trouble_subject(const ReplayEvent& event) const;  ///< path of ids
  const Integration& link(int index) const;
  const Group& group(int index) const;
  std::string team_of(const CompiledItem& item) const;

  const Programme& programme_;
  const CompiledModel& model_;
  const Replay& replay_;
};

}  // namespace headrace
