type FoundNode = Readonly<{ path: string; version: string }>

export type ChosenNode = Readonly<
  { path: string; line: string; problem?: never } | { problem: string; path?: never; line?: never }
>

/** Chooses between the machine's own Node and npm's, where that one was installed. Pure. */
export function chooseNode(own: FoundNode, brought: FoundNode | undefined): ChosenNode
