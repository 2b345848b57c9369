#include "tests/support/written_files.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <sstream>

namespace headrace::test {
namespace {

using Json = nlohmann::ordered_json;

const std::vector<std::string> kQuantiles = {"p05", "p10", "p25", "p50", "p75", "p90", "p95"};

bool contains(const std::vector<std::string>& list, const std::string& text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

/// Keys in the order in which they are found, each once.
struct Names {
  const std::vector<std::string>& one_for_all;
  std::vector<std::string> lines;

  void add(const std::string& line) {
    if (!contains(lines, line)) lines.push_back(line);
  }

  void walk(const Json& value, const std::string& path, bool members_are_one) {
    static const std::vector<std::string> telling = {"unit", "schema", "schema_version", "metric", "sign"};
    if (value.is_array()) {
      if (value.empty() || !value.front().is_structured()) add(path + "[]");
      for (const Json& element : value) {
        if (element.is_structured()) walk(element, path + "[]", false);
      }
      return;
    }
    for (const auto& [key, child] : value.items()) {
      const std::string name = members_are_one ? "*" : key, here = path.empty() ? name : path + "." + name;
      if (child.is_structured()) {
        walk(child, here, contains(one_for_all, key));
      } else {
        // What a list holds depends on the numbers.
        add(contains(telling, key) && !path.ends_with("[]") ? here + " = " + child.dump() : here);
      }
    }
  }
};

/// Numbers that must not fall, what is not there left out.
bool rises(const std::vector<std::optional<double>>& numbers) {
  double last = -std::numeric_limits<double>::infinity();
  for (const auto& number : numbers) {
    if (!number) continue;
    if (*number < last) return false;
    last = *number;
  }
  return true;
}

std::optional<double> number_in(const Json& object, const std::string& key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_number()) return std::nullopt;
  return found->get<double>();
}

/// Walks a document and notes what is out of order.
struct Order {
  int& looked_at;
  std::string faults;

  void expect_rising(const std::vector<std::optional<double>>& numbers, const std::string& path) {
    ++looked_at;
    if (!rises(numbers)) faults += path + "\n";
  }

  /// @param around  the number that the interval is about, where there is one
  void interval(const Json& ends, const std::optional<double>& around, const std::string& path) {
    const auto end = [&](std::size_t i) {
      return ends[i].is_number() ? std::optional(ends[i].get<double>()) : std::nullopt;
    };
    if (ends.size() != 2) faults += path + " has not two ends\n";
    if (ends.size() == 2) expect_rising({end(0), around, end(1)}, path);
  }

  void quantiles(const Json& object, const std::string& path) {
    if (object.find("p10") == object.end()) return;
    if (object["p10"].is_array()) {
      for (std::size_t k = 0; k < object["p10"].size(); ++k) {
        std::vector<std::optional<double>> row;
        for (const std::string& p : kQuantiles) {
          if (object.contains(p) && object[p][k].is_number()) row.emplace_back(object[p][k].get<double>());
        }
        expect_rising(row, path + " at " + std::to_string(k));
      }
      return;
    }
    std::vector<std::optional<double>> row = {number_in(object, "min")};
    for (const std::string& p : kQuantiles) row.push_back(number_in(object, p));
    row.push_back(number_in(object, "max"));
    expect_rising(row, path);
  }

