// The checks: what the house asks of its tree. Each names every breach it finds.
#pragma once

#include <string>

#include "tree.hpp"

namespace softoptin::house {

// arrows.cpp: who may include whom.
Breaches wrong_arrows(const Tree& tree);     // api -> facts -> rules; api, facts -> sqlite.
Breaches foreign_headers(const Tree& tree);  // Other libraries, each in its one room.
Breaches second_includes_of_sqlite(const Tree& tree);  // sqlite3ext.h in one file of ext/ only.
Breaches clocks_and_files(const Tree& tree);           // ext/ has no clock; rules/ has no I/O.

// plan.cpp: where things are.
Breaches strangers_at_the_top(const Tree& tree);
Breaches strangers_in_ext(const Tree& tree);  // Rooms that nobody planned.
Breaches lumber_rooms(const Tree& tree);      // src/, util/, common/, third_party/.
Breaches odd_file_names(const Tree& tree);

// names.cpp: one spelling from the law to the test.
Breaches conditions_without_heading(const Tree& tree);
Breaches headings_without_condition(const Tree& tree);
Breaches relations_without_file(const Tree& tree);
Breaches files_without_relation(const Tree& tree);
Breaches names_without_page(const Tree& tree);
Breaches pages_without_name(const Tree& tree);

// traps.cpp: what tests/README.md says of tests.
Breaches traps_without_test(const Tree& tree);  // A test that it names is there.

// habits.cpp: how things are written.
Breaches wide_lines(const Tree& tree);
Breaches tabs_and_trailing_blanks(const Tree& tree);
Breaches long_files(const Tree& tree);
Breaches foreign_type_and_constant_names(const Tree& tree);
Breaches version_written_twice(const Tree& tree);
Breaches places_of_one_machine(const Tree& tree);
Breaches scripts_that_do_not_say_what_runs_them(const Tree& tree);

// The version that CMakeLists.txt declares.
std::string version_of(const Tree& tree);

// The written list of the public surface: surface.txt without its comments, in order.
std::vector<std::string> written_surface(const Tree& tree);

}  // namespace softoptin::house
