// What a person may type about themselves or others: names, e-mail addresses, passwords. The messages are FieldFault codes.
import { z } from "zod";
import { looksLikeNationalId } from "./documents/privacy-hints";

/** Long rather than odd, as NIST SP 800-63B says; the upper end keeps hashing cheap. */
export const shortestPassword = 12;
export const longestPassword = 128;

export const emailField = z.string("required").trim().min(1, "required").max(254, "tooLong").pipe(z.email("notAnEmail"));

/** A name others see, of a person, a party or a project. Never a national identity number (rule P8). */
export const nameField = z
  .string("required").trim().min(1, "required").max(100, "tooLong")
  .refine((text) => !looksLikeNationalId(text), "looksLikeNationalId");

export const newPasswordField = z.string("required").min(shortestPassword, "passwordTooShort").max(longestPassword, "tooLong");

/** A password somebody has: however it is, it is tried. */
export const passwordField = z.string("required").min(1, "required").max(1000, "tooLong");

/** A new password typed twice; the fault stands at the second. */
export const newPasswordTwice = z
  .object({ password: newPasswordField, passwordAgain: z.string("required").min(1, "required") })
  .refine((typed) => typed.password === typed.passwordAgain, { message: "passwordsDiffer", path: ["passwordAgain"] });
