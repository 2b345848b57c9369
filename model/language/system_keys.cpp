#include "model/language/keys.hpp"

namespace headrace {

const KeyTable<System>& system_keys() {
  static const KeyTable<System> table{
      "systems",
      "A system that integrations start from or lead to.",
      {{"integrations_limit", &System::integrations_limit, whole(up_to(1e6)).commonly(3, 100),
        "How many live integrations it carries; far beyond it calls for a redesign."}}};
  return table;
}

}  // namespace headrace
