#pragma once

// The only place that includes toml++, so that every file sees the same library. Its assertions are met by malformed
// files (3.3.0: a table header that starts with '='), and would abort a debug build or be assumed true in a release
// build: here they throw, and the reader turns that into a message.

namespace headrace::toml_text {

/// An assertion of the library that a text has broken.
struct AssertionFailed {};

[[noreturn]] inline void fail_assertion() { throw AssertionFailed(); }

}  // namespace headrace::toml_text

#ifdef NDEBUG
#undef NDEBUG
#define HEADRACE_RESTORE_NDEBUG
#endif
#define TOML_ASSERT(expr) ((expr) ? static_cast<void>(0) : ::headrace::toml_text::fail_assertion())
#define TOML_EXCEPTIONS 1
#include <toml++/toml.h>
#ifdef HEADRACE_RESTORE_NDEBUG
#define NDEBUG
#undef HEADRACE_RESTORE_NDEBUG
#endif
