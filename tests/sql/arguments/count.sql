-- Two to four arguments; any other number is an error that names the function.
--@ include worlds/lawful.sql
SELECT soft_optin_eligible();
--! wrong number of arguments to function soft_optin_eligible()
SELECT soft_optin_eligible(1);
--! wrong number of arguments to function soft_optin_eligible()
SELECT soft_optin_eligible(1, 'shoes', 'email', '2026-06-15', 1);
--! wrong number of arguments to function soft_optin_eligible()
SELECT soft_optin_reason(1);
--! wrong number of arguments to function soft_optin_reason()
SELECT soft_optin_reason(1, 'shoes', 'email', '2026-06-15', 1);
--! wrong number of arguments to function soft_optin_reason()
SELECT soft_optin_expires(1);
--! wrong number of arguments to function soft_optin_expires()
SELECT soft_optin_expires(1, 'shoes', 'email', '2026-06-15', 1);
--! wrong number of arguments to function soft_optin_expires()
SELECT soft_optin_explain(1);
--! wrong number of arguments to function soft_optin_explain()
SELECT soft_optin_explain(1, 'shoes', 'email', '2026-06-15', 1);
--! wrong number of arguments to function soft_optin_explain()
SELECT marketing_basis(1);
--! wrong number of arguments to function marketing_basis()
SELECT marketing_basis(1, 'shoes', 'email', '2026-06-15', 1);
--! wrong number of arguments to function marketing_basis()
SELECT * FROM soft_optin_conditions(1, 'shoes', 'email', '2026-06-15', 1);
--! too many arguments on soft_optin_conditions() - max 4
