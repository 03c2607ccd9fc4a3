// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest'
import { createApp, defineComponent, h, nextTick, ref } from 'vue'

import { goToPlace, usePlaces } from '#renderer/composables/places.ts'

const reached: string[] = []
const names = ref<readonly string[]>(['outcome'])
const Block = defineComponent({
  setup() {
    usePlaces(
      () => names.value,
      (name) => reached.push(name),
    )
    return () => h('div')
  },
})

function mount(component: typeof Block) {
  const app = createApp(component)
  app.mount(document.createElement('div'))
  return app
}

afterEach(() => {
  goToPlace('')
  reached.length = 0
  names.value = ['outcome']
})

async function settled(): Promise<void> {
  await nextTick()
  await nextTick()
}

it('opens a block that stands on the page, each time it is led to', async () => {
  const page = mount(Block)
  goToPlace('outcome')
  await settled()
  goToPlace('outcome')
  await settled()
  expect(reached).toEqual(['outcome', 'outcome'])
  page.unmount()
})

it('opens a block as soon as it is there, once', async () => {
  goToPlace('outcome')
  await settled()
  const page = mount(Block)
  await settled()
  page.unmount()
  const again = mount(Block)
  await settled()
  expect(reached).toEqual(['outcome'])
  again.unmount()
})

it('tells the blocks of one component apart, also those that come later', async () => {
  names.value = ['right-1']
  const page = mount(Block)
  goToPlace('right-2')
  await settled()
  expect(reached).toEqual([])
  names.value = ['right-1', 'right-2']
  await settled()
  expect(reached).toEqual(['right-2'])
  page.unmount()
})

it('forgets where it led once it leads elsewhere, and a block that is gone', async () => {
  const page = mount(Block)
  page.unmount()
  goToPlace('outcome')
  goToPlace('')
  await settled()
  const again = mount(Block)
  await settled()
  expect(reached).toEqual([])
  again.unmount()
})
