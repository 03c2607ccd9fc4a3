import { readFileSync } from 'node:fs'
import { openBare } from './bench/bare-driver.ts'
const { file, key } = JSON.parse(readFileSync('/tmp/board.json', 'utf8'))
const db = openBare(file, Buffer.from(key, 'hex'))
db.pragma('cache_size = -16000')
const COHORT = `complaint c LEFT JOIN deadline d ON d.complaint_id = c.id AND d.rule = 'T-POL-30' WHERE c.received_on BETWEEN ? AND ?`
const A = `count(CASE WHEN d.state IN ('met', 'missed') THEN 1 END)`, L = `count(CASE WHEN d.state = 'missed' THEN 1 END)`
const v = ['2026-01-01', '2026-12-31']
const days = `CAST(julianday(date(d.stopped_at, '+7 hours')) - julianday(c.received_on) AS INTEGER)`
const lab = (k: string) => `SELECT x.code, count(*), ${A}, ${L} FROM complaint c JOIN complaint_label x ON x.complaint_id = c.id AND x.kind='${k}' LEFT JOIN deadline d ON d.complaint_id = c.id AND d.rule = 'T-POL-30' WHERE c.received_on BETWEEN ? AND ? GROUP BY 1`
const Q: Record<string, string> = {
  count: `SELECT count(*) FROM complaint c WHERE c.received_on BETWEEN ? AND ?`,
  totals: `SELECT count(*), count(CASE WHEN d.state='running' THEN 1 END) FROM ${COHORT}`,
  answers: `SELECT days, state, count(*) FROM (SELECT ${days} AS days, d.state AS state FROM ${COHORT} AND d.state IN ('met','missed')) a GROUP BY 1,2`,
  channel: `SELECT c.channel, count(*), ${A}, ${L} FROM ${COHORT} GROUP BY 1`,
  category: lab('category'), clause: lab('clause'),
  cause: `SELECT x.category, count(*), ${A} FROM complaint c JOIN root_cause x ON x.complaint_id = c.id LEFT JOIN deadline d ON d.complaint_id = c.id AND d.rule = 'T-POL-30' WHERE c.received_on BETWEEN ? AND ? GROUP BY 1`,
  firm: `SELECT x.firm_id, count(*), ${A} FROM complaint c JOIN (SELECT DISTINCT complaint_id, firm_id FROM engagement) x ON x.complaint_id = c.id LEFT JOIN deadline d ON d.complaint_id = c.id AND d.rule = 'T-POL-30' WHERE c.received_on BETWEEN ? AND ? GROUP BY 1`,
  all: `SELECT substr(c.received_on,1,7), c.channel, c.site, c.severity, c.outcome, d.state, count(*) FROM ${COHORT} GROUP BY 1,2,3,4,5,6`,
  again: `SELECT count(DISTINCT c.id) FROM complaint c JOIN complaint_phone p ON p.complaint_id = c.id JOIN complaint_phone q ON q.e164 = p.e164 AND q.complaint_id <> c.id JOIN complaint o ON o.id = q.complaint_id WHERE c.received_on BETWEEN ? AND ? AND o.received_on >= date(c.received_on, '-365 days') AND (o.received_at < c.received_at OR (o.received_at = c.received_at AND o.id < c.id))`,
  ...JSON.parse(process.argv[2] ?? '{}'),
}
for (const [name, sql] of Object.entries(Q)) {
  const s = db.prepare(sql); let best = 1e9, n = 0
  for (let i = 0; i < 2; i++) { const t = performance.now(); n = s.all(...v).length; best = Math.min(best, performance.now() - t) }
  console.log(name, best.toFixed(0), n, process.argv[3] ? db.prepare('EXPLAIN QUERY PLAN ' + sql).all(...v).map((r: any) => r.detail).join(' | ') : '')
}
console.log(db.prepare('select count(*), count(distinct e164) from complaint_phone').get())
