-- The relations as views over tables of other names.
CREATE VIEW soft_optin_contacts AS
  SELECT id AS contact_id, email, phone, country, subscriber FROM people;
CREATE VIEW soft_optin_products AS
  SELECT sku AS product_id, path AS category, own, commercial, seller AS organisation, charity
  FROM articles;
CREATE VIEW soft_optin_sales AS
  SELECT id AS sale_id, buyer AS contact_id, sku AS product_id, at AS occurred_at,
         box AS opt_out_offered, kind, asked AS express_communication,
         directly AS collected_directly, refused, ticked AS preticked, way AS channel,
         seller AS organisation, cause AS "trigger"
  FROM orders;
CREATE VIEW soft_optin_preferences AS
  SELECT person AS contact_id, address, state, at AS changed_at, way AS channel, path AS category,
         seller AS organisation, ticked AS preticked, paper AS proof
  FROM said;
CREATE VIEW soft_optin_messages AS
  SELECT id AS message_id, receiver AS contact_id, way AS channel, at AS sent_at,
         sku AS product_id, link AS opt_out_included, delivery AS status, seller AS organisation
  FROM mailings;
CREATE VIEW soft_optin_assessments AS
  SELECT at AS approved_at, outcome, due AS review_due_at, path AS category,
         seller AS organisation
  FROM judged;
CREATE VIEW soft_optin_similar_categories AS SELECT one AS category, other AS similar_to FROM alike;
CREATE VIEW soft_optin_register_checks AS SELECT list AS register, at AS checked_at FROM screened;
CREATE VIEW soft_optin_policy_choices AS
  SELECT country AS jurisdiction, question AS parameter, answer AS value, reason,
         person AS decided_by, at AS decided_at
  FROM decided;
CREATE VIEW soft_optin_settings AS SELECT option AS name, choice AS value FROM options;
