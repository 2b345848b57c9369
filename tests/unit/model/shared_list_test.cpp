// Lists whose copies share elements are values like vectors: a change is seen by its owner alone.
#include "model/text/shared_list.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "model/read/read_scenario.hpp"
#include "model/text/document.hpp"
#include "model/text/shared_text.hpp"
#include "tests/support/scenario_text.hpp"

namespace headrace::test {
namespace {

using Words = SharedList<std::string>;

std::string joined(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += word + " ";
  return text;
}

}  // namespace

TEST_CASE("shared list: a copy shares its elements until one of the two changes them") {
  Words a = {"one", "two", "three"};
  const Words b = a;
  CHECK(&std::as_const(a)[1] == &b[1]);
  a[1] = "second";
  CHECK(joined(a) == "one second three ");
  CHECK(joined(b) == "one two three ");
  CHECK(&std::as_const(a)[0] == &b[0]);
  CHECK(&std::as_const(a)[1] != &b[1]);
}

TEST_CASE("shared list: every way to change one leaves copies alone") {
  const Words original = {"c", "a", "b"};
  Words list = original;
  for (std::string& word : list) word += "!";
  std::sort(list.begin(), list.end());
  CHECK(joined(list) == "a! b! c! ");
  list.insert(1, "x");
  list.replace(0, "y");
  list.erase_if([](const std::string& word) { return word == "c!"; });
  list.push_back("z");
  list.back() += "z";
  CHECK(joined(list) == "y x b! zz ");
  Words other = list;
  other.erase(0);
  other.front() = "w";
  CHECK(joined(list) == "y x b! zz ");
  CHECK(joined(other) == "w b! zz ");
  CHECK(joined(original) == "c a b ");
  other.clear();
  CHECK(other.empty());
}

TEST_CASE("shared list: what one owner alone has is changed in its place") {
  Words list = {"one"};
  const std::string* before = &std::as_const(list)[0];
  list[0] = "two";
  CHECK(&std::as_const(list)[0] == before);
}

TEST_CASE("shared text: equal and ordered as its text") {
  const SharedText a("plan.toml"), b(std::string("plan.toml")), none;
  CHECK(a == b);
  CHECK(a < SharedText("plant.toml"));
  CHECK(none.empty());
  CHECK(none.text() == "");
  CHECK(Location{a, 1, 2} == Location{b, 1, 2});
}

TEST_CASE("shared list: a document's copy keeps what the other changes") {
  Value table;
  put(table, {"inner", {}, {}});
  put(*find(table, "inner"), {"key", {}, {}});
  const Value copy = table;
  find(*find(table, "inner"), "key")->number = 5;
  CHECK(find(*find(copy, "inner"), "key")->number == 0);
  CHECK(find(*find(std::as_const(table), "inner"), "key")->number == 5);
}

TEST_CASE("shared list: sites share what their template says, and hold the rest") {
  const Scenario s = scenario_of(
      valid_text + "[sites.graz.assets.presses]\ncount = 5\n[sites.linz.items.survey]\neffort_person_weeks = 9\n");
  const Site &graz = by_id(s.sites, "graz"), &linz = by_id(s.sites, "linz"), &ulm = by_id(s.sites, "ulm");
  CHECK(&by_id(graz.items, "survey") == &by_id(ulm.items, "survey"));
  CHECK(&by_id(linz.items, "survey") != &by_id(ulm.items, "survey"));
  CHECK(&by_id(linz.items, "connect") == &by_id(ulm.items, "connect"));
  CHECK(&by_id(linz.assets, "presses") == &by_id(ulm.assets, "presses"));
  CHECK(by_id(graz.assets, "presses").count.distribution == exact(5));
  CHECK(by_id(ulm.assets, "presses").count.distribution == exact(12));
  CHECK(by_id(linz.items, "survey").effort_person_weeks.distribution == exact(9));
  CHECK(by_id(ulm.items, "survey").effort_person_weeks.distribution == exact(4));
}

}  // namespace headrace::test
