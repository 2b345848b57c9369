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
    // Files are not to be littered with exports.
    return at->first.starts_with("csv/") ? "header/look" : at->first;
  }

  void click_widget() { driver_.click(widget()); }
  void drag_widget() { driver_.drag(widget(), share(), share()); }

  void click_anywhere() {
    const chart::Point at{share() * 1280, share() * 720};
    for (const auto& [name, rect] : driver_.shell().widgets()) {
      if (name.starts_with("csv/") && rect.contains(at)) return;
    }
    // The chart's export button shows only once the mouse is there.
    if (at.y < 330 && at.x > 1100) return;
    driver_.move(at);
    driver_.press();
    driver_.release();
  }

  GuiDriver& driver_;
  std::mt19937 random_{20270104};
};

}  // namespace

TEST_CASE("gui: ten thousand random clicks and drags and keys break nothing") {
  // What it saves and exports goes into a folder of its own.
  const TemporaryFolder folder;
  const auto before = std::filesystem::current_path();
  std::filesystem::copy(std::filesystem::path(story("")), folder.path(), std::filesystem::copy_options::recursive);
  std::filesystem::current_path(folder.path());
  GuiDriver driver(state_of((folder.path() / "ten-sites.toml").string()), {{64}, 0});
  driver.settle();
  Monkey monkey(driver);
  for (int k = 0; k < 10'000; ++k) monkey.act();
  driver.settle();
  CHECK(driver.shell().snapshot() != nullptr);
  CHECK(driver.snapshot().run);
  std::filesystem::current_path(before);
}

}  // namespace headrace::test
