import type { Emergency, Registration } from '../api/intake';
import { instantAt } from '../shared/format';

/** The register form as it is typed and kept as a draft. */
export interface RegistrationDraft {
  /** The number on a form of paper: it belongs to what is typed in from that form, and to nothing else. */
  paperNo: string;
  kind: string;
  urgency: string;
  channel: string;
  categoryCode: string | null;
  placeCode: string | null;
  address: string;
  title: string;
  content: string;
  demand: string;
  /** As the picker gives it: the time on the clocks of the hotline. */
  receivedAt: string | null;
  name: string;
  phone: string;
  altPhone: string;
  anonymous: boolean;
  confidential: boolean;
  /** The operator decided about confidentiality; the kind no longer presets it. */
  confidentialDecided: boolean;
  wantsCallback: boolean;
  respondentUnitId: string | null;
  /** The open case of another citizen that this one is proposed to be handled with. */
  sameAs: string | null;
}

export function emptyDraft(channel = 'PHONE'): RegistrationDraft {
  return {
    paperNo: '',
    kind: 'HELP',
    urgency: 'NORMAL',
    channel,
    categoryCode: null,
    placeCode: null,
    address: '',
    title: '',
    content: '',
    demand: '',
    receivedAt: null,
    name: '',
    phone: '',
    altPhone: '',
    anonymous: false,
    confidential: false,
    confidentialDecided: false,
    wantsCallback: true,
    respondentUnitId: null,
    sameAs: null,
  };
}

function given(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}

const LONGEST_HEAD = 100;

/** What a list of drafts is told of one: without what no service stores, such as half a character. */
export function headOf(draft: RegistrationDraft): { title: string; name: string; phone: string } {
  const plain = (text: string) => Array.from(text.replace(/\p{C}/gu, ' ').trim()).slice(0, LONGEST_HEAD).join('');
  return { title: plain(draft.title) || plain(draft.content), name: plain(draft.name), phone: plain(draft.phone) };
}

/** Whether somebody has typed anything. */
export function isBegun({ title, content, demand, address, name, phone, altPhone }: RegistrationDraft): boolean {
  return [title, content, demand, address, name, phone, altPhone].some((text) => text.trim() !== '');
}

/** A mobile phone or a landline with or without its area, however typed; null for half a number. */
export function plausiblePhone(typed: string): string | null {
  const text = typed.normalize('NFKC').trim();
  if (!/^\+?[\d\s().\-/·]+$/.test(text)) {
    return null;
  }
  const digits = text.replace(/\D/g, '').replace(/^(?:00)?86(?=1[3-9]\d{9}$)/, '');
  return /^(?:1[3-9]\d{9}|0\d{9,11}|[2-8]\d{6,7})$/.test(digits) ? digits : null;
}

/** Of a number as `plausiblePhone` gives it. */
export function isMobile(digits: string): boolean {
  return /^1[3-9]\d{9}$/.test(digits);
}

/** What is sent; without a time of receipt the service takes its own clock. */
export function registrationOf(draft: RegistrationDraft): Registration {
  return {
    kind: draft.kind,
    urgency: draft.urgency,
    channel: draft.channel,
    categoryCode: draft.categoryCode,
    placeCode: draft.placeCode,
    address: given(draft.address),
    title: draft.title.trim(),
    content: draft.content.trim(),
    demand: given(draft.demand),
    receivedAt: instantAt(draft.receivedAt),
    reporter: {
      name: given(draft.name),
      phone: given(draft.phone),
      altPhone: given(draft.altPhone),
      anonymous: draft.anonymous,
      confidential: draft.confidential,
      wantsCallback: draft.wantsCallback,
    },
    respondentUnitId: draft.respondentUnitId || null,
    // A service of before does not know the field: it is there only when it says something.
    ...(draft.sameAs ? { sameAs: draft.sameAs } : {}),
  };
}

/** What is known when somebody may be in danger; half a form is sent as it is. */
export function emergencyOf(draft: RegistrationDraft, target: string, threePartyCall: boolean): Emergency {
  const { kind, channel, categoryCode, placeCode, address, title, content, demand, reporter, respondentUnitId } =
    registrationOf({ ...draft, receivedAt: null });
  return {
    target,
    threePartyCall,
    kind,
    channel,
    categoryCode,
    placeCode,
    address,
    title: title || null,
    content: content || null,
    demand,
    reporter,
    respondentUnitId,
  };
}

export const FIELDS = [
  'paperNo',
  'kind',
  'urgency',
  'channel',
  'categoryCode',
  'placeCode',
  'address',
  'title',
  'content',
  'demand',
  'receivedAt',
  'reporter.name',
  'reporter.phone',
  'reporter.altPhone',
  'respondentUnitId',
] as const;
