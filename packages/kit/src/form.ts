/** What a field takes. */
import { FieldNotHeld, ValueInvalid } from './errors.ts';
import type { FieldForm } from './resource.ts';

const PATTERNS: Record<FieldForm['kind'], readonly [RegExp, string]> = {
  text: [/^[^\p{Cc}]+$/u, 'takes one line of text'],
  multiline: [/^[^\p{Cc}\n\r\t]*(?:[\n\r\t][^\p{Cc}\n\r\t]*)*$/u, 'takes text without control characters'],
  email: [/^[^\s@]{1,64}@[^\s@]{1,190}$/, 'takes an e-mail address'],
  phone: [/^\+?[\d\s().-]{5,32}$/, 'takes a phone number'],
  date: [/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'takes a day such as 2026-11-23'],
  file: [
    /^\{"name":"[^"\\\p{Cc}]{1,120}","type":"image\/(jpeg|webp)","bytes":\d{1,9},"width":\d{1,5},"height":\d{1,5}\}$/u,
    'takes what tells of a picture that was sent',
  ],
  document: [
    /^data:(application\/pdf|image\/(png|jpeg|webp));base64,[A-Za-z0-9+/]+={0,2}$/,
    'takes a PDF or a PNG, JPEG or WebP picture as a data URL',
  ],
  picture: [
    /^data:image\/(png|jpeg|webp);base64,[A-Za-z0-9+/]+={0,2}$/,
    'takes a PNG, JPEG or WebP picture as a data URL',
  ],
};

/** Values as the vault keeps them. */
export const packed = (
  form: Readonly<Record<string, FieldForm>>,
  values: Readonly<Record<string, string | null | undefined>>,
): Readonly<Record<string, string | null>> =>
  Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      field,
      typeof value === 'string' ? (form[field]?.packing?.pack(value) ?? value) : null,
    ]),
  );

/** Values as everybody above the vault sees them. */
export const unpacked = (
  form: Readonly<Record<string, FieldForm>>,
  values: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      field,
      typeof value === 'string' ? (form[field]?.packing?.unpack(value) ?? value) : value,
    ]),
  );

/** Throws KIT_FIELD_NOT_HELD, KIT_VALUE_INVALID. */
export function checkValues(
  form: Readonly<Record<string, FieldForm>>,
  values: Readonly<Record<string, unknown>>,
): asserts values is Readonly<Record<string, string | null | undefined>> {
  for (const [field, value] of Object.entries(values)) {
    const rule = Object.hasOwn(form, field) ? form[field] : undefined;
    if (!rule) throw new FieldNotHeld();
    if (value === null || value === undefined) continue;
    const [pattern, must] = PATTERNS[rule.kind];
    if (typeof value !== 'string') throw new ValueInvalid(field, must);
    if (value.length > rule.longest) throw new ValueInvalid(field, `takes at most ${rule.longest} characters`);
    if (!pattern.test(value)) throw new ValueInvalid(field, must);
  }
}
