-- soft_optin_products: what you market and what you sold. Required. One row a product, or one for
-- each category of a product that stands in several. Written over articles of example_tables.sql:
-- put your own names in their place.
--
-- Keep products that are no longer sold in: a sale of a product that is not here is similar to
-- nothing.
--
-- In a database that you may only read, write CREATE TEMP VIEW.

DROP VIEW IF EXISTS soft_optin_products;
CREATE VIEW soft_optin_products AS
SELECT
  -- product_id: INTEGER or TEXT, required. The second argument of every function is this id.
  -- Condition: unknown_product.
  id AS product_id,

  -- category: TEXT, required: a path, from the general to the special, such as
  -- footwear/running/trail. Compared by whole segments, letter for letter. NULL or blank: similar
  -- to nothing but itself, and no assessment or opt-out for a category is sure to reach it. Where
  -- your categories have a parent id, build the path with a recursive query; where you have one
  -- flat list, its names are paths of one segment.
  -- Conditions: not_similar, opted_out, no_assessment.
  category AS category,

  -- own: 1/0/NULL, optional. 0: a third party's product. NULL: not known, a no. Left out: 1. Must
  -- be 1 in all rows of the product.
  -- Condition: third_party_product.
  CASE supplier WHEN 'own' THEN 1 WHEN 'partner' THEN 0 END AS own,

  -- commercial: 1/0/NULL, optional. 0: fundraising and other promotion that sells nothing. NULL:
  -- not known, a no. Left out: 1. Must be 1 in all rows of the product.
  -- Condition: non_commercial.
  1 - is_donation AS commercial,

  -- organisation: TEXT, optional: the legal entity whose product it is, written as in
  -- soft_optin_sales. NULL here and there, or left out of both: one organisation. NULL on one side
  -- only: not known, a no.
  -- Condition: other_organisation.
  legal_entity AS organisation,

  -- charity: 1/0/NULL, optional. 1: the organisation is a charity, and this promotes its charitable
  -- purposes (commercial = 0). Some countries have a rule of their own for that. NULL: not known, a
  -- no. Left out: 0. Must be 1 in all rows of the product.
  -- Condition: non_commercial.
  0 AS charity
FROM articles;

-- Index, on the table behind the view: product_id. articles.id is the primary key here, which is an
-- index already. Where it is not, for example with one row for each category of a product:
--
--     CREATE INDEX article_categories_by_article ON article_categories (article_id);
