-- soft_optin_eligible answers 1 or 0, and filters a list.
--@ include worlds/lawful.sql
SELECT soft_optin_eligible(1, 'shoes'), soft_optin_eligible(1, 'tent');
--> 1 | 0
SELECT typeof(soft_optin_eligible(1, 'shoes')), typeof(soft_optin_eligible(1, 'tent'));
--> integer | integer
SELECT email FROM soft_optin_contacts WHERE soft_optin_eligible(contact_id, 'laces');
--> ada@example.org
SELECT contact_id, product_id FROM soft_optin_contacts, soft_optin_products
WHERE soft_optin_eligible(contact_id, product_id) ORDER BY 1, 2;
--> 1 | laces
--> 1 | shoes

-- By another channel, on another day.
SELECT soft_optin_eligible(1, 'shoes', 'sms'), soft_optin_eligible(4, 'shoes', 'sms');
--> 1 | 0
SELECT soft_optin_eligible(1, 'shoes', 'email', '2027-03-15'),
       soft_optin_eligible(1, 'shoes', 'email', '2027-03-16');
--> 1 | 0

-- An unknown contact or product is a no, not an error.
SELECT soft_optin_eligible(99, 'shoes'), soft_optin_eligible(1, 'nothing');
--> 0 | 0
