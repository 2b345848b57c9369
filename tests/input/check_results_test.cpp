// A folder of results tells whether it is whole and of one run.
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "tests/support/faulty_disk.hpp"
#include "tests/support/program.hpp"
#include "tests/support/scenario_text.hpp"

namespace headrace::test {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

bool contains(const std::string& text, const std::string& part) { return text.find(part) != text.npos; }

/// A plan, a variant of it, and a folder for results.
struct Desk {
  TemporaryFolder folder;
  Desk() {
    folder.write("ten.toml", valid_text);
    folder.write("more.toml", "base = \"ten.toml\"\n[teams.ot]\npeople = 5\n");
  }
  Outcome call(const std::vector<std::string>& words) const { return headrace(words, folder.path().string()); }
  /// Runs a command into a folder and gives what is in it.
  Tree results(std::vector<std::string> words, const std::string& out) const {
    words.insert(words.end(), {"--out", out});
    const Outcome end = call(words);
    CAPTURE(end.err);
    REQUIRE(end.exit_code == 0);
    return tree_of(folder.path() / out);
  }
  Outcome check(const std::string& out) const { return call({"check-results", out}); }
  Outcome check(const Tree& tree) const {
    put_tree(folder.path() / "changed", tree);
    return check("changed");
  }
  std::string run_id(const std::vector<std::string>& words, const std::string& file = "results.json") const {
    fs::remove_all(folder.path() / "id");
    return Json::parse(results(words, "id").at(file))["run_id"].get<std::string>();
  }
};

const std::vector<std::string> run = {"run", "ten.toml", "--trials", "8"};

std::vector<std::string> with(std::vector<std::string> words, const std::vector<std::string>& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

}  // namespace

TEST_CASE("check results: whatever a command wrote passes, with its folders") {
  const Desk desk;
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{run,
                                             {"run", "ten.toml", "more.toml", "./ten.toml", "--trials", "8"},
                                             {"compare", "ten.toml", "more.toml", "--trials", "8"},
                                             {"compare", "ten.toml", "more.toml", "--explain", "--trials", "8"},
                                             {"unlock", "ten.toml", "--trials", "8"},
                                             {"mechanisms", "ten.toml", "--trials", "8"},
                                             {"drivers", "ten.toml", "--trials", "100"},
                                             {"search", "ten.toml", "--budget", "100", "--unpriced", "--trials", "8"},
                                             {"validate", "--trials", "1000"}}) {
    CAPTURE(words.front());
    fs::remove_all(desk.folder.path() / "out");
    const Tree tree = desk.results(words, "out");
    const Outcome end = desk.check("out");
    CHECK(end.exit_code == 0);
    CHECK(end.err.empty());
    CHECK(contains(end.out, "out: " + std::to_string(tree.size()) + " files of one run, none missing, none changed"));

    // One run id in every JSON file.
    std::string id;
    for (const auto& [name, text] : tree) {
      if (!name.ends_with(".json")) continue;
      const Json json = Json::parse(text);
      CHECK(json["run_id"].get<std::string>().size() == 64);
      CHECK(json["seed"] == 1);
      if (id.empty()) id = json["run_id"];
      CHECK(json["run_id"] == id);
    }
    CHECK_FALSE(id.empty());
  }
  // A folder of several scenarios can go its own way.
  desk.results({"run", "ten.toml", "more.toml", "--trials", "8"}, "several");
  CHECK(desk.check("several/more").exit_code == 0);
}

TEST_CASE("check results: every file that is gone or changed or cut is named") {
  const Desk desk;
  const Tree tree = desk.results(run, "out");
  for (const auto& [name, text] : tree) {
    CAPTURE(name);
    Tree one = tree;
    one.erase(name);
    const Outcome gone = desk.check(one);
    CHECK(gone.exit_code == 2);
    CHECK(gone.out.empty());
    if (name != "results.json")
      CHECK(contains(gone.err, "changed/" + name + ": error: it is missing (results.json lists it)"));

    // One byte in the middle, and half of it.
    one = tree;
    one[name][text.size() / 2] = one[name][text.size() / 2] == '1' ? '2' : '1';
    const Outcome changed = desk.check(one);
    CHECK(changed.exit_code == 2);
    CHECK(contains(changed.err, "changed/" + name + ": error: "));
    one[name] = text.substr(0, text.size() / 2);
    const Outcome cut = desk.check(one);
    CHECK(cut.exit_code == 2);
    CHECK(contains(cut.err, "changed/" + name + ": error: "));
  }
  // A number in the file that lists the others, and nothing else.
  Tree one = tree;
  std::string& text = one["results.json"];
  text.replace(text.find("\"trials\": 8"), 11, "\"trials\": 9");
  const Outcome changed = desk.check(one);
  CHECK(changed.exit_code == 2);
  CHECK(contains(changed.err, "results.json: error: it is not as it was written"));
  CHECK(std::count(changed.err.begin(), changed.err.end(), '\n') == 1);
}

