#include "model/compile/leak_causes.hpp"

#include <string_view>

#include "model/text/enum_table.hpp"

namespace headrace {
namespace {

constexpr EnumTable<LeakCause, std::string_view, kFixedLeaks> cause_names{{
    {LeakCause::wave, "wave"},
    {LeakCause::gate_adoption, "gate_adoption"},
    {LeakCause::gate_trust, "gate_trust"},
    {LeakCause::gate_value, "gate_value"},
    {LeakCause::gate_cost, "gate_cost"},
    {LeakCause::gate_data_access, "gate_data_access"},
    {LeakCause::gate_production_grade, "gate_production_grade"},
    {LeakCause::freeze, "freeze"},
    {LeakCause::funds, "funds"},
    {LeakCause::approval, "approval"},
    {LeakCause::work_link, "work_link"},
    {LeakCause::work_asset, "work_asset"},
    {LeakCause::work_data, "work_data"},
    {LeakCause::work_action, "work_action"},
    {LeakCause::work_training, "work_training"},
    {LeakCause::work_approval, "work_approval"},
    {LeakCause::work_general, "work_general"},
    {LeakCause::stopped, "stopped"},
    {LeakCause::access, "access"},
    {LeakCause::data_quality, "data_quality"},
    {LeakCause::review, "review"},
    {LeakCause::follow_through, "follow_through"},
    {LeakCause::unlicensed, "unlicensed"},
    {LeakCause::not_reached, "not_reached"},
    {LeakCause::exploring, "exploring"},
    {LeakCause::lapsed_habit, "lapsed_habit"},
    {LeakCause::lapsed_help, "lapsed_help"},
    {LeakCause::lapsed_freshness, "lapsed_freshness"},
    {LeakCause::lapsed_quality, "lapsed_quality"},
    {LeakCause::lapsed_trust, "lapsed_trust"},
    {LeakCause::embedding, "embedding"},
    {LeakCause::wrong_outputs, "wrong_outputs"},
    {LeakCause::outages, "outages"},
    {LeakCause::compute, "compute"},
    {LeakCause::proficiency, "proficiency"},
    {LeakCause::delay, "delay"},
}};

}  // namespace

std::string leak_name(const Programme& programme, int cause) {
  if (cause < kFixedLeaks) return std::string(cause_names[static_cast<LeakCause>(cause)]);
  return "team/" + programme.scenario.teams[static_cast<std::size_t>(cause - kFixedLeaks)].id;
}

}  // namespace headrace
