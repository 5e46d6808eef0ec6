/**
 * The one script of the site: under the field of the search page, what a query may become. A combobox with a list, as WAI-ARIA
 * describes it; without the script the form is the same form. It is written for browsers, so nothing here checks its types:
 * test/browser/search-suggests.test.ts does what readers do.
 */
export const suggestScript = `
'use strict';
(() => {
  const field = document.querySelector('[data-suggestions]');
  if (!field) return;
  const { suggestions: address, label } = field.dataset;
  const list = document.createElement('ul');
  list.id = 'suggestions';
  list.className = 'suggestions';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', label);
  field.after(list);
  const marks = { role: 'combobox', autocomplete: 'off', 'aria-autocomplete': 'list', 'aria-controls': list.id, 'aria-expanded': 'false' };
  for (const name in marks) field.setAttribute(name, marks[name]);

  let wait, asking, chosen = -1;

  const show = (isOpen) => {
    list.hidden = !isOpen;
    field.setAttribute('aria-expanded', String(isOpen));
    if (!isOpen) choose(-1);
  };

  const choose = (place) => {
    chosen = place;
    [...list.children].forEach((one, at) => one.setAttribute('aria-selected', String(at === place)));
    const option = list.children[place];
    if (!option) return field.removeAttribute('aria-activedescendant');
    field.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  };

  const take = (option) => {
    show(false);
    if (option.dataset.url) return location.assign(option.dataset.url);
    field.value = option.textContent;
    field.form.requestSubmit();
  };

  const option = (text, hit) => {
    const one = document.createElement('li');
    one.id = 'suggestion-' + list.children.length;
    one.setAttribute('role', 'option');
    one.setAttribute('aria-selected', 'false');
    const words = document.createElement('bdi');
    words.textContent = text;
    one.append(words);
    if (hit) {
      one.className = 'hit';
      one.dataset.url = hit.url;
      words.lang = hit.lang;
      words.dir = hit.dir;
      const day = document.createElement('span');
      day.textContent = hit.date;
      one.append(' ', day);
    }
    list.append(one);
  };

  const ask = async () => {
    asking?.abort();
    const text = field.value.trim();
    if (text === '') return show(false);
    asking = new AbortController();
    try {
      const answer = await fetch(address + '?' + new URLSearchParams({ q: text }), { signal: asking.signal });
      if (!answer.ok) return show(false);
      const { queries, hits } = await answer.json();
      if (document.activeElement !== field) return;
      list.replaceChildren();
      for (const query of queries) option(query);
      for (const hit of hits) option(hit.headline, hit);
      choose(-1);
      show(list.children.length > 0);
    } catch {
      // Typed on, or no network: the form works without.
    }
  };

  field.addEventListener('input', () => {
    clearTimeout(wait);
    wait = setTimeout(ask, 150);
  });
  field.addEventListener('keydown', (event) => {
    const { key, isComposing } = event;
    const count = list.children.length;
    if (isComposing || count === 0) return;
    if (key === 'Escape' && !list.hidden) show(false);
    else if (key === 'ArrowDown' || key === 'ArrowUp') {
      const step = key === 'ArrowDown' ? 1 : -1;
      const from = list.hidden ? -1 : chosen;
      show(true);
      // One place more than there are options: there, the field itself is chosen.
      choose(((from + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (key === 'Enter' && chosen >= 0) take(list.children[chosen]);
    else return;
    event.preventDefault();
  });
  field.addEventListener('blur', () => show(false));
  field.form.addEventListener('submit', () => { clearTimeout(wait); asking?.abort(); });
  // The field keeps the focus, so that the list is there when the button comes up again.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const found = event.target.closest('[role=option]');
    if (found) take(found);
  });
})();
`
  .replace(/^\s*\/\/.*\n/gm, '')
  .replace(/^\s+/gm, '');
