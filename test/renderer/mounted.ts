import { createApp, defineComponent, h } from 'vue'

/** Runs a composable inside a component, as it is used; `unmount` ends the component. */
export function mounted<Used>(use: () => Used): Readonly<{ used: Used; unmount: () => void }> {
  const result: { used?: Used } = {}
  const app = createApp(
    defineComponent(() => {
      result.used = use()
      return () => h('div')
    }),
  )
  app.mount(document.createElement('div'))
  return { used: result.used as Used, unmount: () => app.unmount() }
}
