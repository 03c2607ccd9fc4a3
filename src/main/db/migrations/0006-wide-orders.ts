import type { Migration } from './migration.ts'

/** What a list can be narrowed by; in the index of an order, so that cases left out need not be looked up. */
const NARROWED_BY = 'status, stage, severity, site, channel, outcome, assignee_id'

/**
 * What still runs is few of what there ever was: the orders that make groups, and what each person has to do, run
 * through the open cases alone. And a rare value among all cases is looked for in the index of the order, not in
 * every case.
 */
export const wideOrders: Migration = {
  version: 6,
  name: 'wide-orders',
  statements: () => [
    'CREATE INDEX complaint_open_severity ON complaint (severity, due_at, id) WHERE due_at IS NOT NULL',
    'CREATE INDEX complaint_open_stage ON complaint (stage, due_at, id) WHERE due_at IS NOT NULL',
    // With the day, so that the counts of Today are taken from the index.
    `CREATE INDEX complaint_open_assignee ON complaint (assignee_id, due_at, id, due_on)
       WHERE due_at IS NOT NULL`,
    ...['severity', 'stage', 'assignee'].flatMap((group) => {
      const column = group === 'assignee' ? 'assignee_id' : group
      return [
        `DROP INDEX complaint_${group}_due`,
        `CREATE INDEX complaint_${group}_due ON complaint (${column}, due_on, id, ${NARROWED_BY}, received_on)`,
      ]
    }),
    // Lists are walked in their order and no longer fetched by these.
    'DROP INDEX complaint_status_due',
    'DROP INDEX complaint_site_due',
    'DROP INDEX complaint_due',
    `CREATE INDEX complaint_due ON complaint (due_on, id, ${NARROWED_BY}, received_on)`,
    'DROP INDEX complaint_code_order',
    `CREATE INDEX complaint_code_order ON complaint (code_order, id, ${NARROWED_BY}, received_on, due_on)`,
    'DROP INDEX complaint_received',
    // With how the answer's clock stands, which the figures count.
    `CREATE INDEX complaint_received ON complaint (received_on, id, ${NARROWED_BY}, due_on,
       answer_state, answer_ends_at, answer_stopped_on)`,
  ],
}
