import { createHash, randomBytes } from 'node:crypto'

import { DomainError } from '#core/kernel/errors.ts'

/**
 * A recovery key is printed as eight groups of five: seven random ones (175 bits) and one that checks the
 * others, in Crockford's base 32, whose alphabet leaves out I, L, O and U.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const GROUP_LENGTH = 5
const SECRET_LENGTH = 7 * GROUP_LENGTH
const KEY_LENGTH = SECRET_LENGTH + GROUP_LENGTH

/** A new random recovery key, as it is printed. */
export function generateRecoveryKey(): string {
  const secret = Array.from(randomBytes(SECRET_LENGTH), symbolOf).join('')
  return printed(secret + checkGroupOf(secret))
}

/** Groups of a one-time password made by the program: 75 random bits, to be told over the telephone and used once. */
const ONE_TIME_GROUPS = 3

/** A password nobody chose, in the same alphabet. */
export function generateOneTimePassword(): string {
  return recoveryKeyGroups(generateRecoveryKey()).slice(0, ONE_TIME_GROUPS).join('-')
}

/**
 * Reads a recovery key as a person typed it: any case, spaces, dashes, dots, O for 0, I or L for 1.
 * @returns the printed form.
 * @throws DomainError WRONG_CREDENTIALS with RECOVERY_KEY_MISTYPED when it cannot be any recovery key.
 */
export function parseRecoveryKey(typed: string): string {
  const symbols = symbolsOf(typed)
  const secret = symbols.slice(0, SECRET_LENGTH)
  const isWellFormed = symbols.length === KEY_LENGTH && Array.from(symbols).every(isSymbol)
  if (!isWellFormed || symbols.slice(SECRET_LENGTH) !== checkGroupOf(secret)) {
    throw new DomainError('WRONG_CREDENTIALS', [
      { path: 'recoveryKey', code: 'RECOVERY_KEY_MISTYPED' },
    ])
  }
  return printed(symbols)
}

/** The groups of a printed key, in order, for "type groups 2 and 5". */
export function recoveryKeyGroups(key: string): readonly string[] {
  return key.split('-')
}

/** Whether a typed group is the printed one, with the same tolerance as for the whole key. */
export function isSameRecoveryGroup(typed: string, group: string): boolean {
  return symbolsOf(typed) === group
}

function symbolsOf(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}.,_·]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
}

function printed(symbols: string): string {
  const starts = Array.from({ length: symbols.length / GROUP_LENGTH }, (_, index) => index)
  return starts
    .map((index) => symbols.slice(index * GROUP_LENGTH, (index + 1) * GROUP_LENGTH))
    .join('-')
}

function checkGroupOf(secret: string): string {
  const digest = createHash('sha256').update('hoi-am/recovery-check/').update(secret).digest()
  return Array.from(digest.subarray(0, GROUP_LENGTH), symbolOf).join('')
}

/** 256 is a multiple of 32, so every symbol is equally likely. */
function symbolOf(byte: number): string {
  return ALPHABET.charAt(byte % ALPHABET.length)
}

function isSymbol(character: string): boolean {
  return ALPHABET.includes(character)
}
