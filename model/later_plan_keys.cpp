#include "model/keys.hpp"
#include "model/later_table.hpp"

namespace headrace {
namespace {

Table ask() {
  return later_single_table("ask", "What the board is asked for.",
                            {{"amount", later, number("money", at_least(0), 0), "How much."},
                             {"decision_owner", later, of(KeyKind::text), "Who decides."},
                             {"decision_date", later, of(KeyKind::date), "By when."}});
}

}  // namespace

std::vector<Table> later_plan_tables() { return {ask()}; }

std::vector<Table> later_programme_tables() { return later_plan_tables(); }

}  // namespace headrace
