// The nonce of this answer's Content-Security-Policy, for the few inline scripts Remix writes. Browsers hide it, so it is empty there.
import { createContext, useContext } from "react";

const NonceContext = createContext<string | undefined>(undefined);
export const NonceProvider = NonceContext.Provider;

export function useNonce(): string | undefined {
  return useContext(NonceContext);
}
