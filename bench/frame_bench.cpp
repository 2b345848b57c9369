// How long the window takes to build and tessellate a frame, view by view, without drawing it.
//
//   frame_bench [scenario.toml] [frames] [width] [height]
//
// Prints one JSON object a view: milliseconds at the median and the 95th percentile, and triangles. The mouse moves
// over the view, so that what it points at is worked out in each frame. Each view is full: what takes long is waited
// for, the plan has a change, and it is compared with the file as A, the difference explained.
#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "gui/app/shell.hpp"
#include "gui/views/view.hpp"

namespace {

using namespace headrace;

struct Cost {
  double median = 0, p95 = 0;
  int triangles = 0;
};

void draw(gui::Shell& shell, const gui::Fonts& fonts) {
  ImGui::NewFrame();
  shell.frame(fonts);
  ImGui::Render();
}

/// Times frames in which the mouse goes over the lower right part, where views are.
Cost cost_of_frames(gui::Shell& shell, const gui::Fonts& fonts, int frames) {
  for (int k = 0; k < 5; ++k) draw(shell, fonts);
  ImGuiIO& io = ImGui::GetIO();
  std::vector<double> milliseconds;
  for (int k = 0; k < frames; ++k) {
    const float along = static_cast<float>(k) / static_cast<float>(frames);
    io.MousePos = {io.DisplaySize.x * (0.3F + 0.65F * along), io.DisplaySize.y * (0.4F + 0.5F * along)};
    const auto begin = std::chrono::steady_clock::now();
    draw(shell, fonts);
    milliseconds.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
  }
  std::sort(milliseconds.begin(), milliseconds.end());
  const auto at = [&](double share) {
    return milliseconds[static_cast<std::size_t>(share * static_cast<double>(milliseconds.size() - 1))];
  };
  return {at(0.5), at(0.95), ImGui::GetDrawData()->TotalIdxCount / 3};
}

/// Presses the mouse on a widget, where there is one.
void click(gui::Shell& shell, const gui::Fonts& fonts, const std::string& widget) {
  const auto found = shell.widgets().find(widget);
  if (found == shell.widgets().end()) return;
  ImGuiIO& io = ImGui::GetIO();
  io.MousePos = {found->second.x + 4, found->second.y + 4};
  for (const bool down : {false, true, false}) {
    io.MouseDown[0] = down;
    draw(shell, fonts);
  }
}

/// Waits until nothing is under way, so that only drawing is timed.
void settle(gui::Shell& shell, const gui::Fonts& fonts) {
  shell.worker().wait();
  for (int k = 0; k < 3; ++k) {
    draw(shell, fonts);
    shell.study_worker().wait();
    shell.teller().wait();
  }
}

void set_up(float width, float height) {
  ImGui::CreateContext();
  gui::style_imgui();
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {width, height};
  io.DeltaTime = 1.0F / 60;
  for (int key = 0; key < ImGuiKey_COUNT; ++key) io.KeyMap[key] = key;
}

}  // namespace

int main(int argc, char** argv) {
  gui::SavedState state;
  state.plan.file = argc > 1 ? argv[1] : HEADRACE_SOURCE_DIR "/scenarios/ten-sites.toml";
  state.pinned = state.plan;
  state.plan.overrides["programme.sites"] = "8";
  const int frames = std::max(1, argc > 2 ? std::atoi(argv[2]) : 500);
  set_up(argc > 3 ? std::strtof(argv[3], nullptr) : 1600, argc > 4 ? std::strtof(argv[4], nullptr) : 1000);
  gui::Fonts fonts;
  fonts.load(1);
  unsigned char* pixels = nullptr;
  int atlas_width = 0, atlas_height = 0;
  ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&pixels, &atlas_width, &atlas_height);

  gui::Shell shell(state, [] {}, {{4096}, 64});
  for (const gui::View& view : gui::views()) {
    shell.carry_out(gui::ChooseView{std::string(view.name)});
    settle(shell, fonts);
    click(shell, fonts, "compare/why");
    settle(shell, fonts);
    const Cost cost = cost_of_frames(shell, fonts, frames);
    if (!shell.snapshot()->run) return 2;
    fmt::print("{{\"view\":\"{}\",\"frames\":{},\"median_ms\":{:.3f},\"p95_ms\":{:.3f},\"triangles\":{}}}\n", view.name,
               frames, cost.median, cost.p95, cost.triangles);
  }
  return 0;
}
