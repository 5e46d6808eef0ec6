import type { AnswerOf, DraftOpened, Me, Refused } from '../src/desk/contract.ts';

// The words of the contract that it takes from further in, by the way it uses them.

export type Person = Me['person'];
export type Assignment = Person['assignments'][number];
export type Role = Assignment['role'];
export type Act = DraftOpened['may'][number];
export type Content = DraftOpened['content'];
export type ContentPicture = Content['pictures'][number];
export type Finding = DraftOpened['findings'][number];
export type Refusal = Refused['refusals'][number];
export type AuditEntry = AnswerOf<'GET /desk/api/audit'>['entries'][number];
export type Audited = AuditEntry['act'];
