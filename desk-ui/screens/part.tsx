import { type ReactNode, useId } from 'react';

/** A part of a screen under its own heading. */
export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className="stack section">{children}</div>
    </section>
  );
}
