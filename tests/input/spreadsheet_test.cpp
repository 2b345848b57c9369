// Tables of sites as spreadsheets save them: what is clear is read, what is not is asked about, and one mistake in many
// rows is one message.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "model/language/site_limit.hpp"
#include "model/read/read_scenario.hpp"
#include "model/table/table_words.hpp"
#include "tests/support/scenario_text.hpp"

namespace headrace::test {
namespace {

/// The valid scenario without its site, and with a table of sites.
std::string scenario() {
  return valid_text.substr(0, valid_text.find("[sites.ulm]")) + "[programme]\nsites_csv = \"t.csv\"\n";
}

struct Table {
  explicit Table(const std::string& text, const std::string& more = {}) {
    folder.write("t.csv", text);
    folder.write("s.toml", scenario() + more);
    result = read_scenario(folder.path() / "s.toml");
    const std::string path = folder.path().string() + "/";
    for (const Diagnostic& d : result.diagnostics.sorted()) {
      std::string line = to_string(d);
      for (std::size_t at = line.find(path); at != line.npos; at = line.find(path)) line.erase(at, path.size());
      messages.push_back(line);
    }
  }

  const SharedList<Site>& sites() const {
    static const SharedList<Site> none;
    INFO(message());
    CHECK(result.scenario.has_value());
    return result.scenario ? result.scenario->sites : none;
  }
  double size(const std::string& id = "alpha") const { return by_id(sites(), id).size.distribution.a; }
  std::string label(const std::string& id = "alpha") const { return by_id(sites(), id).label; }

  /// All messages.
  std::string message() const {
    std::string all;
    for (const std::string& one : messages) all += (all.empty() ? "" : "\n") + one;
    return all;
  }

