#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "gui/state/start_form.hpp"
#include "model/scenario/view.hpp"

namespace headrace {

/// The same step, wherever it is written.
inline bool operator==(const SavedView& a, const SavedView& b) {
  return a.id == b.id && a.label == b.label && a.view == b.view && a.notes == b.notes && a.text == b.text &&
         a.set == b.set;
}

}  // namespace headrace

namespace headrace::gui {

/// A plan: a scenario's file and what is changed in it.
struct Plan {
  std::string file;
  std::map<std::string, std::string> overrides;  ///< by path, the value as `--set` takes it

  bool operator==(const Plan&) const = default;
};

enum class Look { light, dark };

/// What lies over the window and must be answered first.
enum class Sheet { none, open, save, views, keys, leave, recover, mistakes };

/// What a variant keeps: everything that undo brings back, and how it was looked at.
struct SavedState {
  Plan plan;
  std::optional<Plan> pinned;  ///< A, which the plan is compared with
  std::string notes;
  std::string view = "return";
  Look look = Look::light;
  std::vector<SavedView> views;  ///< kept for a presentation and not yet in the file

  bool operator==(const SavedState&) const = default;
};

/// Whose use is shown: each group's over time, each site's at the end, or everyone's over time.
enum class UseBy { group, site, everyone };

/// What is being typed on a sheet.
struct SheetWords {
  std::string file, label, text, notes;
  std::string editing;  ///< id of the step of the presentation that is being changed; empty: a new one
  std::string problem;  ///< why it cannot be done; empty: nothing is wrong
  bool starts = true;   ///< its first field takes the keyboard in the next frame
};

/// What lasts as long as the hand is on the mouse; never saved, never undone.
struct TransientState {
  std::string search;                 ///< of levers
  std::string input_search;           ///< of assumptions
  std::string message;                ///< one line about what was just refused; empty: none
  std::vector<std::string> mistakes;  ///< all that is wrong with the file that was refused, each with its line
  std::string typing;                 ///< path of the lever whose value is being typed; empty: none
  std::string typed;                  ///< the text so far
  bool typing_starts = false;         ///< its field takes the keyboard in the next frame
  std::string dragging;               ///< path of the lever being dragged; empty: none
  bool drags_again = false;           ///< it was changed before the hand took it
  std::string selected;               ///< id of what was clicked in a view
  std::string pointed;                ///< path of the lever that a click in a view leads to; empty: none
  bool pointed_now = false;           ///< the levers scroll to it in the next frame
  std::int64_t trial = -1;            ///< future that was picked; -1: none
  bool all_unlocks = false;           ///< the list of unlocks shows those that cost more than they bring, too
  UseBy use_by = UseBy::group;        ///< how People counts those who use it
  bool why = false;                   ///< the difference to A is to be explained
  std::string typed_trial;            ///< its number as it is being typed
  double future_week = -1;            ///< to which the future is scrubbed; negative: its end
  std::size_t first_site = 0;         ///< of the page of the timeline
  std::string news;                   ///< one line about what was just done; empty: none
  Sheet sheet = Sheet::none;          ///< open now
  SheetWords words;                   ///< of the sheet that is open
  std::string leaving_for;            ///< file to open once changes are saved or dropped; empty: the end
  StartForm start;                    ///< answers to the six questions so far
  bool leaving = false;               ///< once the changes are saved, it is left
  bool presenting = false;            ///< full screen, with large type
  bool prompting = false;             ///< the notes of its steps are shown
  std::size_t step = 0;               ///< of the presentation, counted from 0
  int hint = 0;                       ///< of the first run, counted from 1; 0: none
};

}  // namespace headrace::gui
