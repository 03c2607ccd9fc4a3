/** The two database engines; whatever differs between them is a switch over this word. */
export type Engine = 'sqlite' | 'postgres'
