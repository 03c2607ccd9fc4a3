import { WINDOW_SECRET_FRAGMENT, WINDOW_SECRET_HEADER } from '#shared/protocol/window-secret.ts'

/**
 * By what a page of the browser host shows that it is ours. Kept by the browser for this origin alone, port and all,
 * where the tabs of one window share it; a cookie goes to every port of the machine.
 */
const KEPT_AS = 'hoi-am-window'

/** Takes the secret out of the address the start link led to, before the router or anybody else reads that. */
export function takeWindowSecret(): void {
  const { hash, pathname, search } = window.location
  if (!hash.startsWith(WINDOW_SECRET_FRAGMENT)) return
  window.localStorage.setItem(KEPT_AS, hash.slice(WINDOW_SECRET_FRAGMENT.length))
  window.history.replaceState(null, '', pathname + search)
}

/** What a request has to carry, nothing in Electron. Asked for anew each time: another tab may have signed in. */
export function windowSecret(): Readonly<Record<string, string>> {
  const kept = window.localStorage.getItem(KEPT_AS)
  return kept === null ? {} : { [WINDOW_SECRET_HEADER]: kept }
}

/** After somebody signed in the host gives out another secret. */
export function keepRenewedSecret(headers: Headers): void {
  const renewed = headers.get(WINDOW_SECRET_HEADER)
  if (renewed !== null) window.localStorage.setItem(KEPT_AS, renewed)
}

/** Until their answers are there: any may bring another secret. */
const onTheirWay = new Set<Promise<Response>>()

/** Fetches with the secret; once more when it was renewed while the request was on its way. */
export function fetchAsWindow(path: string, request: RequestInit = {}): Promise<Response> {
  const response = fetchOrAgain(path, request)
  onTheirWay.add(response)
  const over = (): void => void onTheirWay.delete(response)
  response.then(over, over)
  return response
}

/** Waits until whatever was asked before now is answered, so that a secret it brought is known. Never rejects. */
export async function answeredSoFar(): Promise<void> {
  await Promise.allSettled([...onTheirWay])
}

async function fetchOrAgain(path: string, request: RequestInit): Promise<Response> {
  const shown = windowSecret()
  const response = await fetch(path, { ...request, headers: { ...headersOf(request), ...shown } })
  keepRenewedSecret(response.headers)
  const now = windowSecret()
  if (response.status !== 401 || now[WINDOW_SECRET_HEADER] === shown[WINDOW_SECRET_HEADER]) {
    return response
  }
  return fetch(path, { ...request, headers: { ...headersOf(request), ...now } })
}

function headersOf({ headers }: RequestInit): Readonly<Record<string, string>> {
  return Object.fromEntries(new Headers(headers))
}
