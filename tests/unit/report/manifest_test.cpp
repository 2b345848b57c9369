// What a command's files say of each other.
#include "report/disk/manifest.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "model/text/sha256.hpp"
#include "report/program/run_id.hpp"
#include "report/words/json_text.hpp"

namespace headrace::test {
namespace {

const std::string id(64, 'a');

NamedText json(const std::string& name) {
  Json document = opening_of("headrace-results");
  document["trials"] = 8;
  return {name, json_text(document)};
}

}  // namespace

TEST_CASE("manifest: a file that lists others comes after them and lists all in its folder and below") {
  const auto files = with_manifests({json("comparison.json"),
                                     {"comparison.csv", "a\n"},
                                     json("ten/results.json"),
                                     {"ten/weekly.csv", "b\n"},
                                     json("one/results.json"),
                                     {"one/weekly.csv", "c\n"}},
                                    id);
  std::vector<std::string> order;
  for (const NamedText& file : files) order.push_back(file.first);
  CHECK(order == std::vector<std::string>{"comparison.csv", "ten/weekly.csv", "one/weekly.csv", "ten/results.json",
                                          "one/results.json", "comparison.json"});
  // Plain files stay as they are.
  CHECK(files[0].second == "a\n");

  const Json top = Json::parse(files.back().second), one = Json::parse(files[4].second);
  CHECK(top["run_id"] == id);
  CHECK(one["run_id"] == id);
  REQUIRE(top["files"].size() == 6);
  REQUIRE(one["files"].size() == 2);
  CHECK(one["files"][0]["name"] == "results.json");
  CHECK(one["files"][1] == Json{{"name", "weekly.csv"}, {"sha256", sha256("c\n")}});
  CHECK(top["files"][0]["name"] == "comparison.json");
  for (std::size_t k = 1; k < 6; ++k) {
    const auto file = std::find_if(files.begin(), files.end(), [&](const NamedText& f) {
      return f.first == top["files"][k]["name"].get<std::string>();
    });
    REQUIRE(file != files.end());
    CHECK(top["files"][k]["sha256"] == sha256(file->second));
  }
}

TEST_CASE("manifest: the keys stand behind the opening and a file's own sum is that of its text with zeros there") {
  const NamedText plain = json("results.json");
  const std::string text = with_manifests({plain}, id).front().second;
  std::vector<std::string> keys;
  const Json document = Json::parse(text);
  for (const auto& [key, value] : document.items()) keys.push_back(key);
  CHECK(keys == std::vector<std::string>{"schema", "schema_version", "headrace_version", "run_id", "files", "trials"});
  CHECK(document["trials"] == 8);

  const std::string sum = document["files"][0]["sha256"];
  std::string zeros = text;
  zeros.replace(zeros.find(sum), 64, std::string(64, '0'));
  CHECK(sha256(zeros) == sum);
  CHECK(own_sum(text, sum) == sum);
  std::string changed = text;
  changed.replace(changed.find(": 8"), 3, ": 9");
  CHECK(own_sum(changed, sum) != sum);
  // Without the two keys it is the same text as before.
  CHECK(text.ends_with(plain.second.substr(plain.second.find("  \"trials\""))));
}

TEST_CASE("manifest: whatever decides a run is in its id") {
  const RunInputs inputs{"run", 8, 1, {"a", "b"}};
  CHECK(run_id(inputs) == run_id(RunInputs{"run", 8, 1, {"a", "b"}}));
  for (const RunInputs& other :
       {RunInputs{"unlock", 8, 1, {"a", "b"}}, RunInputs{"run", 9, 1, {"a", "b"}}, RunInputs{"run", 8, 2, {"a", "b"}},
        RunInputs{"run", 8, 1, {"b", "a"}}, RunInputs{"run", 8, 1, {"a"}}, RunInputs{"run", 8, 1, {"a", "b", ""}}}) {
    CHECK(run_id(inputs) != run_id(other));
  }
}

}  // namespace headrace::test
