import type { ReactNode } from 'react';

/** A part of a screen under its own heading. */
export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="section">
      <h2>{title}</h2>
      <div className="stack section">{children}</div>
    </section>
  );
}
