/** A one-time ticket; the bytes travel at `/files/<ticket>`, outside JSON. */
export type Ticket = Readonly<{ ticket: string }>
