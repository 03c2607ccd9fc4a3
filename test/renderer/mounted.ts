import { createApp, defineComponent, h, type Plugin } from 'vue'

/** Runs a composable inside a component, as it is used; `unmount` ends the component. */
export function mounted<Used>(use: () => Used): Readonly<{ used: Used; unmount: () => void }> {
  return mountedWith(use)
}

/** The same in an app that has these plugins. */
export function mountedWith<Used>(
  use: () => Used,
  ...plugins: readonly Plugin[]
): Readonly<{ used: Used; unmount: () => void }> {
  const result: { used?: Used } = {}
  const app = createApp(
    defineComponent(() => {
      result.used = use()
      return () => h('div')
    }),
  )
  for (const plugin of plugins) app.use(plugin)
  app.mount(document.createElement('div'))
  return { used: result.used as Used, unmount: () => app.unmount() }
}
