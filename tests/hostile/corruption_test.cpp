// Database files with random bytes overwritten: an error or an answer, no crash and no leak.
//
// 150 copies, and SOFTOPTIN_CORRUPTED says how many instead; SOFTOPTIN_SEED another seed.
#include <gtest/gtest.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>

#include "hostile/roads.hpp"
#include "support/host/files.hpp"

namespace softoptin::hostile {
namespace {

using host::Database;

long chosen(const char* name, long otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr ? otherwise : std::atol(text);
}

// Some bytes anywhere, often in the header or the schema's page, where most is broken.
std::string corrupted(std::string bytes, std::mt19937_64& random) {
  const std::size_t changes = 1 + random() % 40;
  const std::size_t reach = random() % 3 == 0 ? 4'096 : bytes.size();
  for (std::size_t change = 0; change < changes; ++change) {
    bytes[random() % reach] = static_cast<char>(random() % 256);
  }
  if (random() % 10 == 0) bytes.resize(random() % bytes.size());
  return bytes;
}

TEST(CorruptedFiles, are_an_error_or_an_answer) {
  const host::ScratchFolder folder;
  const std::string file = (folder.path() / "world.db").string();
  {
    Database db{file};
    db.run("PRAGMA page_size = 1024;" + world(Policy::national, Shape::tables) +
           "CREATE INDEX by_buyer ON soft_optin_sales(contact_id);"
           "CREATE INDEX by_person ON soft_optin_preferences(contact_id);"
           "CREATE INDEX by_address ON soft_optin_preferences(lower(trim(address)));");
  }
  const std::string whole = host::read_file(file);
  const long copies = chosen("SOFTOPTIN_CORRUPTED", 150);
  const auto seed = static_cast<std::uint64_t>(chosen("SOFTOPTIN_SEED", 20'260'615));
  std::printf("%ld corrupted copies, SOFTOPTIN_SEED=%lu\n", copies,
              static_cast<unsigned long>(seed));
  std::mt19937_64 random{seed};
  long refused = 0;
  long answered = 0;
  for (long copy = 0; copy < copies; ++copy) {
    host::write_file(file, corrupted(whole, random));
    Database db{file};
    db.load_extension();
    for (const Road& road : roads()) {
      const Outcome outcome = outcome_of(db, road.sql);
      ++(outcome.code == SQLITE_OK ? answered : refused);
      EXPECT_NE(outcome.code, SQLITE_NOMEM) << road.name << ", copy " << copy;
      EXPECT_NE(outcome.code, SQLITE_MISUSE) << road.name << ", copy " << copy;
    }
    EXPECT_EQ(db.close(), SQLITE_OK);
  }
  std::printf("%ld errors, %ld answers\n", refused, answered);
  EXPECT_GT(refused, 0);
  EXPECT_GT(answered, 0);
}

}  // namespace
}  // namespace softoptin::hostile
