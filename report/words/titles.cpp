#include "report/words/titles.hpp"

#include <fmt/format.h>

#include <filesystem>

namespace headrace {
namespace {

std::string label_or_id(const std::string& label, const std::string& id) {
  return printable(label.empty() ? id : label);
}

}  // namespace

std::string printable(const std::string& text) {
  std::string result = text;
  unsigned char before = 0;
  for (char& c : result) {
    const auto byte = static_cast<unsigned char>(c);
    const bool second_set = before == 0xc2 && byte < 0xa0;  // U+0080 to U+009F, in UTF-8
    if (second_set) (&c)[-1] = ' ';
    if (byte < 0x20 || byte == 0x7f || second_set) c = ' ';
    before = byte;
  }
  return result;
}

std::string title(const Scenario& scenario) { return label_or_id(scenario.programme.label, scenario.id); }
std::string title(const Site& site) { return label_or_id(site.label, site.id); }
std::string title(const Team& team) { return label_or_id(team.label, team.id); }
std::string title(const UseCase& use_case) { return label_or_id(use_case.label, use_case.id); }
std::string title(const Gate& gate) { return label_or_id(gate.label, gate.id); }
std::string title(const Risk& risk) { return label_or_id(risk.label, risk.id); }
std::string title(const Hub& hub) { return label_or_id(hub.label, hub.id); }
std::string title(const Group& group) { return label_or_id(group.label, group.id); }
std::string title(const Integration& integration) { return label_or_id(integration.label, integration.id); }

std::string site_title(const Programme& programme, int site) {
  return site < 0 ? "the programme" : title(programme.scenario.sites.at(static_cast<std::size_t>(site)));
}

std::string node_title(const Programme& programme, int node) {
  const Node& n = programme.nodes.at(static_cast<std::size_t>(node));
  return n.site < 0 ? printable(n.label) : site_title(programme, n.site) + ": " + printable(n.label);
}

std::pair<std::string, std::string> titles_apart(const Scenario& base, const Scenario& other) {
  const std::string first = title(base), second = title(other);
  if (first != second) return {first, second};
  if (base.id != other.id) return {fmt::format("{} ({})", first, base.id), fmt::format("{} ({})", second, other.id)};
  return {first + " (base)", second + " (other)"};
}

const WorkItem* item_of(const Programme& programme, const Node& node) {
  if (node.item < 0) return nullptr;
  const Scenario& scenario = programme.scenario;
  const auto& items = node.site < 0 ? scenario.items : scenario.sites.at(static_cast<std::size_t>(node.site)).items;
  return &items.at(static_cast<std::size_t>(node.item));
}

std::string file_name(const std::string& path) { return std::filesystem::path(path).filename().string(); }

}  // namespace headrace
