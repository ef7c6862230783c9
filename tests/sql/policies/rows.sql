-- soft_optin_policies has every dated row, and needs no table: it answers over an empty database.
SELECT count(*), count(DISTINCT policy), count(DISTINCT jurisdiction) FROM soft_optin_policies;
--> 45 | 45 | 42
SELECT policy, variant, valid_from, valid_to FROM soft_optin_policies
WHERE jurisdiction IN ('GB', 'NL') ORDER BY rowid;
--> GB | commercial | 2003-12-11 | NULL
--> GB charity | charity | 2026-02-05 | NULL
--> NL until 2021-06-30 | commercial | 2009-10-01 | 2021-06-30
--> NL | commercial | 2021-07-01 | NULL

-- What a source says is a word, and what it is from is never blank.
SELECT DISTINCT said FROM (
  SELECT email AS said FROM soft_optin_policies UNION ALL
  SELECT in_app FROM soft_optin_policies UNION ALL
  SELECT enquiry FROM soft_optin_policies UNION ALL
  SELECT free_account FROM soft_optin_policies UNION ALL
  SELECT similar_required FROM soft_optin_policies)
ORDER BY said;
--> conditional
--> disputed
--> no
--> unknown
--> yes
SELECT policy FROM soft_optin_policies
WHERE citation IS NULL OR sources IS NULL OR seen_as IS NULL OR last_checked IS NULL
   OR valid_from_basis IS NULL;
--> (nothing)

-- The version is the day of checking and a digest of the row.
SELECT count(DISTINCT version), min(version GLOB last_checked || '-[0-9a-f][0-9a-f][0-9a-f]*'),
       min(length(version)), max(length(version))
FROM soft_optin_policies;
--> 45 | 1 | 19 | 19

-- soft_optin_debug names the latest day of checking.
SELECT soft_optin_debug() LIKE '%policy data ' || max(last_checked) FROM soft_optin_policies;
--> 1

-- It joins as a table does.
--@ include worlds/lawful.sql
SELECT c.contact_id, p.policy FROM soft_optin_contacts AS c
LEFT JOIN soft_optin_policies AS p ON p.jurisdiction = 'IE' WHERE c.contact_id < 3;
--> 1 | IE
--> 2 | IE
SELECT p.policy FROM soft_optin_policies AS p JOIN soft_optin_policies AS earlier
ON earlier.jurisdiction = p.jurisdiction AND earlier.variant = p.variant
AND p.valid_from = date(earlier.valid_to, '+1 day');
--> LU
--> NL

-- It takes no argument, and nothing can be written to it.
SELECT * FROM soft_optin_policies('IE');
--! too many arguments on soft_optin_policies() - max 0
DELETE FROM soft_optin_policies;
--! table soft_optin_policies may not be modified
CREATE VIRTUAL TABLE mine USING soft_optin_policies;
--! no such module: soft_optin_policies
