// Sites from a comma-separated table beside the scenario: as if each row stood in the file, which stands over it.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "model/language/key.hpp"
#include "model/read/read_scenario.hpp"
#include "model/text/csv_table.hpp"
#include "tests/support/scenario_text.hpp"

namespace headrace::test {
namespace {

/// The valid scenario with a table of sites.
std::string scenario() { return valid_text + "[programme]\nsites_csv = \"plants.csv\"\n"; }

struct Folder {
  explicit Folder(const std::string& table, const std::string& text = scenario()) {
    folder.write("plants.csv", table);
    folder.write("s.toml", text);
  }
  ReadResult read(const std::string& name = "s.toml", const std::vector<std::string>& overrides = {}) const {
    return read_scenario(folder.path() / name, overrides);
  }
  /// Messages without the folder.
  std::string messages() const {
    std::string all;
    for (const Diagnostic& d : read().diagnostics.sorted()) {
      std::string line = to_string(d);
      const std::string path = folder.path().string() + "/";
      for (std::size_t at = line.find(path); at != line.npos; at = line.find(path)) line.erase(at, path.size());
      all += line + "\n";
    }
    return all;
  }
  TemporaryFolder folder;
};

Scenario good(const ReadResult& result) {
  for (const Diagnostic& d : result.diagnostics.sorted()) MESSAGE(to_string(d));
  REQUIRE(result.scenario.has_value());
  return *result.scenario;
}

bool has(const std::string& text, const std::string& part) {
  INFO(text);
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("sites csv: rows are sites, empty cells are absent, quotes, a byte-order mark and CRLF are fine") {
  const Folder folder(
      "\xEF\xBB\xBFid,label,wave,rank,template,size,assets.presses.count,source\r\n"
      "torun,\"Toru\xC5\x84, Zak\xC5\x82"
      "ad \"\"2\"\"\",2,1,plant,1.5,\"{ low = 4, mode = 6, high = 9 }\",head office\r\n"
      "\r\n"
      "lodz,Lodz West,,,,,,\r\n");
  const Scenario s = good(folder.read());
  REQUIRE(s.sites.size() == 3);
  const Site& torun = by_id(s.sites, "torun");
  CHECK(torun.label ==
        "Toru\xC5\x84, Zak\xC5\x82"
        "ad \"2\"");
  CHECK(torun.wave == 2);
  CHECK(torun.rank == 1);
  CHECK(torun.size.distribution == exact(1.5));
  CHECK(torun.size.source == "head office");
  CHECK(by_id(torun.assets, "presses").count.distribution == Distribution{Family::pert, 4, 6, 9});
  CHECK(torun.size.where.line == 2);
  const Site& lodz = by_id(s.sites, "lodz");
  CHECK(lodz.label == "Lodz West");
  CHECK(lodz.wave == 1);
  CHECK(by_id(lodz.assets, "presses").count.distribution == exact(12));
  CHECK(s.files.size() == 2);
}

TEST_CASE("sites csv: the file stands over the table, key by key") {
  const Folder folder("id,size,wave,assets.presses.count\nulm,2,3,7\n",
                      scenario() + "[sites.ulm.assets.presses]\ncount = 8\n");
  const Site ulm = good(folder.read()).sites.at(0);
  CHECK(ulm.wave == 1);
  CHECK(ulm.size.distribution == exact(2));
  CHECK(by_id(ulm.assets, "presses").count.distribution == exact(8));
}

TEST_CASE("sites csv: variants lay their own table and their own words over the base's") {
  const Folder folder("id,size\ngraz,2\nlodz,3\n");
  folder.folder.write("more.csv", "id,size,wave\ngraz,5,1\nturin,6,1\n");
  folder.folder.write("v.toml", "base = \"s.toml\"\n[programme]\nsites_csv = \"more.csv\"\n[sites.lodz]\nsize = 4\n");
  const Scenario s = good(folder.read("v.toml"));
  CHECK(s.sites.size() == 4);
  CHECK(by_id(s.sites, "graz").size.distribution == exact(5));
  CHECK(by_id(s.sites, "lodz").size.distribution == exact(4));
  CHECK(by_id(s.sites, "turin").size.distribution == exact(6));
  CHECK(good(folder.read("s.toml", {"sites.graz.size=9"})).sites.at(0).size.distribution == exact(9));
  const Scenario set = good(folder.read("s.toml", {"programme.sites_csv=more.csv"}));
  CHECK(set.sites.size() == 4);
  const auto own = [&](const char* name) { return (folder.folder.path() / name).string(); };
  CHECK(set.files == std::vector<std::string>{own("s.toml"), own("plants.csv"), own("more.csv")});
}

TEST_CASE("sites csv: mistakes carry the table's lines and columns") {
  CHECK(Folder("id,siez\ngraz,1\nlodz,2\n").messages() ==
        "plants.csv:1:4: error: unknown column 'siez' (a site has no 'siez' there). Did you mean 'size'?\n");
  CHECK(has(Folder("id,size\ngraz,big\n").messages(), "plants.csv:2:6: error: 'big' is no number (it has no digits)"));
  CHECK(has(Folder("id,size\ngraz,-1\n").messages(), "plants.csv:2:6: error: 'size' of sites.graz is -1"));
  CHECK(has(Folder("id,size\ngraz,\"{ low = 2, high = 1 }\"\n").messages(),
            "plants.csv:2:7: error: 'size' of sites.graz"));
  CHECK(has(Folder("id,size\ngraz,\"1,200\"\n").messages(),
            "plants.csv:2:7: error: '1,200' is not clear (is this 1200?). Write 1200 or 1.2."));
  CHECK(has(Folder("id,size\ngraz,1,2\n").messages(), "plants.csv:2:1: error: the row has 3 cells"));
  CHECK(has(Folder("id,label\ngraz,a,b\n").messages(), "Put quotes around a cell that holds a comma"));
  CHECK(has(Folder("id,size\n***,1\n").messages(), "plants.csv:2:1: error: no id can be made of '***'"));
  CHECK(has(Folder("id,size\ngraz,1\ngraz,2\n").messages(), "plants.csv:3:1: error: site 'graz' has two rows"));
  CHECK(has(Folder("id,size\n,1\n").messages(), "plants.csv:2:1: error: the row has no id"));
  CHECK(has(Folder("id,size,size\ngraz,1,1\n").messages(), "plants.csv:1:9: error: the table has two columns 'size'"));
  CHECK(has(Folder("wave,size\n1,1\n").messages(), "plants.csv:1:1: error: the table has no column 'id'"));
  CHECK(has(Folder("id,assets.presses\ngraz,1\n").messages(), "is no single value"));
  CHECK(has(Folder("id,label\ngraz,\"a\n").messages(), "plants.csv:2:7: error: a quote is not closed"));
  CHECK(has(Folder("id,label\ngraz,\"a\"b\n").messages(), "text follows a closing quote"));
  CHECK(has(Folder("id,template\ngraz,plnat\n").messages(), "plants.csv:2:6: error: unknown template 'plnat'"));
  CHECK(has(Folder("id,source\ngraz,OVR99\n").messages(), "plants.csv:2:6: error: 'source' of sites.graz names"));
  CHECK(has(Folder("x", valid_text + "[programme]\nsites_csv = \"none.csv\"\n").messages(),
            "s.toml:20:13: error: no file"));
}

TEST_CASE("sites csv: numbers of other countries are read or asked about") {
  const auto size = [](const std::string& cell) {
    return good(Folder("id,size\ngraz," + cell + "\n").read()).sites.at(0).size.distribution;
  };
  CHECK(size("\"1,5\"") == exact(1.5));
  CHECK(size(".5") == exact(0.5));
  CHECK(size("1.2E+00") == exact(1.2));
  CHECK(size("+0.9") == exact(0.9));
  const auto headcount = [](const std::string& cell) {
    return Folder("id,groups.makers.headcount\ngraz," + cell + "\n",
                  scenario() + "[templates.plant.groups.makers]\nheadcount = 20\n");
  };
  for (const char* cell : {"1 200", "1'200", "1200", "1.2k", "1_200"}) {
    const Site graz = good(headcount(cell).read()).sites.at(0);
    CHECK(by_id(graz.groups, "makers").headcount.distribution == exact(1200));
  }
  CHECK(has(headcount("1.200").messages(),
            "plants.csv:2:6: error: '1.200' is not clear (is this 1200?). Write 1200 or 1.2."));
  CHECK(has(headcount("40%").messages(), "plants.csv:2:6: error: '40%' is a share (it must be a number of people)"));
  CHECK(has(headcount("950 EUR").messages(), "Write 950."));
  CHECK(has(Folder("id,wave\ngraz,1.5\n").messages(), "it must be a whole number"));
  CHECK(good(Folder("id,wave\ngraz,01\n").read()).sites.at(0).wave == 1);
  CHECK(good(Folder("id,wave\ngraz,1.0\n").read()).sites.at(0).wave == 1);
}

TEST_CASE("csv: cells and places") {
  Diagnostics found;
  const CsvTable table = parse_csv("a,\"b\nc\",\n\"\"\"d\"\"\",\xC3\xA9,f", {}, "t.csv", found);
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[0][1].text == "b\nc");
  CHECK(table.rows[0][2].text.empty());
  CHECK(table.rows[1][0].text == "\"d\"");
  CHECK(table.rows[1][2].line == 3);
  CHECK(table.rows[1][2].column == 11);
  CHECK(parse_csv("", {}, "t.csv", found).rows.empty());
  CHECK(found.empty());
}

TEST_CASE("csv: rows beyond the most are counted and not kept") {
  Diagnostics found;
  const CsvTable table = parse_csv("a\nb\n\n\"c\nc\"\nd\n", {',', 1, 2}, "t.csv", found);
  CHECK(table.rows.size() == 2);
  CHECK(table.further_rows == 2);
}

TEST_CASE("csv: lines end with CR or LF or both and count alike") {
  for (const std::string end : {"\n", "\r", "\r\n"}) {
    Diagnostics found;
    const CsvTable table = parse_csv("a;b" + end + "\"c" + end + "d\";e" + end + end + "f;g", {';'}, "t.csv", found);
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[1][0].text == "c\nd");
    CHECK(table.rows[1][1].line == 3);
    CHECK(table.rows[2][1].line == 5);
    CHECK(table.rows[2][1].column == 3);
  }
}

}  // namespace headrace::test
