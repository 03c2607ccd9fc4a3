import { openBenchDesk } from './bench/desk.ts'
import { openBare } from './bench/bare-driver.ts'
import { multiplyCases } from './bench/multiply.ts'
import { writeFileSync } from 'node:fs'
const desk = await openBenchDesk(10_000)
await desk.close()
const bare = openBare(desk.databaseFile, desk.databaseKey)
multiplyCases(bare, 10)
bare.close()
writeFileSync('/tmp/board.json', JSON.stringify({ file: desk.databaseFile, key: desk.databaseKey.toString('hex') }))
