const UNITS = ['byte', 'kilobyte', 'megabyte'] as const

/** A file's size as people read it: `1,4 MB`. Counts in thousands, as the systems' own windows do. */
export function fileSize(bytes: number, locale: string): string {
  const power = Math.min(UNITS.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3))
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: UNITS[power] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: power === 0 ? 0 : 1,
  }).format(bytes / 1000 ** power)
}
