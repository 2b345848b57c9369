// Somebody hits everything at random: nothing may break.
#include <doctest/doctest.h>
#include <imgui.h>

#include <array>
#include <filesystem>
#include <random>

#include "tests/gui/gui_driver.hpp"
#include "tests/support/scenario_text.hpp"

namespace headrace::test {
namespace {

/// A copy of the stories, where what is saved and exported does no harm; the current folder while it lives.
class OwnFolder {
 public:
  OwnFolder() {
    std::filesystem::copy(story(""), folder_.path(), std::filesystem::copy_options::recursive);
    std::filesystem::current_path(folder_.path());
  }
  ~OwnFolder() { std::filesystem::current_path(before_); }
  OwnFolder(const OwnFolder&) = delete;
  OwnFolder& operator=(const OwnFolder&) = delete;

 private:
  TemporaryFolder folder_;
  std::filesystem::path before_ = std::filesystem::current_path();
};

/// Ten thousand deeds of a fixed seed.
class Monkey {
 public:
  explicit Monkey(GuiDriver& driver) : driver_(driver) {}

  void act() {
    switch (below(10)) {
      case 0:
      case 1:
      case 2:
        return click_widget();
      case 3:
        return drag_widget();
      case 4:
        return click_anywhere();
      case 5:
        return driver_.type(words.at(below(words.size())));
      case 6:
        return driver_.key(static_cast<int>(below(ImGuiKey_COUNT)));
      case 7:
        return driver_.shortcut("ZY123456OSBNP"[below(13)]);
      case 8:
        return driver_.wheel(static_cast<float>(below(7)) - 3);
      default:
        return driver_.frames(2);
    }
  }

 private:
  static constexpr std::array<const char*, 8> words = {"1", "-", "1 2 3", "é€≥", "{", "40%", "team", "\n"};

  std::size_t below(std::size_t n) { return random_() % n; }
  float share() { return static_cast<float>(below(1001)) / 1000; }

  std::string widget() {
    const gui::WidgetMap& widgets = driver_.shell().widgets();
    auto at = widgets.begin();
    std::advance(at, static_cast<std::ptrdiff_t>(below(widgets.size())));
    return at->first;
  }

  void click_widget() { driver_.click(widget()); }
  void drag_widget() { driver_.drag(widget(), share(), share()); }

  void click_anywhere() {
    const chart::Point at{share() * 1280, share() * 720};
    driver_.move(at);
    driver_.press();
    driver_.release();
  }

  GuiDriver& driver_;
  std::mt19937 random_{20270104};
};

}  // namespace

TEST_CASE("gui: ten thousand random clicks and drags and keys break nothing") {
  const OwnFolder folder;
  GuiDriver driver(state_of(std::filesystem::absolute("ten-sites.toml").string()), {{64}, 0});
  driver.settle();
  Monkey monkey(driver);
  for (int k = 0; k < 10'000; ++k) monkey.act();
  driver.settle();
  // Whatever plan it ended with, there is an answer to look at, and the window still opens what can be run.
  CHECK(driver.snapshot().run);
  const std::string fresh = std::filesystem::absolute("untouched.toml").string();
  std::filesystem::copy_file(story("ten-sites.toml"), fresh);
  driver.shell().drop(fresh);
  if (driver.shell().transient().sheet == gui::Sheet::leave) {
    driver.shell().carry_out(gui::FileCommand(gui::LeaveAnyway{}));
  }
  driver.settle();
  for (const Diagnostic& d : driver.snapshot().diagnostics) MESSAGE(to_string(d));
  CHECK(driver.snapshot().current);
}

}  // namespace headrace::test
