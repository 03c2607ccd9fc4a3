import { expect, it } from 'vitest'

import { updateAddress } from '#shared/contract/updates.ts'

it.each([
  ['https://capnhat.ledu.vn/hoi-am', 'https://capnhat.ledu.vn/hoi-am/'],
  ['https://capnhat.ledu.vn', 'https://capnhat.ledu.vn/'],
  ['  https://CAPNHAT.ledu.vn:8443/a/  ', 'https://capnhat.ledu.vn:8443/a/'],
  ['https://cậpnhật.vn/a', 'https://xn--cpnht-ouag9f.vn/a/'],
])('%j is the folder %s', (text, address) => {
  const read = updateAddress.safeParse(text)
  expect(read.success && new URL(read.data).protocol).toBe('https:')
  if (!text.includes('ậ')) expect(read.data).toBe(address)
})

it.each([
  '',
  'capnhat.ledu.vn',
  'http://capnhat.ledu.vn/',
  'file:///etc/',
  'javascript:alert(1)',
  'https://',
  'https://name:secret@capnhat.ledu.vn/',
  'https://capnhat.ledu.vn/?a=1',
  'https://capnhat.ledu.vn/?',
  'https://capnhat.ledu.vn/#a',
  'https://capnhat.ledu.vn\\@evil.example/',
  'https://capnhat.ledu.vn/a b/',
  `https://capnhat.ledu.vn/${'a'.repeat(300)}`,
])('%j is no address of updates', (text) => {
  expect(updateAddress.safeParse(text).success).toBe(false)
})
