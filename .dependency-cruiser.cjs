/** The rooms of the process that has the window, and of the one that serves it to a browser. */
const HOST_PROCESS = '^src/main/(index\\.ts|serve\\.ts|host/|electron/|browser/)'

/** The process that reads foreign files. */
const READER_PROCESS = '^src/main/(reader-process\\.ts|reader/)'

/** What every process loads; every other room of src/main is the core process. */
const ALL_PROCESSES = '^src/main/(common/|program-version\\.ts)'

/** Files that start a process, a thread or the page; and one that only whoever packs the program reads. */
const ENTRIES = [
  '^src/main/(index|serve|core-process|reader-process|reader/reading-thread)\\.ts$',
  '^src/main/(letters/typeset|vault/argon|copies/copy|second-place/place)-worker\\.ts$',
  '^src/main/electron/(self-test/entry|fuses)\\.ts$',
  '^src/preload/index\\.ts$',
  '^src/renderer/main\\.ts$',
]

/** The lowest floor of the window. */
const WINDOW_GROUND =
  '^src/renderer/((i18n|theme)/|(api|event-stream|host|lost-answer|to|transport|window-secret)\\.ts$)'

/**
 * The layers of the program (docs/architecture.md) as rules. test/tooling/layers.test.ts breaks each of
 * them once and fails when one lets it pass.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one file, or hide a third one.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file nobody reaches is dead. Only entries stand by themselves.',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', ...ENTRIES] },
      to: {},
    },
    {
      name: 'no-unresolvable',
      comment: 'What cannot be found here will not be found on a user’s machine.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-tools-in-the-program',
      comment: 'The program does not lean on its tests or scripts.',
      severity: 'error',
      from: {},
      to: { path: '^(test|scripts)/' },
    },
    {
      name: 'ships-what-it-imports',
      comment: 'The core and the hosts load packages at run time: these must be dependencies.',
      severity: 'error',
      from: { path: '^src/(core|shared|main)/' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/electron/',
      },
    },
    {
      name: 'core-imports-only-core',
      comment: 'Rules and use cases are pure: no database, no screen, no clock, no Node.',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { pathNot: ['^src/core/', 'node_modules/(libphonenumber-js|date-chinese)/'] },
    },
    {
      name: 'pure-libraries-in-the-kernel',
      comment:
        'Phone numbers and the lunar calendar have one home each, which adds the Vietnamese rules.',
      severity: 'error',
      from: { pathNot: '^src/core/kernel/' },
      to: { path: 'node_modules/(libphonenumber-js|date-chinese)/' },
    },
    {
      name: 'kernel-needs-no-feature',
      comment: 'Every feature stands on the kernel; it knows none of them, not even their types.',
      severity: 'error',
      from: { path: '^src/core/kernel/' },
      to: { path: '^src/core/', pathNot: '^src/core/kernel/' },
    },
    {
      name: 'features-need-no-case',
      comment:
        'Models and rules of a feature stand below the case: it knows them together, they do not know it.',
      severity: 'error',
      from: {
        path: '^src/core/',
        pathNot: ['^src/core/(kernel|case|ports)/', '^src/core/[^/]+/(commands|composition)/'],
      },
      to: { path: ['^src/core/(case|ports)/', '^src/core/[^/]+/(commands|composition)/'] },
    },
    {
      name: 'case-only-derives',
      comment: 'The case file, and what follows from it, is derived; it asks no port for anything.',
      severity: 'error',
      from: { path: '^src/core/case/[^/]+$' },
      to: { path: ['^src/core/(ports|case/command)/', '^src/core/[^/]+/(commands|composition)/'] },
    },
    {
      name: 'letters-are-composed-from-facts',
      comment:
        'What a letter says follows from the facts it is given; who composes it reads nothing.',
      severity: 'error',
      from: { path: '^src/core/letters/composition/' },
      to: { path: ['^src/core/(ports|case/command)/', '^src/core/[^/]+/commands/'] },
    },
    {
      name: 'ports-speak-in-models',
      comment: 'A port says what is asked of the outside, in models; use cases ask it.',
      severity: 'error',
      from: { path: '^src/core/ports/' },
      to: { path: ['^src/core/case/command/', '^src/core/[^/]+/(commands|composition)/'] },
    },
    {
      name: 'case-command-knows-no-use-case',
      comment: 'Every command on a case stands on it; it knows none of them.',
      severity: 'error',
      from: { path: '^src/core/case/command/' },
      to: { path: '^src/core/[^/]+/(commands|composition)/' },
    },
    {
      name: 'writes-go-through-case-command',
      comment:
        'Whoever wrote on a case without caseCommand would leave its clocks, stage and search copy behind.',
      severity: 'error',
      from: {
        pathNot: [
          '^src/core/(case/command|ports)/',
          '^src/main/db/',
          // Writes whole cases to be measured by, and settles each as it makes it.
          '^src/main/demo/volume\\.ts$',
        ],
      },
      to: { path: ['^src/core/ports/case-tables\\.ts$', '^src/core/case/command/settle'] },
    },
    {
      name: 'window-knows-no-use-case',
      comment: 'The window asks for use cases by routes; of the core it has models and rules.',
      severity: 'error',
      from: { path: '^src/(shared|renderer|preload)/' },
      to: { path: ['^src/core/(ports|case/command)/', '^src/core/[^/]+/commands/'] },
    },
    {
      name: 'shared-imports-core-and-zod',
      comment: 'The contract is read on both sides: it may need nothing that only one side has.',
      severity: 'error',
      from: { path: '^src/shared/' },
      to: { pathNot: ['^src/(shared|core)/', 'node_modules/zod/'] },
    },
    {
      name: 'database-only-in-main-db',
      comment: 'Everyone else speaks to repositories, so that the two engines stay one answer.',
      severity: 'error',
      from: { pathNot: '^src/main/db/' },
      to: {
        path: 'node_modules/(typeorm|better-sqlite3-multiple-ciphers|pg|sqlite3|better-sqlite3)/',
      },
    },
    {
      name: 'electron-only-at-the-edge',
      comment: 'The core and the browser host run where there is no Electron.',
      severity: 'error',
      from: { pathNot: ['^src/main/index\\.ts$', '^src/main/electron/', '^src/preload/'] },
      to: { path: 'node_modules/electron/' },
    },
    {
      name: 'electron-updater-only-in-updates',
      comment: 'What is fetched and installed is proved in one place: nobody else reaches it.',
      severity: 'error',
      from: { pathNot: '^src/main/electron/updates/' },
      to: { path: 'node_modules/electron-updater/' },
    },
    {
      name: 'typst-only-in-main-letters',
      comment: 'Letters are typeset through the Typesetter port.',
      severity: 'error',
      from: { pathNot: '^src/main/letters/' },
      to: { path: 'node_modules/@myriaddreamin/' },
    },
    {
      name: 'hosts-stay-thin',
      comment:
        'A host passes messages to the core process: it has what both processes share, and no room of the core.',
      severity: 'error',
      from: { path: HOST_PROCESS },
      to: { path: '^src/main/', pathNot: [HOST_PROCESS, ALL_PROCESSES] },
    },
    {
      name: 'core-process-knows-no-host',
      comment: 'The core answers messages; who carries them, and what a window is, it cannot know.',
      severity: 'error',
      from: { path: '^src/main/', pathNot: [HOST_PROCESS, READER_PROCESS, ALL_PROCESSES] },
      to: { path: HOST_PROCESS },
    },
    {
      name: 'foreign-files-only-in-the-reader',
      comment: 'What takes a hostile file apart runs where no key is: nobody else loads it.',
      severity: 'error',
      from: { path: '^src/', pathNot: READER_PROCESS },
      to: { path: READER_PROCESS },
    },
    {
      name: 'reader-knows-no-key',
      comment: 'The process that reads hostile files has nothing in it that they could be after.',
      severity: 'error',
      from: { path: READER_PROCESS },
      to: {
        path: '(^src/main|node_modules)/',
        pathNot: [READER_PROCESS, ALL_PROCESSES, 'node_modules/(saxes|zod)/'],
      },
    },
    {
      name: 'common-knows-neither-process',
      comment: 'What both processes load drags in nothing that only one of them has.',
      severity: 'error',
      from: { path: ALL_PROCESSES },
      to: { path: '^src/main/', pathNot: ALL_PROCESSES },
    },
    {
      name: 'both-hosts-stand-on-host',
      comment: 'What the two hosts share knows neither Electron nor the browser host.',
      severity: 'error',
      from: { path: '^src/main/host/' },
      to: { path: '^src/main/(index\\.ts|serve\\.ts|electron/|browser/)' },
    },
    {
      name: 'hosts-do-not-mix',
      comment: 'Electron and the browser host share `host/`, nothing of each other.',
      severity: 'error',
      from: { path: '^src/main/(electron|browser)/' },
      to: { path: '^src/main/(electron|browser)/', pathNot: '^src/main/$1/' },
    },
    {
      name: 'main-knows-no-window',
      comment: 'The window asks and is answered through the contract; nothing is imported from it.',
      severity: 'error',
      from: { path: '^src/main/' },
      to: { path: '^src/(renderer|preload)/' },
    },
    {
      name: 'preload-is-a-bridge',
      comment: 'The preload holds the window’s one object, and needs Electron and the contract.',
      severity: 'error',
      from: { path: '^src/preload/' },
      to: { pathNot: ['^src/(preload|shared)/', 'node_modules/electron/'] },
    },
    {
      name: 'renderer-stays-in-the-window',
      comment: 'The window is a web page: no host, no Node.',
      severity: 'error',
      from: { path: '^src/renderer/' },
      to: { path: '^src/(main|preload)/' },
    },
    {
      name: 'renderer-has-no-node',
      comment: 'The window is a web page: no host, no Node.',
      severity: 'error',
      from: { path: '^src/renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'window-ground-needs-no-window',
      comment: 'Texts, colours and the way to the core: everything in the window stands on them.',
      severity: 'error',
      from: { path: WINDOW_GROUND },
      to: { path: '^src/renderer/', pathNot: WINDOW_GROUND },
    },
    {
      name: 'kit-knows-no-program',
      comment: 'The kit is widgets and behaviour: it would serve another program as well.',
      severity: 'error',
      from: { path: '^src/renderer/kit/' },
      to: {
        path: '^src/(renderer|shared|core)/',
        pathNot: ['^src/renderer/(kit|i18n|theme)/', '^src/core/kernel/'],
      },
    },
    {
      name: 'words-are-only-words',
      comment: 'What is said of something follows from it alone: no screen, no state.',
      severity: 'error',
      from: { path: '^src/renderer/words/' },
      to: { path: '^src/renderer/', pathNot: ['^src/renderer/words/', WINDOW_GROUND] },
    },
    {
      name: 'stores-know-no-screen',
      comment: 'What the whole window knows is kept apart from who shows it.',
      severity: 'error',
      from: { path: '^src/renderer/stores/' },
      to: {
        path: '^src/renderer/',
        pathNot: ['^src/renderer/(stores|words|kit)/', WINDOW_GROUND],
      },
    },
    {
      name: 'composables-know-no-component',
      comment: 'Behaviour is used by components and draws nothing itself.',
      severity: 'error',
      from: { path: '^src/renderer/composables/' },
      to: {
        path: '^src/renderer/',
        pathNot: ['^src/renderer/(composables|stores|words|kit)/', WINDOW_GROUND],
      },
    },
    {
      name: 'blocks-know-no-feature',
      comment: 'A block is built into features; one that knew a feature would be part of it.',
      severity: 'error',
      from: { path: '^src/renderer/blocks/' },
      to: {
        path: '^src/renderer/',
        pathNot: ['^src/renderer/(blocks|composables|stores|words|kit)/', WINDOW_GROUND],
      },
    },
    {
      name: 'features-know-no-frame',
      comment: 'The frame and the router hold the features, whichever there are.',
      severity: 'error',
      from: { path: '^src/renderer/features/' },
      to: {
        path: '^src/renderer/',
        pathNot: ['^src/renderer/(features|blocks|composables|stores|words|kit)/', WINDOW_GROUND],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Types tie files together as well as values do.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
    skipAnalysisNotInRules: true,
  },
}
