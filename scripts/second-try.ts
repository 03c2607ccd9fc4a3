import { z } from 'zod'

/** What is read of the report that Vitest's JSON reporter writes. */
export const reportSchema = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
})

export type Report = z.infer<typeof reportSchema>

/** More files than this do not fail by chance, however busy the machine is. */
const MAX_FILES = 3

/**
 * The files to run once more, from their beginning, after a suite has failed: those in which single tests failed, when
 * they are few. None where a file could not even be loaded, or where nothing says what failed: that is no chance.
 */
export function filesToTryAgain(report: Report): readonly string[] {
  const failed = report.testResults.filter(({ message = '', assertionResults }) => {
    const inTests = assertionResults.some(({ status }) => status === 'failed')
    return inTests || message !== ''
  })
  const isClear = failed.every(({ assertionResults }) =>
    assertionResults.some(({ status }) => status === 'failed'),
  )
  return isClear && failed.length <= MAX_FILES ? failed.map(({ name }) => name) : []
}
