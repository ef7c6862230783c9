-- Products with several rows, in place of those of the smallest world.
DROP TABLE soft_optin_products;
CREATE TABLE soft_optin_products(product_id TEXT, category TEXT, own INTEGER, commercial INTEGER);
INSERT INTO soft_optin_products VALUES
  ('shoes', 'footwear', 1, 1),
  ('boots', 'footwear', 1, 1), ('boots', 'outdoor', 1, 1),
  ('kit', 'footwear', 1, 1), ('kit', 'outdoor', 0, 1),
  ('raffle', 'footwear', 1, 1), ('raffle', 'events', 1, NULL);
