import type { ListSubject } from '../../published/list.ts';

/** Where a list lies here, by codes alone: `/api/v1/lists/offices/CO-BEIJING`. */
export function subjectPath(subject: ListSubject): string {
  return `/api/v1/lists/${listName(subject)}`;
}

/** `organisation`, `offices/CO-BEIJING`, `countries/CN`, `topics/labour`, `types/news`. */
export function listName(subject: ListSubject): string {
  switch (subject.kind) {
    case 'organisation':
      return 'organisation';
    case 'office':
      return `offices/${subject.code}`;
    case 'country':
      return `countries/${subject.code}`;
    case 'topic':
      return `topics/${encodeURIComponent(subject.code)}`;
    case 'type':
      return `types/${subject.type}`;
  }
}
