/** Somebody who was there when a record was drawn up, and as what; `capacity` is empty where the line does not say. */
export type Present = Readonly<{ name: string; capacity: string }>

/** What stands between a name and a part: a comma, a semicolon, a colon, or a dash with spaces around it. */
const BETWEEN = /\s*[,;:]\s*|\s+[-–—]\s+/u

/** Those a record names, from the lines they were typed in: "Nguyễn Văn An, Trưởng ban" or "Nguyễn Văn An – Trưởng ban". */
export function readPresent(text: string): readonly Present[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const between = BETWEEN.exec(line)
      return between === null
        ? { name: line, capacity: '' }
        : {
            name: line.slice(0, between.index),
            capacity: line.slice(between.index + between[0].length),
          }
    })
}
