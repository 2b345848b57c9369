#include "model/language/keys.hpp"

namespace headrace {
namespace {

KeyType first_site_unless_named() {
  KeyType type = id_in("sites");
  type.fallback.words = "the first site in rollout order";
  return type;
}

}  // namespace

const KeyTable<Pilot>& pilot_keys() {
  static const KeyTable<Pilot> table = single(
      KeyTable<Pilot>{"pilot",
                      "The conditions the pilot ran under, which scale will not have.",
                      {{"site", &Pilot::site, first_site_unless_named(), "Where it runs."},
                       {"weeks", &Pilot::weeks, number("weeks", from_up_to(1, most_weeks), 12).commonly(6, 26),
                        "How long it runs after its first go-live."},
                       {"data_quality", &Pilot::data_quality, number("share", any_share, 0.9).commonly(0.6, 1),
                        "Of its curated data, at least."},
                       {"adoptable_share", &Pilot::adoptable_share,
                        number("share", any_share, share_quantiles(0.904, 0.957, 0.986), "GHC02").commonly(0.6, 1),
                        "Of its volunteers."},
                       {"hand_review", &Pilot::hand_review, of(KeyKind::flag), "People look at every output."}}});
  return table;
}

}  // namespace headrace
