import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

import { z } from 'zod'

import { ROOT } from '../build.ts'
import { shippedPackages } from './shipped.ts'

/** CycloneDX in JSON, packed beside the program's archive and attached to each release. */
export const SBOM_FILE = join(ROOT, 'out/legal/sbom.cdx.json')

const GENERATOR = join(ROOT, 'node_modules/@cyclonedx/cyclonedx-npm/bin/cyclonedx-npm-cli.js')
const MOST_OUTPUT_BYTES = 64 * 1024 * 1024
const PLACE = 'cdx:npm:package:path'

const componentSchema = z.looseObject({
  'bom-ref': z.string(),
  name: z.string(),
  properties: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
})

const bomSchema = z.looseObject({
  metadata: z.looseObject({
    tools: z.looseObject({ components: z.array(z.looseObject({ name: z.string() })) }),
    component: z.looseObject({ 'bom-ref': z.string() }),
  }),
  components: z.array(componentSchema),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()).default([]) })),
})

export type Bom = z.infer<typeof bomSchema>

/** Reads a CycloneDX bill of materials; throws a ZodError when it is none. */
export function parseBom(text: string): Bom {
  return bomSchema.parse(JSON.parse(text))
}

/**
 * Leaves in the bill what is shipped: components at one of the given places, and what ties them to each other. The
 * npm of the machine that wrote it, which differs from one to the next, is left out as well. Pure.
 */
export function keepShipped(bom: Bom, places: ReadonlySet<string>): Bom {
  const components = bom.components.filter(({ properties }) =>
    properties.some(({ name, value }) => name === PLACE && places.has(value.replaceAll('\\', '/'))),
  )
  const refs = new Set(components.map((component) => component['bom-ref']))
  refs.add(bom.metadata.component['bom-ref'])
  const tools = bom.metadata.tools.components.filter(({ name }) => name !== 'npm')
  return {
    ...bom,
    metadata: { ...bom.metadata, tools: { ...bom.metadata.tools, components: tools } },
    components,
    dependencies: bom.dependencies
      .filter(({ ref }) => refs.has(ref))
      .map(({ ref, dependsOn }) => ({
        ref,
        dependsOn: dependsOn.filter((each) => refs.has(each)),
      })),
  }
}

/**
 * Makes the bill of what a board's computer gets: production dependencies (npm's own `--omit=dev`), and besides the
 * packages that stand in the window's code, and Electron. No time, no serial number: the same packages, the same bytes.
 */
export async function makeSbom(): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [GENERATOR, '--flatten-components', '--output-reproducible', '--no-validate'],
    { cwd: ROOT, maxBuffer: MOST_OUTPUT_BYTES },
  )
  const places = (await shippedPackages(ROOT)).map(({ path }) => path)
  const bom = keepShipped(parseBom(stdout), new Set([...places, 'node_modules/electron']))
  return `${JSON.stringify(bom, null, 2)}\n`
}

/** `npm run sbom`. */
export async function writeSbom(): Promise<void> {
  await mkdir(dirname(SBOM_FILE), { recursive: true })
  await writeFile(SBOM_FILE, await makeSbom())
}

if (import.meta.main) await writeSbom()
