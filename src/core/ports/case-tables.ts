/**
 * The key under which the writing tables of a case lie among the repositories. Whoever has it can write on a case
 * without settling it, so only `case/command` and the database know it: `writes-go-through-case-command` in
 * `.dependency-cruiser.cjs`.
 */
export const CASE_TABLES: unique symbol = Symbol('the tables of a case')
