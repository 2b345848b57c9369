#pragma once

#include <array>
#include <cstddef>

namespace headrace {

/// One row of an EnumTable: whose it is, and what stands there.
template <class Enum, class Row>
struct EnumRow {
  Enum of;
  Row row;
};

/// A table with a row for each enumerator: names, words, numbers.
///
/// Every row names its enumerator. A row out of order, missing, doubled or too many, does not compile, so that nothing
/// can stand under another's name.
/// @tparam N      rows
/// @tparam First  enumerator of the first row, where it is not 0
template <class Enum, class Row, std::size_t N, Enum First = Enum{}>
class EnumTable {
 public:
  constexpr explicit EnumTable(const EnumRow<Enum, Row> (&rows)[N]) {
    for (std::size_t i = 0; i < N; ++i) {
      if (index(rows[i].of) != i) throw "a row stands in another's place";
      rows_[i] = rows[i].row;
    }
  }

  /// Errors: std::out_of_range for what is no enumerator.
  constexpr const Row& operator[](Enum which) const { return rows_.at(index(which)); }

  static constexpr std::size_t size() { return N; }
  constexpr auto begin() const { return rows_.begin(); }
  constexpr auto end() const { return rows_.end(); }

 private:
  static constexpr std::size_t index(Enum which) {
    return static_cast<std::size_t>(which) - static_cast<std::size_t>(First);
  }

  std::array<Row, N> rows_{};
};

}  // namespace headrace
