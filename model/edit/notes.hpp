#pragma once

#include <string>

namespace headrace {

/// Words for whoever opens a scenario: comment lines of the block that its file begins with, below the line
/// "# Notes:", in a variant that is written here below kVariantMark.

/// The notes of a file's text; empty: none.
std::string notes_in(const std::string& text);

/// The text with these notes in place of its own; all else keeps its bytes. Empty notes take them out.
std::string with_notes(const std::string& text, const std::string& notes);

/// Free words as comment lines: no control character can end the comment.
std::string comment_lines(const std::string& words);

}  // namespace headrace
