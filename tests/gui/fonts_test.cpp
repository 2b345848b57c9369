#include "gui/widgets/fonts.hpp"

#include <doctest/doctest.h>
#include <imgui.h>

#include <filesystem>
#include <fstream>

#include "tests/support/scenario_text.hpp"

namespace headrace::gui {
namespace {

/// ImGui for as long as a font is looked at.
struct Context {
  Context() : context(ImGui::CreateContext()) {}
  ~Context() { ImGui::DestroyContext(context); }
  ImGuiContext* context;
};

bool has(const Fonts& fonts, float size, ImWchar letter) {
  return fonts.pick(size, chart::Weight::semibold)->FindGlyphNoFallback(letter) != nullptr;
}

int letters(const Fonts& fonts) { return fonts.pick(kBody, chart::Weight::regular)->Glyphs.Size; }

}  // namespace

TEST_CASE("fonts: letters that no plan needs are not loaded and letters that one needs are fetched alone") {
  const Context context;
  Fonts fonts;
  REQUIRE(fonts.load(1).empty());
  const int before = letters(fonts);
  CHECK_FALSE(has(fonts, kBody, 0x5DE5));
  CHECK_FALSE(fonts.wants_more());
  fonts.note("Ulm, Łódź, Завод, Ελευσίνα: 12 – 20 €");
  CHECK_FALSE(fonts.wants_more());

  fonts.note("工場第一製造部 工場");
  REQUIRE(fonts.wants_more());
  fonts.load(1);
  CHECK_FALSE(fonts.wants_more());
  CHECK(has(fonts, kBody, 'a'));
  if (!std::filesystem::exists(other_fonts().front())) {
    MESSAGE("skipped: the font of Chinese, Japanese and Korean letters is not installed");
    return;
  }
  CHECK(letters(fonts) == before + 7);
  for (const float size : {kSmall, kBody, kStrong, kTitle}) CHECK(has(fonts, size, 0x5DE5));
  // Large ones take room, and so they are fetched for themselves.
  CHECK_FALSE(has(fonts, kHuge, 0x5DE5));
  CHECK_FALSE(has(fonts, kBody, 0x4E0A));

  // Another scale keeps them.
  fonts.load(2);
  CHECK(has(fonts, kBody, 0x5DE5));
}

TEST_CASE("fonts: large sizes begin with figures and fetch the rest of Inter's letters when a text has some") {
  const Context context;
  Fonts fonts(std::vector<std::string>{});
  REQUIRE(fonts.load(1).empty());
  CHECK(has(fonts, kTitle, 0x142));
  CHECK_FALSE(has(fonts, kHuge, 0x142));
  fonts.note("12 zł", kHuge);
  REQUIRE(fonts.wants_more());
  fonts.load(1);
  CHECK(has(fonts, kHuge, 0x142));
}

TEST_CASE("fonts: a letter that no font has is looked for once and a file that is no font is passed over") {
  const test::TemporaryFolder folder;
  const std::string broken = folder.write("broken.ttf", "not a font");
  const std::string empty = folder.write("empty.ttf", "");
  const Context context;
  Fonts fonts({"/nowhere/none.ttf", broken, empty});
  REQUIRE(fonts.load(1).empty());
  fonts.note("工場");
  REQUIRE(fonts.wants_more());
  fonts.load(1);
  CHECK_FALSE(has(fonts, kBody, 0x5DE5));
  fonts.note("工場");
  CHECK_FALSE(fonts.wants_more());
  // No text of any kind stops it: beyond ImGui's letters, no UTF-8 at all.
  fonts.note("🏭 \xFF\xC3");
  CHECK_FALSE(fonts.wants_more());
}

TEST_CASE("fonts: the atlas stays one that a graphics card takes however many letters there are") {
  std::string many;
  for (unsigned c = 0x4E00; c < 0x9F00; ++c) {
    for (const unsigned byte : {0xE0 | (c >> 12), 0x80 | ((c >> 6) & 0x3F), 0x80 | (c & 0x3F)}) {
      many += static_cast<char>(static_cast<unsigned char>(byte));
    }
  }
  const Context context;
  for (const float scale : {1.0F, 4.0F}) {
    CAPTURE(scale);
    Fonts fonts;
    fonts.load(scale);
    fonts.note(many);
    fonts.note(many, kHuge);
    fonts.load(scale);
    CHECK_FALSE(fonts.wants_more());
    CHECK(ImGui::GetIO().Fonts->TexWidth <= 8192);
    CHECK(ImGui::GetIO().Fonts->TexHeight <= 8192);
  }
}

}  // namespace headrace::gui
