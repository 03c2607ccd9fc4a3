import type { Firm } from '#core/firms/model.ts'

/** A firm's entry in the registry while it is being written. */
export type FirmForm = { -readonly [Key in keyof Omit<Firm, 'id' | 'version'>]: Firm[Key] }

export function blankFirm(): FirmForm {
  return {
    name: '',
    taxCode: null,
    address: null,
    contactName: null,
    phone: null,
    email: null,
    contractNumber: null,
    contractValidUntil: null,
    ndaValidUntil: null,
    active: true,
  }
}

/** What is stored of a firm, in the order of the form. */
export function formOf(firm: Firm): FirmForm {
  const { id: _id, version: _version, ...facts } = firm
  return { ...blankFirm(), ...facts }
}
