// How long a plan of many sites, or of many items of one team, takes until it could be run, and how much memory.
//
//   sites_bench table 1000 3000 10000      a table of so many sites over one template, each with an asset count, a head
//                                          count and half of them without the permit
//   sites_bench items 1000 3000 10000      so many work items of one team in chains of ten
//
// Prints one JSON object a size: seconds to read, to expand and to compile, bytes a site or item at the peak (of this
// process, so sizes should rise), and the exponent of the time against the size before.
#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "model/compile/compiled_model.hpp"
#include "model/plan/programme.hpp"
#include "model/read/read_scenario.hpp"

namespace {

using namespace headrace;
namespace fs = std::filesystem;

constexpr const char* plan =
    "[programme]\nhorizon_weeks = 104\n"
    "[teams.crew]\npeople = 2\ncost_per_person_week = 3000\n"
    "[use_cases.watch]\nassets = [\"ovens\"]\nneeds = [\"feed\"]\nvalue_per_asset_week = { p10 = 200, p50 = 400, p90 = "
    "900 }\n"
    "[templates.works.groups.makers]\nheadcount = 20\nwage_per_hour = 40\n"
    "[templates.works.assets.ovens]\ncount = 6\nconnected_share = 0.2\nneeds = [\"connect\"]\n"
    "[templates.works.integrations.feed]\nneeds = [\"link\"]\nmaintained_by = \"crew\"\nmaintenance_share_per_year = "
    "0.2\n"
    "[templates.works.items]\nsurvey = { team = \"crew\", effort_person_weeks = 2 }\n"
    "permit = { wait_weeks = { p10 = 2, p50 = 4, p90 = 12 } }\n"
    "connect = { team = \"crew\", effort_person_weeks = { median = 8, sigma = 0.4 }, after = [\"survey\", \"permit\"] "
    "}\n"
    "link = { team = \"crew\", effort_person_weeks = 6, after = [\"survey\"] }\n";

void write(const fs::path& file, const std::string& text) { std::ofstream(file, std::ios::binary) << text; }

/// A scenario of so many sites in a folder.
fs::path table_of(int sites, const fs::path& folder) {
  std::string rows = "id,label,size,wave,groups.makers.headcount,assets.ovens.count,items.permit.enabled\n";
  for (int s = 0; s < sites; ++s) {
    rows += fmt::format("site_{:05},\"Works, number {}\",{},{},{},{},{}\n", s, s, 0.5 + s % 7 * 0.25, 1 + s % 10,
                        10 + s % 40, 3 + s % 9, s % 2 == 0 ? "TRUE" : "FALSE");
  }
  write(folder / "sites.csv", rows);
  std::string text = plan;
  text.insert(text.find("[teams"), "sites_csv = \"sites.csv\"\n");
  write(folder / "plan.toml", text);
  return folder / "plan.toml";
}

/// A scenario of so many items.
fs::path items_of(int items, const fs::path& folder) {
  std::string text = std::string(plan) + "[sites.only]\n[items]\n";
  for (int i = 0; i < items; ++i) {
    const std::string after = i % 10 == 0 ? "" : fmt::format(", after = [\"step_{:06}\"]", i - 1);
    text += fmt::format("step_{:06} = {{ team = \"crew\", effort_person_weeks = {}{} }}\n", i, 1 + i % 5, after);
  }
  write(folder / "plan.toml", text);
  return folder / "plan.toml";
}

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Most memory this process ever had, in bytes.
double peak() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return 1024.0 * static_cast<double>(usage.ru_maxrss);
}

}  // namespace

int main(int argc, char** argv) {
  const bool items = argc > 1 && std::string_view(argv[1]) == "items";
  const fs::path folder = fs::temp_directory_path() / fmt::format("headrace-sites-bench-{}", ::getpid());
  fs::create_directories(folder);
  const double before = peak();
  double last_size = 0, last_seconds = 0;
  for (int a = 2; a < argc; ++a) {
    const int size = std::atoi(argv[a]);
    const fs::path file = items ? items_of(size, folder) : table_of(size, folder);

    const auto start = std::chrono::steady_clock::now();
    const ReadResult read = read_scenario(file);
    const double reading = seconds_since(start);
    Diagnostics diagnostics = read.diagnostics;
    const auto programme = read.scenario ? expand(*read.scenario, diagnostics) : std::nullopt;
    const double expanding = seconds_since(start) - reading;
    for (const Diagnostic& d : diagnostics.sorted()) std::fprintf(stderr, "%s\n", to_string(d).c_str());
    if (!programme) return 2;
    const CompiledModel model = compile(*programme, diagnostics);
    const double all = seconds_since(start);

    fmt::print(
        "{{\"what\":\"{}\",\"size\":{},\"read_seconds\":{:.3f},\"expand_seconds\":{:.3f},\"compile_seconds\":{:.3f},"
        "\"seconds\":{:.3f},\"peak_bytes_each\":{:.0f},\"exponent\":{:.2f}}}\n",
        items ? "items" : "table", size, reading, expanding, all - reading - expanding, all, (peak() - before) / size,
        last_size > 0 ? std::log(all / last_seconds) / std::log(size / last_size) : 0.0);
    last_size = size;
    last_seconds = all;
  }
  fs::remove_all(folder);
  return 0;
}
