/** What is put back after every file of tests, where files share a process: each helper that keeps something adds its own. */
export const endings: (() => void)[] = []
