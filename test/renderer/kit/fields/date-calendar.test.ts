// @vitest-environment happy-dom
import { h, nextTick, ref } from 'vue'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { Instant, LocalDate } from '#core/kernel/calendar.ts'
import { provideDaysOff } from '#renderer/kit/fields/days-off.ts'
import DateInput from '#renderer/kit/fields/DateInput.vue'
import DateTimeInput from '#renderer/kit/fields/DateTimeInput.vue'
import { useNow } from '#renderer/kit/behaviour/use-now.ts'
import { show, type Shown } from '../component.ts'

let shown: Shown
afterEach(() => shown.unmount())

const day = ref<LocalDate | null>(null)
const moment = ref<Instant | null>(null)

beforeEach(() => {
  day.value = '2026-12-02'
  moment.value = '2026-12-02T07:30:12.000Z'
})

/** happy-dom has no top layer. */
function openFields(noFuture = false): readonly HTMLElement[] {
  HTMLElement.prototype.showPopover = () => undefined
  shown = show(
    {
      setup() {
        provideDaysOff((each) => each === '2026-12-25')
        return () => [
          h(DateInput, {
            modelValue: day.value,
            'onUpdate:modelValue': (value: LocalDate | null) => (day.value = value),
            ariaLabel: 'Ngày',
            noFuture,
          }),
          h(DateTimeInput, {
            modelValue: moment.value,
            'onUpdate:modelValue': (value: Instant | null) => (moment.value = value),
            ariaLabel: 'Lúc',
          }),
        ]
      },
    },
    () => ({}),
  )
  return shown.all('input')
}

async function openCalendar(field: HTMLElement | undefined): Promise<void> {
  if (field === undefined) throw new Error('no field')
  await shown.press(field, 'ArrowDown', { altKey: true })
}

const at = (): HTMLElement => shown.one('[data-at]')
const isOpen = (): boolean => shown.all('[role="dialog"]').length > 0

describe('the calendar of a field', () => {
  it('opens by Alt ↓ on the day of the field, and Enter takes the day gone to', async () => {
    const [field] = openFields()
    await openCalendar(field)
    expect(at().textContent.trim()).toBe('2')
    expect(document.activeElement).toBe(at())
    await shown.press(at(), 'ArrowDown')
    await shown.press(at(), 'PageDown')
    expect(document.activeElement).toBe(at())
    await shown.press(at(), 'Enter')
    expect(day.value).toBe('2027-01-09')
    expect(isOpen()).toBe(false)
    expect(document.activeElement).toBe(field)
    await nextTick()
    expect(field).toHaveProperty('value', '09/01/2027')
  })

  it('Esc leaves the field as it was, without a word to the page', async () => {
    const [field] = openFields()
    await openCalendar(field)
    let heard = 0
    const hear = (event: KeyboardEvent): void => void (heard += event.key === 'Escape' ? 1 : 0)
    document.addEventListener('keydown', hear)
    await shown.press(at(), 'ArrowRight')
    await shown.press(at(), 'Escape')
    document.removeEventListener('keydown', hear)
    expect([heard, isOpen(), day.value]).toEqual([0, false, '2026-12-02'])
    expect(document.activeElement).toBe(field)
  })

  it('opens on today where nothing can be read, and on a press of its button', async () => {
    day.value = null
    openFields()
    shown.one('button.pick').click()
    await nextTick()
    await nextTick()
    expect(at().getAttribute('aria-current')).toBe('date')
  })

  it('names each day, and which are off', async () => {
    const [field] = openFields()
    await openCalendar(field)
    const labels = shown.all('.day').map((each) => each.getAttribute('aria-label'))
    expect(labels).toContain('Thứ Tư, 02/12/2026')
    expect(labels).toContain('Thứ Sáu, 25/12/2026, ngày nghỉ')
    expect(shown.one('[aria-selected="true"]').textContent.trim()).toBe('2')
  })

  it('takes no day that is still to come where the field takes none', async () => {
    const { today } = useNow()
    day.value = today.value
    const [field] = openFields(true)
    await openCalendar(field)
    await shown.press(at(), 'ArrowRight')
    await shown.press(at(), 'Enter')
    expect(day.value).toBe(today.value)
  })

  it('of a moment changes the day and keeps its time, and asks for one where there is none', async () => {
    const [, date] = openFields()
    await openCalendar(date)
    await shown.press(at(), 'ArrowLeft')
    await shown.press(at(), ' ')
    expect(moment.value).toBe('2026-12-01T07:30:00.000Z')
    moment.value = null
    await nextTick()
    await openCalendar(date)
    await shown.press(at(), 'Enter')
    expect([moment.value, shown.all('.n-input--error-status').length]).toEqual([null, 0])
  })
})
