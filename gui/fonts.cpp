#include "gui/fonts.hpp"

#include <imgui.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "model/utf8.hpp"

namespace headrace::gui {
namespace {

constexpr const char* kFolder = "/usr/share/fonts/opentype/inter";

/// Latin, Greek, Cyrillic, punctuation, currencies, arrows, mathematics.
constexpr ImWchar all_letters[] = {0x0020, 0x024F, 0x0370, 0x04FF, 0x1E00, 0x1EFF, 0x2010, 0x205E, 0x20A0, 0x20BF,
                                   0x2190, 0x21FF, 0x2200, 0x22FF, 0x25A0, 0x25FF, 0xFFFD, 0xFFFD, 0};
constexpr ImWchar figures[] = {0x0020, 0x00FF, 0x2010, 0x2026, 0x20A0, 0x20BF, 0x2190, 0x2193, 0x2212, 0x2212, 0};

/// Letters beyond these are not fetched: an atlas has an end, and so has patience.
constexpr std::size_t kMostFetched = 3000;
constexpr unsigned kLastLetter = 0xFFFF;  ///< ImGui's own end

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

/// The bytes of a font file; empty when it is missing or no font, at which ImGui would stop the program.
std::string font_file(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  const std::string_view start = std::string_view(bytes).substr(0, 4);
  constexpr std::string_view true_type("\0\1\0\0", 4);
  return start == true_type || start == "OTTO" || start == "ttcf" || start == "true" ? bytes : std::string();
}

/// Some letters and a font's own, as ImGui takes them.
ImVector<ImWchar> ranges_of(const ImWchar* own, const std::set<unsigned>& letters) {
  ImFontGlyphRangesBuilder builder;
  if (own != nullptr) builder.AddRanges(own);
  for (const unsigned letter : letters) builder.AddChar(static_cast<ImWchar>(letter));
  ImVector<ImWchar> ranges;
  builder.BuildRanges(&ranges);
  return ranges;
}

}  // namespace

std::vector<std::string> other_fonts() {
  return {"/usr/share/fonts/truetype/wqy/wqy-microhei.ttc", "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"};
}

std::string Fonts::load(float scale) {
  ImGuiIO& io = ImGui::GetIO();
  io.Fonts->Clear();
  io.Fonts->Flags |= ImFontAtlasFlags_NoMouseCursors;
  io.Fonts->TexDesiredWidth = scale > 1.5F ? 4096 : 2048;
  for (const unsigned letter : noted_) {
    if (fetched_.size() < kMostFetched) fetched_.insert(letter);
  }
  noted_.clear();

  // What ImGui is lent until the atlas is built.
  std::vector<std::string> others;
  if (!fetched_.empty()) std::transform(others_.begin(), others_.end(), std::back_inserter(others), font_file);
  const ImVector<ImWchar> letters = ranges_of(all_letters, fetched_), few = ranges_of(figures, fetched_),
                          fetched = ranges_of(nullptr, fetched_);
  std::string missing;
  for (std::size_t weight = 0; weight < fonts_.size(); ++weight) {
    const std::string file = std::string(kFolder) + (weight == 0 ? "/Inter-Regular.otf" : "/Inter-SemiBold.otf");
    const bool there = std::filesystem::exists(file);
    if (!there) missing = file;
    for (std::size_t size = 0; size < kTextSizes.size(); ++size) {
      ImFontConfig config;
      config.OversampleH = kTextSizes[size] * scale > 24 ? 1 : 2;
      config.SizePixels = kTextSizes[size] * scale;
      const ImWchar* const ranges = kTextSizes[size] > kTitle ? few.Data : letters.Data;
      fonts_[weight][size] = there ? io.Fonts->AddFontFromFileTTF(file.c_str(), config.SizePixels, &config, ranges)
                                   : io.Fonts->AddFontDefault(&config);
      // The first font that has a letter gives it.
      config.MergeMode = true;
      config.OversampleH = 1;
      config.FontDataOwnedByAtlas = false;
      for (std::string& other : others) {
        if (other.empty()) continue;
        io.Fonts->AddFontFromMemoryTTF(other.data(), static_cast<int>(other.size()), config.SizePixels, &config,
                                       fetched.Data);
      }
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

void Fonts::note(std::string_view text, const ImFont& font) const {
  constexpr unsigned last_ascii = 0x7F;
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Character character = decode_utf8(text, at);
    at += std::max<std::size_t>(1, character.bytes);
    const auto letter = static_cast<unsigned>(character.code);
    if (letter <= last_ascii || letter > kLastLetter || fetched_.contains(letter)) continue;
    if (font.FindGlyphNoFallback(static_cast<ImWchar>(letter)) == nullptr) noted_.insert(letter);
  }
}

}  // namespace headrace::gui
