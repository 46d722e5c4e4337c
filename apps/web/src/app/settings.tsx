import type { Language } from '@kept/api';
import { Moon, Sun } from 'lucide-react';
import { Icon } from '../ui/icon.tsx';
import { useLanguage, useMessages } from './language.tsx';
import { useTheme } from './theme.ts';

const choices: readonly { language: Language; short: string; name: string }[] = [
  { language: 'zh-Hans', short: '简', name: '简体中文' },
  { language: 'zh-Hant', short: '繁', name: '繁體中文' },
  { language: 'en', short: 'EN', name: 'English' },
];

/** Language and theme, at hand on every page. */
export function Settings() {
  const t = useMessages('shell');
  const { language, choose } = useLanguage();
  const { theme, toggle } = useTheme();
  return (
    <fieldset className="setting" aria-label={t.settings}>
      {choices.map((choice) => (
        <button
          key={choice.language}
          type="button"
          lang={choice.language}
          title={choice.name}
          aria-label={`${choice.short} ${choice.name}`}
          aria-current={choice.language === language ? 'true' : undefined}
          onClick={() => choose(choice.language)}
        >
          {choice.short}
        </button>
      ))}
      <button
        type="button"
        aria-label={theme === 'dark' ? t.toLight : t.toDark}
        title={theme === 'dark' ? t.toLight : t.toDark}
        onClick={toggle}
      >
        <Icon of={theme === 'dark' ? Sun : Moon} />
      </button>
    </fieldset>
  );
}
