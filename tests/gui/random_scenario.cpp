#include "tests/gui/random_scenario.hpp"

#include <fmt/format.h>
#include <stdlib.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <random>
#include <stdexcept>

#include "model/toml/write.hpp"

namespace headrace::test {
namespace {

/// What planners call things, and what a screen may stumble over.
constexpr std::array names = {
    "Ulm",
    "Łódź – Żerań",
    "工場第一製造部",
    "Завод № 7 имени Серго Орджоникидзе",
    "Ελευσίνα ≥ 2",
    "مصنع الصلب",
    "🏭 works",
    "per cent %s %n %d 100%",
    "hash##marks###here",
    "{braces} [brackets] \"quotes\" \\ backslash",
    "tab\there",
    "two\nlines",
    "Kühlwasseraufbereitungs- und Druckluftversorgungsbetriebsgesellschaft Ludwigshafen am Rhein, Halle siebzehn, Nord",
    "OneVeryLongWordWithoutAnyBlankWhereALineCouldBeBrokenOneVeryLongWordWithoutAnyBlankWhereALineCouldBeBroken",
    "x",
};

class Writer {
 public:
  explicit Writer(std::uint32_t seed) : random_(seed) {}

  std::string scenario() {
    const int sites = 1 + below(12), waves = 1 + below(3);
    head(waves);
    template_tables();
    use_cases();
    extras(waves);
    text_ += "[sites]\n";
    for (int s = 0; s < sites; ++s) {
      text_ += fmt::format("s{} = {{ label = {}, wave = {}, size = {} }}\n", s, name(), 1 + below(waves), number(1));
    }
    return text_;
  }

 private:
  int below(int n) { return static_cast<int>(random_() % static_cast<std::uint32_t>(n)); }
  bool chance(int percent) { return below(100) < percent; }
  std::string name() { return toml_text::in_quotes(names.at(static_cast<std::size_t>(below(names.size())))); }

  /// A number near another, certain or not.
  std::string number(double around) {
    const double low = around * (0.5 + 0.01 * below(50)), high = around * (1 + 0.01 * below(100));
    if (chance(40)) return fmt::format("{}", around);
    return fmt::format("{{ low = {}, high = {} }}", low, high);
  }
  std::string share() {
    const int low = below(60);
    return chance(50) ? fmt::format("0.{:02}", low)
                      : fmt::format("{{ low = 0.{:02}, high = 0.{} }}", low, 60 + below(39));
  }

  void head(int waves) {
    text_ = fmt::format("[programme]\nlabel = {}\nhorizon_weeks = {}\nwave_start_weeks = [0", name(), 26 + below(180));
    for (int wave = 1; wave < waves; ++wave) text_ += fmt::format(", {}", wave * (4 + below(20)));
    text_ += fmt::format("]\n{}[money]\ncurrency = \"EUR\"\ndiscount_rate_per_year = 0.0{}\n",
                         chance(50) ? "start_date = 2027-01-04\n" : "", below(10));
    text_ += fmt::format("[teams.ot]\nlabel = {}\npeople = {}\ncost_per_person_week = {}\n", name(),
                         number(1 + below(6)), number(3000));
    text_ += fmt::format("[teams.it]\nlabel = {}\npeople = {}\ncost_per_person_week = 2500\n", name(), 1 + below(4));
  }

  void template_tables() {
    text_ += fmt::format(
        "[templates.plant.groups.crew]\nlabel = {}\nheadcount = {}\nwage_per_hour = 40\ntraining_share = {}\n", name(),
        10 + below(300), share());
    text_ += fmt::format(
        "[templates.plant.assets.presses]\nlabel = {}\ncount = {}\nconnected_share_after = {}\n"
        "needs = [\"connect\"]\n",
        name(), 1 + below(40), share());
    text_ += "[templates.plant.integrations]\nlinked = { needs = [\"link\"], maintained_by = \"ot\" }\n";
    text_ +=
        fmt::format("[templates.plant.items]\nsurvey = {{ label = {}, team = \"ot\", effort_person_weeks = {} }}\n",
                    name(), number(1 + below(6)));
    text_ += "permit = { wait_weeks = { p10 = 1, p50 = 4, p90 = 30 } }\n";
    text_ += fmt::format(
        "connect = {{ label = {}, team = \"ot\", effort_person_weeks = {}, after = [\"survey\", "
        "\"permit\"] }}\nlink = {{ team = \"it\", effort_person_weeks = {}, after = [\"survey\"] }}\n",
        name(), number(2 + below(20)), number(1 + below(9)));
  }

  void use_cases() {
    // One in four is worth nothing, and never pays.
    const int worth = chance(25) ? 0 : 50 + below(800);
    text_ += fmt::format(
        "[use_cases.warning]\nlabel = {}\nassets = [\"presses\"]\nneeds = [\"presses\", \"linked\"]\n"
        "value_per_asset_week = {}\n",
        name(), worth == 0 ? "0" : number(worth));
    if (!chance(60)) return;
    text_ += fmt::format(
        "[use_cases.helper]\nkind = \"assistive\"\nlabel = {}\ngroups = [\"crew\"]\n"
        "hours_saved_per_user_week = {}\n",
        name(), number(1));
  }

  void extras(int waves) {
    if (chance(50)) text_ += fmt::format("[hubs.central]\nlabel = {}\nhours_per_week = {}\n", name(), 1 + below(9));
    if (chance(50)) text_ += fmt::format("[trust]\nincidents_per_site_week = {}\n", number(0.02));
    if (chance(50)) text_ += "[failures]\ndetection_weeks = 2\n";
    if (chance(50)) text_ += fmt::format("[knowledge]\nreleases_per_week = {}\n", number(0.05));
    if (chance(50)) {
      text_ += fmt::format("[risks.flood]\nlabel = {}\nprobability = 0.{}\ncost = {}\n", name(), 1 + below(9),
                           number(1000 * (1 + below(200))));
    }
    if (waves > 1 && chance(50)) {
      text_ += fmt::format("[gates.next]\nlabel = {}\nweek = {}\nopens_wave = 2\nmax_cost = {}\n", name(),
                           5 + below(20), 100'000 * (1 + below(20)));
    }
  }

  std::mt19937 random_;
  std::string text_;
};

}  // namespace

std::string random_scenario(std::uint32_t seed) { return Writer(seed).scenario(); }

ScenarioFile::ScenarioFile(const std::string& text, const std::string& name) {
  std::string folder = std::filesystem::temp_directory_path() / "headrace-plan-XXXXXX";
  if (::mkdtemp(folder.data()) == nullptr) throw std::runtime_error("no folder can be made");
  folder_ = folder;
  path_ = folder + "/" + name;
  std::ofstream(path_, std::ios::binary) << text;
}

ScenarioFile::~ScenarioFile() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

}  // namespace headrace::test
