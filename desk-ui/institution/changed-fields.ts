/** Of what stands in a form, the fields that are different: what is not named stays as it is, whoever changes it meanwhile. */
export function changedFields<Fields extends object>(before: Fields, after: Fields): Partial<Fields> {
  const changed = Object.entries(after).flatMap(([name, value]): [string, unknown][] => {
    const was = before[name as keyof Fields] as unknown;
    if (isTexts(value) && isTexts(was)) {
      const texts = changedTexts(was, value);
      return Object.keys(texts).length === 0 ? [] : [[name, texts]];
    }
    return JSON.stringify(was) === JSON.stringify(value) ? [] : [[name, value]];
  });
  return Object.fromEntries(changed) as Partial<Fields>;
}

type Texts = Readonly<Record<string, string>>;

function changedTexts(before: Texts, after: Texts): Texts {
  return Object.fromEntries(Object.entries(after).filter(([locale, text]) => (before[locale] ?? '') !== text));
}

function isTexts(value: unknown): value is Texts {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
