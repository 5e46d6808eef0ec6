import fc from 'fast-check';
import { expect, test } from 'vitest';
import { elementsOf } from '../../../test/support/read-page.ts';
import { pageOf } from './answers.ts';
import { Html, MachineReadable, markup } from './html.view.tsx';

// A parser reads CR as LF and refuses NUL; texts that hold them are refused before they are stored.
const words = fc.string({ unit: 'grapheme' }).filter((text) => !/[\r\0]/.test(text));

test('whatever a text holds, it stands in an element and in an attribute as it is', () => {
  fc.assert(
    fc.property(words, (text) => {
      const html = pageOf(<Html value={markup`<b title="${text}">${text}</b>`} />);
      const bold = elementsOf(html).find(({ tag }) => tag === 'b');
      expect(bold).toEqual({ tag: 'b', attributes: { title: text }, text });
    }),
  );
});

test('no text ends the element that holds data for machines', () => {
  fc.assert(
    fc.property(words, (text) => {
      const value = { text: `</script><!--${text}` };
      const script = elementsOf(pageOf(<MachineReadable value={value} />)).find(({ tag }) => tag === 'script');
      expect(JSON.parse(script?.text ?? '')).toEqual(value);
    }),
  );
});
