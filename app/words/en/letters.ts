// English: letters.
import type { LettersWords } from "../nb/letters";

const goodbye = "\n\nKind regards,\nSamtun\n\nYou cannot reply to this letter.";

export const letters: LettersWords = {
  invitation: (municipality, link, days) => ({
    subject: "You are invited to Samtun",
    body: `Hello,\n\nYou are invited to take part in a project in ${municipality} in Samtun.\n\nOpen the link to see who invited you, and to answer:\n${link}\n\nThe invitation is for this e-mail address only, can be used once, and lasts ${days} days. If you know nothing about this, you can ignore the letter.${goodbye}`,
  }),
  newPassword: (link) => ({
    subject: "A new password in Samtun",
    body: `Hello,\n\nSomebody, hopefully you, has asked for a new password for your account. Open the link to choose one:\n${link}\n\nThe link lasts one hour. If you did not ask for this, you can ignore the letter. Your old password still works.${goodbye}`,
  }),
  verifyEmail: (link) => ({
    subject: "Confirm your e-mail address in Samtun",
    body: `Hello,\n\nOpen the link and press the button, so that we know the address is yours:\n${link}\n\nThe link lasts one day. If you have not made an account in Samtun, you can ignore the letter.${goodbye}`,
  }),
  task: (link: string, stop: string) => ({
    subject: "You have a new task in the project",
    body: `Hello,\n\nYou have a new task in the project. Sign in to see what it is about:\n${link}\n\nTo protect your privacy this letter says no more. You choose how often you get such letters on the page “My account”. If you want no more of them, open this link:\n${stop}${goodbye}`,
  }),
};
