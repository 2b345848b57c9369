#pragma once

#include "gui/commands.hpp"
#include "gui/snapshot.hpp"
#include "gui/ui.hpp"

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
