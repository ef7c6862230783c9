// ContactFilter: whether a row is of one of some contacts, without a look-up of the contact: a bit
// each, where ids lie close together by their position.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "facts/contact_index.hpp"
#include "facts/contact_set.hpp"
#include "sqlite/value.hpp"

namespace softoptin::facts {

class ContactFilter {
 public:
  // Of nobody yet. The index must be finished and outlive it.
  explicit ContactFilter(const ContactIndex& contacts)
      : contacts_(contacts), positions_(contacts.positions()) {}

  ContactFilter(const ContactIndex& contacts, const std::vector<std::uint32_t>& wanted)
      : ContactFilter(contacts) {
    for (const std::uint32_t contact : wanted) add(contact);
  }

  void add(std::uint32_t contact) { add_if(true, contact); }
  void add_if(bool wanted, std::uint32_t contact) {
    positions_.add_if(wanted, contacts_.position(contact));
  }

  [[nodiscard]] bool has(sqlite::Cell id) const {
    if (id.type() == SQLITE_INTEGER) return has(id.integer());
    return id.type() == SQLITE_TEXT && has_position(contacts_.find(id.text()));
  }
  [[nodiscard]] bool has(std::int64_t id) const {
    return has_position(contacts_.find_position(id));
  }

 private:
  [[nodiscard]] bool has_position(std::optional<std::uint32_t> position) const {
    return position && positions_.has(*position);
  }

  const ContactIndex& contacts_;
  ContactSet positions_;
};

}  // namespace softoptin::facts
