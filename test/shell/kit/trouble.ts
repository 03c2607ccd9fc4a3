/** Harm done to a running program from outside: processes that die or hang. */
import type { Program } from './program.ts'

type Metric = Readonly<{ pid: number; serviceName?: string; name?: string }>

/** The core's process, as the program itself knows it. */
export function corePid(program: Program): Promise<number> {
  return pidOf(program, 'Hoi Am Core')
}

/** The process of this service, as the program itself knows it. */
export async function pidOf(program: Program, service: string): Promise<number> {
  const metrics = await program.run(({ app }) =>
    app.getAppMetrics().map(({ pid, serviceName, name }) => ({ pid, serviceName, name })),
  )
  const found = (metrics as readonly Metric[]).find(
    ({ serviceName, name }) => serviceName === service || name === service,
  )
  if (found === undefined) throw new Error(`The program has no process ${service}.`)
  return found.pid
}

/** Ends the core at once, as a crash would. */
export async function killCore(program: Program): Promise<void> {
  process.kill(await corePid(program), 'SIGKILL')
}

/** Crashes the page's process. */
export async function crashPage(program: Program): Promise<void> {
  await program.run(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()
  })
}

/** Pulls the cable of every display but the main one. Needs `displays`. */
export async function unplugDisplays(program: Program): Promise<void> {
  await program.run(({ screen }) => (Reflect.get(screen, 'unplug') as () => void)())
}
