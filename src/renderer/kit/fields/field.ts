import { inject, provide, type InjectionKey, type Ref } from 'vue'

/** What a control needs to be bound to its label, help and error. */
export type FieldContext = Readonly<{
  id: string
  describedBy: string | undefined
  required: boolean
  invalid: boolean
  /** A control tells what it cannot read in what was typed; null when all is well. */
  setProblem: (text: string | null) => void
}>

const key: InjectionKey<Readonly<Ref<FieldContext>>> = Symbol('field')

export function provideField(context: Readonly<Ref<FieldContext>>): void {
  provide(key, context)
}

/** The row around this control; null when it stands alone and must name itself by `aria-label`. */
export function useField(): Readonly<Ref<FieldContext>> | null {
  return inject(key, null)
}

/** Naive UI's red edge, for controls that are wrong. */
export function errorStatus(invalid: boolean | undefined): Readonly<{ status?: 'error' }> {
  return invalid === true ? { status: 'error' } : {}
}

/** The attributes that tie a native control to its row. */
export function controlAttributes(
  field: FieldContext | undefined,
): Readonly<Record<string, string | undefined>> {
  return {
    id: field?.id,
    'aria-describedby': field?.describedBy,
    'aria-invalid': field?.invalid ? 'true' : undefined,
    'aria-required': field?.required ? 'true' : undefined,
  }
}
