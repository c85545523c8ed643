// Written by generate.mjs.

/** The keys of a configuration file that are settings too. */
export const keys = ["clients","ignore","level","login","max-size","placeholders","select","severities","trusted-hosts"] as const;
