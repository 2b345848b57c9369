// Every source that names rows of the evidence table names rows that are there.
#include "model/language/evidence.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <string>

#include "model/language/language.hpp"
#include "model/read/read_scenario.hpp"
#include "tests/support/scenario_text.hpp"
#include "tests/support/source_path.hpp"

namespace headrace::test {
namespace {

using Ids = std::vector<std::string>;

/// Evidence texts of the key tables that are neither empty, "assumption", nor rows of the table.
void collect_unknown(const Table& table, const std::string& path, int& checked, Ids& unknown) {
  const std::set<std::string> known(evidence_ids().begin(), evidence_ids().end());
  for (const Key& key : table.keys) {
    const std::string& evidence = key.type.evidence;
    if (evidence.empty() || evidence.starts_with("assumption")) continue;
    const Ids named = named_evidence(evidence);
    bool good = !named.empty();
    for (const std::string& id : named) good = good && known.contains(id);
    if (!good) unknown.push_back(path + "." + key.name + ": " + evidence);
    ++checked;
  }
  for (const Table& inner : table.tables) collect_unknown(inner, path + "." + inner.name, checked, unknown);
}

}  // namespace

TEST_CASE("evidence: a source that says only that there is none is an assumption") {
  for (const char* none : {"assumption", "Assumption", " assumption. ", "an assumption", "our best guess", "guess",
                           "estimate", "rough estimate", "TBD", "tbc", "n/a", "?", "-", "none", "assumed (TODO)"}) {
    CHECK_MESSAGE(is_assumption(none), none);
  }
  for (const char* some : {"", "OVR01", "OVR01, OVR02", "questionnaire", "estimate of the works controllers",
                           "assumption of the 2026 budget", "meter readings", "guess by J. Weber", "Q3 estimate",
                           "Schätzung", "interview, plant manager"}) {
    CHECK_FALSE_MESSAGE(is_assumption(some), some);
  }
}

TEST_CASE("evidence: the program holds the ids of the table that ships, in its order") {
  std::ifstream file(source_path("data/evidence.csv"));
  Ids ids;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) ids.push_back(line.substr(0, line.find(',')));
  CHECK(ids.size() > 100);
  CHECK(evidence_ids() == ids);
  CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
}

TEST_CASE("evidence: defaults of the language rest on rows that exist") {
  int checked = 0;
  Ids unknown;
  collect_unknown(language(), "", checked, unknown);
  CHECK(checked > 20);
  CHECK(unknown == Ids{});
}

TEST_CASE("evidence: shipped scenarios pass") {
  int scenarios = 0;
  for (const auto& entry : std::filesystem::directory_iterator(source_path("scenarios"))) {
    if (entry.path().extension() != ".toml") continue;
    ++scenarios;
    for (const Diagnostic& d : read_scenario(entry.path()).diagnostics.sorted()) {
      CHECK_MESSAGE(d.problem.find("evidence") == std::string::npos, to_string(d));
    }
  }
  CHECK(scenarios >= 4);
}

TEST_CASE("evidence: what consists wholly of ids is checked, free words are not") {
  CHECK(named_evidence("OVR01") == Ids{"OVR01"});
  CHECK(named_evidence("OVR01, INT04") == Ids{"OVR01", "INT04"});
  CHECK(named_evidence("OT01,OT03") == Ids{"OT01", "OT03"});
  for (const char* words : {"", "assumption", "OVR01 and INT04", "OVR01, own counts", "OVR1", "OVR001", "A01",
                            "ABCDE01", "ovr01", "OVR01,", "stop reports 2023"}) {
    CAPTURE(words);
    CHECK(named_evidence(words).empty());
  }
}

TEST_CASE("evidence: an unknown row is an error where it is named") {
  CHECK(message(valid_text + "running_cost_per_week = { low = 1, high = 2, source = \"OVR01, ORV02\" }") ==
        "s.toml:19:55: error: 'source' of 'running_cost_per_week' of sites.ulm names unknown evidence 'ORV02' "
        "(data/evidence.csv has no such row). Did you mean 'OVR02'?");
  CHECK(message(valid_text + "source = \"ZZZZ77\"").starts_with("s.toml:19:10: error: 'source' of sites.ulm names"));
  CHECK(messages(valid_text + "source = \"OVR01, OVR02\"").empty());
  CHECK(messages(valid_text + "source = \"assumption\"").empty());
  CHECK(messages(valid_text + "source = \"OVR99 as told by the plant\"").empty());
}

}  // namespace headrace::test
