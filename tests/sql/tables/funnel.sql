-- soft_optin_funnel: from all contacts down to the audience.
--@ include worlds/lawful.sql
SELECT count(*), sum(removed), min(remaining) FROM soft_optin_funnel('laces');
--> 22 | 3 | 1
SELECT code, removed, remaining FROM soft_optin_funnel('laces') WHERE removed > 0;
--> opted_out | 1 | 3
--> no_sale | 1 | 2
--> lapsed | 1 | 1
SELECT code, removed, remaining FROM soft_optin_funnel('watch') WHERE removed > 0;
--> third_party_product | 4 | 0
-- The last row is the size of the audience.
SELECT remaining = (SELECT count(*) FROM soft_optin_audience('laces'))
FROM soft_optin_funnel('laces') WHERE code = 'register_not_checked';
--> 1
DELETE FROM soft_optin_contacts;
SELECT sum(removed), max(remaining) FROM soft_optin_funnel('laces');
--> 0 | 0
SELECT * FROM soft_optin_funnel;
--! soft_optin_funnel needs its arguments: write soft_optin_funnel(product_id [, channel [, as_of]])
