// IdComparison: whether contact ids may be compared byte for byte, as a pass does.
#pragma once

#include <string_view>

#include "facts/contact_index.hpp"
#include "facts/layout.hpp"
#include "sqlite/value.hpp"

namespace softoptin::facts {

class IdComparison {
 public:
  // The index must outlive it.
  explicit IdComparison(const ContactIndex& contacts) : contacts_(contacts) {}

  // Whether that is what SQLite would do: the id is of the type of the contacts' ids, and if it is
  // a text, the column's collation tells upper from lower case and sees a blank at the end. Looks
  // into the relation once or twice. Throws Error.
  [[nodiscard]] bool by_bytes(const Layout& layout, sqlite::Cell id) {
    if (id.type() == SQLITE_INTEGER) return integers_by_bytes();
    return id.type() == SQLITE_TEXT && texts_by_bytes(layout, id.text());
  }
  [[nodiscard]] bool integers_by_bytes() const {
    return contacts_.type() != ContactIndex::Type::text;
  }
  [[nodiscard]] bool texts_by_bytes(const Layout& layout, std::string_view text);

 private:
  const ContactIndex& contacts_;
  // The relation whose collation has been looked into: by an id with letters, for case and blanks;
  // by one without, for blanks alone.
  const Layout* probed_by_letters_ = nullptr;
  const Layout* probed_by_blanks_ = nullptr;
};

}  // namespace softoptin::facts
