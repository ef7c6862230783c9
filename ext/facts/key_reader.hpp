// KeyReader: the facts on one contact, looked up by key through the user's own indexes.
//
// The first question costs the preparing of some ten statements; each further one a handful of
// index look-ups: the contact, its sales, its preferences (by contact_id, by email, by phone), the
// contacts with the same address, and each product that was not met before; its messages where the
// policy rolls. Products, settings, assessments and similar categories are read once.
//
// For these look-ups to be quick there must be indexes behind the views: on the contact_id and
// product_id columns, and on lower(trim(email)) and lower(trim(address)); sql/relations/ has them
// all.
#pragma once

#include <optional>
#include <vector>

#include "facts/dossier.hpp"
#include "facts/lookup.hpp"
#include "facts/source.hpp"

namespace softoptin::facts {

class KeyReader {
 public:
  // The source must outlive the reader.
  explicit KeyReader(Source& source);

  // Fills the dossier for a question; the ids are not NULL. Throws Error. Valid until the next one.
  const Dossier& read(const sqlite::Value& contact_id, const sqlite::Value& product_id,
                      const Asking& asking);
  // The contact of that id; nothing when there is none. Throws Error.
  [[nodiscard]] std::optional<ContactRecord> contact(const sqlite::Value& contact_id);
  // Rows that its look-ups have stepped over for want of an index.
  [[nodiscard]] std::int64_t rows_scanned() const;

 private:
  void find_policy(const Asking& asking);
  void read_sales();
  void read_ledgers(rules::Channel channel);
  [[nodiscard]] std::vector<ContactRecord> others_with(rules::Address address);
  void read_ledger(const ContactRecord& contact, bool other_contact);
  void read_preferences(sqlite::Statement& statement, RecordedFor recorded_for);
  void read_messages();
  [[nodiscard]] rules::Message message_of(const sqlite::Rows& row);
  [[nodiscard]] bool opted_out(const ProductRecord& product, const rules::Moment& then) const;

  Source& source_;
  Lookup contact_by_id_;
  Lookup contacts_by_email_;
  Lookup contacts_by_phone_;
  Lookup sales_by_contact_;
  Lookup preferences_by_contact_;
  Lookup preferences_by_email_;
  Lookup preferences_by_phone_;
  std::optional<Lookup> messages_by_contact_;  // Where a window may roll.

  Dossier dossier_;
  const rules::Zone* zone_ = nullptr;  // Of the latest question.
};

}  // namespace softoptin::facts
