#include "report/program/guarded.hpp"

#include <exception>
#include <new>
#include <string>
#include <system_error>

#include "report/disk/file_set.hpp"
#include "report/program/exit_code.hpp"
#include "report/program/say.hpp"

namespace headrace {
namespace {

/// What the machine's refusal means to a person, where there is more to say than the system's own words.
std::string refusal(const std::system_error& error) {
  if (error.code() == std::errc::resource_unavailable_try_again) {
    return "the machine gives no more processes or threads. End some, or raise the limit (ulimit -u)";
  }
  return std::string("the machine said no: ") + error.what();
}

int told(std::string_view program, const std::exception_ptr& thrown) try {
  std::rethrow_exception(thrown);
} catch (const OutputError& error) {
  complain(program, error.what());
  return kMachine;
} catch (const std::bad_alloc&) {
  complain(program, "the machine has not enough memory for this");
  return kMachine;
} catch (const std::system_error& error) {
  complain(program, refusal(error));
  return kMachine;
} catch (const std::exception& error) {
  complain(program, std::string("our own fault: ") + error.what());
  return kOurFault;
}

}  // namespace

int guarded(std::string_view program, const std::function<int()>& run) noexcept try {
  set_up_streams();
  return run();
} catch (...) {
  try {
    return told(program, std::current_exception());
  } catch (...) {
    complain(program, "the machine has not enough memory for this");
    return kMachine;
  }
}

}  // namespace headrace
