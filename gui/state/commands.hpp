#pragma once

#include <string>
#include <variant>
#include <vector>

#include "gui/state/app_state.hpp"
#include "gui/state/file_commands.hpp"

namespace headrace::gui {

/// Sets a lever. While it is dragged all its values are one step of undo.
struct SetLever {
  std::string path, text;
  bool dragging = false;
  bool as_in_file = false;  ///< the file says the same, so that it is no change
};
struct EndDrag {};
struct ResetLever {
  std::string path;
};
struct ResetAll {};
/// Sets several levers as one step, such as an unlock.
struct SetLevers {
  std::map<std::string, std::string> values;
};
struct OpenFile {
  std::string file;
};
struct PinPlan {};
struct UnpinPlan {};
struct Undo {};
struct Redo {};
struct ChooseView {
  std::string view;
};
struct ChooseLook {
  Look look;
};
struct WriteNotes {
  std::string text;
};
/// Writes a file into the current folder, or where it can be written (export_place()); the state does not change.
struct ExportText {
  std::string file, text;
};

/// Keeps a view for the presentation; one of the same id is replaced.
struct KeepView {
  SavedView view;
};
struct DropView {
  std::string id;
};
/// Shows a step of the presentation: a view, and the plan with these changes only.
struct ShowStep {
  std::string view;
  std::map<std::string, std::string> overrides;
};

using Command =
    std::variant<SetLever, EndDrag, ResetLever, ResetAll, SetLevers, OpenFile, PinPlan, UnpinPlan, Undo, Redo,
                 ChooseView, ChooseLook, WriteNotes, ExportText, KeepView, DropView, ShowStep, FileCommand>;

/// What panels ask for in a frame; carried out in order after it.
using Commands = std::vector<Command>;

/// Adds what needs files or the window.
void ask(Commands& commands, FileCommand command);

/// Past and future of the saved state.
class History {
 public:
  /// Begins anew with the plan as it stands, once it has been saved.
  void forget();

  /// Carries one command out. A view or a look is no step of undo: they stay as they are when a step is taken back.
  void carry_out(const Command& command, SavedState& state);

  bool can_undo() const { return !past_.empty(); }
  bool can_redo() const { return !future_.empty(); }

 private:
  void remember(const SavedState& state);
  void step(std::vector<SavedState>& from, std::vector<SavedState>& to, SavedState& state);
  void set_lever(const SetLever& set, SavedState& state);
  void open(const std::string& file, SavedState& state);

  std::vector<SavedState> past_, future_;
  std::string dragged_;  ///< path of the lever whose drag the newest step began
};

}  // namespace headrace::gui
