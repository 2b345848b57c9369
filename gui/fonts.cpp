#include "gui/fonts.hpp"

#include <imgui.h>

#include <algorithm>
#include <filesystem>
#include <vector>

namespace headrace::gui {
namespace {

constexpr const char* kFolder = "/usr/share/fonts/opentype/inter";

/// Latin, Greek, Cyrillic, punctuation, currencies, arrows, mathematics.
constexpr ImWchar all_letters[] = {0x0020, 0x024F, 0x0370, 0x04FF, 0x1E00, 0x1EFF, 0x2010, 0x205E, 0x20A0, 0x20BF,
                                   0x2190, 0x21FF, 0x2200, 0x22FF, 0x25A0, 0x25FF, 0xFFFD, 0xFFFD, 0};
constexpr ImWchar figures[] = {0x0020, 0x00FF, 0x2010, 0x2026, 0x20A0, 0x20BF, 0x2190, 0x2193, 0x2212, 0x2212, 0};

/// Gives all digits the width of the widest, each in the middle of it.
void align_digits(ImFont& font) {
  float width = 0;
  for (ImWchar digit = '0'; digit <= '9'; ++digit) width = std::max(width, font.FindGlyph(digit)->AdvanceX);
  for (ImFontGlyph& glyph : font.Glyphs) {
    if (glyph.Codepoint < '0' || glyph.Codepoint > '9') continue;
    const float shift = (width - glyph.AdvanceX) / 2;
    glyph.X0 += shift;
    glyph.X1 += shift;
    glyph.AdvanceX = width;
    font.IndexAdvanceX[static_cast<int>(glyph.Codepoint)] = width;
  }
}

}  // namespace

std::string Fonts::load(float scale) {
  ImGuiIO& io = ImGui::GetIO();
  io.Fonts->Clear();
  io.Fonts->Flags |= ImFontAtlasFlags_NoMouseCursors;
  io.Fonts->TexDesiredWidth = scale > 1.5F ? 4096 : 2048;
  std::string missing;
  for (std::size_t weight = 0; weight < fonts_.size(); ++weight) {
    const std::string file = std::string(kFolder) + (weight == 0 ? "/Inter-Regular.otf" : "/Inter-SemiBold.otf");
    const bool there = std::filesystem::exists(file);
    if (!there) missing = file;
    for (std::size_t size = 0; size < kTextSizes.size(); ++size) {
      ImFontConfig config;
      config.OversampleH = kTextSizes[size] * scale > 24 ? 1 : 2;
      config.SizePixels = kTextSizes[size] * scale;
      const ImWchar* const ranges = kTextSizes[size] > kTitle ? figures : all_letters;
      fonts_[weight][size] = there ? io.Fonts->AddFontFromFileTTF(file.c_str(), config.SizePixels, &config, ranges)
                                   : io.Fonts->AddFontDefault(&config);
    }
  }
  io.Fonts->Build();
  for (const auto& sizes : fonts_) {
    for (ImFont* font : sizes) align_digits(*font);
  }
  io.FontDefault = fonts_[0][1];
  io.FontGlobalScale = 1 / scale;
  return missing;
}

ImFont* Fonts::pick(float size, chart::Weight weight) const {
  const auto& sizes = fonts_[weight == chart::Weight::semibold ? 1 : 0];
  std::size_t best = 0;
  while (best + 1 < kTextSizes.size() && kTextSizes[best] < size - 0.5F) ++best;
  return sizes[best];
}

}  // namespace headrace::gui
