// The daily rounds on both databases: once a day whoever is up, taken over from who died, tried again when one fails.
import { expect, test, describe } from "vitest";
import { addMs, type Instant } from "../app/domain/time";
import { testDatabases } from "../db/testing";
import { startRounds } from "./rounds";
import { testOffice } from "./testing";

const morning = "2026-11-25T05:30:00.000Z" as Instant; // half past six in Oslo

describe.each(testDatabases)("[O21] on %s", (kind) => {
  test("of two servers one does a round, once a day, and not before its hour", async () => {
    const office = await testOffice(kind);
    office.setNow(morning);
    const done: string[] = [];
    const round = (name: string, from: string) => ({ name, from, run: async (_: unknown, day: string) => void done.push(`${name} ${day}`) });
    const rounds = [round("early", "00:00"), round("late", "07:00")];
    const both = [startRounds(office, rounds), startRounds(office, rounds)];
    await Promise.all(both.map((each) => each.look()));
    await Promise.all(both.map((each) => each.look()));
    expect(done).toEqual(["early 2026-11-25"]);
    office.setNow(addMs(morning, 3_600_000));
    await Promise.all(both.map((each) => each.look()));
    expect(done).toEqual(["early 2026-11-25", "late 2026-11-25"]);
    // half past midnight in Oslo is the next day there, and still the same in UTC
    office.setNow("2026-11-25T23:30:00.000Z" as Instant);
    await Promise.all(both.map((each) => each.look()));
    expect(done.slice(2)).toEqual(["early 2026-11-26"]);
    await Promise.all(both.map((each) => each.stop()));
    await office.close();
  });

  test("one that fails is told of, leaves the others alone, and is tried again when its claim has run out", async () => {
    const office = await testOffice(kind);
    office.setNow(morning);
    const told: string[] = [];
    const log = { ...office.log, error: (_: unknown, words: string) => void told.push(words) };
    let tries = 0;
    const failing = { name: "failing", from: "00:00", run: async () => { tries += 1; if (tries === 1) throw new Error("no"); } };
    let others = 0;
    const other = { name: "other", from: "00:00", run: async () => void (others += 1) };
    const rounds = startRounds({ ...office, log }, [failing, other]);
    await rounds.look();
    await rounds.look();
    expect([tries, others, told]).toEqual([1, 1, ["a daily round failed"]]);
    office.setNow(addMs(morning, 11 * 60_000));
    await rounds.look();
    office.setNow(addMs(morning, 30 * 60_000));
    await rounds.look();
    expect([tries, others, told.length]).toEqual([2, 1, 1]);
    await rounds.stop();
    await office.close();
  });
});
