import { parentPort, workerData } from 'node:worker_threads'
import { type TypesetRequest, type TypesetResponse, typesetWorkerData } from './typeset-messages.ts'
import { createTypstEngine, TemplateError } from './typst-engine.ts'

// The typesetting thread: one request, one response, in order. typesetter.ts starts it, and ends it
// when it takes too long, says that it is broken, or has had nothing to do for a while.

const port = parentPort
if (port === null) throw new Error('this module is the entry of a worker thread')

const { templates, maxMemoryMb } = typesetWorkerData.parse(workerData)
const engine = createTypstEngine(templates, maxMemoryMb)

port.on('message', (request: TypesetRequest) => {
  void answer(request).then((response) => {
    port.postMessage(response, response.type === 'done' ? [response.letter.bytes.buffer] : [])
  })
})

async function answer({ id, document }: TypesetRequest): Promise<TypesetResponse> {
  try {
    return { type: 'done', id, letter: (await engine).typeset(document) }
  } catch (error) {
    if (error instanceof TemplateError) return { type: 'refused', id, places: error.places }
    return { type: 'broken', id }
  }
}
