// The database file of the benchmarks: made once for a number of contacts, and used again.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "support/host/database.hpp"

namespace softoptin::bench {

// What a benchmark is told on its command line.
struct World {
  std::int64_t contacts = 1'000'000;  // --contacts=N
  std::filesystem::path file;         // --file=PATH; else one in the build folder

  // Takes its own flags out of the arguments and leaves the others to Google Benchmark.
  static World from(int& count, char** arguments);

  // Makes the file where there is none for this number of contacts made by this world.sql.
  void prepare() const;
  // A connection to it, read-only, with the extension loaded.
  [[nodiscard]] std::unique_ptr<host::Database> open() const;
  [[nodiscard]] std::unique_ptr<host::Database> open_without_extension() const;

  // A world of a tenth of the contacts, in a file beside this one's.
  [[nodiscard]] World tenth() const;
};

// A file of this folder.
std::string script(const std::string& name);

// Numbers of contacts, scattered over all of them, the same in each run.
std::vector<std::int64_t> some_contacts(const World& world, std::size_t count);

}  // namespace softoptin::bench
