import { contract, type RouteName } from '#shared/contract/index.ts'

/** Whether a name is a route; own keys only, so that `__proto__` and `constructor` are not. */
export function isRouteName(name: string): name is RouteName {
  return Object.hasOwn(contract, name)
}
