-- The answers change with the tables and the day, so that no index and no generated column
-- may keep them.
--@ include worlds/lawful.sql
CREATE INDEX kept ON soft_optin_contacts(soft_optin_eligible(contact_id, 'shoes'));
--! non-deterministic functions prohibited in index expressions
CREATE INDEX kept ON soft_optin_contacts(contact_id)
WHERE marketing_basis(contact_id, 'shoes') IS NOT NULL;
--! non-deterministic functions prohibited in partial index WHERE clauses
CREATE TABLE kept(id, reason AS (soft_optin_reason(id, 'shoes')));
--! non-deterministic functions prohibited in generated columns

-- The version is the same for as long as the program runs.
CREATE INDEX kept ON soft_optin_contacts(soft_optin_version());
DROP INDEX kept;

-- And an answer follows what changed.
SELECT soft_optin_reason(1, 'shoes');
--> eligible
INSERT INTO soft_optin_preferences(contact_id, state, changed_at)
VALUES (1, 'opt_out', '2026-06-15');
SELECT soft_optin_reason(1, 'shoes');
--> opted_out
