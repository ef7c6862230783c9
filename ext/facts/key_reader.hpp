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
#include <utility>
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
  KeyReader(const KeyReader&) = delete;
  KeyReader& operator=(const KeyReader&) = delete;
  KeyReader(KeyReader&&) = delete;
  KeyReader& operator=(KeyReader&&) = delete;
  ~KeyReader() = default;

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

  // A look-up, prepared when it is first needed.
  class Lookup {
   public:
    Lookup(const Layout& layout, std::string where) : layout_(layout), where_(std::move(where)) {}
    sqlite::Statement& statement();

   private:
    const Layout& layout_;
    std::string where_;
    std::optional<sqlite::Statement> statement_;
  };

  [[nodiscard]] Layout find(const Relation& relation) const;
  [[nodiscard]] Layout find_required(const Relation& relation) const;
  void read_assessments();
  void read_similar_categories();

  const ProductRecord& product(const sqlite::Value& product_id);
  [[nodiscard]] ProductRecord look_up_product(const sqlite::Value& product_id);
  [[nodiscard]] std::optional<ContactRecord> contact(const sqlite::Value& contact_id);
  void read_sales();
  void read_ledgers(rules::Channel channel);
  [[nodiscard]] std::vector<ContactRecord> others_with(rules::Address address);
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

  Layout contacts_layout_;
  Layout products_layout_;
  Layout sales_layout_;
  Layout preferences_layout_;
  Lookup contact_by_id_;
  Lookup contacts_by_email_;
  Lookup contacts_by_phone_;
  Lookup product_by_id_;
  Lookup sales_by_contact_;
  Lookup preferences_by_contact_;
  Lookup preferences_by_email_;
  Lookup preferences_by_phone_;

  Dossier dossier_;
};

}  // namespace softoptin::facts
