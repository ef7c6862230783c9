-- An authorizer that denies is an error with its code; one that ignores leaves NULL, which is
-- unknown.
--@ include worlds/lawful.sql
--@ deny reading soft_optin_contacts.email
SELECT soft_optin_eligible(1, 'shoes');
--! [SQLITE_AUTH] soft_optin_contacts cannot be read: access to soft_optin_contacts.email is prohibited
SELECT * FROM soft_optin_conditions(1, 'shoes');
--! [SQLITE_AUTH] soft_optin_contacts cannot be read: access to soft_optin_contacts.email is prohibited
--@ allow everything
SELECT soft_optin_reason(1, 'shoes');
--> eligible
--@ ignore reading soft_optin_contacts.country
SELECT soft_optin_reason(1, 'shoes');
--> eligible
--@ allow everything
--@ ignore reading soft_optin_sales.opt_out_offered
SELECT soft_optin_reason(1, 'shoes');
--> no_opt_out_offered
--@ allow everything
--@ ignore reading soft_optin_preferences.state
SELECT soft_optin_reason(2, 'shoes'), soft_optin_reason(1, 'shoes');
--> opted_out | eligible
--@ allow everything
--@ ignore reading soft_optin_products.category
SELECT soft_optin_reason(1, 'shoes'), soft_optin_reason(1, 'laces');
--> eligible | not_similar
--@ allow everything
-- Who may not read whose opt-out it is does not learn that there is none.
--@ deny reading soft_optin_preferences
SELECT soft_optin_reason(2, 'shoes');
--! [SQLITE_AUTH] soft_optin_preferences cannot be read: access to soft_optin_preferences.contact_id is prohibited
--@ allow everything
-- Where NULL would be an answer (no address, hence no opt-out for it; all channels), ignoring is an
-- error too.
--@ ignore reading soft_optin_contacts.email
SELECT soft_optin_reason(1, 'shoes');
--! [SQLITE_AUTH] soft_optin_contacts cannot be read: an authorizer ignores its column email, where NULL is an answer: have it allow or deny that column
--@ allow everything
--@ ignore reading soft_optin_preferences.contact_id
SELECT soft_optin_reason(2, 'shoes');
--! [SQLITE_AUTH] soft_optin_preferences cannot be read: an authorizer ignores its column contact_id, where NULL is an answer: have it allow or deny that column
SELECT * FROM soft_optin_audience('shoes');
--! [SQLITE_AUTH] soft_optin_preferences cannot be read: an authorizer ignores its column contact_id, where NULL is an answer: have it allow or deny that column
--@ allow everything
--@ ignore reading sqlite_master.name
SELECT soft_optin_reason(1, 'shoes');
--! [SQLITE_AUTH] the database cannot be read: an authorizer ignores the list of tables: have it allow or deny that
--@ allow everything
-- A host may take one of our tables away.
--@ deny reading soft_optin_audience
SELECT address FROM soft_optin_audience('shoes');
--! [SQLITE_AUTH] access to soft_optin_audience.address is prohibited
SELECT count(*) FROM soft_optin_eligibility('shoes') WHERE eligible;
--> 1
