// Files that are no TOML, or no text at all: each with the place where a planner must look.
#include <doctest/doctest.h>

#include <string>

#include "model/read/read_scenario.hpp"
#include "tests/support/scenario_text.hpp"

namespace headrace::test {
namespace {

std::string file_message(const std::filesystem::path& file) {
  const auto all = read_scenario(file).diagnostics.sorted();
  return all.size() == 1 ? to_string(all.front()) : std::to_string(all.size()) + " messages";
}

}  // namespace

TEST_CASE("syntax: what is not TOML is reported where it stands") {
  CHECK(message("a = ") ==
        "s.toml:1:5: error: this is not TOML (key-value pair: encountered end-of-file). "
        "Something is missing at the end: a value, a bracket or a quote.");
  CHECK(message("[teams.ot]\npeople 3\n") ==
        "s.toml:2:8: error: this is not TOML (key-value pair: expected '=', saw '3'). "
        "Write key = value; a key has no spaces.");
  CHECK(message("[teams.ot]\npeople = three\n").ends_with("Texts need straight quotes: label = \"Ulm\"."));
  CHECK(message("[teams.ot]\npeople = 3\npeople = 4\n").starts_with("s.toml:3:10: error: this is not TOML "));
  CHECK(message("[teams.ot]\n[teams.ot]\n").ends_with("Each key and each [table] may be given once: merge the two."));
  CHECK(message("a = {b = 1,\n c = 2}").ends_with("A table in braces must stand on one line."));
  CHECK(message("label = \"Ulm").ends_with("Check that the text ends with a quote on the same line."));
  CHECK(
      message("[teams.ot]\n[ =x]\n") ==
      "s.toml:2:1: error: a table header that starts with '=' (it must name a table). Write [teams.ot], for example.");
  CHECK(message("[.x]\n").starts_with("s.toml:1:1: error: a table header that starts with '.'"));
  CHECK(message("[\nx = 1").starts_with("s.toml:1:1: error: an unfinished table header (it must name a table)."));
  CHECK(message("x = 1\n[[ \r\n").starts_with("s.toml:2:1: error: an unfinished table header"));
  CHECK(message("[[[teams]").starts_with("s.toml:1:1: error: a table header that starts with '['"));
  CHECK(message("[ [teams]").starts_with("s.toml:1:3: error: this is not TOML"));
  CHECK(message("[").starts_with("s.toml:1:2: error: this is not TOML (table header: encountered end-of-file)"));
  CHECK(message("x = [1, }2]") ==
        "s.toml:1:9: error: '}' closes nothing (the last one that opened is '['). Correct or remove one of the two.");
  CHECK(message("x = ]").starts_with("s.toml:1:5: error: ']' closes nothing (none is open)."));
  CHECK(message("x = \"]\" # }\n[sites.ulm]\nwave = {]").starts_with("s.toml:3:9: error: ']' closes nothing"));
  CHECK(message("x = 007").ends_with("Write numbers without leading zeroes."));
}

TEST_CASE("syntax: typographic quotes and letters outside quotes are found before the parser") {
  CHECK(message("[sites.ulm]\nlabel = “Ulm”\n") ==
        "s.toml:2:9: error: typographic quote “ (TOML knows only straight quotes). "
        "Write \"...\"; word processors and chat programs change the quotes.");
  CHECK(message("é = 1") ==
        "s.toml:1:1: error: 'é' outside quotes (ids and keys are written with a-z, 0-9, _ and -). "
        "Use a plain id and give the name as label = \"...\".");
  CHECK(message("[sites.köln]\n").starts_with("s.toml:1:9: error: 'ö' outside quotes"));
  CHECK(message("people =\u00A05").starts_with("s.toml:1:9: error: invisible character U+00A0"));
  // One message a line, all lines at once.
  CHECK(messages("a = “x”\nb = 1\nc = ‘y’\n").size() == 2);
}

TEST_CASE("syntax: what stands in quotes and comments is free") {
  const std::string free =
      "[programme] # Ünïcode “here” is fine\n"
      "label = \"Werk Köln “1” \\\" é\"\n"
      "question = '''\nwas = “x”\n'''\n";
  CHECK(messages(valid_text + free).empty());
  CHECK(scenario_of(valid_text + free).programme.label == "Werk Köln “1” \" é");
  // Four quotes close a text of many lines whose last character is a quote.
  CHECK(messages(valid_text + "[programme]\nlabel = \"\"\"x\"\"\"\"\nquestion = \"é\"\n").empty());
}

TEST_CASE("syntax: columns count characters and not bytes") {
  CHECK(message(valid_text + "[programme]\nlabel = \"äöü\" x\n").starts_with("s.toml:20:15: error: this is not TOML"));
  CHECK(message("x = \"äöü\" é").starts_with("s.toml:1:11: error: 'é'"));
}

TEST_CASE("syntax: line ends of other systems and a byte-order mark are fine") {
  std::string windows = "\xEF\xBB\xBF";
  for (const char c : valid_text) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
  CHECK(messages(windows).empty());
}

TEST_CASE("syntax: what is no text is refused") {
  CHECK(message("").starts_with("s.toml: error: the file is empty."));
  CHECK(message(" \n\t\r\n").starts_with("s.toml: error: the file is empty."));
  CHECK(message("a = 1\nb\x01")
            .starts_with("s.toml:2:2: error: this is not a text file (it holds the control character 0x01)"));
  CHECK(message(std::string("a\0b", 3)).starts_with("s.toml:1:2: error: this is not a text file"));
  CHECK(message("a = \"\xC3\"")
            .starts_with("s.toml:1:6: error: this is not a UTF-8 text (some bytes are no UTF-8 text)"));
  CHECK(message("# \xE4\n").starts_with("s.toml:1:3: error: this is not a UTF-8 text"));
  CHECK(message("# \xC0\xAF overlong").starts_with("s.toml:1:3: error: this is not a UTF-8 text"));
  CHECK(message("# \xED\xA0\x80 surrogate").starts_with("s.toml:1:3: error: this is not a UTF-8 text"));
  CHECK(message(std::string("\xFF\xFE"
                            "a\0",
                            4))
            .starts_with("s.toml:1:1: error: this is not a UTF-8 text (it is UTF-16)"));
}

TEST_CASE("syntax: what no machine should read is refused") {
  CHECK(message("x = " + std::string(100, '[')).starts_with("s.toml:1:69: error: too deeply nested"));
  CHECK(message("x = [" + std::string(1'000'000, '[')).find("too deeply nested") != std::string::npos);
  std::string dotted = "a";
  for (int i = 0; i < 100'000; ++i) dotted += ".a";
  CHECK(message(dotted + " = 1").find("too deeply nested") != std::string::npos);
  CHECK(message("[" + dotted + "]").find("too deeply nested") != std::string::npos);
  std::string many = "x = [1";
  for (int i = 0; i < 250'000; ++i) many += ",1";
  CHECK(message(many + "]").find("too many values") != std::string::npos);
  CHECK(message(std::string((32u << 20) + 1, ' ')).starts_with("s.toml: error: the text is too large"));
}

TEST_CASE("syntax: files that cannot be read") {
  const TemporaryFolder folder;
  const std::string missing = (folder.path() / "no.toml").string();
  CHECK(file_message(missing) == missing + ": error: no file '" + missing + "'. Check the path and the spelling.");
  const std::string name = folder.path().string();
  CHECK(file_message(name) ==
        name + ": error: '" + name + "' is a folder (a scenario is one file). Name the .toml file inside it.");
  const auto huge = folder.write("huge.toml", "");
  std::filesystem::resize_file(huge, (32u << 20) + 1);
  CHECK(file_message(huge).find("is too large (a scenario may have at most 32 MB)") != std::string::npos);
  CHECK(file_message("").find("error: no file ''") != std::string::npos);
  CHECK(read_scenario(folder.write("good.toml", valid_text)).scenario.has_value());
}

}  // namespace headrace::test
