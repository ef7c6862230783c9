// PassMessages: the messages of a pass that may extend a window, by contact.
//
// 16 bytes a message, and 4 a contact where there are many.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <tuple>
#include <vector>

#include "facts/chunks.hpp"
#include "facts/dossier.hpp"
#include "facts/pass_packing.hpp"
#include "facts/rows_with.hpp"

namespace softoptin::facts {

class PassMessages {
 public:
  // What a message says besides its time.
  struct Traits {
    const ProductRecord* product;
    std::uint32_t organisation;  // Its place in the pass; of no use where there is no such column.
    rules::ChannelScope channel;
    rules::Truth sent;
    rules::Truth opt_out_included;
  };

  // Messages are added in any order, then put in order by contact; those of one contact stay in
  // the order in which they came.
  void add(std::uint32_t contact, std::int64_t sent_at, const Traits& traits);
  void finish(std::uint32_t contacts);
  // Whether messages name their sender.
  void set_names_sender(bool names_sender) { names_sender_ = names_sender; }
  [[nodiscard]] bool names_sender() const { return names_sender_; }

  [[nodiscard]] std::span<const PackedMessage> of(std::uint32_t contact) const {
    if (begins_.empty()) return rows_with(messages_, &PackedMessage::contact, contact);
    return std::span{messages_}.subspan(begins_[contact], begins_[contact + 1] - begins_[contact]);
  }
  [[nodiscard]] const Traits& traits(const PackedMessage& message) const {
    return traits_[message.traits];
  }

 private:
  using Key = std::tuple<const ProductRecord*, std::uint32_t, std::uint32_t>;

  void sort_by_place(std::uint32_t contacts);

  bool names_sender_ = false;
  Chunks<PackedMessage> unsorted_;
  std::vector<PackedMessage> messages_;  // By contact.
  std::vector<std::uint32_t> begins_;    // Where they are many, those of contact n at begins_[n].
  std::vector<Traits> traits_;
  std::map<Key, std::uint32_t> places_of_traits_;
};

}  // namespace softoptin::facts
