#include "model/torn_numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <set>

#include "model/keys.hpp"
#include "model/number_reader.hpp"

namespace headrace {
namespace {

bool is_digits(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

/// The wave in a cell; 0 where none is.
std::uint64_t wave_in(const CsvCell& cell) { return read_whole(cell.text, 1, 1000).value; }

}  // namespace

std::string torn_number(const std::vector<CsvCell>& row) {
  for (std::size_t i = 1; i + 1 < row.size(); ++i) {
    if (is_digits(row[i].text) && is_digits(row[i + 1].text)) return row[i].text + "," + row[i + 1].text;
  }
  return "";
}

void warn_of_torn_waves(std::span<const std::vector<CsvCell>> rows, std::span<const Key* const> keys,
                        Diagnostics& diagnostics) {
  // The column of waves, right behind one whose numbers may have decimals.
  const std::string& name = key_of(site_keys().rows, &Site::wave).name;
  const auto is_wave = [&](const Key* key) { return key != nullptr && key->name == name; };
  const auto found = std::find_if(keys.begin(), keys.end(), is_wave);
  if (found == keys.end() || found == keys.begin() || rows.size() < 2) return;
  const Key* const before = *(found - 1);
  if (before == nullptr || before->type.kind != KeyKind::number) return;

  std::set<std::uint64_t> waves = {1};
  const auto column = static_cast<std::size_t>(found - keys.begin());
  for (const auto& row : rows) {
    if (column < row.size()) waves.insert(wave_in(row[column]));
  }
  for (const auto& row : rows) {
    if (column >= row.size() || !is_digits(row[column].text) || !is_digits(row[column - 1].text)) continue;
    const auto here = waves.find(wave_in(row[column]));
    if (here == waves.end() || here == waves.begin() || *here <= *std::prev(here) + 1) continue;
    const std::string number = row[column - 1].text + "," + row[column].text;
    diagnostics.warning(
        row[column].where, fmt::format("wave {} has no wave {} before it", *here, *here - 1),
        fmt::format("is {} one number?", number),
        fmt::format("If it is, write {}.{}, or put it in quotes.", row[column - 1].text, row[column].text));
  }
}

}  // namespace headrace
