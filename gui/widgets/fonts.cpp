#include "gui/widgets/fonts.hpp"

#include <imgui.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "model/text/utf8.hpp"

namespace headrace::gui {
namespace {

constexpr const char* kFolder = "/usr/share/fonts/opentype/inter";

/// Latin, Greek, Cyrillic, punctuation, currencies, arrows, mathematics.
constexpr ImWchar all_letters[] = {0x0020, 0x024F, 0x0370, 0x04FF, 0x1E00, 0x1EFF, 0x2010, 0x205E, 0x20A0, 0x20BF,
                                   0x2190, 0x21FF, 0x2200, 0x22FF, 0x25A0, 0x25FF, 0xFFFD, 0xFFFD, 0};
constexpr ImWchar figures[] = {0x0020, 0x00FF, 0x2010, 0x2026, 0x20A0, 0x20BF, 0x2190, 0x2193, 0x2212, 0x2212, 0};

/// Pixels of an atlas that letters may take which were fetched for some sizes: a graphics card's textures have an end.
constexpr double kFetchedPixels = 8e6;
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

bool is_large(float size) { return size > kTitle + 0.5F; }

/// As many letters as there is room for in both weights of all sizes of their kind.
std::size_t most_letters(bool large, float scale) {
  double pixels = 0;
  for (const float size : kTextSizes) {
    if (is_large(size) == large) pixels += 2.0 * size * size * scale * scale;
  }
  return static_cast<std::size_t>(kFetchedPixels / pixels);
}

/// Some letters and a font's own, as ImGui takes them.
ImVector<ImWchar> ranges_of(const ImWchar* own, const std::set<unsigned>& letters, std::size_t most) {
  ImFontGlyphRangesBuilder builder;
  if (own != nullptr) builder.AddRanges(own);
  for (const unsigned letter : letters) {
    if (most-- == 0) break;
    builder.AddChar(static_cast<ImWchar>(letter));
  }
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
  io.Fonts->TexDesiredWidth = scale > 3 ? 8192 : scale > 1.5F ? 4096 : 2048;
  for (std::size_t large = 0; large < known_.size(); ++large) known_[large].merge(noted_[large]);
  noted_ = {};

  // What ImGui is lent until the atlas is built.
  std::vector<std::string> others;
  const bool any = !known_[0].empty() || !known_[1].empty();
  if (any) std::transform(others_.begin(), others_.end(), std::back_inserter(others), font_file);
  std::array<ImVector<ImWchar>, 2> letters, fetched;
  for (const bool large : {false, true}) {
    const std::size_t most = most_letters(large, scale);
    letters[large] = ranges_of(large ? figures : all_letters, known_[large], most);
    fetched[large] = ranges_of(nullptr, known_[large], most);
  }
  std::string missing;
  for (std::size_t weight = 0; weight < fonts_.size(); ++weight) {
    const std::string file = std::string(kFolder) + (weight == 0 ? "/Inter-Regular.otf" : "/Inter-SemiBold.otf");
    const bool there = std::filesystem::exists(file);
    if (!there) missing = file;
    for (std::size_t size = 0; size < kTextSizes.size(); ++size) {
      ImFontConfig config;
      config.OversampleH = kTextSizes[size] * scale > 24 ? 1 : 2;
      config.SizePixels = kTextSizes[size] * scale;
      const bool large = is_large(kTextSizes[size]);
      const ImWchar* const ranges = letters[large].Data;
      fonts_[weight][size] = there ? io.Fonts->AddFontFromFileTTF(file.c_str(), config.SizePixels, &config, ranges)
                                   : io.Fonts->AddFontDefault(&config);
      // The first font that has a letter gives it.
      config.MergeMode = true;
      config.OversampleH = 1;
      config.FontDataOwnedByAtlas = false;
      for (std::string& other : others) {
        if (other.empty() || known_[large].empty()) continue;
        io.Fonts->AddFontFromMemoryTTF(other.data(), static_cast<int>(other.size()), config.SizePixels, &config,
                                       fetched[large].Data);
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
  const auto& sizes = fonts_[weight == kSemibold ? 1 : 0];
  std::size_t best = 0;
  while (best + 1 < kTextSizes.size() && kTextSizes[best] < size - 0.5F) ++best;
  return sizes[best];
}

void Fonts::note(std::string_view text, float size) const {
  constexpr unsigned last_ascii = 0x7F;
  const ImFont& font = *pick(size, chart::Weight::regular);
  const bool large = is_large(size);
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Character character = decode_utf8(text, at);
    at += std::max<std::size_t>(1, character.bytes);
    const auto letter = static_cast<unsigned>(character.code);
    if (letter <= last_ascii || letter > kLastLetter || known_[large].contains(letter)) continue;
    if (font.FindGlyphNoFallback(static_cast<ImWchar>(letter)) == nullptr) noted_[large].insert(letter);
  }
}

}  // namespace headrace::gui
