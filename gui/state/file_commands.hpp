#pragma once

#include <string>
#include <variant>

namespace headrace::gui {

/// Writes the changes as a variant of the open scenario, and goes on with the variant.
struct SaveVariant {
  std::string file, notes;
  bool replace = false;  ///< a file that is there already
};
/// Writes the changes and the notes into the open scenario itself; what they do not touch keeps its bytes.
struct SaveInto {
  std::string notes;
};
/// Writes a scenario from the six questions, and opens it.
struct BuildPlan {
  std::string file, text;
};
/// Ends the window, or opens another file, when nothing would be lost; else asks first.
struct Leave {
  std::string file;  ///< empty: the end
};
/// Drops the changes and goes where they kept one from going.
struct LeaveAnyway {};
/// Changes that a crash left behind: takes them over, or drops them for good.
struct Recover {
  bool take = true;
};
/// Writes a picture of the window.
struct SavePicture {};
/// Begins or ends the presentation.
struct Present {
  bool on = true;
};
/// Goes so many steps on.
struct StepBy {
  int steps = 1;
};
/// The next hint of the first run; or all of them are done.
struct NextHint {
  bool last = false;
};

/// What the state alone cannot carry out: it needs files, the window, or what was there before.
using FileCommand =
    std::variant<SaveVariant, SaveInto, BuildPlan, Leave, LeaveAnyway, Recover, SavePicture, Present, StepBy, NextHint>;

}  // namespace headrace::gui
