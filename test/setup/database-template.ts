/** What the PostgreSQL databases of tests are copied from: one with the schema of today and nothing in it. */
export const TEMPLATE = 'newest_schema'
