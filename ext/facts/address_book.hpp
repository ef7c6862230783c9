// AddressBook: an address of every contact. 8 bytes a contact, and the text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rules/text.hpp"
#include "sqlite/value.hpp"

namespace softoptin::facts {

class AddressBook {
 public:
  // Of the next contact. NULL and blank are none.
  void add(sqlite::Cell address) {
    const std::string_view text = address.text();
    if (!rules::blank(text)) texts_ += text;
    ends_.push_back(texts_.size());
  }
  [[nodiscard]] std::size_t size() const { return ends_.size(); }

  // Empty where there is none. Valid as long as the book.
  [[nodiscard]] std::string_view operator[](std::uint32_t contact) const {
    const std::uint64_t begin = contact == 0 ? 0 : ends_[contact - 1];
    return std::string_view{texts_}.substr(begin, ends_[contact] - begin);
  }

 private:
  std::string texts_;
  std::vector<std::uint64_t> ends_;
};

}  // namespace softoptin::facts
