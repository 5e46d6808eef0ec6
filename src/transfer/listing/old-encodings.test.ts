import { expect, test } from 'vitest';
import { type ListingItem, readListing } from './read-listing.ts';

/** Bytes of `text`, of which what stands between « and » is given as bytes in hexadecimal. */
function bytesOf(text: string): Buffer {
  return Buffer.concat(text.split(/[«»]/).map((part, at) => Buffer.from(part, at % 2 === 0 ? 'utf8' : 'hex')));
}

async function read(bytes: Uint8Array, locale: string, encoding: string | null = null): Promise<ListingItem[]> {
  const open = async function* () {
    for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
  };
  const items: ListingItem[] = [];
  for await (const event of readListing(open, { locale, encoding })) if (event.kind === 'item') items.push(event.item);
  return items;
}

const page = (head: string, headline: string) =>
  bytesOf(`${head}<title>x</title></head><body>
<ul><li><a href=1>${headline}</a><br>2003-05-06</li>
<li><a href=2>2</a> <a href=2>B</a><br>2003-05-05</li></ul></body></html>`);

/** 新港 in GB 2312, and in Big5. */
const [gb, big5] = ['«d0c2b8db»', '«b773b4e4»'];

test.each([
  ['zh-Hans', '<html><head><meta charset=gb2312>', gb, '新港'],
  ['zh-Hans', '<html><head><META http-equiv="Content-Type" content="text/html; charset=GBK">', gb, '新港'],
  ['zh-Hant', "<!doctype html><html><head><meta charset='big5'>", big5, '新港'],
  [
    'en',
    '<html><head><meta http-equiv=Content-Type content="text/html; charset=windows-1252">',
    'The «93»quay«94»',
    'The “quay”',
  ],
  ['fr', '<html><head><meta charset="iso-8859-1">', 'Le bac a «e9»t«e9» remis', 'Le bac a été remis'],
  ['ru', '<?xml version="1.0" encoding="koi8-r"?>\n<!DOCTYPE html><html><head>', '«f0cfd2d4»', 'Порт'],
  ['ar', '<html><head><meta charset=windows-1256>', '«c7e1e3edd1c7c1»', 'الميراء'],
  ['ja', '<html><head><meta charset=Shift_JIS>', '«8d60»', '港'],
])('a page in its own encoding is read as it says it is written: %s %s', async (locale, head, headline, meant) => {
  const [item] = await read(page(head, headline), locale);
  expect(item?.headline).toBe(meant);
});

test('bytes that the declared encoding does not have are refused with their line', async () => {
  const head = '<html><head><meta charset=gb2312>';
  await expect(read(page(head, `${gb}«ff»`), 'zh-Hans')).rejects.toMatchObject({
    code: 'IMPORT_ENCODING',
    detail: { line: 2, problem: '0xFF is not gbk' },
  });
  await expect(read(page('<html><head><meta charset=windows-1252>', 'a«81»b'), 'en')).rejects.toMatchObject({
    detail: { line: 2, problem: '0x81 is not windows-1252' },
  });
  await expect(read(page('<html><head><meta charset=utf-8>', gb), 'zh-Hans')).rejects.toMatchObject({
    detail: { line: 2, problem: '0xD0 is not UTF-8' },
  });
  await expect(read(page('<html><head><meta charset=klingon>', gb), 'zh-Hans')).rejects.toMatchObject({
    detail: { line: 2 },
  });
});

test('a page that was saved as UTF-8 stays so, whatever it says', async () => {
  for (const charset of ['gb2312', 'windows-1252', 'utf-16']) {
    const [item] = await read(page(`<html><head><meta charset=${charset}>`, '新港 é'), 'zh-Hans');
    expect(item?.headline).toBe('新港 é');
  }
  const [item] = await read(page('\ufeff<html><head><meta charset=gb2312>', '港'), 'zh-Hans');
  expect(item?.headline).toBe('港');
});

test('what a comment or another meta says is no declaration', async () => {
  const head = '<html><head><!-- <meta charset=gb2312> --><meta name=d content="charset=gb2312">';
  await expect(read(page(head, gb), 'zh-Hans')).rejects.toMatchObject({ code: 'IMPORT_ENCODING' });
});

test('the encoding of a text is told; the text of a page that declares another is, too', async () => {
  const list = bytesOf(`1. ${gb}\n2003-05-06\n${gb}${gb}\n`);
  await expect(read(list, 'zh-Hans')).rejects.toThrow('--encoding');
  expect(await read(list, 'zh-Hans', 'gbk')).toMatchObject([{ headline: '新港', summary: '新港新港' }]);
  const [item] = await read(page('<html><head><meta charset=big5>', gb), 'zh-Hans', 'gbk');
  expect(item?.headline).toBe('新港');
  await expect(read(Buffer.from('1. 新港\n2003-05-06\n'), 'zh-Hans', 'gbk')).rejects.toMatchObject({
    code: 'IMPORT_IS_UTF8',
  });
  await expect(read(bytesOf(`1. ${gb}\n2003-05-06\nx«d0»`), 'zh-Hans', 'gbk')).rejects.toMatchObject({
    code: 'IMPORT_TRUNCATED',
  });
});
