-- marketing_basis gives the ground on which marketing may be sent; NULL: do not send.
--@ include worlds/lawful.sql
SELECT contact_id, marketing_basis(contact_id, 'shoes') FROM soft_optin_contacts;
--> 1 | soft_opt_in
--> 2 | NULL
--> 3 | NULL
--> 4 | NULL
SELECT email FROM soft_optin_contacts WHERE marketing_basis(contact_id, 'shoes') IS NOT NULL;
--> ada@example.org

-- An opt-in that covers the question is consent, which needs no sale.
INSERT INTO soft_optin_preferences(contact_id, state, changed_at)
VALUES (4, 'opt_in', '2026-05-02');
SELECT marketing_basis(4, 'shoes');
--> NULL
UPDATE soft_optin_preferences SET preticked = 0 WHERE contact_id = 4;
SELECT marketing_basis(4, 'shoes'), soft_optin_reason(4, 'shoes');
--> consent | no_sale
SELECT marketing_basis(4, 'shoes', 'email', '2026-05-01');
--> NULL

-- Withdrawn consent is an opt-out.
INSERT INTO soft_optin_preferences(contact_id, state, changed_at)
VALUES (4, 'opt_out', '2026-06-01');
SELECT marketing_basis(4, 'shoes'), soft_optin_reason(4, 'shoes');
--> NULL | opted_out

-- Consent comes before the soft opt-in, and both need a contact, a product and an address.
INSERT INTO soft_optin_preferences(contact_id, state, changed_at, preticked)
VALUES (1, 'opt_in', '2026-05-02', 0), (99, 'opt_in', '2026-05-02', 0);
SELECT marketing_basis(1, 'shoes'), marketing_basis(1, 'tent'), marketing_basis(1, 'nothing'),
       marketing_basis(99, 'shoes');
--> consent | consent | NULL | NULL
UPDATE soft_optin_contacts SET email = ' ' WHERE contact_id = 1;
SELECT marketing_basis(1, 'shoes'), marketing_basis(1, 'shoes', 'sms');
--> NULL | consent
