#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace headrace::gui {

/// Where the window keeps what it remembers between starts: $XDG_STATE_HOME/headrace, else ~/.local/state/headrace.
/// Nothing when neither is known; then nothing is remembered. Does not make the folder.
std::optional<std::filesystem::path> state_folder();

/// Makes the folder and writes a file in it, both readable by their owner only; false when the machine will not have
/// it: what is only remembered is never worth an error.
bool write_state(const std::filesystem::path& file, const std::string& content);

/// A file's content; empty when it cannot be read.
std::string read_state(const std::filesystem::path& file);

}  // namespace headrace::gui
