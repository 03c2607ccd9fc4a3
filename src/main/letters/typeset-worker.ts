import { parentPort, workerData } from 'node:worker_threads'
import { type TypesetRequest, type TypesetResponse, typesetWorkerData } from './typeset-messages.ts'
import { createTypstEngine, TemplateError } from './typst-engine.ts'

// The typesetting thread: one request, one response, in order. typesetter.ts starts it, and ends it
// when it takes too long, says that it is broken, or has had nothing to do for a while.

const port = parentPort
if (port === null) throw new Error('this module is the entry of a worker thread')

/** What a few letters have in common is set once; more than these would not fit the room the engine leaves. */
const LETTERS_BEFORE_RESET = 4

const { module, templates } = typesetWorkerData.parse(workerData)
const starting = createTypstEngine(module, templates)
let served = 0

port.on('message', (request: TypesetRequest) => {
  void answer(request).then(async (response) => {
    port.postMessage(response, response.type === 'done' ? [response.letter.bytes.buffer] : [])
    served += 1
    // After the answer: nobody waits for this.
    if (response.type !== 'broken' && served % LETTERS_BEFORE_RESET === 0) (await starting).forget()
  })
})

async function answer({ id, document }: TypesetRequest): Promise<TypesetResponse> {
  try {
    const engine = await starting
    const letter = engine.typeset(document)
    return { type: 'done', id, letter, memoryMb: engine.memoryMb() }
  } catch (error) {
    if (error instanceof TemplateError) return { type: 'refused', id, places: error.places }
    return { type: 'broken', id }
  }
}
