/** Under which name a page of the browser host shows that it is ours, and is told its next secret. */
export const WINDOW_SECRET_HEADER = 'X-Hoi-Am-Window'

/** Where the first page finds its secret: behind the address, which no server is ever sent. */
export const WINDOW_SECRET_FRAGMENT = '#window='
