import { FEATURES, isFeature, type Feature } from './features.ts'

/** What `npm test` was asked for: everything, one feature, or something it cannot run, with one line that says why. */
export type TestRequest = Readonly<
  { kind: 'all' } | { kind: 'feature'; feature: Feature } | { kind: 'refused'; line: string }
>

/** Reads what stands after `npm test --`. */
export function readTestArguments(args: readonly string[]): TestRequest {
  const [name, ...more] = args
  if (name === undefined) return { kind: 'all' }
  if (more.length === 0 && isFeature(name)) return { kind: 'feature', feature: name }
  const features = Object.keys(FEATURES).join(', ')
  return { kind: 'refused', line: `npm test -- <feature>, one of: ${features}` }
}

/** The suites of package.json in the order they run, by how the names of their files end. */
const SUITES = [
  { script: 'test:db', ending: '.db.test.ts', isBuilt: false },
  { script: 'test:e2e', ending: '.e2e.test.ts', isBuilt: true },
  { script: 'test:shell', ending: '.shell.test.ts', isBuilt: true },
  { script: 'test:packaging', ending: '.packaging.test.ts', isBuilt: true },
] as const
const UNIT = { script: 'test:unit', ending: '.test.ts', isBuilt: false } as const

type Suite = typeof UNIT | (typeof SUITES)[number]

/** Test files of one feature that one suite runs. `isBuilt`: the suite starts the program as it was built. */
export type FeatureSuite = Readonly<{
  script: Suite['script']
  isBuilt: boolean
  files: readonly string[]
}>

/**
 * The suites with tests of a feature, of all files of the tests (from the repository's root, with `/`): those in a
 * folder of its name, and on floors without folders the file of its name.
 */
export function suitesOf(feature: Feature, files: readonly string[]): readonly FeatureSuite[] {
  const own = files.filter((file) => file.endsWith('.test.ts') && isOf(feature, file))
  const bySuite = Map.groupBy(own, suiteOf)
  return [UNIT, ...SUITES].flatMap((suite) => {
    const found = bySuite.get(suite)
    return found === undefined
      ? []
      : [{ script: suite.script, isBuilt: suite.isBuilt, files: found.toSorted() }]
  })
}

function suiteOf(file: string): Suite {
  return SUITES.find(({ ending }) => file.endsWith(ending)) ?? UNIT
}

function isOf(feature: Feature, file: string): boolean {
  const [name = '', ...folders] = file.split('/').toReversed()
  return folders.includes(feature) || name.slice(0, name.indexOf('.')) === feature
}
