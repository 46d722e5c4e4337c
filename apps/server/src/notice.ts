/** The notice as the API answers it. */
import { Notice } from '@kept/api';
import { renderNotice } from '@kept/notices';
import type { Lang, Program } from '@kept/policy';

const rendered = new WeakMap<Program, Map<Lang, Notice>>();

/** Rendered once for each language: it changes with the program only. */
export function noticeBody(program: Program, lang: Lang): Notice {
  const known = rendered.get(program) ?? new Map<Lang, Notice>();
  rendered.set(program, known);
  const body = known.get(lang) ?? render(program, lang);
  known.set(lang, body);
  return body;
}

function render(program: Program, lang: Lang): Notice {
  const notice = renderNotice(program, lang);
  const { version, effective, title } = notice.policy;
  const { brand = notice.controller.name } = program.manifest.controller;
  return Notice.parse({ ...notice, brand, versions: [{ version, effective, summary: title }] });
}
