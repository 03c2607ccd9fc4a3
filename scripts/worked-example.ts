/** Makes the changes a worked example of the documents shows: `worked-example.ts CONTRIBUTING.md "A text field, step by step"`. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './build.ts'
import { applyExample, workedExamples } from './docs/worked-examples.ts'

function main([document = '', heading = '']: readonly string[]): number {
  const examples = document === '' ? [] : workedExamples(readFileSync(join(ROOT, document), 'utf8'))
  const example = examples.find((each) => each.heading === heading)
  if (example === undefined) {
    const known = examples.map((each) => `\n  ${each.heading}`).join('')
    console.error(`Name a document and the heading of a worked example in it.${known}`)
    return 1
  }
  applyExample(example, ROOT)
  for (const { path } of example.files) console.log(path)
  return 0
}

process.exitCode = main(process.argv.slice(2))
