-- Categories without a path, and scopes that no product is in.
--@ include worlds/lawful.sql
CREATE TEMP VIEW findings
AS SELECT severity, substr(relation, 12) AS relation, finding, rows, example, what_to_do
  FROM soft_optin_check;
INSERT INTO soft_optin_products VALUES
  ('hat', 'clothes', 1, 1, 'Trail Ltd'), ('cap', '/clothes/', 1, 1, 'Trail Ltd'),
  ('gift', NULL, 1, 1, 'Trail Ltd'),
  ('card', '//', 1, 1, 'Trail Ltd'), ('bag', '', 1, 1, 'Trail Ltd');
SELECT * FROM findings;
--> note | products | no_category | 3 | gift | Write the category of these products in category, a path such as footwear/running/trail: without one they are similar to nothing but themselves.
--> note | products | bare_root_category | 2 | cap | Write the whole path in category, such as footwear/running/trail, where a single step stands: all products of that step are similar to each other.
-- Paths shorter than similarity_depth asks for are similar to nothing.
INSERT INTO soft_optin_settings VALUES ('similarity_depth', 3);
SELECT severity, finding, rows, what_to_do FROM findings WHERE finding <> 'no_category';
--> warning | shallow_category | 7 | Write paths of at least as many steps in category as the setting similarity_depth says: shorter ones are similar to nothing but themselves.
DELETE FROM soft_optin_settings;
DELETE FROM soft_optin_products WHERE product_id IN ('hat', 'cap', 'gift', 'card', 'bag');

-- A scope covers what lies below it, letter for letter.
INSERT INTO soft_optin_preferences(contact_id, state, changed_at, category) VALUES
  (1, 'opt_out', '2026-03-15', 'footwear'), (1, 'opt_out', '2026-03-15', '/footwear//running/'),
  (1, 'opt_out', '2026-03-15', 'Footwear'), (3, 'opt_out', '2026-03-15', 'Footwear'),
  (4, 'opt_out', '2026-03-15', 'footwear/running/trail'), (4, 'opt_out', '2026-03-15', '/');
INSERT INTO soft_optin_assessments VALUES ('2026-01-10', 'rejected', NULL, 'garden', NULL);
INSERT INTO soft_optin_similar_categories VALUES ('footwear', 'tents'), ('tent', 'camping/tents'),
  ('footwear', NULL);
SELECT * FROM findings;
--> error | preferences | category_without_products | 2 | 1 | Write a category that soft_optin_products has in place of 'Footwear' in category, letter for letter: no product is in it, so that an opt-out of it stops nothing.
--> error | preferences | category_without_products | 1 | 4 | Write a category that soft_optin_products has in place of 'footwear/running/trail' in category, letter for letter: no product is in it, so that an opt-out of it stops nothing.
--> warning | preferences | blank_category | 1 | 4 | Write NULL (all categories) in category, or the category that is meant, where a blank or slashes alone stand: which category that is, is not known.
--> warning | assessments | category_without_products | 1 | NULL | Write a category that soft_optin_products has in place of 'garden' in category, letter for letter: no product is in it, so that the assessment covers none.
--> warning | similar_categories | category_without_products | 1 | NULL | Write a category that soft_optin_products has in place of 'tent' in category, letter for letter: no product is in it, so that it is similar to nothing.
--> warning | similar_categories | category_without_products | 1 | NULL | Write a category that soft_optin_products has in place of 'tents' in similar_to, letter for letter: no product is in it, so that it is similar to nothing.
