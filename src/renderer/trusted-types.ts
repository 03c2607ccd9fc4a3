type PolicyFactory = Readonly<{
  createPolicy(
    name: string,
    rules: Readonly<{
      createHTML: (text: string) => string
      createScriptURL: (address: string) => string
    }>,
  ): unknown
}>

/**
 * What our libraries may turn into markup or script while the page demands Trusted Types: Naive UI
 * writes one blank into a mirror element, pdf.js starts a worker from our own origin. All else throws.
 */
export const DEFAULT_POLICY_RULES = {
  createHTML(text: string): string {
    if (text === '' || text === '&nbsp;') return text
    throw new TypeError('Markup from text is not allowed')
  },
  createScriptURL(address: string): string {
    const url = new URL(address, location.href)
    if (url.origin === location.origin && url.protocol === location.protocol) return address
    throw new TypeError('Scripts come from the program itself')
  },
} as const

/** Must run before anything else of the window. A browser without Trusted Types has nothing to install. */
export function installTrustedTypes(): void {
  const factory: PolicyFactory | undefined = Reflect.get(window, 'trustedTypes')
  factory?.createPolicy('default', DEFAULT_POLICY_RULES)
}
