#include "model/language/keys.hpp"

namespace headrace {

const KeyTable<SavedView>& view_keys() {
  static const KeyTable<SavedView> table{
      "views",
      "A step of a presentation, in order of id; runs ignore it.",
      {{"view", &SavedView::view, of(KeyKind::text), "Name of the view to show, as the window calls it."},
       {"text", &SavedView::text, of(KeyKind::text), "Words to show beside it."},
       {"notes", &SavedView::notes, of(KeyKind::text), "Words for whoever presents."},
       {"set", &SavedView::set, of(KeyKind::texts),
        "Changes to show it with, each \"path=value\" as on the command line."}}};
  return table;
}

}  // namespace headrace
