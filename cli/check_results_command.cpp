#include <fmt/format.h>

#include <cstdio>

#include "cli/answer.hpp"
#include "cli/commands.hpp"
#include "report/disk/check_results.hpp"
#include "report/program/exit_code.hpp"
#include "report/program/say.hpp"
#include "report/words/titles.hpp"

namespace headrace {

int check_results_command(const Arguments& arguments) {
  const CheckedResults found = check_results(arguments.files.front());
  for (const std::string& problem : found.problems) complain(printable(problem));
  if (!found.problems.empty()) return kBadInput;
  say(printable(found.words) + "\n");
  return kDone;
}

}  // namespace headrace
