import { safeFileName } from './safe-name.ts'

/** Longer ones are part of the name; `safeFileName` would keep no more of it either. */
const EXTENSION = /\.[A-Za-z0-9]{1,19}$/

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' })

/**
 * The safe name of a file that is the `copy`-th of its name: `thư.pdf`, `thư (2).pdf`, `thư (3).pdf`. A long
 * name is shortened before the number, so that the result is again its own `safeFileName`. A folder has no
 * extension: `Thư 12.2026 (2)`.
 */
export function numberedName(name: string, copy: number, kind: 'file' | 'folder'): string {
  const safe = safeFileName(name)
  if (copy === 1) return safe
  const extension = kind === 'folder' ? '' : (EXTENSION.exec(safe)?.[0] ?? '')
  const stem = Array.from(
    graphemes.segment(safe.slice(0, safe.length - extension.length)),
    ({ segment }) => segment,
  )
  for (;;) {
    const numbered = `${stem.join('').trimEnd()} (${copy})${extension}`
    if (stem.length <= 1 || safeFileName(numbered) === numbered) return numbered
    stem.pop()
  }
}

/**
 * Gives each name out once: safe names that stay apart on disks that ignore case (Windows, macOS) or the
 * normal form of accents (macOS). `taken` are names that are not to be given out.
 */
export function distinctNames(taken: readonly string[] = []): (name: string) => string {
  const used = new Set(taken.map(sameOnDisk))
  const copies = new Map<string, number>()
  return (name) => {
    const wanted = sameOnDisk(safeFileName(name))
    for (let copy = (copies.get(wanted) ?? 0) + 1; ; copy += 1) {
      const candidate = numberedName(name, copy, 'file')
      const key = sameOnDisk(candidate)
      if (used.has(key)) continue
      used.add(key)
      copies.set(wanted, copy)
      return candidate
    }
  }
}

/** Equal for names that some disk takes for one. Up and down again: `ß` and `SS`, `ſ` and `s` are one to some. */
export function sameOnDisk(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC')
}
