// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { computed, h, nextTick, ref, shallowRef } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { afterEach, beforeEach, expect, it } from 'vitest'

import type { Approval } from '#core/approvals/model.ts'
import { ApiError } from '#renderer/api.ts'
import RequestBlock from '#renderer/features/approvals/RequestBlock.vue'
import { show, type Shown } from '../../kit/component.ts'

const editing = ref(false)
const error = shallowRef<unknown>(null)
const approvals = ref<readonly Partial<Approval>[]>([])
const reason = ref('')
let shown: Shown

const REASON = { complaintId: 'c1', reason: 'Đã trả lời.' }
const REQUESTS = {
  'close-complaint': { kind: 'close-complaint', ...REASON },
  'correct-receipt': {
    kind: 'correct-receipt',
    receivedAt: '2026-11-28T02:00:00.000Z',
    receivedOn: '2026-11-28',
    ...REASON,
  },
} as const

const request = (state: Approval['state'], kind: keyof typeof REQUESTS): Partial<Approval> => ({
  id: `${kind}-${state}`,
  state,
  request: REQUESTS[kind],
  requestedAt: '2026-11-29T02:00:00.000Z',
})

function open(mayAsk = true): void {
  const pinia = createPinia()
  setActivePinia(pinia)
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:all(.*)*', component: { render: () => null } }],
  })
  shown = show(
    RequestBlock,
    () => ({
      title: 'Kết thúc hồ sơ',
      file: { approvals: approvals.value },
      kind: 'close-complaint',
      block: {
        editing: computed(() => editing.value),
        disputed: ref(false),
        disputes: ref([]),
        followed: ref([]),
        waiting: ref(false),
        restored: ref(false),
        unsaved: ref(false),
        kept: { restored: ref(false), unsaved: ref(false), opened: ref(false) },
        running: ref(false),
        error,
        start: () => (editing.value = true),
      },
      mayAsk,
      askLabel: 'Đề nghị kết thúc',
      help: 'Người thứ hai xem lại.',
      reason: reason.value,
      'onUpdate:reason': (text: string) => (reason.value = text),
    }),
    {
      plugins: [pinia, router],
      slots: {
        default: () => [h('p', { id: 'stands' }, 'Đã trả lời')],
        fields: ({ errors }: { errors: Readonly<Record<string, string>> }) => [
          h('output', errors['receivedAt']),
        ],
      },
    },
  )
}

const ask = (): HTMLElement | null => shown.root.querySelector('button.edit')

beforeEach(() => {
  editing.value = false
  error.value = null
  approvals.value = []
  reason.value = ''
})
afterEach(() => shown.unmount())

it('can be asked for by whoever may, and by nobody else', () => {
  open()
  expect(ask()?.textContent).toContain('Đề nghị kết thúc')
  shown.unmount()
  open(false)
  expect(ask()).toBeNull()
})

it('is not asked for twice: one request waits, and is shown', async () => {
  approvals.value = [request('pending', 'close-complaint')]
  open()
  expect(ask()).toBeNull()
  expect(shown.one('.request').textContent).toContain('Đã trả lời.')
})

it.each([request('returned', 'close-complaint'), request('pending', 'correct-receipt')])(
  'can be asked for again after or beside $id',
  (other) => {
    approvals.value = [other]
    open()
    expect(ask()).not.toBeNull()
  },
)

it('asks with a reason, and says at each field what is wrong', async () => {
  open()
  ask()?.click()
  await nextTick()
  const field = shown.one('textarea') as HTMLTextAreaElement
  field.value = 'Người khiếu nại đồng ý.'
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
  expect(reason.value).toBe('Người khiếu nại đồng ý.')
  const issues = ['reason', 'receivedAt'].map((path) => ({ path, code: 'REQUIRED' as const }))
  error.value = new ApiError({ code: 'INVALID_INPUT', issues })
  await nextTick()
  expect(field.getAttribute('aria-invalid')).toBe('true')
  expect(shown.one('output').textContent).not.toBe('')
})
