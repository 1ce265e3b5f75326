// The few signs the icon set has not, drawn to its measure.
import type { ReactNode } from "react";

export function QuoteSign() {
  return <Sign><path d="M5 6h6v6.5c0 2.6-1.4 4.4-4 5.5l-.8-1.6c1.4-.7 2.2-1.7 2.3-3.4H5V6Zm9 0h6v6.5c0 2.6-1.4 4.4-4 5.5l-.8-1.6c1.4-.7 2.2-1.7 2.3-3.4H14V6Z" /></Sign>;
}

export function RuleSign() {
  return <Sign><path d="M3 11.25h18v1.5H3zM6 6h12v1.2H6zM6 16.8h12V18H6z" /></Sign>;
}

function Sign({ children }: { readonly children: ReactNode }) {
  return <svg aria-hidden="true" width="1em" height="1em" viewBox="0 0 24 24" fill="currentColor">{children}</svg>;
}
