import { expect, it } from 'vitest'

import { newestAnswer } from '#renderer/kit/behaviour/newest-answer.ts'

/** A question whose answer is in the test's hands, and what was heard of it. */
function asking() {
  const heard: string[] = []
  const newest = newestAnswer()
  function ask(name: string) {
    const question = Promise.withResolvers<string>()
    const done = newest.ask(() => question.promise, {
      answered: (answer) => heard.push(`${name}: ${answer}`),
      failed: () => heard.push(`${name} failed`),
      ended: () => heard.push(`${name} ended`),
    })
    return { ...question, done }
  }
  return { ask, heard, forget: newest.forget }
}

it('hears the newest, whichever is answered last', async () => {
  const { ask, heard } = asking()
  const [first, second] = [ask('first'), ask('second')]
  second.resolve('new')
  await second.done
  first.resolve('old')
  await first.done
  expect(heard).toEqual(['second: new', 'second ended'])
})

it('hears no failure of what is overtaken, and rejects for none', async () => {
  const { ask, heard } = asking()
  const [first, second] = [ask('first'), ask('second')]
  first.reject(new Error('late'))
  second.reject(new Error('now'))
  await Promise.all([first.done, second.done])
  expect(heard).toEqual(['second failed', 'second ended'])
})

it('hears nothing of what it was told to forget, and the next question again', async () => {
  const { ask, heard, forget } = asking()
  const first = ask('first')
  forget()
  first.resolve('old')
  await first.done
  const second = ask('second')
  second.resolve('new')
  await second.done
  expect(heard).toEqual(['second: new', 'second ended'])
})
