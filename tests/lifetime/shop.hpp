// A database file with a few contacts, and questions that use every SQL name over it.
#pragma once

#include <sqlite3.h>

#include <filesystem>
#include <vector>

#include "support/host/database.hpp"
#include "support/host/files.hpp"

namespace softoptin::lifetime {

// Each answers several rows, so that it can be left in the middle.
const std::vector<const char*>& questions();

// How many files of this process are open below a folder: a database, its journal, its memory.
int open_files(const std::filesystem::path& folder);

class Shop {
 public:
  Shop();

  // A new connection with the extension loaded; the caller closes it.
  [[nodiscard]] sqlite3* connect() const;
  [[nodiscard]] int open_files() const { return lifetime::open_files(scratch_.path()); }

 private:
  host::ScratchFolder scratch_;
};

// Prepared by the host, which finalizes it.
sqlite3_stmt* prepare(sqlite3* db, const char* sql);

}  // namespace softoptin::lifetime
