// Source: the user's relations as one statement sees them, and what is read of them only once.
//
// It lives in the state of one SQL statement and keeps its snapshot. Both readers share it:
// KeyReader looks up one contact at a time, Pass reads everything.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "facts/dossier.hpp"
#include "facts/house.hpp"
#include "facts/layout.hpp"
#include "facts/lookup.hpp"
#include "facts/policies.hpp"
#include "facts/snapshot.hpp"

namespace softoptin::facts {

class Source {
 public:
  // Takes the snapshot, reads the settings, the assessments and the similar categories, and finds
  // the relations. Throws Error.
  explicit Source(sqlite3* db);
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;
  Source(Source&&) = delete;
  Source& operator=(Source&&) = delete;
  ~Source() = default;

  [[nodiscard]] const Snapshot& snapshot() const { return snapshot_; }
  [[nodiscard]] const Settings& settings() const { return settings_; }
  [[nodiscard]] Policies& policies() { return policies_; }
  [[nodiscard]] const Layout& contacts() const { return contacts_; }
  [[nodiscard]] const Layout& sales() const { return sales_; }
  [[nodiscard]] const Layout& preferences() const { return preferences_; }

  // soft_optin_messages, where a window may roll and it is there; else null.
  [[nodiscard]] const Layout* messages() const { return messages_ ? &*messages_ : nullptr; }

  // A relation that only some questions need. Throws Error when it is absent.
  [[nodiscard]] Layout find_required(const Relation& relation) const;

  // The product of that id, looked up by key when it is first asked for; where look-ups turn out to
  // read the whole relation each time, all products are read at once. Valid as long as the source.
  const ProductRecord& product(const sqlite::Value& product_id);

  // Whether a product is similar to one that was sold; unknown when it does not exist.
  [[nodiscard]] rules::Truth similar(const ProductRecord& asked, const ProductRecord& sold) const;
  // All rows of soft_optin_assessments.
  [[nodiscard]] const std::vector<AssessmentRecord>& assessments() const { return assessments_; }
  // Whether each of them covers the product's category and organisation.
  [[nodiscard]] std::vector<rules::Truth> assessments_cover(const ProductRecord& product) const;
  // The same rows as they bear on a product that they cover so, their days those of the zone.
  [[nodiscard]] std::vector<rules::Assessment> assessments_in(
      const rules::Zone& zone, std::span<const rules::Truth> covers) const;

 private:
  [[nodiscard]] Layout find(const Relation& relation) const;
  void read_assessments();
  void read_similar_categories();
  [[nodiscard]] ProductRecord look_up_product(const sqlite::Value& product_id);
  void read_every_product();

  Snapshot snapshot_;
  Settings settings_;
  Policies policies_;
  Layout contacts_;
  Layout products_;
  Layout sales_;
  Layout preferences_;
  std::optional<Layout> messages_;
  Lookup product_by_id_;
  std::vector<AssessmentRecord> assessments_;
  std::vector<std::pair<std::string, std::string>> similar_categories_;
  std::map<sqlite::Value, ProductRecord> met_products_;
  bool every_product_read_ = false;
};

}  // namespace softoptin::facts
