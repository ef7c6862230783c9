// Where the real data lie.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

namespace softoptin::real_data {

// The environment variable SOFTOPTIN_REAL_DATA; beside the project unless set.
inline std::filesystem::path folder() {
  const char* chosen = std::getenv("SOFTOPTIN_REAL_DATA");
  return chosen != nullptr ? chosen : SOFTOPTIN_DATA;
}

// Why a test skips.
inline std::string absent(const std::string& file) {
  return file + " is not in " + folder().string() +
         ": set SOFTOPTIN_REAL_DATA to the folder that has it";
}

}  // namespace softoptin::real_data
