#pragma once

#include "gui/state/commands.hpp"
#include "gui/state/snapshot.hpp"
#include "gui/widgets/ui.hpp"

namespace headrace::gui {

/// What a panel sees. Panels change nothing but the transient state; all else they ask for by commands.
struct PanelContext {
  const Ui& ui;
  const SavedState& saved;
  const History& history;
  const Snapshot* snapshot;  ///< null before the first
  TransientState& transient;
};

}  // namespace headrace::gui
