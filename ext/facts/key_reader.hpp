// KeyReader: the facts on one contact, looked up by key through the user's own indexes.
//
// It lives in the state of one SQL statement and keeps its snapshot. The first question costs the
// preparing of some ten statements; each further one a handful of index look-ups: the contact, its
// sales, its preferences (by contact_id, by email, by phone), the contacts with the same address,
// and each product that was not met before. Products, settings, assessments and similar categories
// are read once.
//
// For these look-ups to be quick there must be indexes behind the views: on the contact_id and
// product_id columns, and on lower(trim(email)) and lower(trim(address)); sql/relations/ has them
// all.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "facts/dossier.hpp"
#include "facts/house.hpp"
#include "facts/layout.hpp"
#include "facts/snapshot.hpp"
#include "sqlite/connection.hpp"

namespace softoptin::facts {

class KeyReader {
 public:
  // Takes the snapshot, reads the settings and finds the relations. Throws Error.
  explicit KeyReader(sqlite3* db);

  [[nodiscard]] const Settings& settings() const { return settings_; }
  [[nodiscard]] rules::Moment now() const { return snapshot_.now(); }

  // Fills the dossier for a question on that channel; the ids are not NULL. Throws Error.
  const Dossier& read(const sqlite::Value& contact_id, const sqlite::Value& product_id,
                      rules::Channel channel);

 private:
  struct SimilarPair {
    std::string left;
    std::string right;
  };

  [[nodiscard]] Layout find(const Relation& relation) const;
  void read_assessments();
  void read_similar_categories();
  void prepare_preferences();
  void prepare_contacts_by_address();

  const ProductRecord& product(const sqlite::Value& product_id);
  [[nodiscard]] ProductRecord look_up_product(const sqlite::Value& product_id);
  [[nodiscard]] std::optional<ContactRecord> contact(const sqlite::Value& contact_id);
  void read_sales();
  void read_ledgers(rules::Channel channel);
  void read_ledger(const ContactRecord& contact, bool other_contact);
  void read_preferences(sqlite::Statement& statement, RecordedFor recorded_for);
  void judge_assessments();
  [[nodiscard]] rules::Truth similar_to_asked(const ProductRecord& sold) const;

  Snapshot snapshot_;
  Settings settings_;
  std::vector<AssessmentRecord> assessments_;
  std::vector<SimilarPair> similar_categories_;
  std::vector<rules::SimilarPair> similar_pairs_;
  std::map<sqlite::Value, ProductRecord> products_;

  sqlite::Statement contact_by_id_;
  std::optional<sqlite::Statement> contacts_by_email_;
  std::optional<sqlite::Statement> contacts_by_phone_;
  sqlite::Statement product_by_id_;
  sqlite::Statement sales_by_contact_;
  std::optional<sqlite::Statement> preferences_by_contact_;
  std::optional<sqlite::Statement> preferences_by_email_;
  std::optional<sqlite::Statement> preferences_by_phone_;

  Dossier dossier_;
};

}  // namespace softoptin::facts
