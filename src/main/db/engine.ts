/** The two database engines; whatever differs between them is a switch over this word. */
export const ENGINES = ['sqlite', 'postgres'] as const
export type Engine = (typeof ENGINES)[number]
