// The six questions and eight numbers that make a first plan.
#include "gui/state/start_form.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <filesystem>

#include "gui/files/whole_path.hpp"
#include "gui/plans/plan_files.hpp"
#include "gui/views/view.hpp"
#include "gui/widgets/imgui_canvas.hpp"
#include "gui/widgets/ui.hpp"
#include "model/questionnaire/typed_words.hpp"

namespace headrace::gui {
namespace {

constexpr float kStartHead = 78, kQuestionGap = 34, kNumber = 56, kField = 30;

enum class Choice { open, chosen, unknown };

/// One answer of a scale, as a small button that stays pressed; not to know is told apart from an answer.
bool choice(const Ui& ui, const std::string& name, const std::string& label, const chart::Rect& rect, Choice state) {
  const Theme& t = ui.theme;
  ImGui::SetCursorScreenPos({rect.x, rect.y});
  const bool pressed = ImGui::InvisibleButton(name.c_str(), {rect.width, rect.height});
  remember_widget(ui, name);
  const bool chosen = state == Choice::chosen;
  if (chosen) {
    fill(rect, t.accent, 6);
  } else if (state == Choice::unknown) {
    fill(rect, t.accent_soft, 6);
  } else {
    if (is_lit()) fill(rect, t.hover, 6);
    ImGuiCanvas(ui.fonts, *ImGui::GetWindowDrawList()).outline(rect, is_lit() ? t.muted : t.track, 1, 6);
  }
  put_text(ui, {rect.x + rect.width / 2, rect.y + (rect.height - kBody) / 2}, label,
           {.size = kBody,
            .align = chart::Align::center,
            .color = chosen                     ? t.on_accent
                     : state == Choice::unknown ? t.accent
                                                : t.ink});
  return pressed;
}

/// Question, its five answers between what the worst and the best mean, and "don't know".
/// @return  where the next one begins
float draw_question(const ViewContext& context, int q, const chart::Rect& rect) {
  const Ui& ui = context.ui;
  const Theme& t = ui.theme;
  const Question& question = questions().at(static_cast<std::size_t>(q));
  auto& score = context.transient.start.score.at(static_cast<std::size_t>(q));
  float y = rect.y;
  const std::string text = fmt::format("{}.  {}", q + 1, question.text);
  for (const std::string& line : wrapped_text(ui, text, kBody, kSemibold, rect.width, 2)) {
    put_text(ui, {rect.x, y}, line, {.size = kBody, .weight = kSemibold, .color = t.ink});
    y += 20;
  }
  y += 6;
  float x = rect.x;
  for (int k = kWorstScore; k <= kBestScore; ++k, x += 38) {
    if (choice(ui, fmt::format("start/q{}/{}", q + 1, k), std::to_string(k), {x, y, 32, 28},
               score == k ? Choice::chosen : Choice::open))
      score = k;
  }
  const float unknown = width_of(ui, "Don't know", kBody) + 24;
  if (choice(ui, fmt::format("start/q{}/unknown", q + 1), "Don't know", {x + 6, y, unknown, 28},
             score ? Choice::open : Choice::unknown))
    score.reset();

  // What the ends of the scale mean.
  x += 6 + unknown + 16;
  const float room = rect.right() - x;
  const auto end = [&](float at, int value, std::string_view means) {
    const std::string words = fmt::format("{}: {}", value, means);
    put_text(ui, {x, at}, fitted_text(ui, words, kSmall, chart::Weight::regular, room),
             {.size = kSmall, .color = t.muted});
  };
  end(y - 2, kWorstScore, question.worst);
  end(y + 15, kBestScore, question.best);
  return y + 28 + kQuestionGap;
}

void draw_field(const ViewContext& context, const std::string& name, const std::string& label, std::string& text,
                const std::string& hint, const std::string& problem, const chart::Rect& rect) {
  const Ui& ui = context.ui;
  const bool bad = !problem.empty();
  put_text(ui, {rect.x, rect.y}, fitted_text(ui, label, kSmall, chart::Weight::regular, rect.width),
           {.size = kSmall, .color = bad ? ui.theme.loss : ui.theme.muted});
  text_field(ui, name, {rect.x, rect.y + 18, rect.width, kField}, text, hint);
  if (!bad) return;
  ImGuiCanvas(ui.fonts, *ImGui::GetWindowDrawList())
      .outline({rect.x, rect.y + 18, rect.width, kField}, ui.theme.loss, 1.5F, 6);
  if (ImGui::IsItemHovered()) tooltip(ui, {label, problem});
}

/// What a typed number was understood as, where that is written otherwise: "8.5m" for 8,5m.
std::string understood_as(const std::string& typed, const StartAnswers& read, Asked which) {
  const std::string words = typed.empty() ? "" : typed_words(read.answers, which);
  return words == typed ? "" : words;
}

/// The numbers, two beside each other.
/// @return  where what follows begins
float draw_numbers(const ViewContext& context, const StartAnswers& read, const chart::Rect& rect) {
  StartForm& form = context.transient.start;
  const float width = (rect.width - 16) / 2;
  const auto place = [&](int k) {
    return chart::Rect{rect.x + static_cast<float>(k % 2) * (width + 16), rect.y + kNumber * static_cast<float>(k / 2),
                       width, kNumber};
  };
  for (int k = 0; k < kAskedNumbers; ++k) {
    const auto which = static_cast<Asked>(k);
    const auto i = static_cast<std::size_t>(k);
    const std::string understood = read.problem[i].empty() ? understood_as(form.number[i], read, which) : "";
    const std::string label = start_label(which) + (understood.empty() ? "" : ": " + understood);
    draw_field(context, fmt::format("start/{}", asked(which).name), label, form.number[i], start_hint(read, which),
               read.problem[i], place(k));
  }
  draw_field(context, "start/date", "Start", form.date, std::string(kAskedDate), read.date_problem,
             place(kAskedNumbers));
  chart::Rect money = place(kAskedNumbers + 1);
  draw_field(context, "start/currency", "Currency", form.currency, "USD", read.currency_problem, money);
  return money.bottom() + 4;
}

/// The first thing that is wrong; empty: nothing.
std::string first_problem(const StartForm& form, const StartAnswers& read) {
  for (const std::string& problem : read.problem) {
    if (!problem.empty()) return problem;
  }
  for (const std::string& problem : {read.date_problem, read.currency_problem}) {
    if (!problem.empty()) return problem;
  }
  return read.contradictions.empty() ? form.problem : read.contradictions.front();
}

void draw_build(const ViewContext& context, const StartAnswers& read, const chart::Rect& rect, Commands& commands) {
  const Ui& ui = context.ui;
  StartForm& form = context.transient.start;
  put_text(ui, {rect.x, rect.y}, "Write the plan to", {.size = kSmall, .color = ui.theme.muted});
  const float build = button_width(ui, "Build my plan");
  const bool entered =
      text_field(ui, "start/file", {rect.x, rect.y + 18, rect.width - build - 12, kField}, form.file, "my-plan.toml");
  const bool clicked = button(ui, "start/build", "Build my plan", {rect.right() - build, rect.y + 19},
                              ButtonLook::primary, read.complete());
  if ((entered || clicked) && read.complete()) {
    const std::filesystem::path typed = typed_path(form.file);
    ask(commands, BuildPlan{whole_path(typed.empty() ? "my-plan.toml" : typed).string(), scenario_text(read.answers)});
  }
  const std::string problem = first_problem(form, read);
  const std::string said = fmt::format("{} of {} answered. What is not answered is assumed, and marked so in the plan.",
                                       answered(form), kQuestions + kAskedNumbers + 1);
  draw_paragraph(ui, {rect.x, rect.y + 60}, problem.empty() ? said : problem + ".", rect.width,
                 problem.empty() ? ui.theme.muted : ui.theme.loss, 3);
}

}  // namespace

void draw_start(const ViewContext& context, Commands& commands) {
  const Ui& ui = context.ui;
  const chart::Rect& area = context.area;
  const float width = std::min(area.width, 1240.0F), x = area.x + (area.width - width) / 2;
  const StartAnswers read = read_form(context.transient.start);
  put_text(ui, {x, area.y}, "Six questions and eight numbers make a first plan",
           {.size = kTitle, .weight = kSemibold, .color = ui.theme.ink});
  put_text(ui, {x, area.y + 32}, "Answer what you know, from 1 (worst) to 5 (best). Every number can be changed later.",
           {.size = kBody, .color = ui.theme.muted});
  const float back = button_width(ui, "Back to the answer");
  if (button(ui, "start/back", "Back to the answer", {x + width - back, area.y})) {
    commands.emplace_back(ChooseView{std::string(views().front().name)});
  }
  const float left = width * 0.56F, right = width - left - 48;
  const float y = area.y + kStartHead;
  float next = y;
  for (int q = 0; q < kQuestions; ++q) next = draw_question(context, q, {x, next, left, 0});
  const float below = draw_numbers(context, read, {x + left + 48, y, right, 0});
  draw_build(context, read, {x + left + 48, below + 14, right, 0}, commands);
  ImGui::SetCursorScreenPos({x, next});
  ImGui::Dummy({1, 24});
}

}  // namespace headrace::gui
