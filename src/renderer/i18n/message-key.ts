import type { vi } from './vi/index.ts'

type Messages = typeof vi

type LeafPath<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Key : `${Key}.${LeafPath<Tree[Key]>}`
}[keyof Tree & string]

/** The path of every message there is: `case.title`. The Vietnamese messages say which. */
export type MessageKey = LeafPath<Messages>

/** What may follow a namespace: `MessageUnder<'case.path'>` is `'label' | 'state' | …`. */
export type MessageUnder<Namespace extends string> = MessageKey extends infer Key
  ? Key extends `${Namespace}.${infer Name}`
    ? Name
    : never
  : never

type TextAt<Tree, Key extends string> = Key extends keyof Tree
  ? Tree[Key]
  : Key extends `${infer Head}.${infer Rest}`
    ? Head extends keyof Tree
      ? TextAt<Tree[Head], Rest>
      : never
    : never

/** The names in braces of a text; `{'@'}` is a character, not a name. */
type NamesIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `'${string}` ? never : Name) | NamesIn<Rest>
  : never

/** The params a message takes: `name` for “{name} is added”. Of several messages, all that any of them takes. */
export type MessageParam<Key extends MessageKey> = NamesIn<TextAt<Messages, Key>>

type Values<Name extends string> = Readonly<Record<Name, string | number>>

/** What follows the key: the params the message takes, then the number that chooses between one and many. */
type Rest<Key extends MessageKey> = [MessageKey] extends [Key]
  ? // Any message at all, as of a table of labels or of a key found by `hasMessage`: nobody knows which params.
    [params?: Values<string>, plural?: number]
  : [MessageParam<Key>] extends [never]
    ? []
    : [params: Values<MessageParam<Key>>, plural?: number]

/** A message in the language of the moment. A key that is not there, or a param left out, does not compile. */
export type Translate = <Key extends MessageKey>(key: Key, ...rest: Rest<Key>) => string
