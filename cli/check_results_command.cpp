#include <fmt/format.h>

#include <cstdio>

#include "cli/answer.hpp"
#include "cli/commands.hpp"
#include "report/check_results.hpp"
#include "report/exit_code.hpp"
#include "report/say.hpp"
#include "report/titles.hpp"

namespace headrace {

int check_results_command(const Arguments& arguments) {
  const CheckedResults found = check_results(arguments.files.front());
  for (const std::string& problem : found.problems) complain(printable(problem));
  if (!found.problems.empty()) return kBadInput;
  say(printable(found.words) + "\n");
  return kDone;
}

}  // namespace headrace
