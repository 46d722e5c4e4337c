import { EXPORTS, exportDevice, exportHome } from '@kept/service-devices/api';
import { Download } from 'lucide-react';
import { addressOf } from '../../api/client.ts';
import { useMessages } from '../../app/language.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';

const NAMES = { csv: 'CSV', parquet: 'Parquet' } as const;

/** What was told, point by point, as a file: of one device, or of all whose past the person may see. */
export function SaveReadings({ home, device }: { home: string; device?: string }) {
  const t = useMessages('devices').save;
  const address = (format: (typeof EXPORTS)[number]): string =>
    device === undefined
      ? addressOf(exportHome, { params: { id: home }, query: { format } })
      : addressOf(exportDevice, { params: { id: home, device }, query: { format } });
  return (
    <div className="savings">
      <p>{device === undefined ? t.home : t.device}</p>
      <p className="acts">
        {EXPORTS.map((format) => (
          <a key={format} href={address(format)} download className={buttonClass('second', true)}>
            <Icon of={Download} />
            <span className="vh">{t.as} </span>
            {NAMES[format]}
          </a>
        ))}
      </p>
    </div>
  );
}
