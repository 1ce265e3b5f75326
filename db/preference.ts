// What a person has chosen for themselves: language and colours. The row may be missing for an account made elsewhere.
import type { UserId } from "../app/domain/ids";
import type { ColourScheme, Language } from "../app/domain/preference";
import type { Db } from "./connect";
import type { Tx } from "./transaction";

export type Preferences = { readonly language: Language; readonly colourScheme: ColourScheme };

export async function keepPreferences(db: Db | Tx, userId: UserId, preferences: Preferences): Promise<void> {
  const row = { language: preferences.language, colour_scheme: preferences.colourScheme };
  await db
    .insertInto("person")
    .values({ user_id: userId, ...row })
    .onConflict((conflict) => conflict.column("user_id").doUpdateSet(row))
    .execute();
}
