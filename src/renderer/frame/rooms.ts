import {
  Building2,
  CalendarCheck,
  ChartColumn,
  FolderOpen,
  ListChecks,
  Mail,
  ScrollText,
  Settings,
} from '@lucide/vue'
import type { Component } from 'vue'

import type { Action } from '#core/people/permissions.ts'
import type { MessageKey } from '#renderer/i18n/index.ts'
import type { RoomCommand } from '#shared/commands.ts'

export type RailRoom = Readonly<{
  name: RoomCommand
  label: MessageKey
  icon: Component
  action: Action | null
  /** Other routes that belong to the room. */
  within: readonly string[]
}>

/** The rooms of the rail in the order of the day's work. */
export const ROOMS: readonly RailRoom[] = [
  { name: 'today', label: 'frame.today', icon: CalendarCheck, action: null, within: [] },
  {
    name: 'complaints',
    label: 'frame.complaints',
    icon: FolderOpen,
    action: 'complaint.read',
    within: ['case', 'intake'],
  },
  { name: 'steps', label: 'frame.steps', icon: ListChecks, action: 'complaint.read', within: [] },
  {
    name: 'letters',
    label: 'frame.letters',
    icon: Mail,
    action: 'letter.read',
    within: ['letter', 'verify'],
  },
  {
    name: 'firms',
    label: 'frame.firmsShort',
    icon: Building2,
    action: 'firm.read',
    within: ['firm'],
  },
  {
    name: 'figures',
    label: 'figures.title',
    icon: ChartColumn,
    action: 'figures.read',
    within: [],
  },
]

/** The rooms at the foot of the rail. */
export const FOOT_ROOMS: readonly RailRoom[] = [
  { name: 'audit', label: 'frame.audit', icon: ScrollText, action: 'audit.read', within: [] },
  {
    name: 'settings',
    label: 'frame.settings',
    icon: Settings,
    action: null,
    within: ['phrases'],
  },
]
