#include "gui/state/commands.hpp"

#include <utility>

namespace headrace::gui {
namespace {

/// Steps that are kept.
constexpr std::size_t kSteps = 500;

template <class... F>
struct Overloaded : F... {
  using F::operator()...;
};
template <class... F>
Overloaded(F...) -> Overloaded<F...>;

}  // namespace

void ask(Commands& commands, FileCommand command) { commands.emplace_back(std::move(command)); }

void History::remember(const SavedState& state) {
  past_.push_back(state);
  if (past_.size() > kSteps) past_.erase(past_.begin());
  future_.clear();
  dragged_.clear();
}

void History::step(std::vector<SavedState>& from, std::vector<SavedState>& to, SavedState& state) {
  if (from.empty()) return;
  to.push_back(state);
  SavedState other = std::move(from.back());
  from.pop_back();
  other.view = state.view;
  other.look = state.look;
  state = std::move(other);
  dragged_.clear();
}

void History::set_lever(const SetLever& set, SavedState& state) {
  const auto known = state.plan.overrides.find(set.path);
  const bool changed = known != state.plan.overrides.end();
  if (set.as_in_file ? !changed : changed && known->second == set.text) return;
  if (!set.dragging || dragged_ != set.path) remember(state);
  if (set.as_in_file) {
    state.plan.overrides.erase(set.path);
  } else {
    state.plan.overrides[set.path] = set.text;
  }
  if (set.dragging) dragged_ = set.path;
}

void History::forget() {
  past_.clear();
  future_.clear();
  dragged_.clear();
}

void History::open(const std::string& file, SavedState& state) {
  forget();
  state = SavedState{{file, {}}, {}, {}, state.view, state.look, {}};
}

void History::carry_out(const Command& command, SavedState& state) {
  const auto change = [&](auto edit) {
    SavedState changed = state;
    edit(changed);
    if (changed == state) return;
    remember(state);
    state = std::move(changed);
  };
  std::visit(Overloaded{
                 [&](const SetLever& c) { set_lever(c, state); },
                 [&](const EndDrag&) { dragged_.clear(); },
                 [&](const ResetLever& c) { change([&](SavedState& s) { s.plan.overrides.erase(c.path); }); },
                 [&](const ResetAll&) { change([](SavedState& s) { s.plan.overrides.clear(); }); },
                 [&](const SetLevers& c) {
                   change([&](SavedState& s) {
                     for (const auto& [path, text] : c.values) s.plan.overrides[path] = text;
                   });
                 },
                 [&](const OpenFile& c) { open(c.file, state); },
                 [&](const PinPlan&) { change([](SavedState& s) { s.pinned = s.plan; }); },
                 [&](const UnpinPlan&) { change([](SavedState& s) { s.pinned.reset(); }); },
                 [&](const Undo&) { step(past_, future_, state); },
                 [&](const Redo&) { step(future_, past_, state); },
                 [&](const ChooseView& c) { state.view = c.view; },
                 [&](const ChooseLook& c) { state.look = c.look; },
                 [](const ExportText&) {},
                 [](const FileCommand&) {},
                 [&](const KeepView& c) {
                   change([&](SavedState& s) {
                     std::erase_if(s.views, [&](const SavedView& view) { return view.id == c.view.id; });
                     s.views.push_back(c.view);
                   });
                 },
                 [&](const DropView& c) {
                   change([&](SavedState& s) {
                     std::erase_if(s.views, [&](const SavedView& view) { return view.id == c.id; });
                   });
                 },
                 [&](const ShowStep& c) {
                   change([&](SavedState& s) { s.plan.overrides = c.overrides; });
                   state.view = c.view;
                 },
                 [&](const WriteNotes& c) { change([&](SavedState& s) { s.notes = c.text; }); },
             },
             command);
}

}  // namespace headrace::gui
