#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "report/files/results_csv.hpp"

namespace headrace {

/// A command's files as they are to be written, in that order. Every JSON file gets the command's run id and a list of
/// the files in its folder and below, itself included, each with its SHA-256; it follows the files it lists, so that
/// the topmost one, which lists all, comes last. Other files stay as they are.
///
/// A file cannot hold its own sum: the one beside its own name is that of its text with zeros in that sum's place.
/// @param files   names relative to the command's folder; at most one JSON file in each folder
/// @param run_id  run_id()
std::vector<NamedText> with_manifests(std::vector<NamedText> files, const std::string& run_id);

/// The sum that belongs beside a JSON file's own name.
/// @param text   of the whole file
/// @param given  the sum that is there
std::string own_sum(std::string text, const std::string& given);

/// One of several scenarios that were run by one command.
struct RunFolder {
  std::string folder, id, label;
};

/// runs.json: says of several scenarios run by one command where each one's files are.
std::string runs_json(const std::vector<RunFolder>& runs, std::int64_t trials, std::uint64_t seed);

}  // namespace headrace
