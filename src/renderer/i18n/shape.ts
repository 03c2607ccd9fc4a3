/** The keys of a Vietnamese message file, to hold the English one against: a missing key does not compile. */
export type SameKeys<Messages> = {
  readonly [Key in keyof Messages]: Messages[Key] extends string ? string : SameKeys<Messages[Key]>
}
