#include "model/compile/compile_assets.hpp"

#include "model/scenario/coverage.hpp"

namespace headrace {
namespace {

class AssetCompiler {
 public:
  AssetCompiler(const Programme& programme, CompiledModel& model, ParameterTable& parameters)
      : scenario_(programme.scenario), model_(model), parameters_(parameters) {}

  void run() {
    for (const Audit& audit : scenario_.audits) {
      model_.audits.push_back(
          {parameters_.add(audit.week, "", audit.id, "week"), parameters_.add(audit.cost, "", audit.id, "cost")});
    }
    std::size_t next = 0;
    for (const Site& site : scenario_.sites) {
      for (const AssetClass& asset : site.assets) plan(site, asset, model_.assets[next++]);
    }
    find_retrofits();
    for (CompiledItem& item : model_.items) item.buys = buys(item);
  }

 private:
  /// What the plan believes, what an audit finds, and the sensors that are missing.
  void plan(const Site& site, const AssetClass& asset, CompiledAsset& c) {
    const auto number = [&](const Quantity& q, const char* field) {
      return parameters_.add(q, site.id, asset.id, field);
    };
    c.believes = asset.believed_connected_share.given;
    if (c.believes) {
      c.believed = number(asset.believed_connected_share, "believed_connected_share");
      c.surprise = number(asset.surprise_factor, "surprise_factor");
    }
    c.retrofits = asset.instrumented_share.given;
    if (c.retrofits) {
      c.instrumented = number(asset.instrumented_share, "instrumented_share");
      c.retrofit = number(asset.retrofit_cost_per_asset, "retrofit_cost_per_asset");
    }
    c.audits.begin = static_cast<int>(model_.asset_audits.size());
    for (std::size_t a = 0; a < scenario_.audits.size(); ++a) {
      if (covers(scenario_.audits[a].sites, site)) model_.asset_audits.push_back(static_cast<int>(a));
    }
    c.audits.end = static_cast<int>(model_.asset_audits.size());
  }

  /// The first work on an asset class, in the order of delivery, pays for the sensors it lacks.
  void find_retrofits() {
    std::vector<bool> paid(model_.assets.size());
    for (CountedAsset& counted : model_.counted_assets) {
      const auto a = static_cast<std::size_t>(counted.asset);
      counted.retrofits = model_.assets[a].retrofits && !paid[a];
      paid[a] = true;
    }
  }

  bool buys(const CompiledItem& item) const {
    bool any = item.cost != model_.zero || item.cost_per_asset != model_.zero;
    for (int k = item.assets.begin; k < item.assets.end; ++k) {
      any = any || model_.counted_assets[static_cast<std::size_t>(k)].retrofits;
    }
    return any;
  }

  const Scenario& scenario_;
  CompiledModel& model_;
  ParameterTable& parameters_;
};

}  // namespace

void compile_assets(const Programme& programme, CompiledModel& model, ParameterTable& parameters) {
  AssetCompiler(programme, model, parameters).run();
}

}  // namespace headrace
