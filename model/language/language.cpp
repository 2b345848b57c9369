#include "model/language/language.hpp"

#include "model/language/keys.hpp"
#include "model/language/relax_keys.hpp"

namespace headrace {
namespace {

std::vector<Table> site_tables() {
  std::vector<Table> tables = {group_keys().table,     asset_keys().table,  integration_keys().table,
                               site_item_keys().table, system_keys().table, network_keys().table};
  return tables;
}

Table with_site_tables(Table table) {
  table.tables = site_tables();
  return table;
}

Table build_language() {
  Table root;
  root.help = "A scenario, or a variant of one.";
  root.by_id = false;
  root.keys = {{"base", of(KeyKind::text), "Scenario that this one is a variant of, relative to this file.", {}, {}},
               relax_key(),
               price_key()};
  root.tables = {programme_keys().table,
                 money_keys().table,
                 adoption_keys().table,
                 hub_keys().table,
                 support_keys().table,
                 knowledge_keys().table,
                 trust_keys().table,
                 governance_keys().table,
                 failure_keys().table,
                 monitoring_keys().table,
                 managed_service_keys().table,
                 audit_keys().table,
                 pilot_keys().table,
                 compute_keys().table,
                 idea_keys().table,
                 gate_keys().table,
                 envelope_keys().table,
                 correlation_keys().table,
                 team_keys().table,
                 programme_item_keys().table,
                 integration_keys().table,
                 use_case_keys().table,
                 risk_keys().table,
                 view_keys().table,
                 with_site_tables(template_keys().table),
                 with_site_tables(site_keys().table),
                 ask_keys().table,
                 verdict_keys().table};
  return root;
}

}  // namespace

const Table& language() {
  static const Table root = build_language();
  return root;
}

const Table& site_language() { return *find_table(language(), site_keys().table.name); }
const Table& template_language() { return *find_table(language(), template_keys().table.name); }

}  // namespace headrace
