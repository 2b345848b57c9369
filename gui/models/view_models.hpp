#pragma once

#include <any>
#include <map>
#include <memory>
#include <string>
#include <typeindex>
#include <vector>

namespace headrace::gui {

/// What views draw, made when its sources are others than the last time and kept until then. The caller owns it.
class ViewModels {
 public:
  using Source = std::shared_ptr<const void>;

  /// The model of a kind; one of each is kept.
  /// @param sources  what it is made from; null: it is not there
  /// @param make     () -> Model
  /// @param choice   of the user, that it is made for
  template <class Model, class Make>
  const Model& of(std::vector<Source> sources, Make make, const std::string& choice = {}) {
    Slot& slot = slots_[typeid(Model)];
    if (!slot.model.has_value() || slot.sources != sources || slot.choice != choice) {
      slot = {std::move(sources), choice, Model(make())};
    }
    return *std::any_cast<Model>(&slot.model);
  }

 private:
  struct Slot {
    std::vector<Source> sources;  ///< kept alive, so that no other can have its address
    std::string choice;
    std::any model;
  };
  std::map<std::type_index, Slot> slots_;
};

}  // namespace headrace::gui
