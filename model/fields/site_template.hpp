#pragma once

#include <string>

#include "model/text/diagnostics.hpp"
#include "model/text/document.hpp"

namespace headrace {

/// Template that a site is made from: the one it names, or the only one there is.
struct SiteTemplate {
  std::string id;                ///< empty: none
  const Value* table = nullptr;  ///< its table in the document; null: none, or not usable (reported)
};

/// A site with its template laid under it, not read yet.
struct MergedSite {
  Entry entry;
  SiteTemplate from;
};

/// @param site  the site's own table
/// Errors: an unknown template, one that is switched off, or none named where there are several; then the most likely
/// one is returned, so that one mistake is not reported as many.
SiteTemplate template_of(const Value& document, const Entry& site, Diagnostics& diagnostics);

/// The site with everything it has from its template, as one table; what the template gave is marked `from_template`.
Value apply_template(const SiteTemplate& site_template, const Value& site);

}  // namespace headrace
