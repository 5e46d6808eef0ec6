import { Button, FileButton, Textarea, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Credited, PictureSeen } from '../../src/desk/contract.ts';
import { uploadPicture } from '../api.ts';
import { useAsked, useDoing, useRefresh } from '../parts/asked.ts';
import { directionOf } from '../parts/me.tsx';
import { useNotices } from '../parts/notices.tsx';
import { type Trouble, TroubleShown } from '../parts/trouble.tsx';
import type { ContentPicture } from '../types.ts';
import { useWords } from '../words/words.tsx';
import { fieldId } from './findings.tsx';
import type { TextInHand } from './use-autosave.ts';

export interface PicturesOrder {
  readonly text: TextInHand;
  /** What the newsroom knows of those in the text. */
  readonly own: readonly PictureSeen[];
  readonly locale: string;
  /** Dropped or pasted elsewhere on the page. */
  readonly files: readonly File[];
  readonly taken: () => void;
}

/** The pictures of a text: upload by button, by dropping, by pasting; their words in its language; their credit once for all. */
export function Pictures({ text, own, locale, files, taken }: PicturesOrder) {
  const { say } = useWords();
  const notices = useNotices();
  const [search, setSearch] = useState('');
  const { answer, trouble } = useAsked('GET /desk/api/pictures', { search });
  const [fresh, setFresh] = useState<readonly PictureSeen[]>([]);
  const { pictures } = text.typed.content;
  // What the newsroom says of a picture is newer than what it said when it took it in.
  const known = new Map([...fresh, ...own, ...(answer?.pictures ?? [])].map((one) => [one.id, one]));
  const put = (next: readonly ContentPicture[]) => text.put({ pictures: next });
  const add = (picture: PictureSeen) => {
    setFresh((all) => [...all, picture]);
    const now = text.autosave.typed.content.pictures;
    if (now.some((one) => one.picture === picture.id)) return;
    put([...now, { picture: picture.id, alt: picture.alt ?? '', caption: picture.caption ?? '' }]);
  };
  const drop = (one: ContentPicture, at: number) => {
    const picture = known.get(one.picture);
    put(pictures.filter((other) => other !== one));
    const putBack = () => {
      if (picture !== undefined) setFresh((all) => [...all, picture]);
      put(text.autosave.typed.content.pictures.toSpliced(at, 0, one));
      return null;
    };
    notices.say(say('pictureRemoved'), { act: putBack });
  };
  const others = (answer?.pictures ?? []).filter(({ id }) => pictures.every(({ picture }) => picture !== id));
  return (
    <div className="stack">
      <h2>{say('pictures')}</h2>
      <Uploads add={add} files={files} taken={taken} />
      {pictures.length === 0 && <p className="small">{say('pictureNone')}</p>}
      <ul className="pictures">
        {pictures.map((one, at) => (
          <Used
            key={one.picture}
            {...{ one, at, locale }}
            picture={known.get(one.picture)}
            count={pictures.length}
            put={(next) => put(pictures.map((other) => (other === one ? next : other)))}
            drop={() => drop(one, at)}
            move={(to) => put(moved(pictures, at, to))}
          />
        ))}
      </ul>
      <details className="drawer">
        <summary>{say('pictureSearch')}</summary>
        <div className="stack">
          <TextInput
            type="search"
            label={say('pictureSearchHint')}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          <TroubleShown trouble={trouble} />
          <ul className="pictures">
            {others.map((picture) => (
              <li className="picture" key={picture.id}>
                <img src={picture.address} alt={picture.alt ?? ''} loading="lazy" />
                <div className="words">
                  <p>{picture.caption ?? picture.fileName}</p>
                  <p className="small">{picture.credit ?? say('creditMissing')}</p>
                  <Button size="xs" variant="default" onClick={() => add(picture)}>
                    {say('pictureUse')}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </div>
      </details>
    </div>
  );
}

function Uploads({
  add,
  files,
  taken,
}: { readonly add: (picture: PictureSeen) => void } & Pick<PicturesOrder, 'files' | 'taken'>) {
  const { say } = useWords();
  const [isOver, setOver] = useState(false);
  const [underWay, setUnderWay] = useState<Readonly<Record<string, number>>>({});
  const [trouble, setTrouble] = useState<Trouble>(null);
  const refresh = useRefresh();
  const send = async (chosen: readonly File[]) => {
    setTrouble(null);
    for (const file of chosen) {
      const sent = { bytes: file, fileName: file.name };
      const outcome = await uploadPicture(sent, (share) => setUnderWay((all) => ({ ...all, [file.name]: share })));
      setUnderWay(({ [file.name]: _, ...rest }) => rest);
      if (outcome.kind === 'done') add(outcome.answer.picture);
      else setTrouble(outcome);
    }
    void refresh();
  };
  useEffect(() => {
    if (files.length === 0) return;
    taken();
    void send(files);
    // biome-ignore lint: what was dropped elsewhere is taken once
  }, [files]);
  const imagesOf = (list: FileList) => [...list].filter(({ type }) => type.startsWith('image/'));
  return (
    <section
      className={isOver ? 'drop over' : 'drop'}
      aria-label={say('pictureUpload')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void send(imagesOf(event.dataTransfer.files));
      }}
      onPaste={(event) => void send(imagesOf(event.clipboardData.files))}
    >
      <p className="small">{say('pictureDrop')}</p>
      <FileButton onChange={(chosen) => void send(chosen)} accept="image/*" multiple>
        {(props) => (
          <Button variant="default" {...props}>
            {say('pictureUpload')}
          </Button>
        )}
      </FileButton>
      {Object.entries(underWay).map(([name, share]) => (
        <p key={name} role="status">
          <progress className="meter" max={1} value={share} aria-label={name} />
          {say('pictureProgress', { name, percent: Math.round(share * 100) })}
        </p>
      ))}
      <TroubleShown trouble={trouble} />
    </section>
  );
}

function Used(order: {
  readonly one: ContentPicture;
  readonly at: number;
  readonly count: number;
  readonly picture: PictureSeen | undefined;
  readonly locale: string;
  readonly put: (next: ContentPicture) => void;
  readonly drop: () => void;
  readonly move: (to: number) => void;
}) {
  const { say } = useWords();
  const { one, at, picture, locale } = order;
  const words = (name: 'alt' | 'caption') => ({
    id: fieldId(`pictures.${at}.${name}`),
    label: say(name),
    value: one[name],
    lang: locale,
    dir: directionOf(locale),
    autosize: true,
    onChange: (event: { currentTarget: { value: string } }) => order.put({ ...one, [name]: event.currentTarget.value }),
  });
  return (
    <li className="picture" id={fieldId(`pictures.${at}`)} tabIndex={-1}>
      {picture !== undefined && <img src={picture.address} alt={one.alt} loading="lazy" />}
      <div className="words">
        <Textarea {...words('alt')} description={say('altHint')} />
        <Textarea {...words('caption')} />
        {picture !== undefined && <Credit picture={picture} />}
        <div className="row">
          {at > 0 && (
            <Button size="xs" variant="default" onClick={() => order.move(at - 1)}>
              {say('moveUp')}
            </Button>
          )}
          {at < order.count - 1 && (
            <Button size="xs" variant="default" onClick={() => order.move(at + 1)}>
              {say('moveDown')}
            </Button>
          )}
          <Button size="xs" variant="subtle" color="grave" onClick={order.drop}>
            {say('remove')}
          </Button>
        </div>
      </div>
    </li>
  );
}

const creditFields = ['credit', 'creator', 'agency', 'copyrightHolder', 'usageTerms'] as const;

/** Who made a picture and whose it is: data of the picture, the same wherever it is used. */
function Credit({ picture }: { readonly picture: PictureSeen }) {
  const { say } = useWords();
  const notices = useNotices();
  const { doIt, isDoing, trouble } = useDoing();
  const { credit, creator, agency, copyrightHolder, copyrightYear, usageTerms } = picture;
  const [rights, setRights] = useState({ credit, creator, agency, copyrightHolder, copyrightYear, usageTerms });
  const isMissing = credit === null;
  const save = async () => {
    const order: Credited = { picture: picture.id, ...rights };
    if ((await doIt('POST /desk/api/pictures/credit', order)) !== undefined) notices.say(say('doneSaved'));
  };
  return (
    <details className="drawer" open={isMissing}>
      <summary>{isMissing ? <span className="mark grave">{say('creditMissing')}</span> : credit}</summary>
      <div className="stack">
        <div className="credit-fields">
          {creditFields.map((name) => (
            <TextInput
              key={name}
              size="xs"
              label={say(name)}
              value={rights[name] ?? ''}
              onChange={(event) => {
                const { value } = event.currentTarget;
                setRights((all) => ({ ...all, [name]: value === '' ? null : value }));
              }}
            />
          ))}
          <TextInput
            size="xs"
            label={say('copyrightYear')}
            inputMode="numeric"
            value={rights.copyrightYear ?? ''}
            onChange={(event) => {
              const year = Number.parseInt(event.currentTarget.value, 10);
              setRights((all) => ({ ...all, copyrightYear: Number.isNaN(year) ? null : year }));
            }}
          />
        </div>
        <Button size="xs" variant="default" loading={isDoing} onClick={() => void save()}>
          {say('creditSave')}
        </Button>
        <TroubleShown trouble={trouble} />
      </div>
    </details>
  );
}

function moved<Item>(items: readonly Item[], from: number, to: number): readonly Item[] {
  const rest = items.filter((_, at) => at !== from);
  return [...rest.slice(0, to), ...items.slice(from, from + 1), ...rest.slice(to)];
}
