/** Harm done to a running program from outside: processes that die or hang. */
import type { Program } from './program.ts'

type Metric = Readonly<{ pid: number; serviceName?: string; name?: string }>

/** The core's process, as the program itself knows it. */
export async function corePid(program: Program): Promise<number> {
  const metrics = await program.run(({ app }) =>
    app.getAppMetrics().map(({ pid, serviceName, name }) => ({ pid, serviceName, name })),
  )
  const core = (metrics as readonly Metric[]).find(
    ({ serviceName, name }) => serviceName === 'Hoi Am Core' || name === 'Hoi Am Core',
  )
  if (core === undefined) throw new Error('The program has no core process.')
  return core.pid
}

/** Ends the core at once, as a crash would. */
export async function killCore(program: Program): Promise<void> {
  process.kill(await corePid(program), 'SIGKILL')
}

/** Stops the core's clock: it answers nothing until the returned function is called. Not on Windows. */
export async function freezeCore(program: Program): Promise<() => void> {
  const pid = await corePid(program)
  process.kill(pid, 'SIGSTOP')
  return () => void process.kill(pid, 'SIGCONT')
}

/** Crashes the page's process. */
export async function crashPage(program: Program): Promise<void> {
  await program.run(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()
  })
}

/** Lets the core say that V8 gave up in it, as Electron does when memory runs out. The stand-in alone can. */
export async function fireAtCore(program: Program): Promise<void> {
  await program.run((electron) => {
    type Own = Readonly<{ utilityProcesses: () => readonly NodeJS.EventEmitter[] }>
    const { utilityProcesses } = Reflect.get(electron, 'standIn') as Own
    setTimeout(() => {
      for (const each of utilityProcesses()) each.emit('error', 'FatalError', 'here', '{}')
    }, 0)
  })
}
