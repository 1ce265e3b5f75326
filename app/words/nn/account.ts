// Nynorsk: account.
import type { AccountWords } from "../nb/account";

export const account: AccountWords = {};
