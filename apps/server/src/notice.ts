/** The notice as the API answers it. */
import { Notice } from '@kept/api';
import { renderNotice } from '@kept/notices';
import type { Lang, Program, Succession } from '@kept/policy';
import { diffSaid } from './versions/said.ts';

const rendered = new WeakMap<Succession, Map<Lang, Notice>>();

/** Rendered once for each language: it changes with the version in force only. */
export function noticeBody(succession: Succession, lang: Lang): Notice {
  const known = rendered.get(succession) ?? new Map<Lang, Notice>();
  rendered.set(succession, known);
  const body = known.get(lang) ?? render(succession, lang);
  known.set(lang, body);
  return body;
}

function render({ present, versions }: Succession, lang: Lang): Notice {
  const { manifest } = present;
  const notice = renderNotice(present, lang);
  const { brand = notice.controller.name } = manifest.controller;
  const cookies = Object.entries(manifest.cookies).map(([id, { label, why, use, party, consent, clause }]) => ({
    ...{ id, label: label[lang], why: why[lang], use, party, clause },
    ...(consent !== undefined && { consent }),
  }));
  const history = versions.map((version, at) => ({
    ...{ version: version.version, effective: version.manifest.effective, summary: version.manifest.title[lang] },
    changes: at === 0 ? [] : changesOf(versions[at - 1]!, version, lang),
  }));
  return Notice.parse({ ...notice, brand, cookies, versions: history });
}

/** Line by line, in plain words. */
const changesOf = (before: Program, after: Program, lang: Lang): string[] =>
  diffSaid(before, after, lang).sections.flatMap(({ lines }) => lines.map(({ label, text }) => `**${label}** ${text}`));
