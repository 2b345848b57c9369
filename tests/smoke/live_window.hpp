#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/support/process.hpp"
#include "tests/support/scenario_text.hpp"

namespace headrace::test {

/// An X server without a screen, for as long as the object lives.
class Display {
 public:
  /// Errors: std::runtime_error when it does not start.
  Display();
  const std::string& name() const { return name_; }  ///< ":99"

 private:
  Process server_;
  std::string name_;
};

/// Can windows be opened and driven here? Prints a line that starts with "skipped" when they cannot.
bool has_displays();

/// The window itself, on a display, with a hand on its mouse and keyboard. Every wait is for a state that the window
/// prints, never for a time.
class LiveWindow {
 public:
  using State = nlohmann::json;
  using Wanted = std::function<bool(const State&)>;

  LiveWindow(const Display& display, const std::vector<std::string>& arguments);

  /// Waits until the window comes to rest in a state that is wanted. Fails the test after half a minute without one.
  const State& until(const std::string& what, const Wanted& wanted);
  /// Waits until everything that was asked for is drawn.
  const State& settle();
  /// The newest state it came to rest in.
  const State& state() const { return state_; }
  /// Does it come to rest once more within some time, which means that it has drawn?
  bool draws_within(std::chrono::milliseconds time);

  /// What the hand does; each ends when the window has drawn it.
  void move(int x, int y);
  void press();
  void release();
  void type(const std::string& text);
  void key_down(const std::string& key);
  void key_up(const std::string& key);
  void click(const std::string& widget);
  /// Moves to a share of a widget's width.
  void move_along(const std::string& widget, double share);

  /// Saves what the screen shows.
  void save(const std::string& file) const;

 private:
  void act(const std::vector<std::string>& words);

  std::string display_;
  TemporaryFolder memory_;  ///< what it remembers between starts: that its hints were seen
  Process process_;
  State state_;
};

}  // namespace headrace::test