  void walk(const Json& value, const std::string& path) {
    if (value.is_object()) {
      if (path.find("interval95") == std::string::npos) quantiles(value, path);
      const auto around = [&] {
        const auto mean = number_in(value, "mean");
        return mean ? mean : number_in(value, "value");
      };
      for (const auto& [key, child] : value.items()) {
        const std::string here = path + "." + key;
        if (key == "interval95" && child.is_array()) {
          interval(child, around(), here);
        } else if (key == "interval95") {
          for (const auto& [of, ends] : child.items()) interval(ends, number_in(value, of), here + "." + of);
        } else if (key == "bracket" && child.is_array()) {
          interval(child, std::nullopt, here);
        } else {
          walk(child, here);
        }
      }
    } else if (value.is_array()) {
      for (std::size_t i = 0; i < value.size(); ++i) walk(value[i], path + "[" + std::to_string(i) + "]");
    }
  }
};

std::optional<double> number_of(const std::string& cell) {
  char* end = nullptr;
  const double value = std::strtod(cell.c_str(), &end);
  return cell.empty() || *end != '\0' ? std::nullopt : std::optional(value);
}

}  // namespace

std::string json_names(const std::string& json, const std::vector<std::string>& one_for_all) {
  Names names{one_for_all, {}};
  names.walk(Json::parse(json), "", false);
  std::string text;
  for (const std::string& line : names.lines) text += line + "\n";
  return text;
}

std::string csv_names(const std::string& csv) {
  static const std::vector<std::string> telling = {"metric",    "series", "kind",  "side",  "unit",
                                                   "mechanism", "limit",  "cause", "point", "figure"};
  const auto rows = csv_rows(csv);
  std::string text;
  for (std::size_t c = 0; c < rows.front().size(); ++c) {
    text += rows.front()[c] + "\n";
    if (!contains(telling, rows.front()[c])) continue;
    std::vector<std::string> names;
    for (std::size_t r = 1; r < rows.size(); ++r) {
      if (!contains(names, rows[r][c])) names.push_back(rows[r][c]);
    }
    for (const std::string& name : names) text += "  " + name + "\n";
  }
  return text;
}

std::string json_disorder(const std::string& json, int& looked_at) {
  Order order{looked_at, ""};
  order.walk(Json::parse(json), "");
  return order.faults;
}

std::string csv_disorder(const std::string& csv, int& looked_at) {
  const auto rows = csv_rows(csv);
  std::map<std::string, std::size_t> column;
  for (std::size_t c = 0; c < rows.front().size(); ++c) column[rows.front()[c]] = c;
  const auto cell = [&](const std::vector<std::string>& row, const std::string& name) {
    const auto found = column.find(name);
    return found == column.end() ? std::nullopt : number_of(row[found->second]);
  };
  Order order{looked_at, ""};
  for (std::size_t r = 1; r < rows.size(); ++r) {
    const std::string path = "row " + std::to_string(r);
    if (column.contains("p10")) {
      std::vector<std::optional<double>> values = {cell(rows[r], "min")};
      for (const std::string& p : kQuantiles) values.push_back(cell(rows[r], p));
      values.push_back(cell(rows[r], "max"));
      order.expect_rising(values, path);
    }
    for (const auto& [name, index] : column) {
      if (!name.ends_with("low")) continue;
      const std::string stem = name.substr(0, name.size() - 3),
                        about = stem.substr(0, stem.empty() ? 0 : stem.size() - 1);
      if (!column.contains(stem + "high")) order.faults += name + " has no high end\n";
      // Beside a change its own column is a level.
      const bool change = column.contains(about + "_change");
      order.expect_rising(
          {cell(rows[r], name), cell(rows[r], change ? about + "_change" : about), cell(rows[r], stem + "high")},
          path + " " + name);
    }
  }
  return order.faults;
}

std::string line_differences(const std::string& expected, const std::string& found) {
  std::map<std::string, int> count;
  std::vector<std::string> lines[2];
  for (const int side : {0, 1}) {
    std::istringstream text(side == 0 ? expected : found);
    for (std::string line; std::getline(text, line);) {
      count[line] += side == 0 ? 1 : -1;
      lines[side].push_back(line);
    }
  }
  std::string result;
  for (const std::string& line : lines[0]) {
    if (count[line] > 0 && count[line]-- > 0) result += "- " + line + "\n";
  }
  for (const std::string& line : lines[1]) {
    if (count[line] < 0 && count[line]++ < 0) result += "+ " + line + "\n";
  }
  const std::size_t both = std::min(lines[0].size(), lines[1].size());
  for (std::size_t i = 0; i < both && result.empty(); ++i) {
    if (lines[0][i] != lines[1][i])
      result = "line " + std::to_string(i + 1) + ": " + lines[1][i] + " stands before " + lines[0][i] + "\n";
  }
  return result;
}

std::vector<std::vector<std::string>> csv_rows(const std::string& csv) {
  std::vector<std::vector<std::string>> rows(1, {""});
  bool quoted = false;
  for (std::size_t i = 0; i < csv.size(); ++i) {
    const char c = csv[i];
    std::string& cell = rows.back().back();
    if (c == '"' && quoted && i + 1 < csv.size() && csv[i + 1] == '"') {
      cell += csv[++i];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      rows.back().emplace_back();
    } else if (c == '\n' && !quoted) {
      rows.push_back({""});
    } else {
      cell += c;
    }
  }
  rows.pop_back();
  return rows;
}

}  // namespace headrace::test
