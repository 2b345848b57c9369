#include "model/fields/site_template.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "model/fields/entity_header.hpp"
#include "model/fields/merge_over.hpp"
#include "model/language/keys.hpp"
#include "model/language/language.hpp"
#include "model/text/suggest.hpp"

namespace headrace {
namespace {

constexpr const char* no_template = "none";

const std::string& template_key() { return key_of(site_keys().rows, &Site::template_id).name; }

std::vector<std::string> ids_of(const Value* templates) {
  std::vector<std::string> ids;
  if (templates == nullptr) return ids;
  for (const Entry& entry : templates->entries) {
    if (entry.value.type == ValueType::table && is_enabled(entry.value)) ids.push_back(entry.key);
  }
  return ids;
}

}  // namespace

SiteTemplate template_of(const Value& document, const Entry& site, Diagnostics& diagnostics) {
  const Value* templates = find(document, template_keys().table.name);
  const std::vector<std::string> ids = ids_of(templates);
  const auto use = [&](const std::string& id) { return SiteTemplate{id, find(*templates, id)}; };
  const SiteTemplate first = ids.empty() ? SiteTemplate{} : use(ids.front());

  const Value* named = find(site.value, template_key());
  if (named == nullptr) {
    if (ids.size() > 1) {
      diagnostics.error(site.where, fmt::format("site '{}' names no template", site.key),
                        fmt::format("there are several: {}", fmt::join(ids, ", ")),
                        fmt::format("Add {} = \"{}\", or \"{}\".", template_key(), ids.front(), no_template));
    }
    return first;
  }
  // check_document() reports what is no text.
  if (named->type != ValueType::text) return first;
  if (named->text == no_template) return {};
  if (std::find(ids.begin(), ids.end(), named->text) != ids.end()) return use(named->text);

  const bool off = templates != nullptr && find(*templates, named->text) != nullptr;
  diagnostics.error(named->where, fmt::format("{} template '{}'", off ? "unusable" : "unknown", named->text),
                    off ? "it is switched off" : "", did_you_mean(named->text, ids, "Name a template of this file."));
  const std::string likely = nearest(named->text, ids);
  return likely.empty() ? first : use(likely);
}

Value apply_template(const SiteTemplate& site_template, const Value& site) {
  if (site_template.table == nullptr) return site;
  Value merged = *site_template.table;
  // What a template says of itself is not said of its sites.
  merged.entries.erase_if([](const Entry& entry) {
    const auto& own = entity_keys();
    return std::any_of(own.begin(), own.end(), [&](const Key& key) { return key.name == entry.key; });
  });
  merged.where = site.where;
  merged.from_template = false;
  merge_over(merged, site, site_language());
  return merged;
}

}  // namespace headrace
