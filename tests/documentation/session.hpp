// A session in the real sqlite3 shell, with the built extension loaded, as a reader would have it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace softoptin::documentation {

// What one input printed; nothing where the shell never came to its end (a semicolon is missing).
struct Printed {
  std::string text;
  bool ended = false;

  // The lines with which the shell reports an error.
  [[nodiscard]] std::vector<std::string> errors() const;
};

// Where a session starts. `nothing`: an empty database. `schema`: the empty tables of
// sql/schema.sql. `relations`: the tables and views of sql/relations/. `shop`: the shop of
// examples/shop/.
bool known_world(std::string_view world);

// Runs the inputs in one session, in a scratch folder that shows the tree's folders, and gives what
// each printed: output and errors in the order in which a person sees them. `.load` of softoptin is
// that of the built extension. Throws std::runtime_error where the world itself does not load.
std::vector<Printed> run_session(std::string_view world, const std::vector<std::string>& inputs);

}  // namespace softoptin::documentation
