#include "facts/pass_messages.hpp"

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
  unsorted_.push_back({{sent_at, found->second}, contact});
}

void PassMessages::finish(std::uint32_t contacts) {
  places_of_traits_.clear();
  if (unsorted_.size() == 0) return;
  // begins_[contact + 1] is where the contact's next message goes.
  begins_.assign(std::size_t{contacts} + 2, 0);
  for (std::size_t row = 0; row < unsorted_.size(); ++row) ++begins_[unsorted_[row].contact + 2];
  for (std::size_t place = 1; place < begins_.size(); ++place) begins_[place] += begins_[place - 1];
  messages_.resize(unsorted_.size());
  for (std::size_t row = 0; row < unsorted_.size(); ++row) {
    const auto& [message, contact] = unsorted_[row];
    messages_[begins_[contact + 1]++] = message;
  }
  begins_.pop_back();
  unsorted_ = {};
}

}  // namespace softoptin::facts
