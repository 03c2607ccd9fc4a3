import { describe, expect, it } from 'vitest'
import { ROOT } from '../../scripts/build.ts'
import { collectNotices, renderNotices } from '../../scripts/packaging/notices.ts'
import { keepShipped, makeSbom, parseBom } from '../../scripts/packaging/sbom.ts'
import { shippedPackages } from '../../scripts/packaging/shipped.ts'

const notice = (name: string, text: string) => ({
  path: `node_modules/${name}`,
  name,
  version: '1.0.0',
  licence: 'MIT',
  texts: [text],
})

describe('the notices of what others made', () => {
  it('stand together where their words are the same', () => {
    const text = renderNotices([
      notice('a', 'words'),
      notice('b', 'other words'),
      notice('c', 'words'),
    ])
    expect(text.match(/^(?:a|b|c) 1\.0\.0 \(MIT\)$/gm)).toEqual([
      'a 1.0.0 (MIT)',
      'c 1.0.0 (MIT)',
      'b 1.0.0 (MIT)',
    ])
    expect(text.match(/^words$/gm)).toHaveLength(1)
  })

  it('name everything that is shipped, each with its words, and the typefaces with theirs', async () => {
    const notices = await collectNotices(ROOT)
    const text = renderNotices(notices)
    for (const { name, texts } of notices) {
      expect(texts.join('').length, name).toBeGreaterThan(100)
      expect(text).toContain(`\n${name} `)
    }
    for (const shipped of await shippedPackages(ROOT)) {
      expect(notices.map(({ path }) => path)).toContain(shipped.path)
    }
    const names = notices.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['typeorm', 'vue', 'naive-ui', 'saxes']))
    for (const face of ['@expo-google-fonts/tinos', '@expo-google-fonts/be-vietnam-pro']) {
      const { texts } = notices.find(({ name }) => name === face)!
      expect(texts.join('\n'), face).toContain('SIL OPEN FONT LICENSE')
    }
    expect(names).not.toContain('vitest')
    expect(names).not.toContain('node')
  })

  it('are the same bytes each time, with no day in them and no line ends of another system', async () => {
    const [first, second] = await Promise.all([collectNotices(ROOT), collectNotices(ROOT)])
    expect(renderNotices(first)).toBe(renderNotices(second))
    expect(renderNotices(first)).not.toContain('\r')
    expect(renderNotices(first)).not.toContain(ROOT)
  })
})

const component = (name: string) => ({
  'bom-ref': name,
  name,
  properties: [{ name: 'cdx:npm:package:path', value: `node_modules/${name}` }],
})

describe('the bill of materials', () => {
  it('keeps what is shipped and what ties it together, and not the npm that wrote it', () => {
    const bom = parseBom(
      JSON.stringify({
        metadata: {
          tools: { components: [{ name: 'npm' }, { name: 'cyclonedx-npm' }] },
          component: { 'bom-ref': 'own' },
        },
        components: [component('store'), component('linter')],
        dependencies: [
          { ref: 'own', dependsOn: ['store', 'linter'] },
          { ref: 'store', dependsOn: ['linter'] },
          { ref: 'linter' },
        ],
      }),
    )
    const kept = keepShipped(bom, new Set(['node_modules/store']))
    expect(kept.components.map(({ name }) => name)).toEqual(['store'])
    expect(kept.dependencies).toEqual([
      { ref: 'own', dependsOn: ['store'] },
      { ref: 'store', dependsOn: [] },
    ])
    expect(kept.metadata.tools.components.map(({ name }) => name)).toEqual(['cyclonedx-npm'])
  })

  it('holds every shipped package and Electron, and no day, number or folder of the machine', async () => {
    const text = await makeSbom()
    const { components, ...rest } = parseBom(text)
    expect(rest).toMatchObject({ bomFormat: 'CycloneDX' })
    expect(rest).not.toHaveProperty('serialNumber')
    expect(rest.metadata).not.toHaveProperty('timestamp')
    expect(text).not.toContain(ROOT)
    const places = components.flatMap(({ properties }) =>
      properties.filter(({ name }) => name === 'cdx:npm:package:path').map(({ value }) => value),
    )
    const shipped = (await shippedPackages(ROOT)).map(({ path }) => path)
    expect(new Set(places)).toEqual(new Set([...shipped, 'node_modules/electron']))
  })
})
