import type { CheckedLogo } from '#core/letters/logo.ts'
import { broken, checkPixels, flaw, type Sides } from './checked-logo.ts'
import { orientationOf, orientationSegment } from './jpeg-orientation.ts'

/** A marker, what follows it up to the next one, and the compressed data if it begins a scan. */
type Segment = Readonly<{ marker: number; data: Buffer; whole: Buffer }>

const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const DHT = 0xc4
const DQT = 0xdb
const DRI = 0xdd
const APP0 = 0xe0
const APP1 = 0xe1
const APP14 = 0xee
const APP15 = 0xef
const COMMENT = 0xfe

/** Baseline, extended and progressive: what PDF readers decode (ITU-T T.81, table B.1). */
const FRAMES: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2])
const TABLES: ReadonlySet<number> = new Set([DHT, DQT, DRI])

/** A decoder walks over the whole picture once a scan; programs that save a photograph write about ten. */
const MAX_SCANS = 100

const START = Buffer.from([0xff, SOI])
const END = Buffer.from([0xff, EOI])

const JFIF = Buffer.from('JFIF\0', 'latin1')
const JFIF_BYTES = 14
const THUMBNAIL_SIDES = 12
const ADOBE = Buffer.from('Adobe', 'latin1')
const ADOBE_BYTES = 12

export function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === SOI && bytes[2] === 0xff
}

/**
 * A JPEG in grey or colour, written anew without comments, thumbnails, places, times, profiles and
 * whatever stands behind its end. Of its EXIF data only the orientation stays. The sides are those of
 * the picture as it is shown. Whether the compressed data make a picture only a decoder can tell.
 *
 * @throws DomainError LOGO_BROKEN, LOGO_CMYK, LOGO_TOO_MANY_PIXELS, LOGO_TOO_SMALL, LOGO_SHAPE.
 */
export function checkJpeg(bytes: Uint8Array): CheckedLogo {
  const segments = segmentsOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const orientation = segments.map(orientationIn).find((each) => each !== null) ?? 1
  const frame = checkOrder(segments)
  const sides = orientation < 5 ? frame : { width: frame.height, height: frame.width }
  checkPixels(sides)
  const [heads, picture] = [segments.filter(isHead), segments.filter(isPicture)]
  const parts = [
    START,
    ...heads.map(cleanHead),
    ...(orientation === 1 ? [] : [orientationSegment(orientation)]),
    ...picture.map(({ whole }) => whole),
    END,
  ]
  return { mediaType: 'image/jpeg', bytes: Buffer.concat(parts), ...sides }
}

function segmentsOf(file: Buffer): readonly Segment[] {
  const segments: Segment[] = []
  let at = START.length
  for (;;) {
    if (file[at] !== 0xff) throw broken()
    // Any number of fill bytes may stand before a marker (B.1.1.2).
    while (file[at] === 0xff) at += 1
    const marker = file[at]
    at += 1
    if (marker === EOI) return segments
    if (marker === undefined || file.length - at < 2) throw broken()
    const end = at + file.readUInt16BE(at)
    if (end < at + 2 || end > file.length) throw broken()
    const next = marker === SOS ? endOfScan(file, end) : end
    const whole = Buffer.concat([Buffer.from([0xff, marker]), file.subarray(at, next)])
    segments.push({ marker, data: file.subarray(at + 2, end), whole })
    at = next
  }
}

/** Where the compressed data end: at a marker that is neither a stuffed 0xFF nor a restart (B.1.1.5). */
function endOfScan(file: Buffer, start: number): number {
  for (let at = file.indexOf(0xff, start); at >= 0; at = file.indexOf(0xff, at + 1)) {
    const after = file[at + 1] ?? 0
    if (after !== 0 && (after < 0xd0 || after > 0xd7)) return at
  }
  throw broken()
}

/** One frame, then its scans; nothing that only a decoder of another kind would understand. */
function checkOrder(segments: readonly Segment[]): Sides {
  const frames = segments.filter(({ marker }) => FRAMES.has(marker))
  const scans = segments.filter(({ marker }) => marker === SOS)
  const [frame, ...others] = frames
  const [scan] = scans
  if (frame === undefined || scan === undefined || others.length > 0) throw broken()
  if (segments.indexOf(frame) > segments.indexOf(scan) || scans.length > MAX_SCANS) throw broken()
  if (!segments.every((each) => isPicture(each) || isAside(each))) throw broken()
  return sidesOf(frame.data)
}

function sidesOf(frame: Buffer): Sides {
  if (frame.length < 6) throw broken()
  const [precision, components = 0] = [frame[0], frame[5]]
  if (components === 4) throw flaw('LOGO_CMYK')
  if (precision !== 8 || frame.length !== 6 + 3 * components) throw broken()
  if (components !== 1 && components !== 3) throw broken()
  return { height: frame.readUInt16BE(1), width: frame.readUInt16BE(3) }
}

function isPicture({ marker }: Segment): boolean {
  return FRAMES.has(marker) || TABLES.has(marker) || marker === SOS
}

function isAside({ marker }: Segment): boolean {
  return (marker >= APP0 && marker <= APP15) || marker === COMMENT
}

/** JFIF says how the samples lie, Adobe's segment how the colours are coded: both change the picture. */
function isHead({ marker, data }: Segment): boolean {
  if (marker === APP0) return data.length >= JFIF_BYTES && JFIF.equals(data.subarray(0, 5))
  return marker === APP14 && data.length >= ADOBE_BYTES && ADOBE.equals(data.subarray(0, 5))
}

function cleanHead({ marker, data }: Segment): Buffer {
  const body = Buffer.from(data.subarray(0, marker === APP0 ? JFIF_BYTES : ADOBE_BYTES))
  if (marker === APP0) body.fill(0, THUMBNAIL_SIDES)
  return Buffer.concat([Buffer.from([0xff, marker, 0, body.length + 2]), body])
}

function orientationIn({ marker, data }: Segment): number | null {
  return marker === APP1 ? orientationOf(data) : null
}
