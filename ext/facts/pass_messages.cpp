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
  if (unsorted_.empty()) return;
  begins_.assign(std::size_t{contacts} + 1, 0);
  for (const Unsorted& entry : unsorted_) ++begins_[entry.contact + 1];
  for (std::size_t contact = 1; contact < begins_.size(); ++contact) {
    begins_[contact] += begins_[contact - 1];
  }
  std::vector<std::uint32_t> next{begins_};
  messages_.resize(unsorted_.size());
  for (const Unsorted& entry : unsorted_) messages_[next[entry.contact]++] = entry.message;
  unsorted_ = {};
}

}  // namespace softoptin::facts