TEST_CASE("check results: two runs in one folder are told, whichever file is of the other") {
  const Desk desk;
  const Tree one = desk.results(run, "one"), two = desk.results(with(run, {"--seed", "2"}), "two");
  int alike = 0;
  for (const auto& [name, text] : two) {
    CAPTURE(name);
    Tree mixed = one;
    mixed[name] = text;
    const bool same = text == one.at(name);
    alike += same ? 1 : 0;
    CHECK(desk.check(mixed).exit_code == (same ? 0 : 2));
  }
  CHECK(alike < 5);

  // Of a comparison one scenario's results are of another run.
  const std::vector<std::string> compare = {"compare", "ten.toml", "more.toml", "--trials", "8"};
  Tree pair = desk.results(compare, "pair");
  pair["more/results.json"] = desk.results(with(compare, {"--seed", "2"}), "other").at("more/results.json");
  const Outcome told = desk.check(pair);
  CHECK(told.exit_code == 2);
  CHECK(contains(told.err, "more/results.json: error: it is of another run (run "));
  CHECK(contains(told.err, ", seed 2, 8 futures; comparison.json is of run "));
}

TEST_CASE("check results: what is left over is told and other people's files are not") {
  const Desk desk;
  // Explained first, then not: its table is left.
  const std::vector<std::string> compare = {"compare", "ten.toml", "more.toml", "--trials", "8"};
  desk.results(with(compare, {"--explain"}), "out");
  desk.results(compare, "out");
  const Outcome left = desk.check("out");
  CHECK(left.exit_code == 2);
  CHECK(left.err == "out/explanations.csv: error: it is left over (comparison.json does not list it). Remove it\n");
  fs::remove(desk.folder.path() / "out/explanations.csv");
  desk.folder.write("out/notes.txt", "mine");
  desk.folder.write("out/settings.json", "{\"mine\": true}");
  CHECK(desk.check("out").exit_code == 0);
  desk.folder.write("out/.headrace-12-0123456789abcdef-1.part", "");
  CHECK(contains(desk.check("out").err, ".part: error: it is unfinished"));

  // Two commands in one folder.
  desk.results(run, "both");
  desk.results({"unlock", "ten.toml", "--trials", "8"}, "both");
  const Outcome both = desk.check("both");
  CHECK(both.exit_code == 2);
  CHECK(contains(both.err, "both/unlock.json: error: it is of another run ("));
}

TEST_CASE("check results: what holds no results is refused in words") {
  const Desk desk;
  fs::create_directory(desk.folder.path() / "empty");
  CHECK(desk.check("empty").err ==
        "empty: error: it holds no results (there is no JSON file with a run id in it). Name the folder that --out "
        "named\n");
  CHECK(desk.check("empty").exit_code == 2);
  CHECK(contains(desk.check("nowhere").err, "nowhere: error: no folder (there is none of that name)"));
  CHECK(contains(desk.check("ten.toml").err, "ten.toml: error: no folder (it is a file)"));
  CHECK(desk.call({"check-results"}).exit_code == 2);
  // A list that leads out of the folder is not followed.
  Tree tree = desk.results(run, "out");
  std::string& text = tree["results.json"];
  text.replace(text.find("\"weekly.csv\""), 12, "\"../a.csv\"");
  CHECK(contains(desk.check(tree).err, "a file that it lists is not in this folder"));
}

TEST_CASE("check results: the run id tells runs apart and nothing else") {
  const Desk desk;
  const std::string id = desk.run_id(run);
  CHECK(id == desk.run_id(run));
  CHECK(id == desk.run_id(with(run, {"--threads", "1"})));
  CHECK(id == desk.run_id(with(run, {"--threads", "3", "--isa", "baseline"})));
  // The same plan in other words, another order, with remarks, and under another name.
  desk.folder.write("same.toml",
                    "# A remark.\n[sites.ulm]\nwave = 1.0\n" + valid_text.substr(0, valid_text.find("[sites.ulm]")));
  CHECK(id == desk.run_id({"run", "same.toml", "--trials", "8"}));
  desk.folder.write("five.toml", "base = \"ten.toml\"\n[teams.ot]\npeople = 3\n");
  CHECK(id == desk.run_id({"run", "five.toml", "--trials", "8"}));
  CHECK(id == desk.run_id(with(run, {"--set", "teams.ot.people=3"})));
  CHECK(desk.run_id({"run", "more.toml", "--trials", "8"}) == desk.run_id(with(run, {"--set", "teams.ot.people=5"})));

  CHECK(id != desk.run_id(with(run, {"--seed", "2"})));
  CHECK(id != desk.run_id({"run", "ten.toml", "--trials", "9"}));
  CHECK(id != desk.run_id(with(run, {"--set", "teams.ot.people=4"})));
  CHECK(id != desk.run_id({"run", "more.toml", "--trials", "8"}));
  CHECK(id != desk.run_id({"unlock", "ten.toml", "--trials", "8"}, "unlock.json"));
  CHECK(desk.run_id({"search", "ten.toml", "--budget", "1", "--unpriced", "--trials", "8"}, "search.json") !=
        desk.run_id({"search", "ten.toml", "--budget", "2", "--unpriced", "--trials", "8"}, "search.json"));

  // A table of sites is a part of the plan.
  const std::string sites = "base = \"ten.toml\"\n[programme]\nsites_csv = \"sites.csv\"\n";
  desk.folder.write("table.toml", sites);
  desk.folder.write("sites.csv", "id,wave\nneu,2\n");
  const std::string two = desk.run_id({"run", "table.toml", "--trials", "8"});
  CHECK(two != id);
  desk.folder.write("sites.csv", "id,wave\nneu,3\n");
  CHECK(two != desk.run_id({"run", "table.toml", "--trials", "8"}));
}

}  // namespace headrace::test
