-- soft_optin_policies has a column for everything that a row of the policy data holds.
SELECT group_concat(name, ' ') FROM pragma_table_xinfo('soft_optin_policies')
WHERE type = 'TEXT' AND hidden = 0;
--> policy jurisdiction name variant valid_from valid_from_basis valid_to time_zone soft_optin email sms mms voicemail in_app completed_sale enquiry quote free_trial free_account collected_from similar_required opt_out_at_collection_required opt_out_in_every_message_required corporate_subscribers corporates_note registers days_unit other_conditions citation sources confidence seen_as last_checked notes choices version
SELECT group_concat(name, ' ') FROM pragma_table_xinfo('soft_optin_policies')
WHERE type = 'INTEGER' AND hidden = 0;
--> initially_collected window_months_from_sale window_months_from_enquiry window_rolls days_to_honour_opt_out
SELECT count(*) FROM pragma_table_xinfo('soft_optin_policies');
--> 41

-- Two rows, column by column.
SELECT policy, jurisdiction, name, variant, valid_from, valid_from_basis, valid_to, time_zone
FROM soft_optin_policies WHERE policy IN ('LU until 2011-08-09', 'CA');
--> CA | CA | Canada | commercial | 2014-07-01 | seen | NULL | NULL
--> LU until 2011-08-09 | LU | Luxembourg | commercial | 2005-06-11 | seen (entry_in_force 2005-06-11) | 2011-08-09 | Europe/Luxembourg
SELECT soft_optin, email, sms, mms, voicemail, in_app FROM soft_optin_policies
WHERE policy IN ('US', 'IE', 'HU', 'IT');
--> no | no | no | no | no | no
--> yes | yes | yes | yes | yes | unknown
--> yes | yes | no | no | no | no
--> not_needed | yes | no | unknown | unknown | unknown
SELECT completed_sale, enquiry, quote, free_trial, free_account, initially_collected, collected_from
FROM soft_optin_policies WHERE jurisdiction IN ('EU', 'GB') OR policy = 'AU';
--> yes | conditional | conditional | unknown | unknown | 0 | NULL
--> yes | no | no | disputed | conditional | 0 | NULL
--> yes | yes | yes | yes | unknown | 1 | NULL
--> unknown | yes | no | no | unknown | 0 | 2026-02-05
SELECT policy, window_months_from_sale, window_months_from_enquiry, window_rolls
FROM soft_optin_policies WHERE policy IN ('CA', 'GB', 'IE');
--> CA | 24 | 6 | 0
--> GB | NULL | NULL | 0
--> IE | 12 | NULL | 1
SELECT policy, similar_required, opt_out_at_collection_required, opt_out_in_every_message_required
FROM soft_optin_policies WHERE policy IN ('IE', 'GB charity', 'IS', 'PL');
--> GB charity | no | yes | yes
--> IE | yes | yes | yes
--> IS | unknown | yes | yes
--> PL | unknown | unknown | unknown
SELECT corporate_subscribers, corporates_note, registers FROM soft_optin_policies
WHERE policy IN ('BG', 'CY', 'FR', 'AT');
--> same_rule | same rule as individuals (consent or exception) | ECG-Liste: § 7 Abs 2 ECG, kept by RTR: recipient must not be entered
--> unknown | opt-out | Commission for Consumer Protection (legal persons): Register of e-mail addresses of legal persons kept by the Commission for Consumer Protection (E-Commerce Act art 6(2)-(3))
--> unknown | NULL | NULL
--> not_required | outside the consent rule | NULL
SELECT days_to_honour_opt_out, days_unit, other_conditions FROM soft_optin_policies
WHERE policy IN ('AU', 'DK', 'MT');
--> 5 | working days | consent reasonably inferred from conduct and business and other relationships (Sch 2 cl 2(b))\nunsubscribe functional at least 30 days
--> NULL | NULL | abandoned-basket mail is not covered (DI)\nmessage must be identifiable as marketing, show on whose behalf, give stop address (§ 10(3))
--> NULL | NULL | NULL
SELECT citation, sources, confidence, seen_as, last_checked, notes FROM soft_optin_policies
WHERE policy = 'NO';
--> Markedsføringsloven (LOV-2009-01-09-2) § 15 tredje og fjerde ledd | https://lovdata.no/dokument/NL/lov/2009-01-09-2\nhttps://www.forbrukertilsynet.no/lov-og-rett/veiledninger-og-retningslinjer/forbrukertilsynets-veiledning-markedsforing-via-e-post-sms-o-l. | high | statute text (changes to 2026-01-01 listed) | 2026-11-24 | No month window, but "existing" relationship makes old one-off buyers risky.
