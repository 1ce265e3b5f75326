// English: the people of a project.
import type { PeopleWords } from "../nb/people";

export const people: PeopleWords = {
  title: "People",
  lead: "Those who take part, party by party.",
  you: "you",
  since: (day) => `Here since ${day}`,
  others: (count) => (count === 1 ? "And one more, whose name only the party itself sees." : `And ${count} more, whose names only the party itself sees.`),
  nobody: "Nobody is here yet.",
  end: (name) => `End for ${name}`,
  endShort: "End",
  leave: "Leave the project",
  confirm: {
    endTitle: (name) => `End the membership of ${name}?`,
    endText: "They lose access at once, also in windows that are open. What they have written and done stays.",
    endSubmit: "End the membership",
    leaveTitle: "Leave the project?",
    leaveText: "You lose access at once. What you have written and done stays. You must be invited again to come back.",
    leaveSubmit: "Leave the project",
    cancel: "No, go back",
  },
  ended: "The membership has ended.",
  invite: {
    heading: "Invite somebody",
    lead: "They get an e-mail with a link that works for that address only, once, for 14 days.",
    party: "Party",
    role: "Role",
    rolesHeading: "What does each role allow?",
    email: "E-mail",
    displayName: "Name in the project",
    displayNameHint: "As the others see them, for example “Parent C”.",
    submit: "Send invitation",
    sent: (email) => `The invitation is sent to ${email}.`,
  },
  invitations: {
    heading: "Invitations waiting for an answer",
    expires: (day) => `Valid until ${day}`,
    hasRunOut: "Has run out",
    revoke: (email) => `Take back the invitation to ${email}`,
    revokeShort: "Take back",
    revoked: "The invitation is taken back.",
  },
};
