#pragma once

#include <string>
#include <string_view>

#include "model/programme.hpp"
#include "sim/replay.hpp"

namespace headrace {

/// Words for the events of one future.
class EventWords {
 public:
  EventWords(const Programme& programme, const CompiledModel& model, const Replay& replay)
      : programme_(programme), model_(model), replay_(replay) {}

  /// "Ulm: Survey the lines is done after 3.2 weeks".
  std::string sentence(const ReplayEvent& event) const;

  std::string subject(const ReplayEvent& event) const;  ///< path of ids, for files; "" for the programme
  std::string_view name(ReplayEvent::Kind kind) const;  ///< "item_starts", for files

  /// Weeks the item of an event waited for people or approval.
  double queued(const ReplayEvent& event) const;

 private:
  std::string gate_test(const ReplayEvent& event) const;
  std::string item_starts(const ReplayEvent& event) const;
  std::string team_of(const CompiledItem& item) const;
  std::string amount(double value) const;

  const Programme& programme_;
  const CompiledModel& model_;
  const Replay& replay_;
};

}  // namespace headrace