  TemporaryFolder folder;
  ReadResult result;
  std::vector<std::string> messages;
};

bool has(const std::string& text, const std::string& part) {
  INFO(text);
  return text.find(part) != std::string::npos;
}

/// The permit of a site, which a table may switch off: does work at the site name it?
bool has_permit(const Table& table, const std::string& id) {
  const Site& site = by_id(table.sites(), id);
  return std::find(site.switched_off.begin(), site.switched_off.end(), "permit") == site.switched_off.end();
}

}  // namespace

TEST_CASE("spreadsheet: the separator is found from the names of the columns") {
  CHECK(Table("id;label;size\r\nalpha;Alpha works;1,5\r\n").size() == 1.5);
  CHECK(Table("\"id\";\"label\";\"size\"\r\n\"alpha\";\"Alpha\";\"1,5\"\r\n").size() == 1.5);
  CHECK(Table("id\tlabel\tsize\nalpha\tAlpha\t1,5\n").size() == 1.5);
  CHECK(Table("id|size\nalpha|1.5\n").size() == 1.5);
  CHECK(Table("id,size\nalpha,\"1,5\"\n").size() == 1.5);
  CHECK(Table("id;label;size\nalpha;Alpha, north;1,5\n").label() == "Alpha, north");
  const Table commas("id,label,size\nalpha,Alpha; Beta,1.5\n");
  CHECK(commas.label() == "Alpha; Beta");
  CHECK(commas.messages.empty());
}

TEST_CASE("spreadsheet: a line sep= says the separator and counts as a line") {
  CHECK(Table("sep=,\r\nid,label,size\r\nalpha,Alpha,2\r\n").size() == 2);
  CHECK(Table("SEP=;\nid;size\nalpha;2,5\n").size() == 2.5);
  CHECK(Table("\"sep=\t\"\nid\tsize\nalpha\t2\n").size() == 2);
  CHECK(has(Table("sep=,\nid,size\nalpha,big\n").message(), "t.csv:3:7: error: "));
}

TEST_CASE("spreadsheet: capitals and blanks of column names do not count and other names for id and label are known") {
  const Table table("ID, Label ,SIZE,Wage Factor,Assets.Presses.Count\nalpha,Alpha,2,0.5,7\n");
  CHECK(table.messages.empty());
  CHECK(table.size() == 2);
  CHECK(table.label() == "Alpha");
  CHECK(table.sites().front().wage_factor.distribution == exact(0.5));
  CHECK(by_id(table.sites().front().assets, "presses").count.distribution == exact(7));
  CHECK(Table("site,label,size\nalpha,Alpha,2\n").size() == 2);
  CHECK(Table("Site ID,Name,size\nalpha,Alpha,2\n").label() == "Alpha");
  CHECK(Table("id,site,size\nalpha,Alpha,2\n").label() == "Alpha");
  CHECK(has(Table("id,Siez\nalpha,2\n").message(), "t.csv:1:4: error: unknown column 'siez'"));
}

TEST_CASE("spreadsheet: rows above the names and comments and empty columns and rows are no sites") {
  CHECK(Table("Site list autumn,,\nid,label,size\nalpha,Alpha,2\n").messages.empty());
  CHECK(Table("Site list autumn,,\nid,label,size\nalpha,Alpha,2\n").sites().size() == 1);
  CHECK(Table("Site,,\nid,label,size\nalpha,Alpha,2\n").size() == 2);
  CHECK(Table("# exported 2026\nid,label,size\n# old, ones, below\nalpha,Alpha,2\n").sites().size() == 1);
  CHECK(Table("id,label,size,\nalpha,Alpha,2,\nbeta,Beta,1,\n").sites().size() == 2);
  CHECK(Table("id,label,size\nalpha,Alpha,2\n,,\n,,\n").sites().size() == 1);
  CHECK(Table("id,label,size\nalpha,Alpha,2,,,\n").sites().size() == 1);
  CHECK(has(Table("alpha,Alpha,2\nid,label,size\nbeta,Beta,1\n").message(),
            "t.csv:1:1: warning: a row above the names of the columns is not read"));
  CHECK(has(Table("id,,size\nalpha,x,2\n").message(), "t.csv:2:7: error: column 2 has no name (but it holds 'x')"));
}

TEST_CASE("spreadsheet: short rows lack what stands at their end") {
  const Table table("id,label,size,wave\nalpha,Alpha\nbeta,Beta,1.5\ngamma\n");
  CHECK(table.messages.empty());
  CHECK(table.sites().size() == 3);
  CHECK(table.size("beta") == 1.5);
  CHECK(table.size("gamma") == 1);
}

TEST_CASE("spreadsheet: yes and no in the words of three languages") {
  for (const std::string yes : {"TRUE", "true", "WAHR", "yes", "Ja", "1", "oui", "VRAI", "x", "on"}) {
    for (const std::string no : {"FALSE", "false", "FALSCH", "no", "Nein", "0", "non", "FAUX", "off"}) {
      const Table table("id,items.permit.enabled\nalpha," + yes + "\nbeta," + no + "\n");
      CHECK(has_permit(table, "alpha"));
      CHECK(!has_permit(table, "beta"));
    }
  }
  CHECK(has(Table("id,items.permit.enabled\nalpha,maybe\n").message(),
            "t.csv:2:7: error: 'maybe' is neither yes nor no ('enabled' is switched on or off). Write TRUE or FALSE"));
}

TEST_CASE("spreadsheet: numbers are read by the one reader") {
  const auto share = [](const std::string& cell) {
    const Table table("id;assets.presses.connected_share\nalpha;" + cell + "\n");
    return by_id(by_id(table.sites(), "alpha").assets, "presses").connected_share.distribution;
  };
  CHECK(share("20%") == exact(0.2));
  CHECK(share("20 %") == exact(0.2));
  CHECK(share("0,2") == exact(0.2));
  CHECK(share(".2") == exact(0.2));
  CHECK(share("{ low = 0.1, high = 0.3 }").family == Family::uniform);
  const auto count = [](const std::string& cell) {
    return by_id(by_id(Table("id;groups.operators.headcount\nalpha;" + cell + "\n").sites(), "alpha").groups,
                 "operators")
        .headcount.distribution;
  };
  CHECK(count("950") == exact(950));
  CHECK(count("1 250 500") == exact(1250500));
  CHECK(count("1'200") == exact(1200));
  CHECK(count("1.2E+03") == exact(1200));
  CHECK(Table("id,wave,size\nalpha,01,1\nbeta,2.0,1\n").sites().size() == 2);
  // What can mean two numbers is asked about, whatever the separator.
  for (const std::string unclear : {"1.200", "1,200"}) {
    const std::string asked = Table("id;groups.operators.headcount\nalpha;950\nbeta;" + unclear + "\n").message();
    CHECK(has(asked, "t.csv:3:6: error: '" + unclear + "' is not clear"));
    CHECK(has(asked, "1200"));
  }
  CHECK(has(Table("id,groups.operators.headcount\nalpha,20%\n").message(), "t.csv:2:7: error: '20%' is a share"));
  CHECK(has(Table("id,running_cost_per_week\nalpha,950 EUR\n").message(), "t.csv:2:7: error: "));
}

TEST_CASE("spreadsheet: a decimal comma without quotes is not taken in silence") {
  CHECK(
      has(Table("id,size\nalpha,1\nbeta,1,5\n").message(),
          "t.csv:3:1: error: the row has 3 cells (there are 2 columns). Put quotes around a cell that holds a comma"));
  CHECK(has(Table("id,size,wave\nalpha,1,1\nbeta,1,5\n").message(),
            "t.csv:3:8: warning: no site and no item is in waves 2 to 4 (site 'beta' is in wave 5). Number the waves "
            "1, 2, 3 .... In a table divided by commas, a decimal comma outside of quotes reads like this."));
  CHECK(Table("id,size,wave\nalpha,1,1\nbeta,1,5\n").messages.size() == 1);
  CHECK(Table("id,size,wave\nalpha,1,1\nbeta,1,2\ngamma,1,2\n").messages.empty());
  CHECK(has(Table("id,label,size\nalpha,\xE2\x80\x9C"
                  "Alpha, north\xE2\x80\x9D,1\n")
                .message(),
            "straight quotes, not curly"));
}

TEST_CASE("spreadsheet: marks for nothing count as empty and are told once") {
  const Table table("id,size,wage_factor\nalpha,n/a,-\nbeta,NULL,#N/A\ngamma,3,2\n");
  CHECK(table.size("alpha") == 1);
  CHECK(table.size("beta") == 1);
  CHECK(table.message() ==
        "t.csv:2:7: warning: 'n/a' and 3 more such cells count as empty (so the template or the default says the "
        "number). "
        "Write the number where it is another.");
  CHECK(!has(Table("id,template\nalpha,none\n").message(), "counts as an empty cell"));
}

TEST_CASE("spreadsheet: formulas and their errors are no numbers") {
  CHECK(has(Table("id,size\nalpha,=SUM(B3:B9)\n").message(),
            "t.csv:2:7: error: '=SUM(B3:B9)' is a formula (nobody computes it here). Save the sheet with values"));
  CHECK(has(Table("id,items.permit.enabled\nalpha,=A1\n").message(), "is a formula"));
  CHECK(has(Table("id,size\nalpha,#REF!\n").message(), "t.csv:2:7: error: '#REF!' is the error of a spreadsheet"));
  const Table label("id,label,size\nalpha,=1+1,1\n");
  CHECK(label.label() == "=1+1");
  CHECK(has(label.message(), "t.csv:2:7: warning: '=1+1' looks like a formula"));
}

TEST_CASE("spreadsheet: lines may end with CR alone or in turns and quoted ones keep the count") {
  CHECK(Table("id,label,size\ralpha,Alpha,1\rbeta,Beta,1.5\r").size("beta") == 1.5);
  CHECK(Table("id,label,size\r\nalpha,Alpha,1\nbeta,Beta,1.5\r\n").size("beta") == 1.5);
  CHECK(Table("id,label,size\r\nalpha,\"Alpha\r\nnorth hall\",1\r\n").label() == "Alpha\nnorth hall");
  CHECK(has(Table("id,label,size\nalpha,\"Alpha\nnorth\",1\nbeta,Beta,big\n").message(), "t.csv:4:11: error: "));
  CHECK(has(Table("id,label,size\ralpha,\"Alpha\rnorth\",1\rbeta,Beta,big\r").message(), "t.csv:4:11: error: "));
}

TEST_CASE("spreadsheet: ids are made of numbers and words and said once") {
  const Table numbers("id,label,size\n1001,Alpha,2\n1002,Beta,1\n");
  CHECK(numbers.size("site_1001") == 2);
  CHECK(numbers.label("site_1002") == "Beta");
  CHECK(numbers.message() ==
        "t.csv:2:1: warning: the ids of 2 sites are made of what the table says ('1001' is site_1001, '1002' is "
        "site_1002). To choose them, give the table a column 'id': a-z first, then a-z, 0-9, _ and -.");
  const Table words(
      "id,size\nNorth Hall,2\nS\xC3\xBC"
      "d-Werk,1\n");
  CHECK(words.size("north_hall") == 2);
  CHECK(words.label("north_hall") == "North Hall");
  CHECK(words.label("sued-werk") ==
        "S\xC3\xBC"
        "d-Werk");
  CHECK(Table("label,size\nNorth Hall,2\n").size("north_hall") == 2);
  CHECK(Table("id,label,size\n,North Hall,2\n").size("north_hall") == 2);
  CHECK(has(Table("label,size\nHall,2\nhall,1\n").message(), "t.csv:3:1: error: site 'hall' has two rows"));
  std::string many = "id,label,size\n";
  for (int i = 0; i < 300; ++i) many += std::to_string(i) + ",Shop,0.5\n";
  CHECK(Table(many).messages.size() == 1);
  CHECK(Table(many).sites().size() == 300);
}

TEST_CASE("spreadsheet: letters of ids") {
  CHECK(id_from("\xC3\x85rhus \xC3\x98st") == "arhus_ost");
  CHECK(id_from("\xC5\x81\xC3\xB3"
                "d\xC5\xBA") == "lodz");
  CHECK(id_from("  St. John's (2) ") == "st_john_s_2");
  CHECK(id_from("7-up") == "site_7-up");
  CHECK(id_from("\xE6\x9D\xB1") == "");
  CHECK(id_from("--") == "");
}

TEST_CASE("spreadsheet: a row that adds the others up is no site") {
  const Table total("id,label,groups.operators.headcount\nalpha,Alpha,20\nbeta,Beta,30\ntotal,,50\n");
  CHECK(total.sites().size() == 2);
  CHECK(total.message() ==
        "t.csv:4:1: warning: a row that adds the others up is left out (50 is the sum of groups.operators.headcount "
        "above "
        "it). Remove it.");
  for (const std::string row : {"Summe,,50", ",Grand total,50", "GESAMT,,50", ",,50", "total,,"}) {
    CHECK(Table("id,label,groups.operators.headcount\nalpha,Alpha,20\nbeta,Beta,30\n" + row + "\n").sites().size() ==
          2);
  }
  const Table subtotals("id,size\na,1\nb,2\nSubtotal,3\nc,3\nd,4\nSubtotal,7\nTotal,10\n");
  CHECK(subtotals.sites().size() == 4);
  CHECK(subtotals.messages.size() == 3);
  // It may be one, or a site.
  const Table perhaps("id,size,wave\na,1,1\nb,2,1\nc,3,2\nd,6,2\n");
  CHECK(perhaps.sites().size() == 4);
  CHECK(has(perhaps.message(), "t.csv:5:1: warning: this row may add the others up, and is read as a site"));
  CHECK(has(Table("id,size\na,1\nb,2\ntotal,7\n").message(), "called like a sum"));
  CHECK(Table("id,size\na,1\nb,2\nc,3\n").messages.empty());
}

TEST_CASE("spreadsheet: one mistake in many rows is told five times and counted") {
  std::string bad = "id,size,wage_factor\n", negative = bad;
  for (int i = 0; i < 300; ++i) {
    bad += "s" + std::to_string(i) + ",big" + std::to_string(i) + ",1\n";
    negative += "s" + std::to_string(i) + ",-" + std::to_string(i + 1) + ",1\n";
  }
  CHECK(Table(bad).messages.size() == 6);
  CHECK(
      has(Table(bad).messages.back(), "t.csv:7:4: error: and 295 more like that in line 6 (the last is in line 301)"));
  CHECK(Table(negative).messages.size() == 6);
  CHECK(has(Table(negative).messages.front(), "t.csv:2:4: error: 'size' of sites.s0 is -1"));
  CHECK(has(Table(negative).messages.back(), "and 295 more like that in line 6"));
  CHECK(Table("id,size\na,-1\nb,-2\nc,-3\n").messages.size() == 3);
  std::string twice = "id,size\n";
  for (int i = 0; i < 10; ++i) twice += "a,1\n";
  CHECK(has(Table(twice).messages.front(), "error: site 'a' has two rows"));
  CHECK(has(Table(twice).messages.back(), "and 4 more like that in line 7"));
}

TEST_CASE("spreadsheet: other files than tables of text say how to save one") {
  CHECK(Table("PK\x03\x04 xl/worksheets/sheet1.xml ...").message() ==
        "t.csv: error: this is a workbook (sites are read from a table of plain text). Save its sheet as CSV (UTF-8), "
        "and "
        "name that file.");
  CHECK(has(Table("PK\x03\x04 xl/workbook.xml").message(), "this workbook has no sheet in it"));
  CHECK(has(Table("PK\x03\x04 photo.jpg").message(), "there is no sheet in it"));
  CHECK(has(Table("\xD0\xCF\x11\xE0\xA1\xB1").message(), "workbook of an old kind"));
  CHECK(has(Table("<html><table>").message(), "this is a web page"));
  CHECK(Table("").message() ==
        "t.csv: error: the table is empty (its first row names the columns). Start it with: id,label,size");
  CHECK(has(Table("\n\n").message(), "the table is empty"));
}

TEST_CASE("spreadsheet: Unicode text as spreadsheets write it") {
  const std::u16string wide = u"\uFEFFid\tlabel\tsize\r\nalpha\tS\u00FCd \U0001F600\t1,5\r\n";
  std::string little, big;
  for (const char16_t unit : wide) {
    const char low = static_cast<char>(unit & 0xFF), high = static_cast<char>(unit >> 8);
    little += {low, high};
    big += {high, low};
  }
  CHECK(Table(little).size() == 1.5);
  CHECK(Table(big).label() ==
        "S\xC3\xBC"
        "d \xF0\x9F\x98\x80");
  CHECK(has(Table("id,label\nalpha,S\xFC"
                  "d\n")
                .message(),
            "this is not a UTF-8 text"));
}

TEST_CASE("spreadsheet: more sites than a programme has are refused before any is read") {
  std::string rows = "id,size\n";
  for (int i = 0; i <= most_sites + 200; ++i) rows += "s" + std::to_string(i) + ",bad\n";
  CHECK(Table(rows).message() ==
        "t.csv: error: there are 20201 sites (a programme has 20000 at most). Leave some out, or let one row stand for "
        "several: `size` multiplies its people and assets.");
  std::string text = scenario();
  text.erase(text.find("[programme]"));
  for (int i = 0; i <= most_sites; ++i) text += "[sites.s" + std::to_string(i) + "]\n";
  REQUIRE(messages(text).size() == 1);
  CHECK(has(messages(text).front(), "there are 20001 sites (a programme has 20000 at most)"));
  CHECK(has(about_added("[programme]\nsites = 300000\n"), "between 1 and 20000"));
}

}  // namespace headrace::test
