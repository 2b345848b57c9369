#pragma once

#include <string>

#include "gui/app/shell.hpp"

struct ImGuiContext;

namespace headrace::test {

/// Drives the whole front end without a display: a frame at a time, with a mouse and a keyboard of its own. Widgets are
/// found by their names in the widget map.
class GuiDriver {
 public:
  /// @param effort  of the worker; few trials keep tests fast
  explicit GuiDriver(gui::SavedState state, gui::Effort effort = {{256}, 0}, float width = 1280, float height = 720);
  ~GuiDriver();
  GuiDriver(const GuiDriver&) = delete;
  GuiDriver& operator=(const GuiDriver&) = delete;

  void frames(int count = 1);
  /// Frames until the newest request is answered in full and drawn.
  void settle();

  void move(chart::Point to);
  void press();
  void release();
  /// Click in the middle of a widget. Fails the test when it is not to be seen.
  void click(const std::string& widget);
  /// Drags along a widget, from one share of its width to another.
  void drag(const std::string& widget, float from, float to);
  void wheel(float lines);

  void type(const std::string& text);
  /// @param key  an ImGuiKey
  void key(int key);
  /// @param code  gui::kF1 and others
  void function_key(int code);
  /// @param letter  with Ctrl, such as 'Z'
  void shortcut(char letter);

  bool has(const std::string& widget) const { return shell_.widgets().contains(widget); }
  chart::Rect rect(const std::string& widget) const;
  gui::Shell& shell() { return shell_; }
  const gui::Snapshot& snapshot() const { return *shell_.snapshot(); }
  const gui::SavedState& saved() const { return shell_.saved(); }

  /// Triangles of the last frame.
  int triangles() const;
  /// Vertices of the last frame that are no place at all (not a number) or absurdly far away.
  int stray_vertices() const;
  /// Mean milliseconds to build and tessellate a frame, of so many.
  double frame_milliseconds(int count);

 private:
  ImGuiContext* context_;
  gui::Fonts fonts_;
  gui::Shell shell_;
};

/// The state a window begins with, for a scenario of scenarios/ or of any folder.
gui::SavedState state_of(const std::string& file);

/// A file of scenarios/.
std::string story(const std::string& name);

}  // namespace headrace::test
