// Four small drawings for the front page: a plan two people write in, a path with gates, a yes that is sealed, a home behind its hedge.
import type { ReactNode } from "react";

function Picture({ children }: { readonly children: ReactNode }) {
  return <svg className="pic" viewBox="0 0 96 72" aria-hidden="true" focusable="false">{children}</svg>;
}

export function PlanPicture() {
  return (
    <Picture>
      <rect x="18" y="4" width="56" height="64" rx="5" className="pic-paper" strokeWidth="1.5" />
      <path d="M28 17h26M28 28h36M28 50h30M28 59h20" className="pic-line" strokeWidth="3.5" strokeLinecap="round" />
      <path d="M28 39h14" className="pic-stroke-1" strokeWidth="3.5" strokeLinecap="round" />
      <path d="M52 39h12" className="pic-stroke-2" strokeWidth="3.5" strokeLinecap="round" />
      <path d="M46 33v12" className="pic-stroke-1" strokeWidth="2.5" />
      <path d="M68 33v12" className="pic-stroke-2" strokeWidth="2.5" />
      <rect x="36" y="24" width="11" height="9" rx="2.5" className="pic-cloth-1" />
      <rect x="67" y="24" width="11" height="9" rx="2.5" className="pic-cloth-2" />
    </Picture>
  );
}

export function PathPicture() {
  return (
    <Picture>
      <path d="M8 64C30 64 22 44 42 44S58 22 84 20" className="pic-line" strokeWidth="5" strokeLinecap="round" />
      <path d="M8 64C30 64 22 44 42 44" className="pic-stroke-1" strokeWidth="5" strokeLinecap="round" />
      <circle cx="8" cy="64" r="6" className="pic-cloth-1" />
      <circle cx="42" cy="44" r="9" className="pic-cloth-3" />
      <circle cx="42" cy="44" r="3.5" className="pic-paper" />
      <path d="M72 20V9l12-8 12 8v11Z" className="pic-cloth-2" />
      <path d="M81 20v-7h6v7Z" className="pic-glass" />
      <path d="M42 35V14" className="pic-stroke" strokeWidth="2.5" strokeLinecap="round" />
      <path d="M43 14h15l-5 5 5 5H43Z" className="pic-cloth-2" />
    </Picture>
  );
}

export function ApprovalPicture() {
  return (
    <Picture>
      <rect x="14" y="4" width="52" height="64" rx="5" className="pic-paper" strokeWidth="1.5" />
      <path d="M24 18h30M24 29h32M24 40h22" className="pic-line" strokeWidth="3.5" strokeLinecap="round" />
      <path d="M54 56 50 71l9-4 4 5 5-15 5 15 4-5 9 4-4-15Z" className="pic-cloth-3" />
      <circle cx="68" cy="46" r="19" className="pic-cloth-1" />
      <path d="m59 47 7 7 12-14" stroke="#fff" strokeWidth="4.5" fill="none" strokeLinecap="round" strokeLinejoin="round" />
    </Picture>
  );
}

export function HomePicture() {
  return (
    <Picture>
      <path d="M26 60V31L48 12l22 19v29Z" className="pic-wall-3" />
      <path d="M18 35 48 8l30 27-4 5-26-23-26 23Z" className="pic-roof" />
      <path d="M42 60V46a6 6 0 0 1 12 0v14Z" className="pic-door" />
      <circle cx="48" cy="30" r="5" className="pic-glass" />
      <path d="M2 68c0-10 6-15 12-15 3-8 15-8 17 1 6 0 9 6 9 14Z" className="pic-leaf" />
      <path d="M56 68c0-8 4-14 10-14 2-9 15-9 17-1 7 0 11 6 11 15Z" className="pic-leaf-2" />
    </Picture>
  );
}
