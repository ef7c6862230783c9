// AddressHash: what a pass keeps of an address. Two spellings of one address have one hash.
//
// Anybody may have an address of their own choice. Were they able to choose one of the same hash as
// another's, their opt-in would lift the other's opt-out. So the key is a secret of this pass
// alone; by chance two addresses of a million have one hash once in some 40 million passes.
#pragma once

#include <cstdint>
#include <string_view>

#include "facts/keyed_hash.hpp"
#include "sqlite/value.hpp"

namespace softoptin::facts {

class AddressHash {
 public:
  AddressHash();

  // Of the form in which addresses are compared (rules/text.hpp); 0 where there is none.
  [[nodiscard]] std::uint64_t email(sqlite::Cell cell) const;
  [[nodiscard]] std::uint64_t phone(sqlite::Cell cell) const;

 private:
  [[nodiscard]] std::uint64_t of(std::string_view key) const;

  SipHash<> hash_;
};

// The first sign of the phone's key; NUL where there is no phone.
char first_of_phone(sqlite::Cell cell);

}  // namespace softoptin::facts
