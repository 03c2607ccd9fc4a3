import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import { buildMailDraft } from '#main/mail/eml.ts'
import { LETTER, PDF } from './a-letter-mail.ts'

const PYTHON_READER = `
import sys, json, hashlib
from email import message_from_binary_file, policy
mail = message_from_binary_file(sys.stdin.buffer, policy=policy.default)
body = mail.get_body(('plain',))
print(json.dumps({
  'defects': [str(each) for part in mail.walk() for each in part.defects],
  'unsent': mail['X-Unsent'],
  'subject': mail['Subject'],
  'to': [[each.display_name, each.addr_spec] for each in mail['To'].addresses],
  'text': body.get_content().rstrip(),
  'files': [[each.get_filename(), hashlib.sha256(each.get_content()).hexdigest()]
            for each in mail.iter_attachments()],
}))`

function hasPython(): boolean {
  try {
    execFileSync('python3', ['-c', 'import email.policy'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

describe.skipIf(!hasPython())('to the mail library of Python', () => {
  it('the draft is without fault and says the same', async () => {
    // A name of two encoded words would come out with a space too many: a fault of that library.
    const to = { name: 'Bà Khai', address: 'khai@example.com' }
    const read = execFileSync('python3', ['-c', PYTHON_READER], {
      input: await buildMailDraft({ ...LETTER, to }),
      encoding: 'utf8',
    })
    expect(JSON.parse(read)).toEqual({
      defects: [],
      unsent: '1',
      subject: LETTER.subject,
      to: [[to.name, to.address]],
      text: LETTER.text,
      files: [[LETTER.attachments[0]!.fileName, createHash('sha256').update(PDF).digest('hex')]],
    })
  })
})
