/**
 * What is known to be damaged or missing and was not dealt with yet: the database itself, of which no more is written; the
 * end of the journal, until a chair has taken note of it; the copies (the last one failed, or going back to it did); a
 * file of a case that is not the one that was kept, or is `missing`, until it is whole again. `letterId` is null for
 * evidence.
 */
export type KnownDamage = Readonly<
  | { kind: 'database' }
  | { kind: 'journal' }
  | { kind: 'copies' }
  | { kind: 'file'; complaintId: string; code: string; letterId: string | null; missing: boolean }
>
