// The statutory grounds that can be proposed for keeping a handed-over document from the public. The municipality decides; this is a proposal.
import type { AccessGround } from "../../app/domain/handover";
import data from "./access-grounds.json";

export const accessGrounds: readonly AccessGround[] = data;

export function accessGround(code: string): AccessGround | null {
  return accessGrounds.find((each) => each.code === code) ?? null;
}
