import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { ROOT } from '../build.ts'

/** Reads what macOS says for the program in a language (build/mac/…/InfoPlist.strings): key and words. */
export function macStrings(language: 'vi' | 'en'): Readonly<Record<string, string>> {
  const text = readFileSync(join(ROOT, `build/mac/${language}.lproj/InfoPlist.strings`), 'utf8')
  const lines = text.matchAll(/^"(\w+)" = "(.*)";$/gm)
  return Object.fromEntries([...lines].map(([, key = '', words = '']) => [key, words]))
}
