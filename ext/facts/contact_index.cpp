#include "facts/contact_index.hpp"

#include <algorithm>
#include <bit>
#include <functional>

namespace softoptin::facts {
namespace {

std::uint64_t hash(std::int64_t id) {
  // Fibonacci hashing: the high bits of the product are well mixed.
  return static_cast<std::uint64_t>(id) * 0x9E37'79B9'7F4A'7C15U;
}

std::uint64_t hash(std::string_view id) { return std::hash<std::string_view>{}(id); }

}  // namespace

void ContactIndex::add(std::int64_t id) {
  type_ = Type::integer;
  integers_.push_back(id);
  ++size_;
}

void ContactIndex::add(std::string_view id) {
  type_ = Type::text;
  texts_ += id;
  text_ends_.push_back(texts_.size());
  ++size_;
}

bool ContactIndex::finish() {
  if (size_ == 0) return true;
  if (type_ == Type::integer) {
    const auto [lowest, highest] = std::ranges::minmax(integers_);
    const std::uint64_t span =
        static_cast<std::uint64_t>(highest) - static_cast<std::uint64_t>(lowest);
    by_position_ = span < std::uint64_t{4} * size_;
    first_ = lowest;
    if (by_position_) {
      slots_.assign(static_cast<std::size_t>(span) + 1, 0);
      return finish_by_position();
    }
  }
  slots_.assign(std::bit_ceil(std::size_t{2} * size_), 0);
  return finish_by_hash();
}

bool ContactIndex::finish_by_position() {
  for (std::uint32_t contact = 0; contact < size_; ++contact) {
    auto& slot = slots_[static_cast<std::size_t>(integers_[contact] - first_)];
    if (slot != 0) return false;
    slot = contact + 1;
  }
  return true;
}

bool ContactIndex::finish_by_hash() {
  const std::size_t mask = slots_.size() - 1;
  for (std::uint32_t contact = 0; contact < size_; ++contact) {
    const bool integer = type_ == Type::integer;
    if (integer ? find(integers_[contact]) : find(text(contact))) return false;
    const std::uint64_t mixed = integer ? hash(integers_[contact]) : hash(text(contact));
    std::size_t at = static_cast<std::size_t>(mixed >> 20U) & mask;
    while (slots_[at] != 0) at = (at + 1) & mask;
    slots_[at] = contact + 1;
  }
  return true;
}

template <class Id>
std::optional<std::uint32_t> ContactIndex::find_by_hash(const Id& id) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = static_cast<std::size_t>(hash(id) >> 20U) & mask; slots_[at] != 0;
       at = (at + 1) & mask) {
    const std::uint32_t contact = slots_[at] - 1;
    if constexpr (std::is_same_v<Id, std::int64_t>) {
      if (integers_[contact] == id) return contact;
    } else {
      if (text(contact) == id) return contact;
    }
  }
  return std::nullopt;
}

std::optional<std::uint32_t> ContactIndex::find(std::int64_t id) const {
  if (type_ != Type::integer) return std::nullopt;
  if (!by_position_) return find_by_hash(id);
  const std::uint64_t at = static_cast<std::uint64_t>(id) - static_cast<std::uint64_t>(first_);
  if (at >= slots_.size() || slots_[static_cast<std::size_t>(at)] == 0) return std::nullopt;
  return slots_[static_cast<std::size_t>(at)] - 1;
}

void ContactIndex::prefetch(std::int64_t id) const {
  if (slots_.empty()) return;
  const std::uint64_t place =
      by_position_ ? static_cast<std::uint64_t>(id) - static_cast<std::uint64_t>(first_)
                   : hash(id) >> 20U & (slots_.size() - 1);
  if (place < slots_.size()) __builtin_prefetch(&slots_[static_cast<std::size_t>(place)]);
}

std::optional<std::uint32_t> ContactIndex::find(std::string_view id) const {
  if (type_ != Type::text) return std::nullopt;
  return find_by_hash(id);
}

std::string_view ContactIndex::text(std::uint32_t contact) const {
  const std::uint64_t begin = contact == 0 ? 0 : text_ends_[contact - 1];
  return std::string_view{texts_}.substr(begin, text_ends_[contact] - begin);
}

sqlite::Value ContactIndex::id(std::uint32_t contact) const {
  if (type_ == Type::integer) return integers_[contact];
  return std::string{text(contact)};
}

}  // namespace softoptin::facts
