import type { Finding } from '../types.ts';
import { fieldWords, findingWords } from '../words/refusal-words.ts';
import { useWords } from '../words/words.tsx';

/** The id of a field of the text on the page: `pictures.0.alt` and the like too. */
export function fieldId(field: string): string {
  return `field-${field.replaceAll('.', '-')}`;
}

/** Leads to a field, or to what it is in. */
export function goToField(field: string): void {
  const parts = field.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const found = document.getElementById(fieldId(parts.slice(0, length).join('.')));
    if (found === null) continue;
    const reduced = matchMedia('(prefers-reduced-motion: reduce)').matches;
    found.scrollIntoView({ block: 'center', behavior: reduced ? 'auto' : 'smooth' });
    found.focus({ preventScroll: true });
    return;
  }
}

/** What the copy desk says while one types, errors first. */
export function Findings({ findings, locale }: { readonly findings: readonly Finding[]; readonly locale: string }) {
  const words = useWords();
  const { say } = words;
  const isError = ({ severity }: Finding) => severity === 'error';
  const ordered = [...findings.filter(isError), ...findings.filter((one) => !isError(one))];
  const errors = findings.filter(isError).length;
  return (
    <section aria-label={say('findings')}>
      <h2>{say('findings')}</h2>
      <p className="small" role="status">
        {findings.length === 0
          ? say('findingsNone')
          : say('findingsCount', { errors, warnings: findings.length - errors })}
      </p>
      <ul>
        {ordered.map((one) => (
          <li className="finding" key={`${one.code} ${one.field} ${one.excerpt}`}>
            <p className="where">
              <span className={isError(one) ? 'mark grave' : 'mark fair'}>{say(one.severity)}</span>
              <span>{fieldWords(one.field, words)}</span>
            </p>
            <p>{findingWords(one.code, words)}</p>
            {one.excerpt !== '' && <q lang={locale}>{one.excerpt}</q>}{' '}
            <button type="button" className="plain" onClick={() => goToField(one.field)}>
              {say('goToField')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
