#pragma once

#include "model/language/key_table.hpp"

namespace headrace {

/// The key tables of all entities, one function a kind. The rows are the only place where a key is named.
const KeyTable<ProgrammeSettings>& programme_keys();
const KeyTable<Money>& money_keys();
const KeyTable<Adoption>& adoption_keys();
const KeyTable<Hub>& hub_keys();
const KeyTable<Correlation>& correlation_keys();
const KeyTable<Support>& support_keys();
const KeyTable<Knowledge>& knowledge_keys();
const KeyTable<Trust>& trust_keys();
const KeyTable<Governance>& governance_keys();
const KeyTable<Failures>& failure_keys();
const KeyTable<Network>& network_keys();
const KeyTable<Monitoring>& monitoring_keys();
const KeyTable<ManagedService>& managed_service_keys();
const KeyTable<Audit>& audit_keys();
const KeyTable<Pilot>& pilot_keys();
const KeyTable<Compute>& compute_keys();
const KeyTable<Ideas>& idea_keys();
const KeyTable<Envelope>& envelope_keys();
const KeyTable<Gate>& gate_keys();
const KeyTable<Team>& team_keys();
const KeyTable<WorkItem>& programme_item_keys();
const KeyTable<WorkItem>& site_item_keys();
const KeyTable<Group>& group_keys();
const KeyTable<AssetClass>& asset_keys();
const KeyTable<Integration>& integration_keys();
const KeyTable<System>& system_keys();
const KeyTable<UseCase>& use_case_keys();
const KeyTable<Risk>& risk_keys();
const KeyTable<Ask>& ask_keys();
const KeyTable<VerdictRule>& verdict_keys();
const KeyTable<SavedView>& view_keys();
const KeyTable<Site>& site_keys();
const KeyTable<Site>& template_keys();  ///< what a template may say about all its sites

}  // namespace headrace
