#include "bench/world.hpp"

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <random>
#include <string_view>

#include "bench/child.hpp"
#include "support/host/files.hpp"

namespace softoptin::bench {
namespace {

namespace fs = std::filesystem;

// What the file was made of; another text means that it has to be made again.
std::string recipe(const World& world) {
  return std::to_string(world.contacts) + " contacts\n" + script("world.sql");
}

std::string file_name(std::int64_t contacts) { return "bench-" + std::to_string(contacts) + ".db"; }

bool made_by(const fs::path& file, const std::string& recipe) {
  if (!fs::exists(file)) return false;
  try {
    host::Database db(file.string(), host::Database::Mode::read_only);
    return db.one("SELECT text FROM recipe") == recipe;
  } catch (const host::Error&) {
    return false;
  }
}

void make(const World& world, const fs::path& file) {
  host::Database db(file.string());
  db.run("PRAGMA journal_mode = OFF");
  db.run("PRAGMA synchronous = OFF");
  db.run("PRAGMA cache_size = -400000");
  db.run("BEGIN");
  db.run("CREATE TABLE size(contacts INTEGER)");
  db.run("INSERT INTO size VALUES (" + std::to_string(world.contacts) + ")");
  db.run(script("world.sql"));
  db.run("ANALYZE");
  db.run("CREATE TABLE recipe(text TEXT)");
  host::Statement insert(db.handle(), "INSERT INTO recipe VALUES (?)");
  insert.bind(1, recipe(world));
  insert.step();
  db.run("COMMIT");
}

}  // namespace

std::string script(const std::string& name) {
  return host::read_file(fs::path(SOFTOPTIN_BENCH_SCRIPTS) / name);
}

World World::from(int& count, char** arguments) {
  constexpr std::string_view contacts_flag = "--contacts=";
  constexpr std::string_view file_flag = "--file=";
  World world;
  int kept = 0;
  for (int at = 0; at < count; ++at) {
    const std::string_view argument = arguments[at];
    if (argument.starts_with(contacts_flag)) {
      world.contacts = std::stoll(std::string{argument.substr(contacts_flag.size())});
    } else if (argument.starts_with(file_flag)) {
      world.file = argument.substr(file_flag.size());
    } else {
      arguments[kept++] = arguments[at];
    }
  }
  count = kept;
  if (world.file.empty()) {
    world.file = fs::path(SOFTOPTIN_BENCH_FOLDER) / file_name(world.contacts);
  }
  return world;
}

void World::prepare() const {
  if (made_by(file, recipe(*this))) return;
  std::cerr << "Making " << file << " with " << contacts << " contacts ...\n";
  const auto start = std::chrono::steady_clock::now();
  fs::path unfinished = file;
  unfinished += ".unfinished";
  fs::remove(unfinished);
  // So that the memory which this takes is not counted as that of the benchmarks.
  in_a_child([&] {
    make(*this, unfinished);
    return 0;
  });
  fs::rename(unfinished, file);
  const auto took = std::chrono::steady_clock::now() - start;
  std::cerr << "Made in " << std::chrono::duration_cast<std::chrono::seconds>(took).count()
            << " s, " << fs::file_size(file) / 1'000'000 << " MB.\n";
}

World World::tenth() const {
  World tenth = *this;
  tenth.contacts = contacts / 10;
  tenth.file.replace_filename(file_name(tenth.contacts));
  return tenth;
}

std::unique_ptr<host::Database> World::open_without_extension() const {
  return std::make_unique<host::Database>(file.string(), host::Database::Mode::read_only);
}

std::unique_ptr<host::Database> World::open() const {
  auto db = open_without_extension();
  db->load_extension();
  return db;
}

std::vector<std::int64_t> some_contacts(const World& world, std::size_t count) {
  std::mt19937_64 generator(20'260'615);
  std::uniform_int_distribution<std::int64_t> anyone(1, world.contacts);
  std::vector<std::int64_t> contacts(count);
  for (std::int64_t& contact : contacts) contact = anyone(generator);
  return contacts;
}

}  // namespace softoptin::bench
