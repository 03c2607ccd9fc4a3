const EXIF = Buffer.from('Exif\0\0', 'latin1')
const LITTLE_ENDIAN = 'II'
const BIG_ENDIAN = 'MM'
const ORIENTATION = 0x0112
const SHORT = 3
const ENTRY_BYTES = 12

/**
 * How a camera held the picture: 1 upright to 8 (Exif 2.32, 4.6.4 A), from the body of an APP1
 * segment. Null when it says nothing usable. A letter prints a picture the way its viewers show it.
 */
export function orientationOf(segment: Buffer): number | null {
  if (!EXIF.equals(segment.subarray(0, EXIF.length))) return null
  const tiff = segment.subarray(EXIF.length)
  const order = tiff.toString('latin1', 0, 2)
  if (tiff.length < 8 || (order !== LITTLE_ENDIAN && order !== BIG_ENDIAN)) return null
  const short = (at: number): number =>
    order === LITTLE_ENDIAN ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)
  const directory = order === LITTLE_ENDIAN ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (directory + 2 > tiff.length) return null
  for (let entry = 0; entry < short(directory); entry += 1) {
    const at = directory + 2 + entry * ENTRY_BYTES
    if (at + ENTRY_BYTES > tiff.length) return null
    if (short(at) !== ORIENTATION) continue
    const value = short(at + 8)
    return short(at + 2) === SHORT && value >= 1 && value <= 8 ? value : null
  }
  return null
}

/** An APP1 segment that says the orientation and nothing else. */
export function orientationSegment(orientation: number): Buffer {
  const directory = Buffer.alloc(2 + ENTRY_BYTES + 4)
  directory.writeUInt16BE(1, 0)
  directory.writeUInt16BE(ORIENTATION, 2)
  directory.writeUInt16BE(SHORT, 4)
  directory.writeUInt32BE(1, 6)
  directory.writeUInt16BE(orientation, 10)
  const tiff = Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8])
  const body = Buffer.concat([EXIF, tiff, directory])
  return Buffer.concat([Buffer.from([0xff, 0xe1, 0, body.length + 2]), body])
}
