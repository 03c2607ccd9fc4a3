type PolicyFactory = Readonly<{
  createPolicy(
    name: string,
    rules: Readonly<{
      createHTML: (text: string) => string | null
      createScript: (text: string) => null
      createScriptURL: (address: string) => string | null
    }>,
  ): unknown
}>

/**
 * What our libraries may turn into markup or script while the page demands Trusted Types: Naive UI
 * writes one blank into a mirror element, pdf.js starts a worker from our own origin. For all else
 * null: the browser throws and reports a violation, as if there were no policy.
 */
const DEFAULT_POLICY_RULES = {
  createHTML(text: string): string | null {
    return text === '' || text === '&nbsp;' ? text : null
  },
  // Without this rule Chromium stops the script all the same but reports nothing.
  createScript: () => null,
  createScriptURL(address: string): string | null {
    const url = URL.parse(address, location.href)
    // Under app:// every origin may read "null": scheme and host are what tells them apart.
    const own = url?.protocol === location.protocol && url.host === location.host
    return own ? address : null
  },
} as const

/** Must run before anything else of the window. A browser without Trusted Types has nothing to install. */
export function installTrustedTypes(): void {
  const factory: PolicyFactory | undefined = Reflect.get(window, 'trustedTypes')
  factory?.createPolicy('default', DEFAULT_POLICY_RULES)
}
