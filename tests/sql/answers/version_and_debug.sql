-- soft_optin_version and soft_optin_debug say what is loaded. They read no relation.
SELECT soft_optin_version() GLOB '[0-9]*.[0-9]*.[0-9]*', typeof(soft_optin_version());
--> 1 | text
SELECT instr(soft_optin_debug(), soft_optin_version()) > 0,
       instr(soft_optin_debug(), sqlite_version()) > 0,
       soft_optin_debug() GLOB '*20[0-9][0-9]-[0-1][0-9]-[0-3][0-9]*';
--> 1 | 1 | 1
SELECT soft_optin_version(1);
--! wrong number of arguments to function soft_optin_version()
SELECT soft_optin_debug(1);
--! wrong number of arguments to function soft_optin_debug()
