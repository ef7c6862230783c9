-- A contact_id that stands there twice is an error: which row is the person's, nobody knows.
--@ include worlds/smallest.sql
ALTER TABLE soft_optin_contacts RENAME TO people;
CREATE VIEW soft_optin_contacts AS SELECT * FROM people UNION ALL SELECT 1, 'ada@old.example.org';
SELECT soft_optin_eligible(1, 'shoes');
--! soft_optin_contacts has several rows for one contact_id: make contact_id unique
SELECT * FROM soft_optin_conditions(1, 'shoes');
--! soft_optin_contacts has several rows for one contact_id: make contact_id unique
-- Somebody else can still be asked about.
INSERT INTO people VALUES (2, 'bob@example.org');
SELECT soft_optin_reason(2, 'shoes');
--> no_sale

-- A product of several rows is in several categories; own and commercial must be 1 in all of them.
--@ include worlds/products_twice.sql
SELECT soft_optin_reason(2, 'boots'), soft_optin_reason(2, 'kit'), soft_optin_reason(2, 'raffle');
--> no_sale | third_party_product | non_commercial
-- The same address under two contacts is no duplicate.
UPDATE people SET email = 'ada@old.example.org' WHERE contact_id = 2;
SELECT soft_optin_reason(2, 'shoes');
--> no_sale
