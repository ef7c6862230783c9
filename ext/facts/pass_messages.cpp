#include "facts/pass_messages.hpp"

#include <algorithm>

namespace softoptin::facts {

void PassMessages::add(std::uint32_t contact, std::int64_t sent_at, const Traits& traits) {
  const std::uint32_t words = static_cast<std::uint32_t>(traits.channel.reach) |
                              static_cast<std::uint32_t>(traits.channel.channel) << 4U |
                              static_cast<std::uint32_t>(traits.sent) << 8U |
                              static_cast<std::uint32_t>(traits.opt_out_included) << 12U;
  const auto next = static_cast<std::uint32_t>(traits_.size());
  const auto [found, added] =
      places_of_traits_.emplace(Key{traits.product, traits.organisation, words}, next);
  if (added) traits_.push_back(traits);
  unsorted_.push_back({sent_at, found->second, contact});
}

void PassMessages::finish(std::uint32_t contacts) {
  places_of_traits_.clear();
  constexpr std::size_t few = 16;  // One for so many contacts, whom to go through costs more.
  if (unsorted_.size() * few > contacts) return sort_by_place(contacts);
  messages_.reserve(unsorted_.size());
  for (std::size_t row = 0; row < unsorted_.size(); ++row) messages_.push_back(unsorted_[row]);
  std::ranges::stable_sort(messages_, {}, &PackedMessage::contact);
  unsorted_ = {};
}

// begins_[contact + 1] is where the contact's next message goes.
void PassMessages::sort_by_place(std::uint32_t contacts) {
  begins_.assign(std::size_t{contacts} + 2, 0);
  for (std::size_t row = 0; row < unsorted_.size(); ++row) ++begins_[unsorted_[row].contact + 2];
  for (std::size_t place = 1; place < begins_.size(); ++place) begins_[place] += begins_[place - 1];
  messages_.resize(unsorted_.size());
  for (std::size_t row = 0; row < unsorted_.size(); ++row) {
    messages_[begins_[unsorted_[row].contact + 1]++] = unsorted_[row];
  }
  begins_.pop_back();
  unsorted_ = {};
}

}  // namespace softoptin::facts
