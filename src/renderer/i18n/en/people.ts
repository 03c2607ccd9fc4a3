import type { SameKeys } from '../shape.ts'
import type { peopleMessages as vi } from '../vi/people.ts'

export const peopleMessages = {
  title: 'Members',
  lead: 'Who may enter the program and do what. A change of role or the end of an account needs a second person.',
  add: 'Add a member',
  added: '{name} is added.',
  fullName: 'Full name',
  personTitle: 'Title',
  titleHelp: 'As printed under a signature, for example: Head of the website management board.',
  username: 'User name',
  usernameHelp: 'Small letters a–z, digits, dots or hyphens; 3 to 32 characters.',
  role: 'Role',
  roleHelp: {
    chair: 'Everything, members and settings included.',
    board: 'Assigns, approves, issues letters, closes cases.',
    investigator: 'Checks, finds causes, remedies, writes letters.',
    intake: 'Takes complaints and corrects their facts.',
    auditor: 'Reads everything, changes nothing.',
  },
  state: 'State',
  active: 'Active',
  inactive: 'Ended',
  since: 'Since',
  you: '(you)',
  edit: 'Correct name or title',
  renamed: 'Corrected.',
  resetPassword: 'Reset the password',
  resetText:
    'Set a one-time password for {name} and tell them in private. The windows of {name} close at once; when they sign in they must set a password of their own, and they approve nothing until another approver has confirmed the account.',
  passwordReset: 'A one-time password is set for {name}.',
  oneTimePassword: 'One-time password',
  account: {
    title: 'Accounts to confirm',
    lead: 'Before you confirm one, meet its owner or call them by a number you knew before, and ask whether it was they who set the password. Until then the account approves nothing, and what is done by it is marked in the journal.',
    yours: '{name} (you)',
    how: {
      founded: 'There since the board was set up, {when}.',
      kept: 'There from before, {when}.',
      added: '{by} added this account on {when}.',
      reset: '{by} reset its password on {when}.',
      recovered:
        'Its password was set with the printed recovery key on {when}; nobody knows who used the key, so two people must confirm it.',
      promoted: '{by} asked for a role that approves; in force since {when}.',
    },
    unseen: 'Its owner has not signed in yet to set a password.',
    confirmedBy: 'Confirmed by: {names}.',
    confirm: 'Confirm',
    confirmOf: 'Confirm the account of {name}',
    confirmTitle: 'Confirm the account of {name}?',
    confirmText:
      'I have met or called {name}: they set the password themselves and hold this account. My word is recorded in the journal under my name.',
    confirmed: 'The account of {name} is confirmed.',
    oneMore: 'Your word is recorded. The account of {name} needs one more approver.',
    mark: {
      alone:
        'There is no independent second person yet: the board has not got two approvers who each set a password of their own. Each approval is recorded with that.',
      unconfirmed:
        'Your account is not confirmed and nobody is left to confirm it. Each approval is recorded with that.',
    },
  },
  changeRole: 'Ask for a change of role',
  changeRoleText: 'The request waits for another member of the board.',
  access: 'May sign in',
  accessHelp: 'Untick to end this account.',
  ask: 'Send the request',
  asked: 'The request is sent. Another member of the board will decide.',
  waiting: 'A change is waiting',
  empty: 'No other members yet',
  acts: 'Acts',
} as const satisfies SameKeys<typeof vi>
