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
      : contacts_(contacts),
        first_id_(contacts.id_of_first_position()),
        size_(contacts.positions()),
        positions_(size_) {}

  ContactFilter(const ContactIndex& contacts, const std::vector<std::uint32_t>& wanted)
      : ContactFilter(contacts) {
    for (const std::uint32_t contact : wanted) add(contact);
  }

  void add(std::uint32_t contact) { add_if(true, contact); }
  void add_if(bool wanted, std::uint32_t contact) {
    positions_.add_if(wanted, contacts_.position(contact));
  }

  [[nodiscard]] bool has(sqlite::Cell id) const {
    if (id.type() == SQLITE_TEXT) return has_contact(contacts_.find(id.text()));
    if (id.type() != SQLITE_INTEGER) return false;
    return by_position() ? has_at(id.integer()) : has_contact(contacts_.find(id.integer()));
  }
  // Whether has_at() answers for integers: where ids lie close together. It costs some nanoseconds.
  [[nodiscard]] bool by_position() const { return first_id_.has_value(); }
  [[nodiscard]] bool has_at(std::int64_t id) const {
    const std::uint64_t at =
        static_cast<std::uint64_t>(id) - static_cast<std::uint64_t>(*first_id_);
    return at < size_ && positions_.has(static_cast<std::uint32_t>(at));
  }

 private:
  [[nodiscard]] bool has_contact(std::optional<std::uint32_t> contact) const {
    return contact && positions_.has(contacts_.position(*contact));
  }

  const ContactIndex& contacts_;
  std::optional<std::int64_t> first_id_;
  std::uint32_t size_;
  ContactSet positions_;
};

}  // namespace softoptin::facts
