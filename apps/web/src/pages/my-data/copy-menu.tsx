import { Menu } from '@base-ui/react/menu';
import { type CopyFormat, downloadCopy } from '@kept/api';
import { ChevronDown, Download } from 'lucide-react';
import { useState } from 'react';
import { addressOf } from '../../api/client.ts';
import { isFailure } from '../../api/failure.ts';
import { useProof } from '../../api/proof.tsx';
import { useFailureText } from '../../app/failure-text.ts';
import { useLanguage, useMessages } from '../../app/language.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useToast } from '../../ui/toast.tsx';

const formats: readonly CopyFormat[] = ['html', 'csv', 'json'];

/** Fetches a copy of everything, or of one system beside, in one of three formats. */
export function CopyMenu({ of, label }: { of?: string; label?: string }) {
  const t = useMessages('myData').copy;
  const { language } = useLanguage();
  const { beFresh } = useProof();
  const { say } = useToast();
  const failureText = useFailureText();
  const [busy, setBusy] = useState(false);

  const download = async (format: CopyFormat): Promise<void> => {
    setBusy(true);
    try {
      await beFresh();
      const link = document.createElement('a');
      link.href = addressOf(downloadCopy, { query: { format, lang: language, ...(of !== undefined && { of }) } });
      link.download = '';
      link.click();
      say(t.begun);
    } catch (error) {
      if (!isFailure(error, 'not-fresh')) say(failureText(error));
    }
    setBusy(false);
  };

  return (
    <Menu.Root>
      <Menu.Trigger
        className={`${buttonClass(of === undefined ? 'primary' : 'second')} ${busy ? 'busy' : ''}`}
        disabled={busy}
      >
        {!busy && <Icon of={Download} />}
        {label ?? t.go}
        <Icon of={ChevronDown} />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={6} align="end" className="z-[65]">
          <Menu.Popup className="popup menu">
            {formats.map((format) => (
              <Menu.Item key={format} onClick={() => void download(format)}>
                <b>{t.formats[format]}</b>
                <small>{t.formatHints[format]}</small>
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
