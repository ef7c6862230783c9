-- soft_optin_similar_categories: pairs of categories that you judged similar. Optional; without it
-- only the path decides (setting similarity_depth, settings.sql). Written over related_categories
-- of example_tables.sql. Whoever decides what counts as similar should keep the list: customers
-- would expect an offer of the one after buying the other. A table made for cross-selling ("others
-- also bought") is not such a list.
--
-- In a database that you may only read, write CREATE TEMP VIEW.

DROP VIEW IF EXISTS soft_optin_similar_categories;
CREATE VIEW soft_optin_similar_categories AS
SELECT
  -- category, similar_to: TEXT, required: paths as in soft_optin_products. Each side covers what
  -- lies below it, and the pair holds both ways. A NULL on either side pairs nothing.
  -- Condition: not_similar.
  category AS category,
  related_to AS similar_to
FROM related_categories;

-- No index: there are few rows, and all are read.
