#pragma once

#include <string>
#include <vector>

#include "gui/state/snapshot.hpp"

namespace headrace::gui {

/// One number of the answer bar, in words.
struct Figure {
  std::string label;   ///< "Net present value"
  std::string value;   ///< "USD -3.6m"
  std::string range;   ///< "8 of 10: -5.1m to -0.6m"
  std::string versus;  ///< against A; empty: nothing is pinned
  std::string help;    ///< a sentence for its tooltip
  bool bad = false;    ///< a loss, or never
  bool words = false;  ///< the value is words, not a figure
};

/// What the bar on top says.
struct Answer {
  std::string title;     ///< of the scenario
  std::string question;  ///< that it answers; may be empty
  std::string decision;  ///< "Go", "Go if", "Not yet"
  bool go = false;       ///< the decision is to go, if need be on a condition
  std::string verdict;   ///< its reason, one to three sentences
  std::string headline;  ///< what the run says, in two sentences
  std::vector<Figure> figures;
  std::string precision;  ///< "4,096 futures, ±0.03m (95%)": how sure the average is
  double progress = 0;    ///< of the refinement, 0 to 1
  bool running = false;
  bool old = false;  ///< of the last plan that could be run: what is asked for now cannot
};

/// @param snapshot  with a run
Answer answer_of(const Snapshot& snapshot);

}  // namespace headrace::gui
