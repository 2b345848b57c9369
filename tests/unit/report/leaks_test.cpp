// Where the value goes, on screen and in files.
#include <doctest/doctest.h>

#include <set>
#include <sstream>
#include <string>

#include "report/tables/leak_files.hpp"
#include "report/words/leak_words.hpp"
#include "tests/support/sample_run.hpp"

namespace headrace::test {

TEST_CASE("leaks report: every cause has a name and words of its own") {
  const SampleRun run = sample_run(1);
  std::set<std::string> names, words, labels, reasons;
  for (int c = 0; c < leak_count(run.model); ++c) {
    names.insert(leak_name(run.programme, c));
    words.insert(leak_words(run.programme, c));
    labels.insert(leak_label(run.programme, c));
    reasons.insert(leak_reason(run.programme, c));
    CHECK(leak_words(run.programme, c).size() <= 44);
    CHECK(leak_label(run.programme, c).size() <= 22);
  }
  const auto all = static_cast<std::size_t>(leak_count(run.model));
  for (const auto* set : {&names, &words, &labels, &reasons}) {
    CHECK(set->size() == all);
    CHECK_FALSE(set->contains(""));
  }
  CHECK(leak_name(run.programme, static_cast<int>(LeakCause::wave)) == "wave");
  CHECK(leak_name(run.programme, static_cast<int>(LeakCause::delay)) == "delay");
  CHECK(leak_name(run.programme, kFixedLeaks) == "team/ot");
  CHECK(leak_words(run.programme, kFixedLeaks) == "Work waits for OT engineers");
}

TEST_CASE("leaks report: JSON by cause and site and year") {
  const SampleRun run = sample_run(2);
  const Json json = leaks_json(run.view());
  CHECK(json["potential"] == 10e6);
  CHECK(json["realised"] == 5e6);
  CHECK(json["causes"].size() == static_cast<std::size_t>(leak_count(run.model)));
  CHECK(json["causes"]["not_reached"]["mean"] == 2.5e6);
  CHECK(json["causes"]["not_reached"]["se"] == 0);
  CHECK(json["causes"]["team/ot"]["mean"] == 0.5e6);
  CHECK(json["by_year"].size() == 3);
  CHECK(json["by_year"][2]["year"] == 3);
  CHECK(json["by_year"][0]["potential"].get<double>() == doctest::Approx(10e6 / 3));
  CHECK(json["by_site"].size() == 2);
  const Json& site = json["by_site"]["site-2"];
  CHECK(site["causes"]["wave"].get<double>() == doctest::Approx(1e6));
  CHECK(site["by_year"].size() == 3);
  CHECK(site["by_year"][1]["realised"].get<double>() == doctest::Approx(2.5e6 / 3));
}

TEST_CASE("leaks report: the largest causes are shown with their share of potential") {
  SampleRun run = sample_run(2);
  CHECK(leaks_table(run.view()) ==
        "Where the value goes                         USD   ± 95%  of potential\n"
        "Potential, if nothing held anything back  10.00m  ±1.96m          100%\n"
        "Realised                                   5.00m      ±0           50%\n"
        "People who have not tried it               2.50m      ±0           25%\n"
        "Planned for later                          2.00m      ±0           20%\n"
        "Work waits for OT engineers                0.50m      ±0            5%\n");
  run.results.leaks.potential.mean = 0;
  CHECK(leaks_table(run.view()).empty());
}

TEST_CASE("leaks report: what is shown adds up and what rounds to nothing is left out") {
  SampleRun run = sample_run(2);
  LeakResults& leaks = run.results.leaks;
  double sum = 0;
  for (std::size_t c = 0; c < leaks.causes.size(); ++c) {
    // Thirteen causes of 144,400 and one that does not show.
    leaks.causes[c] = summary_of({c < 13 ? 144.4e3f : c == 13 ? 400.0f : 0});
    sum += leaks.causes[c].mean;
  }
  leaks.realised = summary_of({1.2344e6f});
  leaks.potential = summary_of({static_cast<float>(sum + 1.2344e6)});
  const std::string text = leaks_table(run.view());
  CAPTURE(text);
  CHECK(text.find("3 smaller causes") == std::string::npos);
  CHECK(text.find("4 smaller causes (see --out)") != std::string::npos);

  // The numbers of the rows, in hundredths of a million and in hundredths of the potential.
  std::istringstream lines(text);
  std::string line;
  std::getline(lines, line);
  double total = 0, parts = 0, shares = 0;
  for (bool first = true; std::getline(lines, line); first = false) {
    const std::size_t end = line.find('m', 40), begin = line.rfind(' ', end) + 1;
    const double amount = std::stod(line.substr(begin, end - begin));
    CHECK(amount != 0);
    first ? total = amount : parts += amount;
    if (!first) shares += std::stod(line.substr(line.rfind(' ') + 1));
  }
  CHECK(total == doctest::Approx(3.11));
  CHECK(parts == doctest::Approx(total));
  CHECK(shares == doctest::Approx(100));
}

}  // namespace headrace::test
