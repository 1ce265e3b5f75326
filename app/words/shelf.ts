// The words in the browser: one language, in parts that come when a page needs them.
import type { everyPage, LaterTopic } from "./topics";
import type { Words } from "./nb";

/** What a language gives the browser: what every page needs, and how to fetch the rest. */
export type Shelf = Pick<Words, (typeof everyPage)[number]> & {
  readonly later: { readonly [Each in LaterTopic]: () => Promise<{ readonly [Name in Each]: Words[Name] }> };
};

export type OpenShelf = {
  /** Reading a topic that has not come asks for it and makes the reader wait, as React waits for a page's code: a promise is thrown. */
  readonly words: Words;
  /** Resolves when they are here; rejects when one cannot be had. What failed before is tried again. */
  fetch(topics: readonly LaterTopic[]): Promise<void>;
};

export function openShelf({ later, ...here }: Shelf): OpenShelf {
  const words: Partial<Words> = here;
  const coming = new Map<LaterTopic, Promise<void>>();
  const failed = new Map<LaterTopic, { readonly fault: unknown }>();

  function ask<Name extends LaterTopic>(topic: Name): Promise<void> {
    const asked = coming.get(topic);
    if (asked) return asked;
    failed.delete(topic);
    const answer = later[topic]().then(
      (part) => void Object.defineProperty(words, topic, { value: part[topic], enumerable: true }),
      (fault: unknown) => {
        coming.delete(topic);
        failed.set(topic, { fault });
        throw fault;
      },
    );
    coming.set(topic, answer);
    return answer;
  }

  for (const topic of Object.keys(later) as LaterTopic[]) {
    Object.defineProperty(words, topic, {
      configurable: true,
      get() {
        const { fault } = failed.get(topic) ?? {};
        // asking again at each render would never end while there is no network
        if (fault) throw fault;
        throw ask(topic);
      },
    });
  }
  return { words: words as Words, fetch: async (topics) => void (await Promise.all(topics.map(ask))) };
}
