#include "model/fields/merge_over.hpp"

#include <utility>

namespace headrace {
namespace {

void merge_by_id(Value& under, const Value& over, const Table& shape) {
  for (const Entry& entry : over.entries) {
    const Value* below = find(std::as_const(under), entry.key);
    const bool both = below != nullptr && below->type == ValueType::table && entry.value.type == ValueType::table;
    if (both) {
      merge_over(*find(under, entry.key), entry.value, shape);
    } else {
      put(under, entry);
    }
  }
}

}  // namespace

void merge_over(Value& under, const Value& over, const Table& shape) {
  for (const Entry& entry : over.entries) {
    const Table* inner = find_table(shape, entry.key);
    const Value* below = find(std::as_const(under), entry.key);
    const bool tables =
        inner != nullptr && below != nullptr && below->type == ValueType::table && entry.value.type == ValueType::table;
    if (!tables) {
      put(under, entry);
    } else if (inner->by_id) {
      merge_by_id(*find(under, entry.key), entry.value, *inner);
    } else {
      merge_over(*find(under, entry.key), entry.value, *inner);
    }
  }
}

}  // namespace headrace
