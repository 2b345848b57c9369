#include "model/table/table_total.hpp"

#include <fmt/format.h>

#include <cmath>
#include <optional>

#include "model/table/table_words.hpp"
#include "model/text/number_reader.hpp"

namespace headrace {
namespace {

std::string_view cell_at(const CsvRow& row, std::optional<std::size_t> column) {
  return column && *column < row.size() ? trimmed_cell(row[*column].text) : std::string_view();
}

bool is_sum(double value, double sum) { return value != 0 && std::fabs(value - sum) <= 1e-6 * std::fabs(sum); }

/// Goes down the rows with the sums of each column of numbers.
class TotalFinder {
 public:
  TotalFinder(const TableHeader& header, std::span<const CsvRow* const> rows) : header_(header), rows_(rows) {
    for (std::size_t i = 0; i < header.columns.size(); ++i) {
      const Key* key = header.columns[i].key;
      if (key != nullptr && key->type.kind == KeyKind::number) sums_.push_back({i});
    }
  }

  std::vector<TotalRow> find() {
    std::vector<TotalRow> totals;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      if (const auto total = look_at(r)) totals.push_back(*total);
      const bool certain = !totals.empty() && totals.back().row == r && totals.back().certain;
      certain ? begin_anew() : add(*rows_[r]);
    }
    return totals;
  }

 private:
  struct Sum {
    std::size_t column;
    double all = 0, since_total = 0;
  };

  std::optional<TotalRow> look_at(std::size_t r) const {
    const CsvRow& row = *rows_[r];
    const std::string_view id = cell_at(row, header_.id), label = cell_at(row, header_.label);
    const bool named = !id.empty() || !label.empty();
    const bool called_total = means_total(id) || means_total(label) || (!named && means_total(first_word(row)));
    const bool last = r + 1 == rows_.size() && r >= 2;
    if (!called_total && !last) return std::nullopt;

    std::size_t numbers = 0, summed = 0;
    std::string why;
    for (const Sum& sum : sums_) {
      const NumberReading number = read_number(cell_at(row, sum.column));
      if (cell_at(row, sum.column).empty() || !number.good()) continue;
      ++numbers;
      if (!is_sum(number.value, sum.all) && !is_sum(number.value, sum.since_total)) continue;
      if (summed++ > 0) continue;
      why = fmt::format("{} is the sum of {} above it", cell_at(row, sum.column), header_.columns[sum.column].name);
    }
    if (called_total && (summed > 0 || numbers == 0)) return TotalRow{r, true, why};
    if (called_total) return TotalRow{r, false, "it is called like a sum, but its numbers are none"};
    // One number may be a sum by chance.
    const bool all = numbers > 0 && summed == numbers && (numbers > 1 || r >= 3);
    if (!named && summed > 0 && summed == numbers) return TotalRow{r, true, why};
    return all ? std::optional(TotalRow{r, false, why}) : std::nullopt;
  }

  static std::string_view first_word(const CsvRow& row) {
    for (const CsvCell& cell : row) {
      if (!trimmed_cell(cell.text).empty()) return cell.text;
    }
    return {};
  }

  void add(const CsvRow& row) {
    for (Sum& sum : sums_) {
      const NumberReading number = read_number(cell_at(row, sum.column));
      if (!number.good()) continue;
      sum.all += number.value;
      sum.since_total += number.value;
    }
  }

  void begin_anew() {
    for (Sum& sum : sums_) sum.since_total = 0;
  }

  const TableHeader& header_;
  std::span<const CsvRow* const> rows_;
  std::vector<Sum> sums_;
};

}  // namespace

std::vector<TotalRow> find_totals(const TableHeader& header, std::span<const CsvRow* const> rows) {
  return TotalFinder(header, rows).find();
}

}  // namespace headrace
