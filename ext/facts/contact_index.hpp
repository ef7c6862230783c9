// ContactIndex: every contact's id, and where to find it again. Ids are all INTEGER or all TEXT.
//
// 8 to 16 bytes a contact, plus the text of the ids. Ids that lie close together, as those of most
// tables do, are found by position; others by hashing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sqlite/value.hpp"

namespace softoptin::facts {

class ContactIndex {
 public:
  enum class Type : std::uint8_t { none, integer, text };

  // The type of the ids added; none before the first.
  [[nodiscard]] Type type() const { return type_; }
  [[nodiscard]] std::uint32_t size() const { return size_; }

  void add(std::int64_t id);
  void add(std::string_view id);
  // Makes the ids findable. False when one was added twice.
  [[nodiscard]] bool finish();

  [[nodiscard]] std::optional<std::uint32_t> find(std::int64_t id) const;
  // Has the memory that find(id) will look at fetched meanwhile.
  void prefetch(std::int64_t id) const;
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view id) const;
  // Has the memory that id(contact) will look at first fetched meanwhile.
  void prefetch_id(std::uint32_t contact) const {
    if (type_ == Type::integer) __builtin_prefetch(&integers_[contact]);
    if (type_ == Type::text) __builtin_prefetch(&text_ends_[contact]);
  }
  [[nodiscard]] sqlite::Value id(std::uint32_t contact) const;

  // Where a contact stands among all positions: by its id, where ids lie close together, else by
  // its number. Perhaps no contact stands at one.
  [[nodiscard]] std::uint32_t positions() const {
    return by_position_ ? static_cast<std::uint32_t>(slots_.size()) : size_;
  }
  [[nodiscard]] std::uint32_t position(std::uint32_t contact) const {
    return by_position_ ? static_cast<std::uint32_t>(integers_[contact] - first_) : contact;
  }
  // The id at position 0, where ids lie close together.
  [[nodiscard]] std::optional<std::int64_t> id_of_first_position() const {
    return by_position_ ? std::optional{first_} : std::nullopt;
  }

 private:
  [[nodiscard]] std::string_view text(std::uint32_t contact) const;
  [[nodiscard]] bool finish_by_position();
  template <class Id>
  [[nodiscard]] std::optional<std::uint32_t> find_by_hash(const Id& id) const;
  [[nodiscard]] bool finish_by_hash();

  Type type_ = Type::none;
  std::uint32_t size_ = 0;
  std::vector<std::int64_t> integers_;
  std::string texts_;
  std::vector<std::uint64_t> text_ends_;
  // By position: slot n is the contact of id first_ + n. By hash: open addressing. 0: none, else
  // contact + 1.
  std::vector<std::uint32_t> slots_;
  bool by_position_ = false;
  std::int64_t first_ = 0;
};

}  // namespace softoptin::facts
