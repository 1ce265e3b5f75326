// People and their sign-in, in the shape better-auth reads and writes; its own boot check compares with what it expects.
import type { Kysely } from "kysely";
import { authDateColumn, authFlagColumn } from "../columns";

export async function up(db: Kysely<never>): Promise<void> {
  const date = authDateColumn(db);
  const flag = authFlagColumn(db);
  await db.schema
    .createTable("user")
    .addColumn("id", "text", (c) => c.notNull().primaryKey())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("email", "text", (c) => c.notNull().unique())
    .addColumn("emailVerified", flag as never, (c) => c.notNull())
    .addColumn("image", "text")
    .addColumn("createdAt", date as never, (c) => c.notNull())
    .addColumn("updatedAt", date as never, (c) => c.notNull())
    .addColumn("twoFactorEnabled", flag as never)
    .execute();
  await db.schema
    .createTable("session")
    .addColumn("id", "text", (c) => c.notNull().primaryKey())
    .addColumn("expiresAt", date as never, (c) => c.notNull())
    .addColumn("token", "text", (c) => c.notNull().unique())
    .addColumn("createdAt", date as never, (c) => c.notNull())
    .addColumn("updatedAt", date as never, (c) => c.notNull())
    .addColumn("ipAddress", "text")
    .addColumn("userAgent", "text")
    .addColumn("userId", "text", (c) => c.notNull().references("user.id").onDelete("cascade"))
    .execute();
  await db.schema
    .createTable("account")
    .addColumn("id", "text", (c) => c.notNull().primaryKey())
    .addColumn("accountId", "text", (c) => c.notNull())
    .addColumn("providerId", "text", (c) => c.notNull())
    .addColumn("userId", "text", (c) => c.notNull().references("user.id").onDelete("cascade"))
    .addColumn("accessToken", "text")
    .addColumn("refreshToken", "text")
    .addColumn("idToken", "text")
    .addColumn("accessTokenExpiresAt", date as never)
    .addColumn("refreshTokenExpiresAt", date as never)
    .addColumn("scope", "text")
    .addColumn("password", "text")
    .addColumn("createdAt", date as never, (c) => c.notNull())
    .addColumn("updatedAt", date as never, (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("verification")
    .addColumn("id", "text", (c) => c.notNull().primaryKey())
    .addColumn("identifier", "text", (c) => c.notNull())
    .addColumn("value", "text", (c) => c.notNull())
    .addColumn("expiresAt", date as never, (c) => c.notNull())
    .addColumn("createdAt", date as never, (c) => c.notNull())
    .addColumn("updatedAt", date as never, (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("twoFactor")
    .addColumn("id", "text", (c) => c.notNull().primaryKey())
    .addColumn("secret", "text", (c) => c.notNull())
    .addColumn("backupCodes", "text", (c) => c.notNull())
    .addColumn("userId", "text", (c) => c.notNull().references("user.id").onDelete("cascade"))
    .addColumn("verified", flag as never)
    .addColumn("failedVerificationCount", "integer")
    .addColumn("lockedUntil", date as never)
    .execute();
  await db.schema
    .createTable("rateLimit")
    .addColumn("id", "text", (c) => c.notNull().primaryKey())
    .addColumn("key", "text", (c) => c.notNull().unique())
    .addColumn("count", "integer", (c) => c.notNull())
    .addColumn("lastRequest", "bigint", (c) => c.notNull())
    .execute();
  await db.schema.createIndex("session_userId_idx").on("session").column("userId").execute();
  await db.schema.createIndex("account_userId_idx").on("account").column("userId").execute();
  await db.schema.createIndex("verification_identifier_idx").on("verification").column("identifier").execute();
  await db.schema.createIndex("twoFactor_secret_idx").on("twoFactor").column("secret").execute();
  await db.schema.createIndex("twoFactor_userId_idx").on("twoFactor").column("userId").execute();

  await db.schema
    .createTable("person")
    .addColumn("user_id", "text", (c) => c.notNull().primaryKey().references("user.id").onDelete("cascade"))
    .addColumn("language", "text", (c) => c.notNull())
    .addColumn("colour_scheme", "text", (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("administrator")
    .addColumn("user_id", "text", (c) => c.notNull().primaryKey().references("user.id").onDelete("cascade"))
    .addColumn("municipality", "text", (c) => c.notNull())
    .addColumn("appointed_at", "text", (c) => c.notNull())
    .addColumn("ended_at", "text")
    .execute();
  await db.schema
    .createTable("welcome_link")
    .addColumn("token_hash", "text", (c) => c.notNull().primaryKey())
    .addColumn("made_at", "text", (c) => c.notNull())
    .addColumn("expires_at", "text", (c) => c.notNull())
    .addColumn("used_at", "text")
    .execute();
  await db.schema
    .createTable("letter")
    .addColumn("id", "text", (c) => c.notNull().primaryKey())
    .addColumn("to_address", "text", (c) => c.notNull())
    .addColumn("subject", "text", (c) => c.notNull())
    .addColumn("body", "text", (c) => c.notNull())
    .addColumn("written_at", "text", (c) => c.notNull())
    .addColumn("attempts", "integer", (c) => c.notNull())
    .addColumn("next_try_at", "text")
    .addColumn("sent_at", "text")
    .execute();
  await db.schema.createIndex("letter_next_try_idx").on("letter").column("next_try_at").execute();
}
