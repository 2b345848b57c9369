#include "tests/gui/gui_driver.hpp"

#include <doctest/doctest.h>
#include <imgui.h>

#include <chrono>
#include <cmath>

#include "tests/support/source_path.hpp"

namespace headrace::test {
namespace {

constexpr int kKeys = 400;  ///< where ImGui's named keys stand among KeysDown: behind letters and function keys

ImGuiContext* new_context(float width, float height) {
  ImGuiContext* const context = ImGui::CreateContext();
  ImGui::SetCurrentContext(context);
  gui::style_imgui();
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {width, height};
  io.DeltaTime = 1.0F / 60;
  io.MousePos = {-1, -1};
  for (int key = 0; key < ImGuiKey_COUNT; ++key) io.KeyMap[key] = kKeys + key;
  return context;
}

gui::Fonts load_fonts() {
  gui::Fonts fonts;
  fonts.load(1);
  unsigned char* pixels = nullptr;
  int width = 0, height = 0;
  ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
  return fonts;
}

}  // namespace

GuiDriver::GuiDriver(gui::SavedState state, gui::Effort effort, float width, float height)
    : context_(new_context(width, height)),
      fonts_(load_fonts()),
      shell_(
          std::move(state), [] {}, std::move(effort)) {}

GuiDriver::~GuiDriver() { ImGui::DestroyContext(context_); }

void GuiDriver::frames(int count) {
  for (int k = 0; k < count; ++k) {
    ImGui::NewFrame();
    shell_.frame(fonts_);
    ImGui::Render();
  }
}

void GuiDriver::settle() {
  shell_.worker().wait();
  frames();
  shell_.study_worker().wait();
  shell_.teller().wait();
  frames(3);
}

void GuiDriver::move(chart::Point to) {
  ImGui::GetIO().MousePos = {to.x, to.y};
  frames();
}

void GuiDriver::press() {
  ImGui::GetIO().MouseDown[0] = true;
  frames();
}

void GuiDriver::release() {
  ImGui::GetIO().MouseDown[0] = false;
  frames(2);
}

chart::Rect GuiDriver::rect(const std::string& widget) const {
  INFO("no widget ", widget);
  REQUIRE(has(widget));
  return shell_.widgets().at(widget);
}

void GuiDriver::click(const std::string& widget) {
  const chart::Rect r = rect(widget);
  move({r.x + r.width / 2, r.y + r.height / 2});
  press();
  release();
}

void GuiDriver::drag(const std::string& widget, float from, float to) {
  const chart::Rect r = rect(widget);
  const float y = r.y + r.height / 2;
  move({r.x + from * r.width, y});
  press();
  constexpr int steps = 10;
  for (int k = 1; k <= steps; ++k) {
    move({r.x + (from + (to - from) * static_cast<float>(k) / steps) * r.width, y});
  }
  release();
}

void GuiDriver::wheel(float lines) {
  ImGui::GetIO().MouseWheel = lines;
  frames();
  ImGui::GetIO().MouseWheel = 0;
}

void GuiDriver::type(const std::string& text) {
  ImGui::GetIO().AddInputCharactersUTF8(text.c_str());
  frames(2);
}

void GuiDriver::key(int key) {
  ImGui::GetIO().KeysDown[kKeys + key] = true;
  frames();
  ImGui::GetIO().KeysDown[kKeys + key] = false;
  frames();
}

void GuiDriver::shortcut(char letter) {
  ImGuiIO& io = ImGui::GetIO();
  io.KeyCtrl = true;
  io.KeysDown[static_cast<int>(letter)] = true;
  frames();
  io.KeyCtrl = false;
  io.KeysDown[static_cast<int>(letter)] = false;
  frames();
}

void GuiDriver::function_key(int code) {
  ImGui::GetIO().KeysDown[code] = true;
  frames();
  ImGui::GetIO().KeysDown[code] = false;
  frames();
}

int GuiDriver::triangles() const { return ImGui::GetDrawData()->TotalIdxCount / 3; }

int GuiDriver::stray_vertices() const {
  // Far beyond any scrolled list.
  constexpr float kFar = 1e6F;
  int strays = 0;
  const ImDrawData& data = *ImGui::GetDrawData();
  for (int list = 0; list < data.CmdListsCount; ++list) {
    for (const ImDrawVert& vertex : data.CmdLists[list]->VtxBuffer) {
      // Written so that what is not a number is counted.
      if (!(std::abs(vertex.pos.x) < kFar && std::abs(vertex.pos.y) < kFar)) ++strays;
    }
  }
  return strays;
}

double GuiDriver::frame_milliseconds(int count) {
  const auto begin = std::chrono::steady_clock::now();
  frames(count);
  const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - begin;
  return spent.count() / count;
}

gui::SavedState state_of(const std::string& file) {
  gui::SavedState state;
  state.plan.file = file;
  return state;
}

std::string story(const std::string& name) { return source_path("scenarios/") + name; }

}  // namespace headrace::test
