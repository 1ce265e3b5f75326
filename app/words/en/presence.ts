// English: proving that it is oneself who sits here, before something that binds others.
import type { PresenceWords } from "../nb/presence";

export const presence: PresenceWords = {
  heading: "Confirm that it is you",
  why: "The decision binds more people than you. That is why we ask once more.",
  password: "Your password",
  passwordHint: "The one you sign in with. It is not kept with the decision.",
  code: "The code from the app",
  codeHint: "The six digits from the app you use when you sign in.",
  demo: "Yes, it is I who decide this",
  demoHint: "Otherwise Samtun asks for the password or the code here. Nobody in the demo has a password, so here you tick a box instead. The decision will say that it was confirmed the way the demo does it.",
  isFresh: (when) => `You confirmed that it is you ${when}. That lasts for five minutes.`,
  proved: {
    password: (when) => `Confirmed with a password, ${when}`,
    code: (when) => `Confirmed with a code from the app, ${when}`,
    demo: (when) => `Confirmed the way the demo does it, without a password, ${when}`,
  },
};
