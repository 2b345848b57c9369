#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "gui/levers/levers.hpp"
#include "model/compile/compiled_model.hpp"
#include "model/plan/programme.hpp"
#include "sim/study/driver_inputs.hpp"

namespace headrace::gui {

/// The name under which a lever's number is drawn and reported: `ulm/permit/wait_weeks` for
/// `sites.ulm.items.permit.wait_weeks`, `*plant/permit/wait_weeks` for a template's, `ot/people` for `teams.ot.people`.
std::string input_name(std::string_view lever_path);

/// What an input leads to: a lever, or the reason why it has none.
struct InputLever {
  std::string path;     ///< of the lever; empty: none
  std::string why_not;  ///< a sentence; empty: there is one
};

/// Finds levers by the names of inputs.
class InputLevers {
 public:
  explicit InputLevers(const std::vector<Lever>& levers);

  /// @param driver     one input, or one that several sites have
  /// @param programme  whose sites say which template they are made from
  /// @param inputs     of the model that was studied: they say where a number stands
  InputLever of(const InputDriver& driver, const Programme& programme, const std::vector<Input>& inputs) const;

 private:
  /// Path of the lever of a name, or of the template's at a site; empty: none.
  std::string find(const std::string& name, const Programme& programme) const;

  std::map<std::string, std::string> paths_;  ///< by input name
};

}  // namespace headrace::gui
