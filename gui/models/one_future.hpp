#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gui/jobs/future_teller.hpp"
#include "gui/state/snapshot.hpp"
#include "report/chart/fan.hpp"

namespace headrace::gui {

/// Futures to begin with, by their net present value among the kept ones.
struct FuturePick {
  std::string_view name;   ///< "bad", in the widget map
  std::string_view words;  ///< "Show me a bad one"
  double quantile;
};
inline constexpr FuturePick kFuturePicks[] = {
    {"bad", "A bad one", 0.1}, {"typical", "A typical one", 0.5}, {"good", "A good one", 0.9}};

/// The kept future whose net present value is the quantile; the first of equals. -1: none is kept.
std::int64_t pick_future(const Results& results, double quantile);

/// A future as it was typed.
struct TypedFuture {
  std::int64_t trial = -1;
  std::string problem;  ///< why it is none that was run, as a sentence; empty: it is one
};
TypedFuture read_future(std::string_view text, std::int64_t trials);

/// One event of a future, told.
struct FutureEvent {
  double week = 0;
  std::string date, words;
};

/// One future as the view shows it.
struct FutureStory {
  std::string title, subtitle;  ///< what it came to; why
  chart::Fan fan;               ///< of all futures, with this one
  std::vector<FutureEvent> events;
  std::int64_t untold = 0;  ///< events left out
  std::string csv;          ///< all of them
};

/// Events that are told, at most.
inline constexpr std::size_t kToldEvents = 60;

/// @param run     all futures
/// @param future  of the same plan
FutureStory future_story_of(const Run& run, const Future& future);

/// Net cash so far at the end of a week: "Mar 2028: net cash so far USD -1.20m".
std::string cash_words(const FutureStory& story, double week);

/// How many events have happened by the end of a week.
std::size_t events_by(const FutureStory& story, double week);

}  // namespace headrace::gui
