// The addresses of headings.
import { expect, test } from "vitest";
import { outlineOf } from "./outline";
import type { RichNode } from "./rich-text";

const heading = (text: string, level = 2): RichNode => ({ type: "heading", attrs: { level }, content: text ? [{ type: "text", text }] : [] });

test("[D20] each heading has an address of its own, made of its words", () => {
  const content = [heading("1. Kort fortalt"), heading("Økonomi på år"), { type: "paragraph" as const }, heading("Økonomi på år", 3), heading("")];
  expect(outlineOf({ type: "doc", content })).toEqual([
    { id: "kapittel-1-kort-fortalt", level: 2, text: "1. Kort fortalt", block: 0 },
    { id: "kapittel-okonomi-pa-ar", level: 2, text: "Økonomi på år", block: 1 },
    { id: "kapittel-okonomi-pa-ar.2", level: 3, text: "Økonomi på år", block: 3 },
    { id: "kapittel-uten-navn", level: 2, text: "", block: 4 },
  ]);
});
