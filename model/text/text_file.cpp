#include "model/text/text_file.hpp"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <system_error>

#include "model/text/utf8.hpp"

namespace headrace {
namespace {

namespace fs = std::filesystem;

/// What a file that is not UTF-8 most likely is.
std::string guess_encoding(std::string_view text) {
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) return "it is UTF-16";
  return "some bytes are no UTF-8 text";
}

/// What a file is that is neither a regular file nor a folder.
std::string kind_of(fs::file_type type) {
  switch (type) {
    case fs::file_type::fifo:
      return "a pipe";
    case fs::file_type::socket:
      return "a socket";
    case fs::file_type::character:
    case fs::file_type::block:
      return "a device";
    default:
      return "something else";
  }
}

bool is_forbidden_control(char32_t code) {
  return (code < 0x20 && code != '\t' && code != '\n' && code != '\r') || code == 0x7F;
}

}  // namespace

std::optional<std::string> read_text_file(const fs::path& file, const Location& blame, Diagnostics& diagnostics) {
  std::error_code failure;
  const fs::file_status status = fs::status(file, failure);
  const std::string name = file.string();
  if (!fs::exists(status)) {
    diagnostics.error(blame, fmt::format("no file '{}'", name), "", "Check the path and the spelling.");
    return std::nullopt;
  }
  if (fs::is_directory(status)) {
    diagnostics.error(blame, fmt::format("'{}' is a folder", name), "a scenario is one file",
                      "Name the .toml file inside it.");
    return std::nullopt;
  }
  // Opening a pipe would wait for somebody to write into it.
  if (!fs::is_regular_file(status)) {
    diagnostics.error(blame, fmt::format("'{}' is no regular file", name), "it is " + kind_of(status.type()),
                      "Save what it gives to a file, and name that.");
    return std::nullopt;
  }
  std::ifstream stream(file, std::ios::binary);
  if (!stream) {
    diagnostics.error(blame, fmt::format("'{}' cannot be opened", name), "", "Check that it is a file you may read.");
    return std::nullopt;
  }
  const auto bytes = fs::file_size(file, failure);
  if (failure || bytes > max_file_bytes) {
    diagnostics.error(blame, fmt::format("'{}' is too large", name), "a scenario may have at most 32 MB",
                      "Check that this is the right file.");
    return std::nullopt;
  }
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

bool check_text(std::string& text, const std::string& file_name, Diagnostics& diagnostics) {
  if (text.size() > max_file_bytes) {
    diagnostics.error({file_name}, "the text is too large", "a scenario may have at most 32 MB", "Shorten it.");
    return false;
  }
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
    diagnostics.error({file_name}, "the file is empty", "",
                      "Start from scenarios/minimal.toml, or name a base: base = \"minimal.toml\".");
    return false;
  }

  Location here{file_name, 1, 1};
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Character character = decode_utf8(text, at);
    if (character.bytes == 0) {
      diagnostics.error(here, "this is not a UTF-8 text", guess_encoding(text), "Save the file as UTF-8.");
      return false;
    }
    if (is_forbidden_control(character.code)) {
      diagnostics.error(here, "this is not a text file",
                        fmt::format("it holds the control character {:#04x}", static_cast<unsigned>(character.code)),
                        "Check that this is the right file.");
      return false;
    }
    at += character.bytes;
    if (character.code == '\n') {
      ++here.line;
      here.column = 1;
    } else {
      ++here.column;
    }
  }
  return true;
}

}  // namespace headrace
