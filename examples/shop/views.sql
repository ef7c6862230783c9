-- The mapping: what softoptin reads, said in terms of the shop's tables.
-- The columns that are not here have nothing to stand for in this shop; their defaults hold.

CREATE VIEW soft_optin_contacts AS
SELECT
  id AS contact_id,
  email,
  mobile AS phone,
  country,
  CASE company WHEN 1 THEN 'corporate' ELSE 'individual' END AS subscriber
FROM customers;

CREATE VIEW soft_optin_products AS
SELECT
  articles.sku AS product_id,
  shelves.path AS category,            -- NULL for the gift card, which stands on no shelf
  CASE articles.origin WHEN 'partner' THEN 0 WHEN 'own' THEN 1 WHEN 'charity' THEN 1 END AS own,
  CASE articles.origin WHEN 'charity' THEN 0 WHEN 'own' THEN 1 WHEN 'partner' THEN 1 END
    AS commercial,
  articles.seller AS organisation
FROM articles
LEFT JOIN shelves ON shelves.sku = articles.sku;

-- A line of an order each, and the enquiries. What the person was shown is read from the form.
CREATE VIEW soft_optin_sales AS
SELECT
  orders.customer AS contact_id,
  order_lines.sku AS product_id,
  orders.placed_at AS occurred_at,
  CASE WHEN articles.origin = 'charity' THEN 'donation'
       WHEN orders.status IN ('paid', 'sent') THEN 'sale'
       ELSE orders.status END AS kind,  -- cancelled and refunded never allow anything
  NULL AS express_communication,
  forms.from_person AS collected_directly,
  forms.opt_out AS opt_out_offered,
  orders.declined AS refused,
  forms.preticked,
  CASE orders.reach_by WHEN 'mail' THEN 'email' WHEN 'text' THEN 'sms' ELSE orders.reach_by END
    AS channel,
  orders.seller AS organisation,
  orders.order_no || '/' || order_lines.line AS sale_id
FROM orders
JOIN order_lines ON order_lines.order_no = orders.order_no
LEFT JOIN articles ON articles.sku = order_lines.sku
LEFT JOIN forms ON forms.form = orders.form
UNION ALL
SELECT
  enquiries.customer,
  enquiries.sku,
  enquiries.made_at,
  CASE enquiries.kind WHEN 'quote' THEN 'negotiation' WHEN 'account' THEN 'free_account'
       ELSE enquiries.kind END,
  enquiries.asked,
  forms.from_person,
  forms.opt_out,
  enquiries.declined,
  forms.preticked,
  NULL,
  'Quillmoor Outdoor',
  enquiries.enquiry_no
FROM enquiries
LEFT JOIN forms ON forms.form = enquiries.form;

CREATE VIEW soft_optin_preferences AS
SELECT
  customer AS contact_id,
  address,
  'opt_out' AS state,
  received_at AS changed_at,
  CASE medium WHEN 'mail' THEN 'email' WHEN 'text' THEN 'sms' ELSE medium END AS channel,
  shelf AS category,
  0 AS preticked,
  'unsubscribe ' || no || ', ' || came_by AS proof
FROM unsubscribes
UNION ALL
SELECT
  customer,
  NULL,
  CASE state WHEN 'confirmed' THEN 'opt_in' ELSE state END,
  given_at,
  NULL,
  NULL,
  preticked,
  'consent ' || no || ', ' || proof
FROM consents;

CREATE VIEW soft_optin_messages AS
SELECT
  no AS message_id,
  customer AS contact_id,
  CASE medium WHEN 'mail' THEN 'email' WHEN 'text' THEN 'sms' ELSE medium END AS channel,
  sent_at,
  sku AS product_id,
  unsubscribe_link AS opt_out_included,
  CASE outcome WHEN 'delivered' THEN 'sent' ELSE outcome END AS status,
  'Quillmoor Outdoor' AS organisation
FROM mailings;

CREATE VIEW soft_optin_assessments AS
SELECT
  decided_on AS approved_at,
  decision AS outcome,
  next_review AS review_due_at,
  shelf AS category
FROM assessments;

CREATE VIEW soft_optin_similar_categories AS
SELECT shelf AS category, goes_with AS similar_to FROM similar_shelves;

-- Two shelves are similar when the first two steps of their paths are: footwear/running/trail and
-- footwear/running/road. The rest stays as softoptin has it: 12 months, the last day included.
CREATE VIEW soft_optin_settings (name, value) AS VALUES ('similarity_depth', 2);

-- For questions about one customer. A shop with many phone numbers adds the indexes on those, from
-- sql/relations/contacts.sql and preferences.sql.
CREATE INDEX orders_by_customer ON orders (customer);
CREATE INDEX enquiries_by_customer ON enquiries (customer);
CREATE INDEX unsubscribes_by_customer ON unsubscribes (customer);
CREATE INDEX consents_by_customer ON consents (customer);
CREATE INDEX mailings_by_customer ON mailings (customer, sent_at);
CREATE INDEX customers_by_email ON customers (lower(trim(email)));
CREATE INDEX unsubscribes_by_email ON unsubscribes (lower(trim(address)));
