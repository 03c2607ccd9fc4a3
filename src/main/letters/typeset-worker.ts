import { parentPort, workerData } from 'node:worker_threads'
import { type TypesetRequest, type TypesetResponse, typesetWorkerData } from './typeset-messages.ts'
import { createTypstEngine, TemplateError } from './typst-engine.ts'

// The typesetting thread: one request, one response, in order. typesetter.ts starts it, and ends it
// when it takes too long, says that it is broken, or has had nothing to do for a while.

const port = parentPort
if (port === null) throw new Error('this module is the entry of a worker thread')

const { module, templates } = typesetWorkerData.parse(workerData)
const starting = createTypstEngine(module, templates)

port.on('message', (request: TypesetRequest) => {
  void answer(request).then((response) => {
    port.postMessage(response, response.type === 'done' ? [response.letter.bytes.buffer] : [])
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
