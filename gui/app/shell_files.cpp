// What the shell does with files, the presentation and the hints.
#include <algorithm>
#include <utility>

#include "gui/app/shell.hpp"
#include "gui/panels/sheets.hpp"
#include "gui/plans/export_place.hpp"
#include "gui/state/plan_overrides.hpp"
#include "gui/views/view.hpp"

namespace headrace::gui {
namespace {

constexpr int kHints = 3;

}  // namespace

void Shell::remember_in(std::optional<std::filesystem::path> folder, std::filesystem::path program) {
  desk_.set_program(std::move(program));
  desk_.remember_in(std::move(folder));
  if (desk_.wants_hints()) transient_.hint = 1;
  offer_recovery();
}

bool Shell::tick(Desk::Time now) {
  bool news = false;
  if (auto latest = worker_.latest(); latest != snapshot_) {
    see(std::move(latest));
    news = true;
  }
  const auto changed = desk_.tick(saved_, snapshot_.get(), now);
  if (changed.empty()) return news;
  ++revision_;
  // Notes that nobody has changed here are the file's.
  if (!desk_.notes_changed(saved_.notes)) {
    saved_.notes = notes_of_file(saved_.plan.file);
    desk_.notes_read(saved_.notes);
  }
  transient_.news = changed.front().filename().string() + " has changed on disk and was read again.";
  ask();
  return true;
}

void Shell::picture_taken(Written written) {
  if (written.done) written.words += picture_words_;
  tell(written);
  picture_.clear();
}

void Shell::tell(const Written& written) {
  transient_.message = written.done ? "" : written.words;
  transient_.news = written.done ? written.words : "";
}

void Shell::offer_recovery() {
  if (desk_.recovery()) transient_.sheet = Sheet::recover;
}

void Shell::open(const std::string& file) {
  if (snapshot_ && snapshot_->run) before_opening_ = saved_;
  go_on_with(file);
  transient_.message.clear();
  transient_.news.clear();
  offer_recovery();
}

void Shell::go_on_with(const std::string& file) {
  transient_.sheet = Sheet::none;
  transient_.step = 0;
  transient_.pointed.clear();
  history_.carry_out(OpenFile{file}, saved_);
  saved_.notes = notes_of_file(file);
  if (const View* const view = find_view(saved_.view); view == nullptr || view->page) {
    saved_.view = views().front().name;
  }
  ++revision_;
  desk_.opened(saved_);
  ask();
}

void Shell::carry_out_file(const SaveVariant& command) {
  history_.carry_out(WriteNotes{command.notes}, saved_);
  const auto file = typed_scenario(command.file);
  const Written written = save_variant(saved_, file, command.replace);
  transient_.words.problem = written.done ? "" : written.words;
  if (!written.done) return;
  // The plan stays what it was; it only stands elsewhere now.
  const auto pinned = saved_.pinned;
  go_on_with(file.string());
  saved_.pinned = pinned;
  desk_.opened(saved_);
  ask();
  tell(written);
  if (std::exchange(transient_.leaving, false)) carry_out_file(LeaveAnyway{});
}

void Shell::carry_out_file(const SaveInto& command) {
  history_.carry_out(WriteNotes{command.notes}, saved_);
  const Written written = save_into(saved_);
  transient_.words.problem = written.done ? "" : written.words;
  if (!written.done) return;
  // A pinned plan of the same file would silently become another one.
  const bool keeps = saved_.pinned && saved_.pinned->file != saved_.plan.file;
  const auto pinned = keeps ? saved_.pinned : std::nullopt;
  go_on_with(saved_.plan.file);
  saved_.pinned = pinned;
  desk_.opened(saved_);
  ask();
  tell(written);
  if (std::exchange(transient_.leaving, false)) carry_out_file(LeaveAnyway{});
}

void Shell::carry_out_file(const BuildPlan& command) {
  const auto file = typed_scenario(command.file);
  const Written written = save_new(file, command.text);
  transient_.start.problem = written.done ? "" : written.words;
  if (!written.done) return;
  saved_.view = views().front().name;
  open(file.string());
  tell(written);
}

void Shell::carry_out_file(const Leave& command) {
  if (desk_.has_unsaved(saved_, snapshot_.get())) {
    transient_.leaving_for = command.file;
    transient_.sheet = Sheet::leave;
    return;
  }
  transient_.leaving_for = command.file;
  carry_out_file(LeaveAnyway{});
}

void Shell::carry_out_file(const LeaveAnyway&) {
  transient_.sheet = Sheet::none;
  const std::string file = std::exchange(transient_.leaving_for, {});
  if (!file.empty()) return open(file);
  desk_.end();
  over_ = true;
}

void Shell::carry_out_file(const Recover& command) {
  transient_.sheet = Sheet::none;
  if (!desk_.recovery()) return;
  if (command.take) {
    const SavedState taken = with_words(saved_, desk_.recovery()->words);
    history_.carry_out(WriteNotes{taken.notes}, saved_);
    for (const SavedView& view : taken.views) history_.carry_out(KeepView{view}, saved_);
    history_.carry_out(SetLevers{taken.plan.overrides}, saved_);
    ask();
  }
  desk_.forget_recovery();
}

void Shell::carry_out_file(const SavePicture&) {
  const std::string stem = std::filesystem::path(saved_.plan.file).stem().string() + "-" + saved_.view;
  transient_.message.clear();
  transient_.news.clear();
  const ExportPlace place = export_place(export_folders(saved_.plan.file));
  if (place.folder.empty()) return tell({false, place.words});
  picture_ = free_path(place.folder, stem, ".png").string();
  picture_words_ = place.words;
}

void Shell::carry_out_file(const Present& command) {
  if (command.on == transient_.presenting) return;
  transient_.presenting = command.on;
  transient_.sheet = Sheet::none;
  if (command.on) {
    before_presenting_ = saved_;
    transient_.step = 0;
    transient_.prompting = false;
    return carry_out_file(StepBy{0});
  }
  // The plan is again what it was before the first step.
  history_.carry_out(ShowStep{before_presenting_->view, before_presenting_->plan.overrides}, saved_);
  before_presenting_.reset();
  ask();
}

void Shell::carry_out_file(const StepBy& command) {
  const auto steps = presentation(saved_, snapshot_.get());
  // Without kept views the window's own are stepped through.
  const std::size_t count = steps.empty() ? views().size() : steps.size();
  const auto wanted = static_cast<std::ptrdiff_t>(transient_.step) + command.steps;
  transient_.step = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(wanted, 0, std::ptrdiff_t(count) - 1));
  if (steps.empty()) {
    saved_.view = views()[transient_.step].name;
  } else {
    const SavedView& step = steps[transient_.step];
    const bool known = find_view(step.view) != nullptr;
    history_.carry_out(ShowStep{known ? step.view : std::string(views().front().name), override_map(step.set)}, saved_);
  }
  ask();
}

void Shell::carry_out_file(const NextHint& command) {
  transient_.hint = command.last || transient_.hint >= kHints ? 0 : transient_.hint + 1;
  if (transient_.hint == 0) desk_.hints_seen();
}

}  // namespace headrace::gui
