#pragma once

#include <string>
#include <utility>

#include "model/plan/programme.hpp"

namespace headrace {

/// Names for people: labels where given, else ids, safe to print (no control characters).

std::string title(const Scenario& scenario);
std::string title(const Site& site);
std::string title(const Team& team);
std::string title(const UseCase& use_case);
std::string title(const Gate& gate);
std::string title(const Risk& risk);
std::string title(const Hub& hub);
std::string title(const Group& group);
std::string title(const Integration& integration);
std::string site_title(const Programme& programme, int site);  ///< "the programme" for -1

/// Titles of two scenarios that can be told apart: with their ids where they are the same.
std::pair<std::string, std::string> titles_apart(const Scenario& base, const Scenario& other);

/// "Ulm: Survey the lines"; the label alone for the programme's own.
std::string node_title(const Programme& programme, int node);

/// The work item of a node; null for a go-live.
const WorkItem* item_of(const Programme& programme, const Node& node);

/// Last part of a path: files carry no folder names, so that they are the same wherever they are made.
std::string file_name(const std::string& path);

/// Text without control characters: a label cannot steer a terminal or break a line.
std::string printable(const std::string& text);

}  // namespace headrace
